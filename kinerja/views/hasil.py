"""Hasil penilaian (A12): what was announced to me, what it means, what follows; said and read back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.views import bilangan, dikirim
from kinerja.enums import Predikat, Rating
from kinerja.forms.hasil import FormTanggapan
from kinerja.kamus.hasil import ARTI_BAGI_PEGAWAI, sorotan
from kinerja.kamus.keberatan import MASIH_BOLEH, PERKIRAAN
from kinerja.models import EvaluasiPeriodik, Penilaian
from kinerja.services.hasil import (
    Hasil,
    kind_of,
    mark_read,
    periodic_results,
    quotes,
    receipt,
    replies,
    reply,
    result_for,
    title_of,
    yearly_results,
)
from kinerja.services.keberatan_baca import in_short, my_cases
from kinerja.services.keberatan_hitung import filing_clock
from kinerja.services.meja import current_siklus
from kinerja.services.nilai_ulang import waits_for_rating
from kinerja.services.tenggat import rating_deadline_for
from kinerja.views.penilaian import KELAS_PREDIKAT
from kinerja.views.tindak_lanjut import step_lines
from pegawai.models import Pegawai
from pegawai.services.profil import moment_text, zone_of
from pegawai.views.saya import KANAL, own_record


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """My results over the years, periodic ones beside each year; never averaged."""
    saya = own_record(request)
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    kasus = my_cases(request.user).diajukan
    isi = {
        "tahun": _years(yearly_results(saya), periodic_results(saya)),
        "kosong": _not_yet(saya),
        "keberatan": [in_short(k, at=timezone.now()) for k in kasus],
        "dinilai_ulang": [title_of(k.hasil) for k in kasus if k.dinilai_ulang_pada and waits_for_rating(k)],
    }
    return render(request, "kinerja/hasil_daftar.html", isi)


@require_safe
def satu(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """One result, for the person and for the atasan."""
    return _show(request, _result(request, jenis, pk))


@require_POST
def dibaca(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """*Saya sudah membaca*."""
    hasil = _result(request, jenis, pk)
    try:
        mark_read(
            hasil=hasil,
            versi=bilangan(request.POST.get("versi"), bawaan=0) or 0,
            actor=request.user,
            at=timezone.now(),
        )
    except DomainError as salah:
        messages.error(request, salah.kalimat)
    else:
        messages.success(request, "Tercatat: Anda sudah membaca hasil ini. Ini bukan tanda setuju.")
    return HttpResponseRedirect(reverse("kinerja:hasil_satu", args=[jenis, pk]))


@require_POST
def tanggapi(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """*Beri tanggapan*; what was typed stays on the page when it is refused."""
    hasil = _result(request, jenis, pk)
    form = FormTanggapan(dikirim(request))
    if form.is_valid():
        try:
            reply(hasil=hasil, isi=form.cleaned_data["isi"], actor=request.user, at=timezone.now())
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
        else:
            messages.success(request, "Tanggapan tersimpan.")
            return HttpResponseRedirect(f"{reverse('kinerja:hasil_satu', args=[jenis, pk])}#tanggapan")
    return _show(request, hasil, form)


def _result(request: HttpRequest, jenis: str, pk: int) -> Hasil:
    own_record(request)
    try:
        return result_for(pengguna=request.user, jenis=jenis, pk=pk)
    except TidakDitemukan as salah:
        raise Http404 from salah


def _show(request: HttpRequest, hasil: Hasil, form: FormTanggapan | None = None) -> HttpResponse:
    diri = request.user.pegawai_id == hasil.pegawai_id  # type: ignore[union-attr]
    catat_baca(
        pengguna=request.user, pegawai_ids=[hasil.pegawai_id], kanal=KANAL, keperluan="Hasil penilaian"
    )
    kunci = [kind_of(hasil).value, hasil.pk]
    kini, zona = timezone.now(), zone_of(hasil.pegawai)
    isi = {
        "diri": diri,
        "nama": hasil.pegawai.nama_gelar,
        "judul": title_of(hasil),
        "hasil": _words(hasil, zona),
        "versi": hasil.versi,
        "dibaca": _read(hasil, zona),
        "url_dibaca": reverse("kinerja:hasil_dibaca", args=kunci),
        "tanggapan": [_answer(t, zona) for t in replies(hasil, request.user)],
        "form": form or FormTanggapan(),
        "url_tanggapan": reverse("kinerja:hasil_tanggapan", args=kunci),
        "langkah": step_lines(hasil, request.user, diri=diri, per=timezone.localdate(kini)),
        "periodik": _beside(hasil),
        "keberatan": _objection(request, hasil) if diri else None,
        "url_balik": reverse("kinerja:hasil" if diri else "kinerja:tindak_lanjut"),
    }
    return render(request, "kinerja/hasil.html", isi)


def _words(hasil: Hasil, zona: str) -> dict[str, Any]:
    kerja, perilaku = hasil.rating_hasil, hasil.rating_perilaku
    baik, tingkatkan = sorotan(
        None if kerja is None else Rating(kerja), None if perilaku is None else Rating(perilaku)
    )
    for k in quotes(hasil):
        (baik if k.baik else tingkatkan).append(f"{k.teks} ({k.oleh})" if k.oleh else k.teks)
    pada = hasil.diumumkan_pada or hasil.ditetapkan_pada
    return {
        "predikat": hasil.get_predikat_display(),
        "kelas": KELAS_PREDIKAT[hasil.predikat],
        "arti": ARTI_BAGI_PEGAWAI[Predikat(hasil.predikat)],
        "baik": baik,
        "tingkatkan": tingkatkan,
        "kalimat": hasil.umpan_balik,
        "penilai": hasil.penilai.nama_gelar if hasil.penilai else "",
        "sumber": hasil.get_sumber_display(),
        "pada": moment_text(pada, zona) if pada else "",
    }


def _read(hasil: Hasil, zona: str) -> str:
    tanda = receipt(hasil)
    return moment_text(tanda.pada, zona) if tanda else ""


def _answer(t: Any, zona: str) -> dict[str, str]:
    sisi = "pegawai" if t.oleh.pegawai_id == t.pegawai_id else "atasan penilai"
    return {"isi": t.isi, "oleh": f"{t.oleh} ({sisi})", "pada": moment_text(t.pada, zona)}


def _objection(request: HttpRequest, hasil: Hasil) -> dict[str, Any]:
    """What runs about this result, or the way to object and until when."""
    kini, jam = timezone.now(), filing_clock(hasil, at=timezone.now())
    milik = [k for k in my_cases(request.user).diajukan if k.hasil == hasil]
    ada = next((k for k in milik if k.terbuka or (k.putusan and k.versi_hasil == hasil.versi)), None)
    return {
        "kasus": ada and in_short(ada, at=kini),
        "url": reverse("kinerja:keberatan_ajukan", args=[kind_of(hasil).value, hasil.pk]),
        "batas": jam.teks,
        "sejak": "Anda membacanya" if jam.dibaca else "diumumkan",
        "lewat": MASIH_BOLEH if jam.lewat(kini) else "",
        "perkiraan": PERKIRAAN if jam.perkiraan else "",
    }


# -- side by side --------------------------------------------------------------------------------


def _beside(hasil: Hasil) -> list[dict[str, Any]]:
    """The announced periodic results of the year of a yearly one."""
    if not isinstance(hasil, Penilaian):
        return []
    semua = [e for e in periodic_results(hasil.pegawai) if _year_of(e) == hasil.tahun]
    return [_row(e) for e in reversed(semua)]


def _years(tahunan: list[Penilaian], periodik: list[EvaluasiPeriodik]) -> list[dict[str, Any]]:
    menurut = {p.tahun: p for p in tahunan}
    tahun = sorted({*menurut, *(_year_of(e) for e in periodik)}, reverse=True)
    return [
        {
            "tahun": t,
            "tahunan": _row(menurut[t]) if t in menurut else None,
            "periodik": [_row(e) for e in reversed(periodik) if _year_of(e) == t],
        }
        for t in tahun
    ]


def _year_of(e: EvaluasiPeriodik) -> int:
    return int(e.siklus.tahun)


def _row(hasil: Any) -> dict[str, Any]:
    return {
        "judul": title_of(hasil),
        "url": reverse("kinerja:hasil_satu", args=[kind_of(hasil).value, hasil.pk]),
        "hasil": hasil.get_rating_hasil_display() or "Belum tercatat",
        "perilaku": hasil.get_rating_perilaku_display() or "Belum tercatat",
        "predikat": hasil.get_predikat_display(),
        "kelas": KELAS_PREDIKAT[hasil.predikat],
        "sumber": hasil.get_sumber_display(),
        "dibaca": hasil.sudah_dibaca,
    }


def _not_yet(saya: Pegawai) -> str:
    """Why there is nothing yet, with the day by which the atasan rates."""
    siklus = current_siklus(saya.instansi_id)
    if siklus is None:
        return "Belum ada hasil penilaian. Siklus dibuka oleh pengelola kepegawaian."
    return f"Atasan belum menilai. Batas {rating_deadline_for(siklus, saya)}."
