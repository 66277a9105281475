"""Keberatan for who decides it (two steps), and for the pejabat penilai who rates anew."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from asn_karier.lib.errors import DomainError
from asn_karier.lib.views import bilangan, dikirim, isikan
from kinerja.enums import PutusanKeberatan
from kinerja.forms.keberatan import FormPutusan
from kinerja.kamus import LABEL
from kinerja.kamus.keberatan import AKIBAT
from kinerja.models import Keberatan
from kinerja.services.dinilai_ulang import cycle_of
from kinerja.services.keberatan_baca import in_short
from kinerja.services.keberatan_putus import mulai_periksa, putuskan_keberatan
from kinerja.services.nilai_ulang import reopen_for_objection
from kinerja.views.keberatan import own_case


@require_POST
def periksa(request: HttpRequest, pk: int) -> HttpResponse:
    """*Mulai periksa*."""
    _for_decider(request, pk)
    try:
        mulai_periksa(
            keberatan_id=pk,
            versi=bilangan(request.POST.get("versi"), bawaan=0) or 0,
            actor=request.user,
            at=timezone.now(),
        )
    except DomainError as salah:
        messages.error(request, salah.kalimat)
    return HttpResponseRedirect(_url(pk))


@require_http_methods(["GET", "HEAD", "POST"])
def putuskan(request: HttpRequest, pk: int) -> HttpResponse:
    """The decision is written, looked at again, then sent (`langkah=kirim`)."""
    kasus = _for_decider(request, pk)
    form = FormPutusan(dikirim(request), initial={"versi": kasus.versi})
    langkah = request.POST.get("langkah")
    if request.method == "POST" and form.is_valid() and langkah != "ubah":
        if langkah != "kirim":
            return _confirm(request, kasus, form)
        if _decide(request, kasus, form):
            return HttpResponseRedirect(_url(pk))
    if form.is_bound:  # the page shows the case of now
        isikan(form, versi=kasus.versi)
    isi = {"ringkas": in_short(kasus, at=timezone.now()), "alasan": kasus.alasan, "form": form, "pk": pk}
    return render(request, "kinerja/keberatan_putuskan.html", isi)


def _confirm(request: HttpRequest, kasus: Keberatan, form: FormPutusan) -> HttpResponse:
    putusan = PutusanKeberatan(form.cleaned_data["putusan"])
    isi = {
        "ringkas": in_short(kasus, at=timezone.now()),
        "putusan": LABEL[PutusanKeberatan][putusan],
        "akibat": AKIBAT[putusan],
        "isian": form.cleaned_data,
        "pk": kasus.pk,
    }
    return render(request, "kinerja/keberatan_pastikan.html", isi)


def _decide(request: HttpRequest, kasus: Keberatan, form: FormPutusan) -> bool:
    try:
        putuskan_keberatan(
            keberatan_id=kasus.pk,
            versi=form.cleaned_data["versi"],
            putusan=PutusanKeberatan(form.cleaned_data["putusan"]),
            alasan=form.cleaned_data["alasan"],
            actor=request.user,
            at=timezone.now(),
        )
    except DomainError as salah:
        kasus.refresh_from_db(fields=["status", "versi"])
        form.add_error(None, salah.kalimat)
        return False
    messages.success(request, f"Putusan keberatan {kasus.nomor} sudah dikirim kepada para pihak.")
    return True


@require_POST
def nilai_ulang(request: HttpRequest, pk: int) -> HttpResponse:
    """The pejabat penilai opens the appraisal again, and goes on to the sheet."""
    kasus = own_case(request, pk)
    try:
        hasil = reopen_for_objection(keberatan_id=pk, actor=request.user, at=timezone.now())
    except DomainError as salah:
        messages.error(request, salah.kalimat)
        return HttpResponseRedirect(_url(pk))
    messages.success(request, f"Penilaian {kasus.pegawai.nama_gelar} terbuka untuk dinilai ulang.")
    siklus = cycle_of(hasil)
    if siklus is None:
        return HttpResponseRedirect(_url(pk))
    return HttpResponseRedirect(reverse("kinerja:penilaian", args=[siklus.pk, hasil.pegawai_id]))


def _for_decider(request: HttpRequest, pk: int) -> Keberatan:
    kasus = own_case(request, pk)
    if kasus.pemutus_id is None or kasus.pemutus_id != request.user.pegawai_id:  # type: ignore[union-attr]
        raise Http404
    return kasus


def _url(pk: int) -> str:
    return reverse("kinerja:keberatan_satu", args=[pk])
