"""Meetings of a pair: log one in two presses, confirm with one, plan the next, remember differently."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import bilangan, dikirim, isikan
from mentoring.enums import CaraBertemu, StatusPertemuan
from mentoring.forms.hidup import FormBeda, FormPertemuan, FormRencana
from mentoring.models import Pasangan, Pertemuan
from mentoring.services.berdua import other_of, today_of
from mentoring.services.pertemuan import (
    cancel_meeting,
    confirm_meeting,
    dispute_meeting,
    log_meeting,
    plan_meeting,
)
from mentoring.views.bersama import my_pair, pressed, sent, to_pair
from mentoring.views.pasangan import meeting_line
from pegawai.services.profil import zone_of
from pegawai.views.saya import own_record


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def catat(request: HttpRequest, pk: int) -> HttpResponse:
    """*Catat pertemuan*: filled in with what was planned, or what the last meeting was like."""
    satu = my_pair(request, pk)
    form = FormPertemuan(dikirim(request), initial=_initial(satu))
    lawan = other_of(satu, own_record(request).pk).nama_gelar
    if request.method == "POST" and form.is_valid():
        kunci = form.cleaned_data["kunci"]
        if sent(
            form,
            lambda: log_meeting(
                pasangan_id=pk, isi=form.isi, kunci=kunci, actor=request.user, at=timezone.now()
            ),
        ):
            messages.success(request, f"Pertemuan tercatat. {lawan} tinggal mengonfirmasi satu kali tekan.")
            return to_pair(pk, "#pertemuan")
    isi = {
        "pk": pk,
        "form": form,
        "judul": "Catat pertemuan",
        "pengantar": f"Cukup satu dari Anda berdua yang mencatat. {lawan} mengonfirmasinya, "
        "lalu JP mentee bertambah sesuai aturan.",
        "teks": "Simpan pertemuan",
        "draf": pulihkan(request, form, zona_waktu=zone_of(own_record(request))),
    }
    return render(request, "mentoring/isian.html", isi)


def _initial(satu: Pasangan) -> dict[str, Any]:
    """The plan whose day has come, else today in the way of the last meeting."""
    hari = today_of(satu, timezone.now())
    semua = Pertemuan.objects.filter(pasangan=satu)
    rencana = semua.filter(status=StatusPertemuan.DIRENCANAKAN, pada__lte=hari).first()
    lalu = rencana or semua.exclude(status=StatusPertemuan.BATAL).first()
    return {
        "pada": rencana.pada if rencana else hari,
        "kanal": lalu.kanal if lalu else CaraBertemu.TATAP_MUKA,
        "menit": (lalu.menit if lalu else None) or 30,
    }


@require_http_methods(["GET", "HEAD", "POST"])
def atur(request: HttpRequest, pk: int) -> HttpResponse:
    """*Atur pertemuan berikutnya*."""
    satu = my_pair(request, pk)
    rencana = Pertemuan.objects.filter(pasangan=satu, status=StatusPertemuan.DIRENCANAKAN).first()
    awal = (
        {"pada": rencana.pada, "pukul": rencana.pukul, "kanal": rencana.kanal, "versi": rencana.versi}
        if rencana
        else {"kanal": CaraBertemu.TATAP_MUKA, "versi": 0}
    )
    form = FormRencana(dikirim(request), initial=awal)
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        if sent(form, lambda: plan_meeting(pasangan_id=pk, actor=request.user, at=timezone.now(), **isi)):
            messages.success(request, "Pertemuan berikutnya tersimpan. Pasangan Anda melihatnya di Beranda.")
            return to_pair(pk, "#pertemuan")
    if form.errors:
        isikan(form, versi=rencana.versi if rencana else 0)
    konteks = {
        "pk": pk,
        "form": form,
        "judul": "Atur pertemuan berikutnya",
        "pengantar": "Sepakati dahulu berdua, lalu salah satu menuliskannya di sini.",
        "teks": "Simpan pertemuan berikutnya",
    }
    return render(request, "mentoring/isian.html", konteks)


@require_POST
def konfirmasi(request: HttpRequest, pk: int) -> HttpResponse:
    """*Ya, benar*: one press."""
    versi = _versi(request)
    p = pressed(
        request, lambda: confirm_meeting(pertemuan_id=pk, versi=versi, actor=request.user, at=timezone.now())
    )
    if p is not None:
        jp = f"{p.jp} JP masuk catatan JP mentee." if p.jp else _no_room()
        messages.success(request, f"Pertemuan dikonfirmasi. {jp}")
    return to_pair(_pair_of(request, pk), "#pertemuan")


def _no_room() -> str:
    return "JP tidak bertambah, karena sesi bulan itu sudah penuh. Pertemuannya tetap tercatat."


@require_http_methods(["GET", "HEAD", "POST"])
def beda(request: HttpRequest, pk: int) -> HttpResponse:
    """*Saya mengingatnya berbeda*: what, from a list; who logged it looks again."""
    own_record(request)
    p = Pertemuan.objects.visible_to(request.user).filter(pk=pk).first()
    if p is None or p.oleh_id == own_record(request).pk:
        raise Http404
    form = FormBeda(dikirim(request), initial={"versi": p.versi})
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        if sent(
            form,
            lambda: dispute_meeting(
                pertemuan_id=pk,
                versi=isi["versi"],
                sebab=isi["sebab"],
                actor=request.user,
                at=timezone.now(),
            ),
        ):
            messages.success(request, "Tersampaikan. Pasangan Anda melihatnya lagi, lalu mencatatnya ulang.")
            return to_pair(p.pasangan_id, "#pertemuan")
    if form.errors:
        isikan(form, versi=p.versi)
    konteks = {
        "pk": p.pasangan_id,
        "form": form,
        "judul": "Mengingatnya berbeda?",
        "pengantar": f"{meeting_line(p)['teks']}. Tidak ada yang salah: cocokkan saja bersama.",
        "teks": "Sampaikan",
    }
    return render(request, "mentoring/isian.html", konteks)


@require_POST
def batal(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a plan, or one's own log that waits."""
    versi = _versi(request)
    p = pressed(request, lambda: cancel_meeting(pertemuan_id=pk, versi=versi, actor=request.user))
    if p is not None:
        messages.success(request, "Pertemuan dibatalkan.")
    return to_pair(_pair_of(request, pk), "#pertemuan")


def _versi(request: HttpRequest) -> int:
    return bilangan(request.POST.get("versi"), bawaan=0) or 0


def _pair_of(request: HttpRequest, pertemuan_id: int) -> int:
    """404 for everybody but the two."""
    own_record(request)
    milik = Pertemuan.objects.visible_to(request.user)
    pasangan_id: int = get_object_or_404(milik, pk=pertemuan_id).pasangan_id
    return pasangan_id
