"""Programmes that all governments share, on every page that shows a part of one: read, and copied."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from asn_karier.lib.views import wewenang
from pelatihan.models import Pelatihan


def shared_note(request: HttpRequest, pelatihan: Pelatihan, *, apa: str = "Pelatihan") -> dict[str, Any]:
    """Context of the stock form for HR that may only read `apa`; empty for what they change themselves."""
    if pelatihan.instansi_id is not None or Pelatihan.objects.dikelola(request.user).filter(pk=pelatihan.pk):
        return {}
    isi: dict[str, Any] = {"subjudul": f"{apa} bersama semua instansi: dibaca, tidak diubah."}
    if may_copy(request, pelatihan):
        isi["subjudul"] += " Salin pelatihannya, lalu sesuaikan salinannya."
        url = reverse("admin:pelatihan_pelatihan_salin", args=[pelatihan.pk])
        isi["alat"] = [{"teks": "Salin ke katalog kami", "url": url, "utama": True}]
    return isi


def may_copy(request: HttpRequest, pelatihan: Pelatihan) -> bool:
    """Whether HR may have an own one in its place."""
    return pelatihan.instansi_id is None and wewenang(request).mengelola


def lesson_links(request: HttpRequest, pelatihan: Pelatihan) -> list[dict[str, Any]]:
    """From a programme to its lessons, and for HR to its questions."""
    daftar = [("Materi", "materi"), *([("Soal kuis", "soalkuis")] if wewenang(request).mengelola else [])]
    return [
        {
            "teks": teks,
            "url": f"{reverse(f'admin:pelatihan_{nama}_changelist')}?pelatihan__exact={pelatihan.pk}",
        }
        for teks, nama in daftar
    ]


def owner(pelatihan: Pelatihan) -> str:
    """'Bersama', or the government that keeps it."""
    return str(pelatihan.instansi or "Bersama")
