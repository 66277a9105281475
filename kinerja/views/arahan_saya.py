"""Directions that I received: read them, and say how far I am."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.views import isikan
from kinerja.enums import ARAHAN_TERBUKA, StatusArahan
from kinerja.forms.arahan import KemajuanForm
from kinerja.kamus.arahan import KELAS
from kinerja.models import PenerimaArahan
from kinerja.services.arahan import acknowledge, report_progress
from kinerja.services.arahan_baca import deadline_of, received, received_one
from kinerja.services.bawahan import direct_reports
from pegawai.models import Pegawai
from pegawai.services.profil import moment_text, zone_of
from pegawai.views.saya import own_record


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """What was asked of me, by its last day; leaders find what they gave from here."""
    saya = own_record(request)
    kini = timezone.now()
    isi = {
        "daftar": [direction_line(p, saya, kini) for p in received(saya)],
        "pimpinan": bool(direct_reports(saya)),
    }
    return render(request, "kinerja/arahan.html", isi)


def direction_line(p: PenerimaArahan, saya: Pegawai, at: datetime) -> dict[str, Any]:
    """One direction for partials/tugas.html."""
    tanda, kelas = _mark(p, saya, at)
    belum = "" if p.dibaca_pada else "belum dibaca, "
    return {
        "judul": p.arahan.judul,
        "url": reverse("kinerja:arahan_saya", args=[p.pk]),
        "tanda": tanda,
        "kelas": kelas,
        "ket": f"Dari {p.arahan.pemberi.nama_gelar}, {belum}batas {deadline_of(p.arahan, saya).teks}",
    }


def _mark(p: PenerimaArahan, saya: Pegawai, at: datetime) -> tuple[str, str]:
    if p.arahan.dibatalkan_pada:
        return "Dibatalkan", ""
    status = StatusArahan(p.status)
    if status in ARAHAN_TERBUKA and deadline_of(p.arahan, saya).lewat(at):
        return "Lewat batas – masih dapat diisi", "perlu"
    return p.get_status_display(), KELAS[status]


@require_http_methods(["GET", "HEAD", "POST"])
def satu(request: HttpRequest, pk: int) -> HttpResponse:
    """One direction that I received."""
    saya = own_record(request)
    try:
        p = received_one(penerima_id=pk, pengguna=request.user)
    except TidakDitemukan as salah:
        raise Http404 from salah
    form = KemajuanForm(request.POST) if request.method == "POST" else KemajuanForm(initial=_now(p))
    if request.method == "POST" and form.is_valid() and _report(request, form, p):
        return HttpResponseRedirect(reverse("kinerja:arahan"))
    if form.is_bound:  # the page shows what was said last
        isikan(form, versi=p.versi)
    tanda, kelas = _mark(p, saya, timezone.now())
    isi = {
        "arahan": {"judul": p.arahan.judul, "isi": p.arahan.isi, "dari": p.arahan.pemberi.nama_gelar},
        "batas": deadline_of(p.arahan, saya).teks,
        "tanda": tanda,
        "kelas": kelas,
        "catatan": p.catatan,
        "dibatalkan": p.arahan.alasan_batal,
        "dibaca": moment_text(p.dibaca_pada, zone_of(saya)) if p.dibaca_pada else "",
        "penerima": p.pk,
        "form": None if p.arahan.dibatalkan_pada else form,
    }
    return render(request, "kinerja/arahan_saya.html", isi, status=409 if "__all__" in form.errors else 200)


def _now(p: PenerimaArahan) -> dict[str, Any]:
    """What stands there; before the first report nothing is chosen."""
    return {"status": p.status if p.dilaporkan_pada else None, "catatan": p.catatan, "versi": p.versi}


def _report(request: HttpRequest, form: KemajuanForm, p: PenerimaArahan) -> bool:
    try:
        report_progress(
            penerima_id=p.pk,
            status=StatusArahan(form.cleaned_data["status"]),
            catatan=form.cleaned_data["catatan"],
            versi=form.cleaned_data["versi"],
            actor=request.user,
            at=timezone.now(),
        )
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return False
    messages.success(request, f"Keadaan arahan tersimpan. {p.arahan.pemberi.nama_gelar} membacanya.")
    return True


@require_POST
def dibaca(request: HttpRequest, pk: int) -> HttpResponse:
    """*Saya sudah membaca*."""
    own_record(request)
    try:
        acknowledge(penerima_id=pk, actor=request.user, at=timezone.now())
    except TidakDitemukan as salah:
        raise Http404 from salah
    messages.success(request, "Tercatat: arahan sudah Anda baca.")
    return HttpResponseRedirect(reverse("kinerja:arahan_saya", args=[pk]))
