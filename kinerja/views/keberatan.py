"""Keberatan for its parties: file it in three clicks, follow it, explain, withdraw."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.views import bilangan, dikirim, isikan
from kinerja.enums import StatusKeberatan
from kinerja.forms.keberatan import FormKeberatan, FormKeterangan
from kinerja.kamus.keberatan import MASIH_BOLEH, PERKIRAAN
from kinerja.models import Keberatan
from kinerja.services.hasil import Hasil, result_for, title_of
from kinerja.services.keberatan import ajukan_keberatan, baca_putusan, cabut_keberatan, terangkan
from kinerja.services.keberatan_baca import (
    case_for,
    case_page,
    decided_by,
    in_short,
    my_cases,
    to_rate_anew,
)
from kinerja.services.keberatan_hitung import decision_day, decision_deadline, filing_clock
from kinerja.services.nilai_ulang import rated_elsewhere, waits_for_rating
from pegawai.models import Pegawai
from pegawai.services.profil import zone_of
from pegawai.views.saya import KANAL, own_record


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """What I filed, what I decide, and what is about my ratings."""
    own_record(request)
    pengguna, kini = request.user, timezone.now()
    kasus = my_cases(pengguna)
    kelompok = [
        ("Menunggu putusan Anda", kasus.putuskan),
        ("Menunggu penilaian ulang Anda", to_rate_anew(pengguna)),
        ("Atas penilaian Anda", kasus.penilaian_saya),
        ("Keberatan Anda", kasus.diajukan),
        ("Yang sudah Anda putuskan", decided_by(pengguna)),
    ]
    catat_baca(pengguna=pengguna, pegawai_ids={k.pegawai_id for _, s in kelompok for k in s}, kanal=KANAL)
    isi = {"kelompok": [(judul, [in_short(k, at=kini) for k in semua]) for judul, semua in kelompok if semua]}
    return render(request, "kinerja/keberatan_daftar.html", isi)


@require_http_methods(["GET", "HEAD", "POST"])
def ajukan(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """*Ajukan keberatan*: the reason, and until when it is decided."""
    saya = own_record(request)
    hasil = _own_result(request, saya, jenis, pk)
    form = FormKeberatan(dikirim(request), initial={"versi": hasil.versi})
    if request.method == "POST" and form.is_valid():
        tujuan = _file(request, hasil, form)
        if tujuan:
            return HttpResponseRedirect(tujuan)
    if form.non_field_errors() or "versi" in form.errors:  # told that it is about another result by now
        isikan(form, versi=hasil.versi)
    kini = timezone.now()
    jam = filing_clock(hasil, at=kini)
    isi = {
        "judul": title_of(hasil),
        "predikat": hasil.get_predikat_display(),
        "form": form,
        "batas": jam.teks,
        "lewat": MASIH_BOLEH if jam.lewat(kini) else "",
        "perkiraan": PERKIRAAN if jam.perkiraan else "",
        "putus": decision_day(decision_deadline(hasil.pegawai, at=kini), zone_of(hasil.pegawai)),
        "pengelola": saya.instansi.pengelola,
        "url_balik": reverse("kinerja:hasil_satu", args=[jenis, pk]),
    }
    return render(request, "kinerja/keberatan_ajukan.html", isi)


def _file(request: HttpRequest, hasil: Hasil, form: FormKeberatan) -> str:
    """Where to go on; empty when it was refused and what was typed stands on the page."""
    try:
        keberatan = ajukan_keberatan(
            hasil=hasil,
            alasan=form.cleaned_data["alasan"],
            versi=form.cleaned_data["versi"],
            actor=request.user,
            at=timezone.now(),
        )
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return ""
    messages.success(request, f"Keberatan {keberatan.nomor} sudah terkirim.")
    return reverse("kinerja:keberatan_satu", args=[keberatan.pk])


@require_safe
def satu(request: HttpRequest, pk: int) -> HttpResponse:
    """One case, for its parties and for who decides."""
    return show_case(request, own_case(request, pk))


@require_POST
def terangkan_kasus(request: HttpRequest, pk: int) -> HttpResponse:
    """A party or the decider adds an explanation; what was typed stays when it is refused."""
    kasus = own_case(request, pk)
    form = FormKeterangan(dikirim(request))
    if form.is_valid():
        try:
            terangkan(keberatan_id=pk, isi=form.cleaned_data["isi"], actor=request.user, at=timezone.now())
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
        else:
            messages.success(request, "Keterangan tersimpan.")
            return HttpResponseRedirect(f"{reverse('kinerja:keberatan_satu', args=[pk])}#keterangan")
    return show_case(request, kasus, form)


@require_http_methods(["GET", "HEAD", "POST"])
def cabut(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw one's own, after a question."""
    kasus = own_case(request, pk)
    if kasus.pegawai_id != request.user.pegawai_id:  # type: ignore[union-attr]
        raise Http404
    if request.method == "POST":
        versi = bilangan(request.POST.get("versi"), bawaan=0) or 0
        try:
            cabut_keberatan(keberatan_id=pk, versi=versi, actor=request.user, at=timezone.now())
        except Bentrok as salah:
            messages.error(request, salah.kalimat)
        else:
            messages.success(request, f"Keberatan {kasus.nomor} dicabut. Hasil penilaian tetap.")
        return HttpResponseRedirect(reverse("kinerja:keberatan_satu", args=[pk]))
    isi = {"nomor": kasus.nomor, "tentang": title_of(kasus.hasil), "versi": kasus.versi, "pk": pk}
    return render(request, "kinerja/keberatan_cabut.html", isi)


