"""Papers of performance as downloads: for the person, who rates them, and HR of the person."""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.pdf import unduhan_pdf
from kinerja.enums import JenisDokumen
from kinerja.services.dokumen import Dokumen, print_paper
from kinerja.services.salinan import open_signed
from pegawai.views.bukti import unduhan_bukti
from pegawai.views.saya import KANAL

#: The name in an address of the two kinds of evaluation.
BENTUK: Final = {"tahunan": JenisDokumen.EVALUASI_TAHUNAN, "periodik": JenisDokumen.EVALUASI_PERIODIK}


_NAMA: Final = {
    JenisDokumen.KONVERSI: "kinerja:pdf_konversi",
    JenisDokumen.AKUMULASI: "kinerja:pdf_akumulasi",
    JenisDokumen.PAK: "kinerja:pdf_pak",
    JenisDokumen.SKP: "kinerja:pdf_skp",
}


def paper_url(d: Dokumen) -> str:
    """Where a paper is downloaded."""
    for bentuk, jenis in BENTUK.items():
        if d.jenis is jenis:
            return reverse("kinerja:pdf_evaluasi", args=[bentuk, d.pk])
    return reverse(_NAMA[d.jenis], args=[d.pk])


def copy_url(d: Dokumen) -> str:
    """Where its signed copy is downloaded."""
    return reverse("kinerja:salinan", args=[d.jenis.value, d.pk])


@require_safe
def pdf_evaluasi(request: HttpRequest, bentuk: str, pk: int) -> HttpResponse:
    """Dokumen evaluasi kinerja; `pk` of the Penilaian or EvaluasiPeriodik."""
    if bentuk not in BENTUK:
        raise Http404
    return _paper(request, BENTUK[bentuk], pk)


@require_safe
def pdf_konversi(request: HttpRequest, pk: int) -> HttpResponse:
    """All lines of the year of one conversion."""
    return _paper(request, JenisDokumen.KONVERSI, pk)


@require_safe
def pdf_akumulasi(request: HttpRequest, pegawai_id: int) -> HttpResponse:
    """The last PAK and what was signed since."""
    return _paper(request, JenisDokumen.AKUMULASI, pegawai_id)


@require_safe
def pdf_pak(request: HttpRequest, pk: int) -> HttpResponse:
    """One penetapan angka kredit."""
    return _paper(request, JenisDokumen.PAK, pk)


@require_safe
def pdf_skp(request: HttpRequest, pk: int) -> HttpResponse:
    """One plan as it was agreed last."""
    return _paper(request, JenisDokumen.SKP, pk)


@require_safe
def salinan(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """The signed copy, where there is one of what the paper says now."""
    try:
        bukti, isi = open_signed(jenis=JenisDokumen(jenis), pk=pk, pengguna=request.user, kanal=KANAL)
    except (ValueError, DomainError) as salah:
        raise Http404 from salah
    return unduhan_bukti(bukti, isi)


def _paper(request: HttpRequest, jenis: JenisDokumen, pk: int) -> HttpResponse:
    try:
        nama, isi = print_paper(jenis=jenis, pk=pk, pengguna=request.user, kanal=KANAL, at=timezone.now())
    except TidakDitemukan as salah:
        raise Http404 from salah
    return unduhan_pdf(nama, isi)
