"""The person's yes to what somebody else filled in (flow 13): a code that is read out, or a signed sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import dikirim
from pegawai.admin.formulir import FormKeperluan
from pegawai.forms.usulan import FormBerkas, FormKode


def dua_jalan(request: HttpRequest) -> tuple[FormKode, FormBerkas, Any]:
    """The form of the code, the form of the sheet, and which of the two is meant."""
    kertas = request.method == "POST" and "kertas" in request.POST
    kode = FormKode(None if kertas else dikirim(request))
    lembar = FormBerkas(dikirim(request) if kertas else None, request.FILES or None)
    lembar.harus_berkas("Foto atau PDF lembar yang ditandatangani")
    return kode, lembar, lembar if kertas else kode


def sahkan(
    request: HttpRequest,
    form: Any,
    *,
    dengan_kode: Callable[..., object],
    dengan_kertas: Callable[..., object],
    **tentang: int,
) -> bool:
    """Whether the yes counts now; a refusal stands in the form. `tentang`: what it is a yes to."""
    sama: dict[str, Any] = {"actor": request.user, "at": timezone.now(), "kanal": KANAL, **tentang}
    try:
        if isinstance(form, FormKode):
            dengan_kode(kode=form.cleaned_data["kode"], **sama)
        else:
            dengan_kertas(berkas=form.terlampir, **sama)
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
    return not form.errors


def kode_baru(
    request: HttpRequest, terbitkan: Callable[..., str], **tentang: int
) -> tuple[FormKeperluan, str]:
    """For somebody on the phone: how the officer knows who it is, and the code to read out; empty before."""
    form = FormKeperluan(dikirim(request))
    form.fields["keperluan"].label = "Cara Anda memastikan bahwa ini pegawainya"
    form.fields["keperluan"].help_text = "Misalnya: ditelepon balik ke nomor yang tercatat."
    form.fields["keperluan"].error_messages["required"] = "Tuliskan cara memastikannya."
    if request.method != "POST" or not form.is_valid():
        return form, ""
    sama: dict[str, Any] = {"actor": request.user, "at": timezone.now(), "kanal": KANAL, **tentang}
    try:
        return form, terbitkan(keperluan=form.cleaned_data["keperluan"], **sama)
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
    return form, ""
