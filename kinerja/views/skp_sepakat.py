"""Checked and sent by the person; agreed, returned or opened again in a dialogue of two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from asn_karier.lib.errors import DomainError
from asn_karier.lib.views import dikirim
from kinerja.forms.skp import FormCatatan, FormKalimat
from kinerja.models import SKP
from kinerja.rules.skp import Bagian, Temuan, missing, worth_a_look
from kinerja.services.skp_lembar import plan_of
from kinerja.services.skp_sepakat import (
    add_note,
    agree_skp,
    reopen_skp,
    return_skp,
    send_skp,
    withdraw_skp,
)
from kinerja.views.skp_bersama import (
    back,
    closed,
    own_plan,
    posted_version,
    readable_plan,
    refused,
    report_plan,
    tell,
)
from kinerja.views.skp_lembar import rights, show_sheet


@require_http_methods(["GET", "HEAD", "POST"])
def periksa(request: HttpRequest, skp_id: int) -> HttpResponse:
    """What is missing, with where to put it right; POST sends."""
    saya, skp = own_plan(request, skp_id)
    if request.method == "POST":
        return _kirim(request, skp)
    if (tutup := closed(request, skp)) is not None:
        return tutup
    atasan = saya.atasan if saya.atasan_id != saya.pk else None
    rencana = plan_of(skp, ada_penilai=atasan is not None)
    isi = {
        "tahun": skp.tahun,
        "atasan": atasan.nama_gelar if atasan else "",
        "kurang": [_temuan(skp, t) for t in missing(rencana)],
        "perhatian": [_temuan(skp, t) for t in worth_a_look(rencana)],
        "jumlah": len(rencana.hasil),
        "indikator": sum(len(h.indikator) for h in rencana.hasil),
        "versi": skp.versi,
        "url_balik": reverse("kinerja:skp_lembar", args=[skp.pk]),
    }
    return render(request, "kinerja/skp_periksa.html", isi)


def _temuan(skp: SKP, t: Temuan) -> dict[str, str]:
    """The sentence, and the page on which it is put right."""
    if t.hasil_id:
        return {"kalimat": t.kalimat, "url": reverse("kinerja:skp_hasil", args=[skp.pk, t.hasil_id])}
    nama = {Bagian.HASIL: "hasil_baru", Bagian.LAMPIRAN: "lampiran"}.get(t.bagian)
    if nama is None:
        return {"kalimat": t.kalimat, "url": reverse("pegawai:keliru")}
    return {"kalimat": t.kalimat, "url": reverse(f"kinerja:skp_{nama}", args=[skp.pk])}


def _kirim(request: HttpRequest, skp: SKP) -> HttpResponse:
    try:
        skp = send_skp(skp_id=skp.pk, versi=posted_version(request), actor=request.user, at=timezone.now())
    except DomainError as salah:
        messages.error(request, salah.kalimat)
        return HttpResponseRedirect(request.path)
    penilai = skp.penilai.nama_gelar if skp.penilai else "atasan penilai"
    messages.success(
        request, f"SKP {skp.tahun} sudah dikirim. {penilai} melihatnya di beranda dan menjawab di sini."
    )
    return back(skp)


@require_POST
def tarik(request: HttpRequest, skp_id: int) -> HttpResponse:
    """Take it back before the atasan answers."""
    _, skp = own_plan(request, skp_id)
    return _step(request, skp, withdraw_skp, "SKP sudah ditarik. Anda dapat mengubahnya.")


@require_POST
def setujui(request: HttpRequest, skp_id: int) -> HttpResponse:
    """The atasan agrees with the text on the page they saw."""
    skp = report_plan(request, skp_id)
    pesan = f"SKP {skp.pegawai.nama_gelar} sudah disepakati. Pegawai membacanya sekarang."
    return _step(request, skp, agree_skp, pesan)


def _step(request: HttpRequest, skp: SKP, langkah: Callable[..., Any], pesan: str) -> HttpResponse:
    try:
        langkah(skp_id=skp.pk, versi=posted_version(request), actor=request.user, at=timezone.now())
    except DomainError as salah:
        return refused(request, skp, salah)
    messages.success(request, pesan)
    return back(skp)


@require_http_methods(["GET", "HEAD", "POST"])
def kembalikan(request: HttpRequest, skp_id: int) -> HttpResponse:
    """Back to the person, with what should change."""
    skp = report_plan(request, skp_id)
    form = FormKalimat(
        dikirim(request),
        label="Apa yang perlu diperbaiki?",
        kosong="Tuliskan apa yang perlu diperbaiki",
        help_text="Sebutkan hasil kerja atau target yang Anda maksud. Pegawai membacanya.",
        initial={"versi": skp.versi},
    )

    def langkah(isi: str, versi: int | None) -> Any:
        return return_skp(skp_id=skp.pk, catatan=isi, versi=versi, actor=request.user, at=timezone.now())

    judul = f"Kembalikan SKP {skp.pegawai.nama_gelar}"
    return _kalimat(request, skp, form, langkah, judul, "Kembalikan dengan catatan")


@require_http_methods(["GET", "HEAD", "POST"])
def buka(request: HttpRequest, skp_id: int) -> HttpResponse:
    """An agreed plan is talked over again, by either of the two."""
    skp = readable_plan(request, skp_id)
    hak = rights(request, skp)
    if not (hak.pemilik or hak.atasan):
        raise Http404
    if not hak.bahas_lagi and request.method != "POST":
        messages.error(request, "SKP ini belum disepakati, jadi belum perlu dibahas lagi.")
        return back(skp)
    form = FormKalimat(
        dikirim(request),
        label="Mengapa SKP ini dibahas lagi?",
        kosong="Tuliskan mengapa SKP ini dibahas lagi",
        help_text="Kesepakatan yang sekarang tetap tersimpan dan dapat dibaca.",
        initial={"versi": skp.versi},
    )

    def langkah(isi: str, versi: int | None) -> Any:
        return reopen_skp(skp_id=skp.pk, alasan=isi, versi=versi, actor=request.user, at=timezone.now())

    return _kalimat(request, skp, form, langkah, f"Bahas lagi SKP {skp.tahun}", "Bahas lagi")


def _kalimat(
    request: HttpRequest,
    skp: SKP,
    form: FormKalimat,
    langkah: Callable[[str, int | None], Any],
    judul: str,
    tombol: str,
) -> HttpResponse:
    """One sentence, then one step of the dialogue."""
    if form.is_valid():
        try:
            langkah(form.cleaned_data["isi"], form.cleaned_data["versi"])
        except DomainError as salah:
            tell(form, salah, skp)
        else:
            messages.success(request, "Sudah tercatat dalam dialog.")
            return back(skp)
    isi = {
        "form": form,
        "judul": judul,
        "pengantar": "",
        "tombol": tombol,
        "url_balik": reverse("kinerja:skp_lembar", args=[skp.pk]),
    }
    return render(request, "kinerja/skp_isian.html", isi, status=409 if form.non_field_errors() else 200)


@require_POST
def catatan(request: HttpRequest, skp_id: int) -> HttpResponse:
    """One word in the dialogue."""
    skp = readable_plan(request, skp_id)
    hak = rights(request, skp)
    if not (hak.pemilik or hak.atasan):
        raise Http404
    form = FormCatatan(request.POST, label="Catatan Anda", kosong="Tuliskan catatan Anda")
    if form.is_valid():
        try:
            add_note(skp_id=skp.pk, isi=form.cleaned_data["isi"], actor=request.user, at=timezone.now())
        except DomainError as salah:
            tell(form, salah, skp)
            return show_sheet(request, skp, form, status=409)
        return back(skp, "#dialog")
    return show_sheet(request, skp, form)
