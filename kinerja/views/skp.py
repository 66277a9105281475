"""My SKP of a year: begun, read, continued."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.views import dikirim
from kinerja.enums import AwalSKP, PendekatanSKP, StatusSKP
from kinerja.forms.skp import FormLanjutan, FormMulai, FormPendekatan
from kinerja.kamus.skp import KELAS_STATUS
from kinerja.models import SKP
from kinerja.services.skp import (
    choose_pendekatan,
    last_year,
    library,
    post_id,
    start_segment,
    start_skp,
)
from kinerja.services.skp_baca import plans_of
from kinerja.services.skp_sumber import must_be_planned_now, plan_years
from kinerja.views.skp_bersama import back, closed, own_plan, sentence, tell
from pegawai.models import Pegawai
from pegawai.views.saya import KANAL, own_record

#: PermenPANRB 6/2022 is of this year; further ahead than this nobody prepares a cycle.
TAHUN_PERTAMA, TAHUN_KE_DEPAN = 2022, 5


@require_safe
def sekarang(request: HttpRequest) -> HttpResponse:
    """To the year one works on: the last that may be planned."""
    saya = own_record(request)
    tahun = [t.tahun for t in plan_years(saya, timezone.now())] or [timezone.localdate().year]
    return HttpResponseRedirect(reverse("kinerja:skp_tahun", args=[tahun[-1]]))


def must_be_a_year(tahun: int) -> None:
    """404 for a year that no plan can be of."""
    if not TAHUN_PERTAMA <= tahun <= timezone.localdate().year + TAHUN_KE_DEPAN:
        raise Http404


@require_http_methods(["GET", "HEAD", "POST"])
def tahun(request: HttpRequest, tahun: int) -> HttpResponse:
    """The plan of one year, its segments, or where to begin it; POST begins it."""
    saya = own_record(request)
    must_be_a_year(tahun)
    if request.method == "POST":
        return _mulai(request, saya, tahun)
    skp = plans_of(saya.pk, tahun)
    if len(skp) == 1:
        return back(skp[0])
    if skp:
        catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
        isi = {"tahun": tahun, "daftar": [segment_line(s) for s in skp]}
        return render(request, "kinerja/skp_tahun.html", isi)
    return _awal(request, saya, tahun, None)


def segment_line(skp: SKP) -> dict[str, Any]:
    return {
        "masa": f"{kata.tanggal(skp.mulai)} sampai {kata.tanggal(skp.sampai)}",
        "jabatan": skp.jabatan.nama if skp.jabatan else "",
        "tanda": skp.get_status_display(),
        "kelas": KELAS_STATUS[StatusSKP(skp.status)],
        "url": reverse("kinerja:skp_lembar", args=[skp.pk]),
    }


def _mulai(request: HttpRequest, saya: Pegawai, tahun: int) -> HttpResponse:
    form = FormMulai(request.POST, tersedia=_tersedia(saya, tahun))
    if not form.is_valid():
        return _awal(request, saya, tahun, form)
    try:
        skp = start_skp(pegawai=saya, tahun=tahun, actor=request.user, at=timezone.now(), **form.cleaned_data)
    except DomainError as salah:
        form.add_error(None, sentence(salah))
        return _awal(request, saya, tahun, form, status=409)
    messages.success(request, f"SKP {tahun} sudah dimulai. Isinya tersimpan sebagai draf.")
    return back(skp)


def _awal(
    request: HttpRequest, saya: Pegawai, tahun: int, form: FormMulai | None, *, status: int = 200
) -> HttpResponse:
    """The page where a plan begins, or why it does not begin here."""
    isi: dict[str, Any] = {"tahun": tahun, "daftar": [], "tolak": "", "ekinerja": False}
    try:
        must_be_planned_now(saya, tahun, timezone.now())
        tersedia = _tersedia(saya, tahun)
        isi["form"] = form or FormMulai(tersedia=tersedia, initial={"awal": tersedia[0]})
    except DomainError as salah:
        isi |= {"tolak": sentence(salah), "ekinerja": salah.kode == "skp_di_ekinerja"}
    return render(request, "kinerja/skp_tahun.html", isi, status=status)


def _tersedia(saya: Pegawai, tahun: int) -> list[AwalSKP]:
    """The beginnings that there is something behind."""
    hasil = [AwalSKP.KOSONG]
    if library(saya.instansi_id, post_id(saya.pk, timezone.localdate())).exists():
        hasil.insert(0, AwalSKP.PUSTAKA)
    if last_year(saya.pk, tahun) is not None:
        hasil.insert(0, AwalSKP.TAHUN_LALU)
    return hasil


@require_http_methods(["GET", "HEAD", "POST"])
def pendekatan(request: HttpRequest, skp_id: int) -> HttpResponse:
    """Kuantitatif or kualitatif, for the whole plan."""
    _, skp = own_plan(request, skp_id)
    if (tutup := closed(request, skp)) is not None:
        return tutup
    awal = {"pendekatan": skp.pendekatan, "versi": skp.versi}
    form = FormPendekatan(dikirim(request), initial=awal)
    if form.is_valid():
        try:
            choose_pendekatan(
                skp_id=skp.pk,
                pendekatan=PendekatanSKP(form.cleaned_data["pendekatan"]),
                versi=form.cleaned_data["versi"],
                actor=request.user,
                at=timezone.now(),
            )
            return back(skp)
        except DomainError as salah:
            tell(form, salah, skp)
    beraspek = skp.pendekatan == PendekatanSKP.KUANTITATIF
    isi = {
        "form": form,
        "judul": "Pendekatan SKP",
        "pengantar": "Pilihan ini berlaku untuk seluruh SKP."
        + (" Beralih ke kualitatif menghapus aspek setiap indikator." if beraspek else ""),
        "tombol": "Simpan",
        "url_balik": reverse("kinerja:skp_lembar", args=[skp.pk]),
    }
    return render(request, "kinerja/skp_isian.html", isi, status=409 if form.non_field_errors() else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def lanjutan(request: HttpRequest, skp_id: int) -> HttpResponse:
    """Another post or atasan: the plan of the rest of the year."""
    _, skp = own_plan(request, skp_id)
    if skp.status != StatusSKP.DISEPAKATI and request.method != "POST":
        messages.error(request, "SKP ini belum disepakati, jadi cukup diubah.")
        return back(skp)
    form = FormLanjutan(dikirim(request))
    if form.is_valid():
        try:
            baru = start_segment(skp_id=skp.pk, actor=request.user, at=timezone.now(), **form.cleaned_data)
        except DomainError as salah:
            tell(form, salah, skp)
        else:
            messages.success(request, "SKP untuk sisa tahun sudah dibuat. Isinya disalin, silakan ubah.")
            return back(baru)
    isi = {
        "form": form,
        "judul": "Jabatan atau atasan berubah",
        "pengantar": "SKP yang sudah disepakati berlaku sampai sehari sebelumnya. "
        "Isinya disalin ke SKP untuk sisa tahun, lalu Anda sesuaikan.",
        "tombol": "Buat SKP sisa tahun",
        "url_balik": reverse("kinerja:skp_lembar", args=[skp.pk]),
    }
    return render(request, "kinerja/skp_isian.html", isi, status=409 if form.non_field_errors() else 200)
