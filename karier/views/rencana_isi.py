"""The pages on which a plan is written, one item at a time."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from asn_karier.lib.errors import DomainError
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import dikirim, isikan
from karier.forms.rencana import FormButir, initial_of
from karier.models import ButirRencana, RencanaPengembangan
from karier.rules.rencana import span
from karier.services.rencana_isi import add_item, change_item, move_item, remove_item, take_in
from karier.views.rencana_bersama import (
    answer,
    back,
    item_of,
    own_plan,
    party_plan,
    posted_version,
    sheet_url,
)
from pegawai.enums import BentukPengembangan
from pegawai.services.profil import day_of, zone_of
from pegawai.views.saya import own_record


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def butir_baru(request: HttpRequest, pk: int) -> HttpResponse:
    """One item more."""
    r = party_plan(request, pk)
    mulai, selesai = span(
        r.tahun, day_of(r.pegawai, timezone.now()), BentukPengembangan.BIMBINGAN_DI_TEMPAT_KERJA
    )
    form = FormButir(dikirim(request), initial={"versi": r.versi, "mulai": mulai, "selesai": selesai})
    return _isi(request, r, form, None)


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def butir(request: HttpRequest, pk: int, butir_id: int) -> HttpResponse:
    """Other words for one item, or *Hapus*."""
    r = party_plan(request, pk)
    satu = item_of(r, butir_id)
    form = FormButir(dikirim(request), initial={"versi": r.versi, **initial_of(satu)})
    return _isi(request, r, form, satu)


def _isi(
    request: HttpRequest, r: RencanaPengembangan, form: FormButir, satu: ButirRencana | None
) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and _simpan(request, r, form, satu):
        return back(r, "#kegiatan")
    if form.is_bound:
        isikan(form, versi=RencanaPengembangan.objects.values_list("versi", flat=True).get(pk=r.pk))
    isi = {
        "form": form,
        "judul": "Ubah kegiatan" if satu else "Tambah kegiatan",
        "satu": satu,
        "r": r,
        "draf": pulihkan(request, form, zona_waktu=zone_of(own_record(request))),
        "url_balik": sheet_url(r),
    }
    return render(request, "karier/rencana_isian.html", isi)


def _simpan(request: HttpRequest, r: RencanaPengembangan, form: FormButir, satu: ButirRencana | None) -> bool:
    sama: dict[str, Any] = {
        "rencana_id": r.pk, "isi": form.isi, "versi": form.cleaned_data["versi"],
        "actor": request.user, "at": timezone.now(),
    }  # fmt: skip
    try:
        if satu is None:
            add_item(**sama)
        else:
            change_item(butir_id=satu.pk, **sama)
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return False
    messages.success(request, "Kegiatan disimpan.")
    return True


def _pressed(request: HttpRequest) -> dict[str, Any]:
    return {"versi": posted_version(request), "actor": request.user, "at": timezone.now()}


@require_POST
def hapus(request: HttpRequest, pk: int, butir_id: int) -> HttpResponse:
    """Take one item out."""
    r = party_plan(request, pk)
    return answer(
        request,
        r,
        lambda: remove_item(rencana_id=r.pk, butir_id=butir_id, **_pressed(request)),
        "Kegiatan dihapus.",
    )


@require_POST
def pindah(request: HttpRequest, pk: int, butir_id: int) -> HttpResponse:
    """One place up or down."""
    r = party_plan(request, pk)
    naik = request.POST.get("langkah") == "naik"
    return answer(
        request,
        r,
        lambda: move_item(rencana_id=r.pk, butir_id=butir_id, naik=naik, **_pressed(request)),
        "Urutan disimpan.",
    )


@require_POST
def ambil(request: HttpRequest, pk: int, rekomendasi_id: int) -> HttpResponse:
    """*Masukkan ke rencana*: what HR has established."""
    r = own_plan(request, pk)
    return answer(
        request,
        r,
        lambda: take_in(rencana_id=r.pk, rekomendasi_id=rekomendasi_id, **_pressed(request)),
        "Usul dari rekomendasi masuk ke rencana Anda.",
    )
