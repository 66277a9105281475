"""Sent, answered, accepted, talked over again: the dialogue of two about one plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from asn_karier.lib.errors import DomainError
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import dikirim, isikan
from karier.forms.rencana import FormBuka, FormCatatanRencana, FormKembalikan
from karier.models import RencanaPengembangan
from karier.services.rencana_baca import changed_since_sent
from karier.services.rencana_sepakat import (
    accept_plan,
    add_note,
    agree_plan,
    reopen_plan,
    return_plan,
    send_plan,
    withdraw_plan,
)
from karier.views.rencana import show_sheet
from karier.views.rencana_bersama import answer, back, led_plan, own_plan, party_plan, press_of, sheet_url
from pegawai.services.profil import zone_of
from pegawai.views.saya import own_record


@require_POST
def kirim(request: HttpRequest, pk: int) -> HttpResponse:
    """*Ajukan ke atasan*."""
    r = own_plan(request, pk)
    atasan = r.pegawai.atasan.nama_gelar if r.pegawai.atasan else "Atasan"
    pesan = f"Rencana {r.tahun} sudah diajukan. {atasan} melihatnya di beranda dan menjawab di sini."
    return answer(request, r, lambda: send_plan(press_of(request, r)), pesan)


@require_POST
def tarik(request: HttpRequest, pk: int) -> HttpResponse:
    r = own_plan(request, pk)
    return answer(
        request, r, lambda: withdraw_plan(press_of(request, r)), "Rencana ditarik. Anda dapat mengubahnya."
    )


@require_POST
def setujui(request: HttpRequest, pk: int) -> HttpResponse:
    """The atasan consents to the words on the page."""
    r = led_plan(request, pk)
    return answer(
        request,
        r,
        lambda: agree_plan(press_of(request, r)),
        "Rencana disepakati. Pegawai membacanya sekarang.",
    )


@require_POST
def terima(request: HttpRequest, pk: int) -> HttpResponse:
    """The person consents to the words that the atasan gave back."""
    r = own_plan(request, pk)
    return answer(request, r, lambda: accept_plan(press_of(request, r)), "Rencana disepakati bersama.")


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def kembalikan(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to the person, with the changes and a word."""
    r = led_plan(request, pk)
    form = FormKembalikan(dikirim(request), initial={"versi": r.versi})
    isi = {
        "judul": "Kembalikan dengan catatan",
        "tombol": "Kembalikan ke pegawai",
        "berubah": changed_since_sent(r),
    }
    pesan = "Rencana dikembalikan bersama catatan Anda."
    return _words(request, r, form, isi, pesan, lambda kata: return_plan(press_of(request, r), catatan=kata))


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def buka(request: HttpRequest, pk: int) -> HttpResponse:
    """*Bahas lagi*."""
    r = party_plan(request, pk)
    form = FormBuka(dikirim(request), initial={"versi": r.versi})
    isi = {"judul": "Bahas lagi", "tombol": "Buka pembahasan"}
    pesan = "Rencana dibuka lagi. Keduanya perlu menyetujui isi yang baru."
    return _words(request, r, form, isi, pesan, lambda kata: reopen_plan(press_of(request, r), alasan=kata))


def _words(
    request: HttpRequest,
    r: RencanaPengembangan,
    form: forms.Form,
    isi: dict[str, Any],
    pesan: str,
    kerja: Callable[[str], Any],
) -> HttpResponse:
    """A form of one text; what was typed stays when it is refused."""
    if request.method == "POST" and form.is_valid():
        try:
            kerja(form.cleaned_data["isi"])
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
        else:
            messages.success(request, pesan)
            return back(r)
    if form.is_bound:
        isikan(form, versi=RencanaPengembangan.objects.values_list("versi", flat=True).get(pk=r.pk))
    draf = pulihkan(request, form, zona_waktu=zone_of(own_record(request)))
    isi |= {"form": form, "draf": draf, "url_balik": sheet_url(r)}
    return render(request, "karier/rencana_kata.html", isi)


@require_POST
def catatan(request: HttpRequest, pk: int) -> HttpResponse:
    """One word in the dialogue."""
    r = party_plan(request, pk)
    form = FormCatatanRencana(request.POST)
    if form.is_valid():
        try:
            add_note(press_of(request, r), **form.cleaned_data)
            return back(r, "#dialog")
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
    isikan(form, sejak=r.dialog.count())
    return show_sheet(request, r, form)
