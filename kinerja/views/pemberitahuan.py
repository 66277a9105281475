"""The inbox, what one chooses about it, and the question when one will fill in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from asn_karier.lib.views import Halaman, alamat, bilangan, dikirim, isikan, potong
from kinerja.enums import BERJALAN, WAJIB, JenisPesan, SumberKinerja
from kinerja.forms.pemberitahuan import FormPilihan, FormRencana
from kinerja.kamus import LABEL
from kinerja.kamus.pengingat import MENIT_MENGISI, SEBAB_WAJIB, rencana_teks
from kinerja.models import RencanaPengisian, SiklusPenilaian
from kinerja.rules.pengingat import is_held_out
from kinerja.services.pemberitahuan import (
    choices_of_person,
    inbox,
    mark_read,
    plan_filling,
    save_choices,
)
from kinerja.services.tenggat import filling_deadline
from kinerja.services.timbang_pesan import measured_among
from kinerja.views.bersama import cycles_of
from kinerja.views.kartu import Kartu
from pegawai.models import Pegawai
from pegawai.services.profil import moment_text, zone_of
from pegawai.views.saya import own_record
from pegawai.views.tugas import Penanya

PER_HALAMAN: Final = 25


@require_http_methods(["GET", "HEAD", "POST"])
def pemberitahuan(request: HttpRequest) -> HttpResponse:
    """My messages, the newest first; a press marks those shown as read."""
    saya = own_record(request)
    at = timezone.now()
    if request.method == "POST":
        mark_read(pengguna=request.user, at=at, sampai=bilangan(request.POST.get("sampai")))
        return HttpResponseRedirect(reverse("kinerja:pemberitahuan"))
    awal = min(max(bilangan(request.GET.get("mulai"), bawaan=0) or 0, 0), 10_000)
    semua = inbox(pengguna=request.user, at=at)
    baris, lagi = potong(list(semua[awal : awal + PER_HALAMAN + 1]), PER_HALAMAN)
    zona = zone_of(saya)
    isi = {
        "pesan": [
            {
                "judul": p.judul,
                "isi": p.isi,
                "sebab": p.sebab,
                "url": p.url,
                "baru": p.dibaca_pada is None,
                "pada": moment_text(p.terbit_pada, zona),
                "wajib": p.jenis in WAJIB,
            }
            for p in baris
        ],
        "ada_baru": any(p.dibaca_pada is None for p in baris),
        "sampai": max((p.pk for p in baris), default=0),
        "halaman": _halaman(request, awal, lagi),
    }
    return render(request, "kinerja/pemberitahuan.html", isi)


def _halaman(request: HttpRequest, awal: int, lagi: bool) -> Halaman | None:
    if not awal and not lagi:
        return None
    sebelum = alamat(request, mulai=max(awal - PER_HALAMAN, 0)) if awal else ""
    return Halaman(sebelum, alamat(request, mulai=awal + PER_HALAMAN) if lagi else "")


@require_http_methods(["GET", "HEAD", "POST"])
def pilihan(request: HttpRequest) -> HttpResponse:
    """Which messages come, when, and whether a weekly letter is sent."""
    saya = own_record(request)
    tersimpan = choices_of_person(saya)
    surel = getattr(request.user, "email", "")
    form = FormPilihan(dikirim(request), pilihan=tersimpan, surel=surel)
    if request.method == "POST" and form.is_valid():
        try:
            save_choices(pegawai=saya, **form.pilihan())
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
        else:
            messages.success(request, "Pilihan Anda disimpan.")
            return HttpResponseRedirect(reverse("kinerja:pemberitahuan"))
    if form.is_bound:
        isikan(form, versi=choices_of_person(saya).versi)
    wajib = [(LABEL[JenisPesan][j], SEBAB_WAJIB[j]) for j in WAJIB]
    return render(request, "kinerja/pemberitahuan_pilihan.html", {"form": form, "wajib": wajib})


@require_http_methods(["GET", "HEAD", "POST"])
def rencana(request: HttpRequest, siklus_id: int) -> HttpResponse:
    """'When will you fill it in?': a day and an hour, changed as often as one likes."""
    saya = own_record(request)
    siklus = _siklus_saya(saya, siklus_id)
    zona, at = zone_of(saya), timezone.now()
    lalu = RencanaPengisian.objects.visible_to(request.user).filter(siklus=siklus).first()
    form = FormRencana(dikirim(request), initial=_awal(lalu, zona))
    if request.method == "POST" and form.is_valid():
        try:
            hasil = plan_filling(pegawai=saya, siklus=siklus, pada=form.saat(zona), at=at)
        except DomainError as salah:
            form.add_error(None, salah.pesan)
        else:
            messages.success(request, _kalimat(hasil.rencana, zona, diingatkan=hasil.diingatkan))
            return HttpResponseRedirect(reverse("kinerja:saya"))
    isi = {
        "form": form,
        "siklus": siklus,
        "batas": filling_deadline(siklus, saya).teks,
        "menit": MENIT_MENGISI,
        "zona": f"{at.astimezone(ZoneInfo(zona)):%Z}",
    }
    return render(request, "kinerja/rencana.html", isi)


def _siklus_saya(saya: Pegawai, siklus_id: int) -> SiklusPenilaian:
    """An open cycle of my instansi that is filled in here; 404 for any other."""
    siklus: SiklusPenilaian | None = SiklusPenilaian.objects.filter(
        pk=siklus_id, instansi_id=saya.instansi_id, status__in=BERJALAN, sumber=SumberKinerja.DI_SINI
    ).first()
    if siklus is None:
        raise Http404("Siklus itu tidak ditemukan, atau sedang tidak dibuka.")
    return siklus


def _awal(lalu: RencanaPengisian | None, zona: str) -> dict[str, Any]:
    if lalu is None:
        return {}
    setempat = lalu.pada.astimezone(ZoneInfo(zona))
    return {"hari": setempat.date(), "jam": setempat.hour}


def _kalimat(r: RencanaPengisian, zona: str, *, diingatkan: bool) -> str:
    setempat = r.pada.astimezone(ZoneInfo(zona))
    depan = rencana_teks(setempat.date(), f"{setempat:%H.%M %Z}")
    if diingatkan:
        return f"{depan} Kami mengingatkan Anda pada jam itu."
    return f"{depan} Pengingat tidak dikirim: batas dua pesan sepekan tercapai, atau Anda mematikannya."


# -- cards on Kinerja saya ------------------------------------------------------------------------------


def inbox_card(penanya: Penanya) -> Iterator[Kartu]:
    """How many messages are new; nothing when there are none."""
    baru = inbox(pengguna=penanya.request.user, at=penanya.at).filter(dibaca_pada=None).count()
    if baru:
        yield Kartu(
            "Pemberitahuan",
            f"{kata.bilangan(baru)} pemberitahuan belum Anda baca.",
            reverse("kinerja:pemberitahuan"),
            "Baca pemberitahuan",
        )


def plan_cards(penanya: Penanya) -> Iterator[Kartu]:
    """The planning prompt of each open cycle, or what was planned."""
    saya, zona = penanya.saya, zone_of(penanya.saya)
    siklus_saya = cycles_of(penanya)
    janji = {r.siklus_id: r for r in RencanaPengisian.objects.filter(pegawai=saya, pada__gt=penanya.at)}
    terbuka = [s for s in siklus_saya.di_sini if not siklus_saya.tenggat[s.pk].lewat(penanya.at)]
    diukur = measured_among(terbuka, JenisPesan.AJAKAN)
    for siklus in sorted(terbuka, key=lambda s: (siklus_saya.tenggat[s.pk].hari, s.pk)):
        url = reverse("kinerja:rencana", args=[siklus.pk])
        if siklus.pk in janji:
            setempat = janji[siklus.pk].pada.astimezone(ZoneInfo(zona))
            teks = rencana_teks(setempat.date(), f"{setempat:%H.%M %Z}")
            yield Kartu(siklus.nama, teks, url, "Ubah waktunya")
        elif siklus.pk not in diukur or not is_held_out(str(saya.pk), JenisPesan.AJAKAN, siklus.pk):
            yield Kartu(siklus.nama, "Kapan Anda akan mengisinya?", url, "Pilih hari dan jam")
