"""*Kebutuhan pengembangan*: what my post asks for, what is known of me, and my own ten-minute assessment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import bilangan, dikirim, isikan
from pegawai.services.profil import moment_text, zone_of
from pegawai.views.saya import KANAL, own_record
from pegawai.views.tugas import Penanya, Tugas
from pelatihan.enums import StatusMandiri
from pelatihan.forms.akpk import FormMandiri
from pelatihan.kamus.akpk import KELAS_STATUS, TANDA, gap_text, level_text, source_text
from pelatihan.services.akpk import send_answers, take_back
from pelatihan.services.akpk_baca import BarisKompetensi, Lembar, invitation, own_sheet, waiting_for

MENIT_ISI: Final = 10
MENIT_KONFIRMASI: Final = 5


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def kebutuhan(request: HttpRequest) -> HttpResponse:
    """Read what is known; answer, while it does not lie with the atasan."""
    saya = own_record(request)
    lembar = own_sheet(saya, at=timezone.now())
    form = FormMandiri(dikirim(request), lembar=lembar) if lembar.terbuka or request.POST else None
    status = 200
    if form is not None and form.is_bound and form.is_valid():
        status = _send(request, form)
        if status == 302:
            messages.success(request, "Penilaian terkirim. Atasan Anda mengonfirmasi levelnya.")
            return HttpResponseRedirect(reverse("pelatihan:kebutuhan"))
        isikan(form, versi=lembar.penilaian.versi if lembar.penilaian else 0)
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    isi = {
        **_known(lembar),
        "form": form,
        "isian": [(competency_row(b), *ruas) for b, *ruas in form.isian()] if form else [],
        "atasan": saya.atasan,
        "draf": pulihkan(request, *([form] if form else []), zona_waktu=zone_of(saya)),
    }
    return render(request, "pelatihan/kebutuhan.html", isi, status=status)


def _send(request: HttpRequest, form: FormMandiri) -> int:
    """302 when it is sent, by this press or an earlier one; else why not stands in the form."""
    try:
        send_answers(
            jawaban=form.jawaban,
            versi=form.cleaned_data["versi"] or 0,
            actor=request.user,
            at=timezone.now(),
            kanal=KANAL,
        )
    except DomainError as salah:
        if salah.kode == "sudah_dikirim":
            return 302
        form.add_error(None, salah.kalimat)
        return 409 if isinstance(salah, Bentrok) else 200
    return 302


def _known(lembar: Lembar) -> dict[str, Any]:
    p, zona = lembar.penilaian, zone_of(lembar.pegawai)
    return {
        "lembar": lembar,
        "baris": [competency_row(b) for b in lembar.baris],
        "status": p.get_status_display() if p else "",
        "kelas": KELAS_STATUS[lembar.status] if lembar.status else "",
        "dikirim": moment_text(p.dikirim_pada, zona) if p and p.dikirim_pada else "",
        "dikonfirmasi": moment_text(p.dikonfirmasi_pada, zona) if p and p.dikonfirmasi_pada else "",
        "menunggu": lembar.status is StatusMandiri.DIKIRIM,
        "dikembalikan": lembar.status is StatusMandiri.DIKEMBALIKAN,
    }


def competency_row(b: BarisKompetensi, *, diri: bool = True) -> dict[str, Any]:
    """One competency in words: the level, its source, how sure it is, and the gap where one is known."""
    tanda, kelas = TANDA[b.cara]
    level_diri = b.jawaban.level_diri if b.jawaban else None
    return {
        "nama": b.nama,
        "uraian": b.uraian,
        "wajib": level_text(b.wajib),
        "level": level_text(b.kini.level if b.kini else level_diri),
        "sumber": source_text(b.kini, b.cara, diri=diri),
        "tanda": tanda,
        "kelas": kelas,
        "celah": gap_text(b.celah),
        "level_diri": level_text(level_diri) if level_diri is not None else "",
        "contoh": b.jawaban.contoh if b.jawaban else "",
    }


@require_POST
def tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """Change my mind before the atasan has answered."""
    own_record(request)
    versi = bilangan(request.POST.get("versi"), bawaan=0) or 0
    try:
        take_back(penilaian_id=pk, versi=versi, actor=request.user, at=timezone.now(), kanal=KANAL)
    except DomainError as salah:
        messages.info(request, salah.kalimat)
    else:
        messages.success(request, "Penilaian ditarik. Ubah jawaban Anda, lalu kirim lagi.")
    return HttpResponseRedirect(reverse("pelatihan:kebutuhan"))


# -- what other pages show ------------------------------------------------------------------------------


def own_task(penanya: Penanya) -> Iterator[Tugas]:
    """Asked of whoever has no valid level, or whose atasan sent the answers back."""
    ajakan = invitation(penanya.saya, at=penanya.at)
    if ajakan is None:
        return
    perbaiki = ajakan.dikembalikan
    yield Tugas(
        judul="Perbaiki penilaian kebutuhan" if perbaiki else "Isi penilaian kebutuhan (10 menit)",
        url=reverse("pelatihan:kebutuhan"),
        tanda="Dikembalikan atasan" if perbaiki else "",
        kelas="perlu" if perbaiki else "",
        ket="Level kompetensi Anda belum tercatat, jadi pelatihan yang tepat belum dapat disarankan"
        if not perbaiki
        else "Atasan menuliskan apa yang perlu diperbaiki",
        menit=MENIT_ISI,
    )


def leader_task(penanya: Penanya) -> Iterator[Tugas]:
    """Confirmations that wait for my word."""
    jumlah = waiting_for(penanya.request.user)
    if jumlah:
        yield Tugas(
            judul=f"Konfirmasi kompetensi {jumlah} pegawai",
            url=reverse("pelatihan:kebutuhan_tim"),
            tanda="Menunggu Anda",
            kelas="perlu",
            ket="Levelnya baru dihitung sesudah Anda konfirmasi",
            menit=jumlah * MENIT_KONFIRMASI,
            memutus=True,
        )


#: Every kind of task of this module, by the code it is registered under.
TUGAS: Final = {"pelatihan.akpk": own_task}
TUGAS_PIMPINAN: Final = {"pelatihan.akpk_konfirmasi": leader_task}