@require_POST
def putusan_dibaca(request: HttpRequest, pk: int) -> HttpResponse:
    """*Saya sudah membaca* the decision."""
    kasus = own_case(request, pk)
    if kasus.pegawai_id != request.user.pegawai_id:  # type: ignore[union-attr]
        raise Http404
    baca_putusan(keberatan_id=pk, actor=request.user, at=timezone.now())
    messages.success(request, "Tercatat: Anda sudah membaca putusan ini. Ini bukan tanda setuju.")
    return HttpResponseRedirect(reverse("kinerja:keberatan_satu", args=[pk]))


# -- shared with the pages of the decider --------------------------------------------------------


def own_case(request: HttpRequest, pk: int) -> Keberatan:
    """A case that I am part of; 404 for everybody else, HR too (their desk shows it)."""
    own_record(request)
    try:
        return case_for(pengguna=request.user, pk=pk)
    except TidakDitemukan as salah:
        raise Http404 from salah


def show_case(request: HttpRequest, kasus: Keberatan, form: FormKeterangan | None = None) -> HttpResponse:
    catat_baca(pengguna=request.user, pegawai_ids=[kasus.pegawai_id], kanal=KANAL, keperluan="Keberatan")
    isi = {
        **case_page(kasus, at=timezone.now()),
        "kasus": kasus,
        "form": form or (FormKeterangan() if kasus.terbuka else None),
        "boleh": _allowed(request.user, kasus),
    }
    return render(request, "kinerja/keberatan.html", isi)


def _allowed(pengguna: Any, kasus: Keberatan) -> dict[str, bool]:
    """Which buttons stand there; the services refuse the rest anyway."""
    saya = pengguna.pegawai_id
    pemohon, pemutus = saya == kasus.pegawai_id, saya == kasus.pemutus_id
    menilai_ulang = waits_for_rating(kasus) and _rates(pengguna, kasus)
    return {
        "cabut": pemohon and kasus.terbuka,
        "baca": pemohon and kasus.putusan != "" and kasus.putusan_dibaca_pada is None,
        "periksa": pemutus and kasus.status == StatusKeberatan.DITERIMA,
        "putuskan": pemutus and kasus.terbuka,
        "nilai_ulang": menilai_ulang and not rated_elsewhere(kasus.hasil),
        "di_ekinerja": menilai_ulang and rated_elsewhere(kasus.hasil),
    }


def _rates(pengguna: Any, kasus: Keberatan) -> bool:
    return bool(Keberatan.objects.dinilai_ulang_oleh(pengguna).filter(pk=kasus.pk).exists())


def _own_result(request: HttpRequest, saya: Pegawai, jenis: str, pk: int) -> Hasil:
    try:
        hasil = result_for(pengguna=request.user, jenis=jenis, pk=pk)
    except TidakDitemukan as salah:
        raise Http404 from salah
    if hasil.pegawai_id != saya.pk:
        raise Http404
    return hasil
