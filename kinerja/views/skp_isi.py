"""The pages on which a plan is written, each made for a phone: one row, behaviour, lampiran."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.views import bilangan, dikirim
from kinerja.enums import JenisHasilKerja, PendekatanSKP
from kinerja.forms.skp_isi import (
    FormHasil,
    FormLampiran,
    FormPerilaku,
    Pilihan,
    initial_of,
    rearranged,
)
from kinerja.models import SKP, HasilKerja
from kinerja.rules.skp import pendek
from kinerja.services.skp import library_for
from kinerja.services.skp_isi import (
    INDIKATOR_TERBANYAK,
    leader_rows,
    link_hasil,
    move_hasil,
    perspectives,
    remove_hasil,
    save_ekspektasi,
    save_hasil,
    save_lampiran,
)
from kinerja.services.skp_lembar import is_jpt
from kinerja.views.skp_bersama import (
    back,
    closed,
    is_owner,
    own_plan,
    posted_version,
    readable_plan,
    refused,
    tell,
)
from kinerja.views.skp_lembar import rights


@require_http_methods(["GET", "HEAD", "POST"])
def hasil_baru(request: HttpRequest, skp_id: int) -> HttpResponse:
    """Add a row, empty or out of the library of the jabatan (?pustaka=...)."""
    _, skp = own_plan(request, skp_id)
    return closed(request, skp) or _hasil(request, skp, None)


@require_http_methods(["GET", "HEAD", "POST"])
def hasil(request: HttpRequest, skp_id: int, hasil_id: int) -> HttpResponse:
    """Change a row with its indicators."""
    _, skp = own_plan(request, skp_id)
    lama = skp.hasil_kerja.select_related("induk").filter(pk=hasil_id).first()
    if lama is None and request.method != "POST":
        raise Http404
    return closed(request, skp) or _hasil(request, skp, lama, hasil_id)


def _hasil(
    request: HttpRequest, skp: SKP, lama: HasilKerja | None, hasil_id: int | None = None
) -> HttpResponse:
    """`hasil_id` without `lama`: the row went while its words were typed."""
    pilihan = _pilihan(skp, lama)
    if request.method != "POST":
        awal, banyak = _awal(request, skp, lama)
        return _tampil(request, skp, lama, FormHasil(initial=awal, pilihan=pilihan, banyak=banyak))
    banyak = min(max(bilangan(request.POST.get("banyak"), bawaan=1) or 1, 1), INDIKATOR_TERBANYAK)
    aksi = request.POST.get("aksi", "simpan")
    if not aksi.startswith("simpan"):
        isi, banyak = rearranged(request.POST.dict(), banyak, aksi)
        return _tampil(request, skp, lama, FormHasil(initial=isi, pilihan=pilihan, banyak=banyak))
    form = FormHasil(request.POST, pilihan=pilihan, banyak=banyak)
    if not form.is_valid():
        return _tampil(request, skp, lama, form)
    try:
        hasil = save_hasil(
            skp_id=skp.pk,
            isi=form.isian(),
            versi=form.cleaned_data["versi"],
            actor=request.user,
            at=timezone.now(),
            hasil_id=hasil_id,
        )
    except DomainError as salah:
        tell(form, salah, skp)
        return _tampil(request, skp, lama, form, status=409)
    messages.success(request, f"«{pendek(hasil.rhk)}» tersimpan.")
    if aksi == "simpan_lagi":
        return HttpResponseRedirect(reverse("kinerja:skp_hasil_baru", args=[skp.pk]))
    return back(skp, "#hasil")


def _pilihan(skp: SKP, lama: HasilKerja | None) -> Pilihan:
    induk = [(h.pk, pendek(h.rhk, 90)) for h in leader_rows(skp)]
    if lama is not None and lama.induk is not None and lama.induk_id not in dict(induk):
        induk.append((lama.induk_id, pendek(lama.induk.rhk, 90)))
    perspektif = [(p.pk, p.nama) for p in perspectives(skp.pegawai.instansi_id)] if is_jpt(skp) else []
    return Pilihan(induk, perspektif, beraspek=skp.pendekatan == PendekatanSKP.KUANTITATIF)


def _awal(request: HttpRequest, skp: SKP, lama: HasilKerja | None) -> tuple[dict[str, Any], int]:
    """What the form begins with, and with how many indicators."""
    if lama is not None:
        return {**initial_of(lama), "versi": skp.versi}, lama.indikator.count()
    kosong = {"versi": skp.versi, "jenis": JenisHasilKerja.UTAMA}
    contoh = library_for(skp).filter(pk=bilangan(request.GET.get("pustaka"))).first()
    if contoh is None:
        return kosong, 1
    semua = list(library_for(skp).filter(rhk=contoh.rhk)[:INDIKATOR_TERBANYAK])
    isi = {f"iki_{i}": p.iki for i, p in enumerate(semua)}
    isi |= {f"target_{i}": p.target for i, p in enumerate(semua)}
    isi |= {f"aspek_{i}": p.aspek for i, p in enumerate(semua)}
    return {**kosong, "rhk": contoh.rhk, **isi}, len(semua)


def _tampil(
    request: HttpRequest, skp: SKP, lama: HasilKerja | None, form: FormHasil, *, status: int = 200
) -> HttpResponse:
    isi = {
        "form": form,
        "judul": "Ubah hasil kerja" if lama else "Tambah hasil kerja",
        "baru": lama is None,
        "penuh": form.jumlah >= INDIKATOR_TERBANYAK,
        "ada_rencana_atasan": bool(form.pilihan.induk),
        "pustaka": [] if lama or form.is_bound else _pustaka(skp),
        "tujuan": _tujuan(skp, lama),
        "url_balik": reverse("kinerja:skp_lembar", args=[skp.pk]),
    }
    return render(request, "kinerja/skp_hasil.html", isi, status=status)


def _tujuan(skp: SKP, lama: HasilKerja | None) -> str:
    """Where the page of a row is sent; what is left of a row that went becomes a new one."""
    if lama is None:
        return reverse("kinerja:skp_hasil_baru", args=[skp.pk])
    return reverse("kinerja:skp_hasil", args=[skp.pk, lama.pk])


def _pustaka(skp: SKP) -> list[dict[str, Any]]:
    """Each RHK of the library once."""
    alamat = reverse("kinerja:skp_hasil_baru", args=[skp.pk])
    pertama: dict[str, int] = {}
    for p in library_for(skp):
        pertama.setdefault(p.rhk, p.pk)
    return [{"rhk": rhk, "url": f"{alamat}?pustaka={pk}"} for rhk, pk in pertama.items()]


@require_POST
def pindah(request: HttpRequest, skp_id: int, hasil_id: int) -> HttpResponse:
    """One place up or down."""
    _, skp = own_plan(request, skp_id)
    langkah = -1 if request.POST.get("langkah") == "naik" else 1
    try:
        move_hasil(
            skp_id=skp.pk,
            hasil_id=hasil_id,
            langkah=langkah,
            versi=posted_version(request),
            actor=request.user,
            at=timezone.now(),
        )
    except TidakDitemukan as salah:
        raise Http404 from salah
    except DomainError as salah:
        return refused(request, skp, salah)
    return back(skp, "#hasil")


@require_http_methods(["GET", "HEAD", "POST"])
def hapus(request: HttpRequest, skp_id: int, hasil_id: int) -> HttpResponse:
    """Asks first, then takes the row out."""
    _, skp = own_plan(request, skp_id)
    if (tutup := closed(request, skp)) is not None:
        return tutup
    hasil = skp.hasil_kerja.filter(pk=hasil_id).first()
    if request.method == "POST":
        try:
            remove_hasil(
                skp_id=skp.pk,
                hasil_id=hasil_id,
                versi=posted_version(request),
                actor=request.user,
                at=timezone.now(),
            )
        except DomainError as salah:
            return refused(request, skp, salah)
        messages.success(request, "Hasil kerja sudah dihapus.")
        return back(skp, "#hasil")
    if hasil is None:
        raise Http404
    isi = {
        "hasil": hasil,
        "indikator": hasil.indikator.count(),
        "pendukung": hasil.pendukung.count(),
        "versi": skp.versi,
        "url_balik": reverse("kinerja:skp_lembar", args=[skp.pk]),
    }
    return render(request, "kinerja/skp_hapus.html", isi)


@require_POST
def tautkan(request: HttpRequest, skp_id: int, hasil_id: int) -> HttpResponse:
    """One click: this row supports that row of the leader."""
    _, skp = own_plan(request, skp_id)
    try:
        link_hasil(
            skp_id=skp.pk,
            hasil_id=hasil_id,
            induk_id=bilangan(request.POST.get("induk"), bawaan=0) or 0,
            actor=request.user,
            at=timezone.now(),
        )
    except TidakDitemukan as salah:
        raise Http404 from salah
    except DomainError as salah:
        return refused(request, skp, salah)
    messages.success(request, "Hasil kerja sudah ditautkan ke rencana atasan.")
    return back(skp, "#hasil")


@require_http_methods(["GET", "HEAD", "POST"])
def perilaku(request: HttpRequest, skp_id: int) -> HttpResponse:
    """What is expected of behaviour: proposed by the person, written by the atasan."""
    skp = readable_plan(request, skp_id)
    hak = rights(request, skp)
    if not (hak.pemilik or hak.atasan):
        raise Http404
    if not (hak.ubah or hak.putuskan) and request.method != "POST":
        return closed(request, skp) or back(skp)
    awal = {e.nilai: e.ekspektasi for e in skp.ekspektasi.all()}
    form = FormPerilaku(dikirim(request), initial={**awal, "versi": skp.versi})
    if form.is_valid() and _kept(request, skp, form, save_ekspektasi):
        messages.success(request, "Ekspektasi perilaku tersimpan.")
        return back(skp, "#perilaku")
    siapa = "Usulkan" if is_owner(request, skp) else "Tuliskan"
    pengantar = f"{siapa} harapan khusus pimpinan bila ada. Panduan di bawah berlaku bagi semua ASN."
    return _isian(request, skp, form, "Perilaku kerja BerAKHLAK", pengantar)


@require_http_methods(["GET", "HEAD", "POST"])
def lampiran(request: HttpRequest, skp_id: int) -> HttpResponse:
    """Resources, accountability, consequences: one line each."""
    _, skp = own_plan(request, skp_id)
    if (tutup := closed(request, skp)) is not None:
        return tutup
    awal: dict[str, Any] = {"versi": skp.versi}
    for satu in skp.lampiran.all():
        awal[satu.jenis] = f"{awal[satu.jenis]}\n{satu.isi}" if satu.jenis in awal else satu.isi
    form = FormLampiran(dikirim(request), initial=awal)
    if form.is_valid() and _kept(request, skp, form, save_lampiran):
        messages.success(request, "Lampiran tersimpan.")
        return back(skp, "#lampiran")
    pengantar = "Yang Anda perlukan dari pimpinan, dan cara hasilnya dipertanggungjawabkan."
    return _isian(request, skp, form, "Lampiran SKP", pengantar)


def _kept(
    request: HttpRequest, skp: SKP, form: FormPerilaku | FormLampiran, save: Callable[..., Any]
) -> bool:
    """Whether it was saved; if not, why stands in the form."""
    versi = form.cleaned_data["versi"]
    try:
        save(skp_id=skp.pk, isi=form.isian(), versi=versi, actor=request.user, at=timezone.now())
    except DomainError as salah:
        tell(form, salah, skp)
        return False
    return True


def _isian(request: HttpRequest, skp: SKP, form: forms.Form, judul: str, pengantar: str) -> HttpResponse:
    isi = {
        "form": form,
        "judul": judul,
        "pengantar": pengantar,
        "tombol": "Simpan",
        "url_balik": reverse("kinerja:skp_lembar", args=[skp.pk]),
    }
    return render(request, "kinerja/skp_isian.html", isi, status=409 if form.non_field_errors() else 200)
