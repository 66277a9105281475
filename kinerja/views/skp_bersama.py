"""What the pages of an SKP share: which plan an address means for whoever asks, and how refusals are told."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.views import bilangan, isikan
from kinerja.enums import SKP_DAPAT_DIUBAH
from kinerja.models import SKP
from kinerja.services.skp_baca import plan_for, reports_of
from kinerja.services.skp_sumber import must_be_open
from pegawai.models import Pegawai
from pegawai.views.saya import own_record


def readable_plan(request: HttpRequest, skp_id: int) -> SKP:
    """A plan that whoever asks may read; 404 for every other."""
    own_record(request)
    try:
        return plan_for(pengguna=request.user, skp_id=skp_id)
    except TidakDitemukan as salah:
        raise Http404 from salah


def own_plan(request: HttpRequest, skp_id: int) -> tuple[Pegawai, SKP]:
    """One's own plan; 404 for every other."""
    saya = own_record(request)
    skp = readable_plan(request, skp_id)
    if skp.pegawai_id != saya.pk:
        raise Http404
    return saya, skp


def report_plan(request: HttpRequest, skp_id: int) -> SKP:
    """The plan of a direct report; 404 for every other."""
    skp = readable_plan(request, skp_id)
    if not is_rater(request, skp):
        raise Http404
    return skp


def is_rater(request: HttpRequest, skp: SKP) -> bool:
    """Whether whoever asks is the atasan penilai of today."""
    return bool(reports_of(request.user).filter(pk=skp.pegawai_id).exists())


def is_owner(request: HttpRequest, skp: SKP) -> bool:
    pegawai_id: Any = request.user.pegawai_id  # type: ignore[union-attr]
    return bool(pegawai_id == skp.pegawai_id)


def sentence(salah: DomainError) -> str:
    return salah.kalimat


def back(skp: SKP, jangkar: str = "") -> HttpResponseRedirect:
    """To the plan."""
    return HttpResponseRedirect(f"{reverse('kinerja:skp_lembar', args=[skp.pk])}{jangkar}")


def refused(request: HttpRequest, skp: SKP, salah: DomainError) -> HttpResponse:
    """To the plan, with why nothing was done."""
    messages.error(request, sentence(salah))
    return back(skp)


def closed(request: HttpRequest, skp: SKP) -> HttpResponse | None:
    """To the plan while it cannot be written in; None while it can, and for what was typed.

    Words that come too late are refused by the service, on the page that still has them.
    """
    if request.method == "POST":
        return None
    try:
        must_be_open(skp.pegawai.instansi_id, skp.tahun)
    except DomainError as salah:
        return refused(request, skp, salah)
    if skp.status in SKP_DAPAT_DIUBAH:
        return None
    messages.error(request, f"SKP ini {skp.get_status_display().lower()}, jadi belum dapat diubah.")
    return back(skp)


def posted_version(request: HttpRequest) -> int | None:
    return bilangan(request.POST.get("versi"))


def tell(form: forms.Form, salah: DomainError, skp: SKP) -> None:
    """Say it on the page; after a change by somebody else the next press is about the plan of now."""
    form.add_error(None, sentence(salah))
    if salah.kode == "versi_lama":
        isikan(form, versi=SKP.objects.values_list("versi", flat=True).get(pk=skp.pk))
