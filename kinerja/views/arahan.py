"""Directions by a leader: give one, see who is how far, take it back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.views import bilangan, dikirim
from kinerja.enums import StatusArahan
from kinerja.forms.arahan import ArahanForm, BatalArahanForm
from kinerja.kamus.arahan import KELAS
from kinerja.models import Arahan, PenerimaArahan
from kinerja.services.arahan import cancel_direction, give_direction
from kinerja.services.arahan_baca import deadline_of, given, given_one, late_ones
from kinerja.services.bawahan import direct_reports, people_below, units_below
from pegawai.models import Pegawai
from pegawai.services.profil import date_text, moment_text, zone_of
from pegawai.views.saya import KANAL, own_record


@require_safe
def diberikan(request: HttpRequest) -> HttpResponse:
    """What I asked of others, with how far they are."""
    saya = own_record(request)
    daftar = [
        {
            "judul": d.arahan.judul,
            "url": reverse("kinerja:arahan_satu", args=[d.arahan.pk]),
            "tanda": "Dibatalkan" if d.arahan.dibatalkan_pada else f"{d.selesai} dari {d.penerima} selesai",
            "kelas": "ok" if d.selesai == d.penerima and not d.arahan.dibatalkan_pada else "",
            "ket": _numbers(d.dibaca, d.terhalang, d.arahan),
        }
        for d in given(saya)
    ]
    return render(request, "kinerja/arahan_diberikan.html", {"daftar": daftar})


def _numbers(dibaca: int, terhalang: int, arahan: Arahan) -> str:
    halang = f"{terhalang} tidak dapat dijalankan, " if terhalang else ""
    return f"{dibaca} sudah membaca, {halang}batas {date_text(arahan.tenggat)} menurut jam unit penerima"


@require_http_methods(["GET", "HEAD", "POST"])
def beri(request: HttpRequest) -> HttpResponse:
    """For one direct report, for all of them, or for the people in a unit below; `?orang=` names one."""
    saya = own_record(request)
    langsung = direct_reports(saya)
    if not langsung:
        return render(request, "kinerja/arahan_beri.html", {"form": None})
    orang = Pegawai.objects.filter(pk__in=langsung).order_by("nama", "pk")
    unit = units_below(saya, people_below(saya))
    form = ArahanForm(
        dikirim(request),
        orang=[(o.pk, o.nama_gelar) for o in orang],
        unit=[(u.pk, u.nama) for u in unit],
        initial=_initial(request),
    )
    if request.method == "POST" and form.is_valid():
        arahan = _give(request, form)
        if arahan is not None:
            return HttpResponseRedirect(reverse("kinerja:arahan_satu", args=[arahan.pk]))
    return render(request, "kinerja/arahan_beri.html", {"form": form})


def _initial(request: HttpRequest) -> dict[str, Any]:
    dipilih = bilangan(request.GET.get("orang"))
    return {"untuk": f"orang-{dipilih}"} if dipilih else {}


def _give(request: HttpRequest, form: ArahanForm) -> Arahan | None:
    try:
        arahan = give_direction(
            untuk=form.penerima,
            isi=form.arahan,
            kunci=form.cleaned_data["kunci"],
            actor=request.user,
            at=timezone.now(),
        )
    except DomainError as salah:
        if isinstance(salah, Bentrok):
            form.ganti_kunci()
        ruas = {"tenggat_lewat": "tenggat", "penerima_kosong": "untuk"}.get(salah.kode)
        form.add_error(ruas, salah.kalimat)
        return None
    messages.success(request, f"Arahan terkirim kepada {arahan.penerima.count()} orang.")
    return arahan


@require_http_methods(["GET", "HEAD", "POST"])
def satu(request: HttpRequest, pk: int) -> HttpResponse:
    """The table of one direction, for the leader who gave it; a POST takes it back."""
    own_record(request)
    form = BatalArahanForm(dikirim(request))
    try:
        if request.method == "POST" and form.is_valid():
            cancel_direction(
                arahan_id=pk, alasan=form.cleaned_data["alasan"], actor=request.user, at=timezone.now()
            )
            messages.success(request, "Arahan dibatalkan. Penerimanya membaca alasan Anda.")
            return HttpResponseRedirect(request.path)
        arahan, penerima = given_one(arahan_id=pk, pengguna=request.user)
    except TidakDitemukan as salah:
        raise Http404 from salah
    catat_baca(
        pengguna=request.user,
        pegawai_ids=[p.pegawai_id for p in penerima],
        kanal=KANAL,
        tindakan="lihat_daftar",
        keperluan="Arahan pimpinan",
    )
    return render(request, "kinerja/arahan_satu.html", _table(arahan, penerima) | {"form": form})


def _table(arahan: Arahan, penerima: list[PenerimaArahan]) -> dict[str, Any]:
    lewat = late_ones(arahan, penerima, timezone.now())
    hitung = {s: sum(p.status == s for p in penerima) for s in StatusArahan}
    label = {p.status: p.get_status_display() for p in penerima}
    return {
        "arahan": {
            "judul": arahan.judul,
            "isi": arahan.isi,
            "untuk": f"{arahan.get_sasaran_display()}{f': {arahan.unit.nama}' if arahan.unit else ''}",
            "tenggat": f"{date_text(arahan.tenggat)} menurut jam unit penerima",
            "dibatalkan": arahan.alasan_batal,
        },
        "ringkasan": [{"jumlah": n, "teks": label[s].lower()} for s, n in hitung.items() if n],
        "penerima": [_recipient(arahan, p, lewat=p.pk in lewat) for p in penerima],
    }


def _recipient(arahan: Arahan, p: PenerimaArahan, *, lewat: bool) -> dict[str, Any]:
    zona = zone_of(p.pegawai)
    return {
        "nama": p.pegawai.nama_gelar,
        "unit": p.pegawai.unit.nama if p.pegawai.unit else "",
        "tanda": p.get_status_display(),
        "kelas": KELAS[StatusArahan(p.status)],
        "lewat": lewat,
        "catatan": p.catatan,
        "dibaca": moment_text(p.dibaca_pada, zona) if p.dibaca_pada else "belum",
        "batas": deadline_of(arahan, p.pegawai).teks,
    }
