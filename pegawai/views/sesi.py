"""Devices that are signed in to one's account."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from asn_karier.lib.views import bilangan
from pegawai.services.sesi import end_own_sessions, limits_of, list_sessions


@require_http_methods(["GET", "HEAD", "POST"])
def sesi(request: HttpRequest) -> HttpResponse:
    """The list; POST signs out one of them (`sesi`) or all others (`semua`)."""
    pengguna: Any = request.user
    kunci = request.session.session_key
    if request.method == "POST":
        _keluarkan(request, pengguna, kunci)
        return HttpResponseRedirect(reverse("pegawai:sesi"))
    batas = limits_of(pengguna)
    isi = {
        "perangkat": list_sessions(pengguna, kunci_ini=kunci),
        "menit": int(batas.diam.total_seconds() // 60),
        "jam": int(batas.seluruhnya.total_seconds() // 3600),
    }
    return render(request, "pegawai/sesi.html", isi)


def _keluarkan(request: HttpRequest, pengguna: Any, kunci: str | None) -> None:
    satu = bilangan(request.POST.get("sesi"))
    if satu is None and "semua" not in request.POST:
        return
    jumlah = end_own_sessions(pengguna=pengguna, kunci_ini=kunci, pk=satu)
    if jumlah:
        messages.success(request, f"{jumlah} perangkat dikeluarkan. Perangkat itu harus masuk lagi.")
    else:
        messages.info(request, "Perangkat itu sudah keluar.")
