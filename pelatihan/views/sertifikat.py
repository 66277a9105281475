"""My certificates: the list, and each as a paper."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.pdf import render_pdf, unduhan_pdf
from pegawai.views.saya import KANAL, own_record
from pelatihan.models import Sertifikat
from pelatihan.reports.sertifikat import isi_sertifikat
from pelatihan.services.sertifikat_periksa import code_of


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Everything that was issued to me, newest first; a revoked one says so."""
    saya = own_record(request)
    milik = Sertifikat.objects.filter(pegawai=saya)
    return render(request, "pelatihan/sertifikat.html", {"sertifikat": [_kartu(s) for s in milik]})


@require_safe
def unduh(request: HttpRequest, nomor: str) -> HttpResponse:
    """The paper, for its holder; a revoked one is no paper any more."""
    saya = own_record(request)
    s = Sertifikat.objects.filter(pegawai=saya, nomor=nomor, dicabut_pada=None).first()
    if s is None:
        raise Http404("Sertifikat tidak ditemukan.")
    return paper(request, s)


def paper(request: HttpRequest, s: Sertifikat) -> HttpResponse:
    """The PDF; its QR leads to the public page of this installation."""
    catat_baca(pengguna=request.user, pegawai_ids=[s.pegawai_id], kanal=KANAL, keperluan="Sertifikat")
    tujuan = f"{reverse('sertifikat:periksa')}?{urlencode({'k': code_of(s)})}"
    isi = isi_sertifikat(s, alamat=request.build_absolute_uri(tujuan))
    return unduhan_pdf(f"sertifikat-{s.nomor}", render_pdf("sertifikat", isi))


def _kartu(s: Sertifikat) -> dict[str, Any]:
    return {
        "judul": s.judul,
        "teks": f"{s.jp} JP, {kata.tanggal(s.tanggal)}, nomor {s.nomor}",
        "dicabut": s.alasan_cabut if s.dicabut_pada else "",
        "url": reverse("pelatihan:sertifikat_unduh", args=[s.nomor]),
    }
