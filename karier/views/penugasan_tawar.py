"""A leader offers an assignment, calls it off, or ends it with what came of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from asn_karier.lib.errors import DomainError
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import dikirim, isikan
from karier.enums import StatusPesertaPenugasan
from karier.forms.penugasan import FormBatalPenugasan, FormSelesai, FormTawarkan, units_of
from karier.models import Penugasan
from karier.services.penugasan import PORTAL
from karier.services.penugasan_baca import participants
from karier.services.penugasan_tawar import (
    cancel_assignment,
    finish_assignment,
    may_offer,
    offered_by,
    save_assignment,
)
from pegawai.services.profil import zone_of
from pegawai.views.saya import own_record


@require_http_methods(["GET", "HEAD", "POST"])
@berdraf
def tawarkan(request: HttpRequest) -> HttpResponse:
    """Offer work; for whoever leads somebody."""
    saya = own_record(request)
    if not may_offer(saya.instansi_id, request.user):
        raise PermissionDenied(
            "Penugasan ditawarkan oleh pimpinan yang memiliki pegawai langsung, atau BKPSDM."
        )
    contoh = Penugasan(instansi=saya.instansi)
    form = FormTawarkan(
        dikirim(request), unit=units_of(saya.instansi_id), instance=contoh, initial={"unit": saya.unit_id}
    )
    if request.method == "POST" and form.is_valid():
        try:
            p = save_assignment(
                penugasan=form.save(commit=False), membangun=form.builds(), actor=request.user, kanal=PORTAL
            )
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
        else:
            messages.success(request, "Penugasan ditawarkan. Pegawai yang cocok melihatnya di Penugasan.")
            return HttpResponseRedirect(reverse("karier:penugasan", args=[p.pk]))
    return render(
        request,
        "karier/penugasan_tawarkan.html",
        {"draf": pulihkan(request, form, zona_waktu=zone_of(saya)), "form": form},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@berdraf
def selesai(request: HttpRequest, pk: int) -> HttpResponse:
    """End it: result, effect on citizens, who finished."""
    saya = own_record(request)
    p = _mine(request, pk)
    peserta = participants(p, (StatusPesertaPenugasan.BERJALAN,))
    form = FormSelesai(dikirim(request), peserta=peserta, initial={"versi": p.versi})
    if request.method == "POST" and form.is_valid():
        isi: dict[str, Any] = {"selesai": [], **form.cleaned_data}
        try:
            finish_assignment(penugasan_id=pk, actor=request.user, at=timezone.now(), kanal=PORTAL, **isi)
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
        else:
            messages.success(
                request, "Penugasan selesai. Hasil dan dampaknya tercatat sebagai bukti peserta."
            )
            return HttpResponseRedirect(reverse("karier:penugasan", args=[pk]))
    if form.errors:
        isikan(form, versi=p.versi)
    isi = {"draf": pulihkan(request, form, zona_waktu=zone_of(saya)), "form": form, "p": p}
    return render(request, "karier/penugasan_selesai.html", isi)


@require_http_methods(["GET", "HEAD", "POST"])
def batal(request: HttpRequest, pk: int) -> HttpResponse:
    """Call it off with a reason."""
    own_record(request)
    p = _mine(request, pk)
    form = FormBatalPenugasan(dikirim(request), initial={"versi": p.versi})
    if request.method == "POST" and form.is_valid():
        try:
            cancel_assignment(
                penugasan_id=pk, actor=request.user, at=timezone.now(), kanal=PORTAL, **form.cleaned_data
            )
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
        else:
            messages.success(request, "Penugasan dibatalkan.")
            return HttpResponseRedirect(reverse("karier:penugasan_daftar"))
    if form.errors:
        isikan(form, versi=p.versi)
    return render(request, "karier/penugasan_batal.html", {"form": form, "p": p})


def _mine(request: HttpRequest, pk: int) -> Penugasan:
    """What I offer, or keep as HR; 404 for everybody else's."""
    p: Penugasan | None = Penugasan.objects.select_related("instansi").filter(pk=pk).first()
    if p is None or not offered_by(p, request.user):
        raise Http404
    return p
