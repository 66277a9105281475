"""Notes and goals of a pair: what is typed here is read by the two, or by the writer alone."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from asn_karier.lib.errors import TidakDitemukan
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import dikirim
from mentoring.enums import StatusPasangan
from mentoring.forms.hidup import FormCatatanBersama, FormCatatanPribadi, FormSasaran
from mentoring.kamus.hidup import PEMBACA_BERSAMA, PEMBACA_PRIBADI
from mentoring.rules.hidup import notes_until
from mentoring.services.catatan import (
    Catatan,
    add_private,
    add_shared,
    delete_note,
    read_private,
    read_shared,
)
from mentoring.services.sasaran import propose_goal
from mentoring.views.bersama import my_pair, sent, to_pair
from pegawai.services.profil import date_text, moment_text, zone_of
from pegawai.views.saya import own_record


@berdraf
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def bersama(request: HttpRequest, pk: int) -> HttpResponse:
    """Shared notes. That they are read leaves no line on the trail, which HR reads."""
    return _notes(request, pk, pribadi=False)


@berdraf
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pribadi(request: HttpRequest, pk: int) -> HttpResponse:
    """My private notes."""
    return _notes(request, pk, pribadi=True)


def _notes(request: HttpRequest, pk: int, *, pribadi: bool) -> HttpResponse:
    satu, saya = my_pair(request, pk), own_record(request)
    tambah, baca = (add_private, read_private) if pribadi else (add_shared, read_shared)
    form = (FormCatatanPribadi if pribadi else FormCatatanBersama)(dikirim(request))
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        if sent(form, lambda: tambah(pasangan_id=pk, actor=request.user, at=timezone.now(), **isi)):
            messages.success(request, "Catatan tersimpan.")
            return HttpResponseRedirect(request.path)
    zona = zone_of(saya)
    konteks: dict[str, Any] = {
        "pk": pk,
        "judul": "Catatan pribadi" if pribadi else "Catatan bersama",
        "pengantar": PEMBACA_PRIBADI if pribadi else PEMBACA_BERSAMA,
        "form": form if satu.status == StatusPasangan.BERJALAN or form.is_bound else None,
        "sampai": date_text(notes_until(satu.selesai)) if satu.selesai else "",
        "catatan": [_line(c, zona) for c in baca(pengguna=request.user, pasangan_id=pk)],
        "hapus": "mentoring:pribadi_hapus" if pribadi else "mentoring:catatan_hapus",
        "draf": pulihkan(request, form, zona_waktu=zona),
    }
    return render(request, "mentoring/catatan.html", konteks)


def _line(c: Catatan, zona: str) -> dict[str, Any]:
    return {**c._asdict(), "pada": moment_text(c.pada, zona)}


@require_POST
def hapus_bersama(request: HttpRequest, pk: int) -> HttpResponse:
    return _delete(request, pk, pribadi=False)


@require_POST
def hapus_pribadi(request: HttpRequest, pk: int) -> HttpResponse:
    return _delete(request, pk, pribadi=True)


def _delete(request: HttpRequest, pk: int, *, pribadi: bool) -> HttpResponse:
    """One's own note only. One that is gone looks like one of somebody else."""
    own_record(request)
    try:
        pasangan_id = delete_note(catatan_id=pk, pribadi=pribadi, actor=request.user)
    except TidakDitemukan:
        messages.info(request, "Catatan itu sudah tidak ada.")
        return HttpResponseRedirect(reverse("karier:beranda"))
    messages.success(request, "Catatan dihapus.")
    return HttpResponseRedirect(
        reverse("mentoring:pribadi" if pribadi else "mentoring:catatan", args=[pasangan_id])
    )


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def sasaran(request: HttpRequest, pk: int) -> HttpResponse:
    """*Usulkan sasaran bersama*."""
    satu, saya = my_pair(request, pk), own_record(request)
    form = FormSasaran(dikirim(request), pasangan=satu)
    if request.method == "POST" and form.is_valid():
        kunci = form.cleaned_data["kunci"]
        if sent(
            form,
            lambda: propose_goal(
                pasangan_id=pk, isi=form.isi, kunci=kunci, actor=request.user, at=timezone.now()
            ),
        ):
            messages.success(request, "Sasaran diusulkan. Pasangan Anda tinggal menyetujuinya.")
            return to_pair(pk, "#sasaran")
    konteks = {
        "pk": pk,
        "form": form,
        "judul": "Usulkan sasaran bersama",
        "pengantar": "Sasaran berlaku sesudah Anda berdua setuju.",
        "teks": "Usulkan sasaran",
        "draf": pulihkan(request, form, zona_waktu=zone_of(saya)),
    }
    return render(request, "mentoring/isian.html", konteks)
