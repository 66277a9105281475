"""The page *Mentor* (A13): find one, choose one of three, follow the answer, stop waiting."""

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
from asn_karier.lib.views import bilangan, dikirim
from mentoring.enums import AlasanBelum, StatusPasangan
from mentoring.forms.mentor import FormCari
from mentoring.kamus import LABEL
from mentoring.models import Pasangan
from mentoring.services.halaman_mentor import (
    Menunggu,
    level_text,
    lived_pairs,
    own_pairs,
    read_as_mentor,
    read_wait,
)
from mentoring.services.permintaan import ask_for_mentor, choices_of_person, stop_waiting
from mentoring.services.pilihan import choose_mentor, withdraw_choice
from pegawai.models import Pegawai
from pegawai.services.profil import day_of, moment_text, zone_of
from pegawai.views.saya import KANAL, own_record

_DUA = ["GET", "HEAD", "POST"]


@require_safe
def mentor(request: HttpRequest) -> HttpResponse:
    """Everything about mentoring that concerns me."""
    saya, kini = own_record(request), timezone.now()
    pasangan = own_pairs(saya)
    tunggu = None if pasangan else read_wait(saya, per=day_of(saya, kini))
    sebagai = read_as_mentor(saya)
    dibimbing, berakhir = lived_pairs(request.user)
    _log(request, [s.saran.mentor.pegawai_id for s in tunggu.saran] if tunggu else [])
    isi = {
        "menjawab": next((p for p in pasangan if p.status == StatusPasangan.DIPILIH_MENTEE), None),
        "berjalan": [p for p in pasangan if p.status == StatusPasangan.BERJALAN],
        "batas": moment_text(pasangan[0].batas, zone_of(saya)) if pasangan and pasangan[0].batas else "",
        "tunggu": tunggu,
        **(_wait(tunggu, saya) if tunggu else {}),
        "mentor": sebagai,
        "dibimbing": dibimbing,
        "berakhir": berakhir,
    }
    return render(request, "mentoring/mentor.html", isi)


def _wait(tunggu: Menunggu, saya: Pegawai) -> dict[str, Any]:
    """The words of a wait."""
    undangan, terakhir = tunggu.undangan, tunggu.terakhir
    return {
        "level": level_text(tunggu.permintaan),
        "undangan_sampai": moment_text(undangan.batas, zone_of(saya)) if undangan and undangan.batas else "",
        "belum": _declined(terakhir) if terakhir else "",
    }


def _declined(pasangan: Pasangan) -> str:
    """What came of the last choice, in one sentence."""
    siapa = pasangan.mentor_pegawai.nama_gelar
    if pasangan.status == StatusPasangan.BELUM_DITERIMA:
        alasan = LABEL[AlasanBelum][AlasanBelum(pasangan.alasan_belum)]
        return f"{siapa} belum dapat menerima: {alasan}."
    if pasangan.dipilih_pada is None:
        return f"Tempat pada {siapa} yang disimpan untuk Anda sudah dilepas karena batas waktunya lewat."
    return f"{siapa} belum menjawab sampai batas waktu, jadi tempatnya dilepas."


@require_http_methods(_DUA)
def pilih(request: HttpRequest) -> HttpResponse:
    """*Pilih mentor*: up to three, each with why; one press sends the choice."""
    saya, kini = own_record(request), timezone.now()
    tunggu = read_wait(saya, per=day_of(saya, kini))
    if tunggu is None or own_pairs(saya):
        return HttpResponseRedirect(reverse("mentoring:mentor"))
    salah = ""
    if request.method == "POST":
        salah = _choose(request, tunggu)
        if not salah:
            return HttpResponseRedirect(reverse("mentoring:mentor"))
        tunggu = read_wait(saya, per=day_of(saya, kini)) or tunggu
    _log(request, [s.saran.mentor.pegawai_id for s in tunggu.saran])
    isi = {"tunggu": tunggu, **_wait(tunggu, saya), "salah": salah}
    return render(request, "mentoring/pilih.html", isi)


def _choose(request: HttpRequest, tunggu: Menunggu) -> str:
    """What was refused, in words; empty when the mentor is asked."""
    profil_id = bilangan(request.POST.get("mentor"))
    if profil_id is None:
        return "Pilih satu mentor."
    try:
        choose_mentor(
            permintaan_id=tunggu.permintaan.pk, profil_id=profil_id, actor=request.user, at=timezone.now()
        )
    except DomainError as salah:
        return salah.kalimat
    messages.success(request, "Pilihan terkirim. Mentor menjawab paling lama 7 hari.")
    return ""


@require_http_methods(_DUA)
def cari(request: HttpRequest) -> HttpResponse:
    """*Cari mentor*: in which competency."""
    saya, kini = own_record(request), timezone.now()
    pilihan = choices_of_person(saya, per=day_of(saya, kini))
    form = FormCari(dikirim(request), pilihan=pilihan)
    if request.method == "POST" and form.is_valid():
        try:
            ask_for_mentor(pegawai=saya, kunci=form.kunci, actor=request.user, at=kini)
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
        else:
            return HttpResponseRedirect(reverse("mentoring:pilih"))
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    return render(request, "mentoring/cari.html", {"form": form, "pilihan": pilihan})


@require_POST
def batal(request: HttpRequest) -> HttpResponse:
    """*Tidak mencari mentor lagi*."""
    stop_waiting(pegawai=own_record(request), actor=request.user, at=timezone.now())
    messages.success(request, "Anda tidak menunggu mentor lagi. Anda dapat mencari lagi kapan saja.")
    return HttpResponseRedirect(reverse("mentoring:mentor"))


@require_POST
def tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the choice back before it is answered."""
    own_record(request)
    try:
        withdraw_choice(pasangan_id=pk, actor=request.user, at=timezone.now())
    except TidakDitemukan as salah:
        raise Http404(salah.pesan) from salah
    except Bentrok as salah:
        messages.error(request, salah.kalimat)
    else:
        messages.success(request, "Pilihan ditarik. Anda dapat memilih mentor lain.")
    return HttpResponseRedirect(reverse("mentoring:mentor"))


def _log(request: HttpRequest, lain: list[int]) -> None:
    saya = own_record(request)
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk, *lain], kanal=KANAL)
