"""*Jabatan yang saya minati*: my own buttons; for an atasan only what people of the team share.

The post travels in the body: addresses are logged, and what somebody is interested in is not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.views import asal, bilangan
from karier.services.minat_jabatan import (
    add_interest,
    remove_interest,
    share_interest,
    shared_with,
    withdraw_interest,
)
from pegawai.views.saya import KANAL, own_record

_HALAMAN: Final = "karier:saya"


@require_POST
def tambah(request: HttpRequest) -> HttpResponse:
    """*Saya minati*: seen by me alone."""
    return _press(request, add_interest, "Tercatat. Hanya Anda yang melihatnya.")


@require_POST
def hapus(request: HttpRequest) -> HttpResponse:
    return _press(request, remove_interest, "Jabatan itu tidak ada lagi dalam daftar Anda.")


@require_POST
def bagikan(request: HttpRequest) -> HttpResponse:
    def kerja(**isi: Any) -> None:
        share_interest(**isi, at=timezone.now())

    pesan = "Dibagikan kepada atasan, pengelola kepegawaian, dan komite talenta, sampai Anda menariknya."
    return _press(request, kerja, pesan)


@require_POST
def tarik(request: HttpRequest) -> HttpResponse:
    return _press(request, withdraw_interest, "Ditarik. Sekarang hanya Anda yang melihatnya.")


def _press(request: HttpRequest, kerja: Callable[..., None], pesan: str) -> HttpResponse:
    saya = own_record(request)
    try:
        kerja(pegawai=saya, jabatan_id=bilangan(request.POST.get("jabatan"), bawaan=0), actor=request.user)
    except TidakDitemukan as salah:
        raise Http404(salah.pesan) from salah
    except DomainError as salah:
        messages.error(request, salah.kalimat)
    else:
        messages.success(request, pesan)
    return HttpResponseRedirect(asal(request, _HALAMAN, "karier:jabatan") or f"{reverse(_HALAMAN)}#minat")


@require_safe
def minat_tim(request: HttpRequest) -> HttpResponse:
    """What people of my team chose to share with me."""
    own_record(request)
    minat = list(shared_with(request.user).filter(pegawai__atasan=request.user.pegawai_id))  # type: ignore[union-attr]
    catat_baca(pengguna=request.user, pegawai_ids={m.pegawai_id for m in minat}, kanal=KANAL)
    return render(request, "karier/minat_tim.html", {"minat": minat})
