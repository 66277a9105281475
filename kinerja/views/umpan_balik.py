"""Feedback about me and by me: read it, say so, answer it, take it back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.views import dikirim
from kinerja.forms.umpan_balik import TanggapanForm
from kinerja.kamus.umpan_balik import kalimat_pembaca_tanggapan
from kinerja.models import UmpanBalik
from kinerja.services.umpan_balik import mark_read, reply, withdraw_feedback, withdrawal_time
from kinerja.services.umpan_balik_baca import open_one, open_received, sent_by, split
from pegawai.services.profil import moment_text, zone_of
from pegawai.views.saya import KANAL, own_record

#: So many are shown on one page; older ones stay reachable by their address.
TERBANYAK = 50


@require_safe
def diterima(request: HttpRequest) -> HttpResponse:
    """What was written about me, strengths and what can be better apart."""
    saya = own_record(request)
    kekuatan, perbaikan = split(open_received(saya=saya, banyak=TERBANYAK))
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    zona = zone_of(saya)
    isi = {
        "kekuatan": [feedback_line(u, zona) for u in kekuatan],
        "perbaikan": [feedback_line(u, zona) for u in perbaikan],
    }
    return render(request, "kinerja/umpan_balik.html", isi)


@require_safe
def terkirim(request: HttpRequest) -> HttpResponse:
    """What I wrote about others. It is my own, so no trail tells HR whom I wrote to."""
    saya = own_record(request)
    zona, kini = zone_of(saya), timezone.now()
    semua = sent_by(saya=saya, banyak=TERBANYAK)
    baris = [{**feedback_line(u, zona), "tarik_sampai": _withdraw_until(u, zona, kini)} for u in semua]
    return render(request, "kinerja/umpan_balik_terkirim.html", {"daftar": baris})


@require_http_methods(["GET", "HEAD", "POST"])
def satu(request: HttpRequest, pk: int) -> HttpResponse:
    """One feedback with what was said below it; the two add to it, the atasan reads along."""
    saya = own_record(request)
    try:
        u = open_one(umpan_balik_id=pk, pengguna=request.user, at=timezone.now())
    except TidakDitemukan as salah:
        raise Http404 from salah
    berdua = saya.pk in (u.pegawai_id, u.pemberi_id)
    form = TanggapanForm(dikirim(request)) if berdua else None
    if request.method == "POST" and form is None:
        raise PermissionDenied(
            "Percakapan ini antara pemberi dan penerima umpan balik. Anda hanya membacanya."
        )
    if request.method == "POST" and form is not None and form.is_valid() and _reply(request, form, u):
        return HttpResponseRedirect(f"{request.path}#tanggapan")
    if saya.pk != u.pemberi_id:
        catat_baca(pengguna=request.user, pegawai_ids=[u.pegawai_id], kanal=KANAL)
    isi = {
        "u": feedback_line(u, zone_of(saya)),
        "tentang_saya": saya.pk == u.pegawai_id,
        "dari_saya": saya.pk == u.pemberi_id,
        "form": form,
        "pembaca": _reply_readers(u, saya.pk),
        "url_balik": _back(u, saya.pk),
    }
    return render(request, "kinerja/umpan_balik_satu.html", isi)


def _reply(request: HttpRequest, form: TanggapanForm, u: UmpanBalik) -> bool:
    try:
        reply(
            umpan_balik_id=u.pk,
            isi=form.cleaned_data["isi"],
            kunci=form.cleaned_data["kunci"],
            actor=request.user,
            at=timezone.now(),
        )
    except DomainError as salah:
        if isinstance(salah, Bentrok):
            form.ganti_kunci()
        form.add_error(None, salah.kalimat)
        return False
    messages.success(request, "Tanggapan terkirim.")
    return True


@require_POST
def dibaca(request: HttpRequest, pk: int) -> HttpResponse:
    """*Saya sudah membaca*: a receipt, not consent."""
    own_record(request)
    try:
        mark_read(umpan_balik_id=pk, actor=request.user, at=timezone.now())
    except TidakDitemukan as salah:
        raise Http404 from salah
    messages.success(request, "Tercatat: umpan balik sudah Anda baca.")
    return HttpResponseRedirect(reverse("kinerja:umpan_balik"))


@require_POST
def tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what nobody has seen."""
    own_record(request)
    try:
        withdraw_feedback(umpan_balik_id=pk, actor=request.user, at=timezone.now())
    except TidakDitemukan as salah:
        raise Http404 from salah
    except DomainError as salah:
        messages.error(request, salah.kalimat)
    else:
        messages.success(request, "Umpan balik dibatalkan. Isinya dihapus dan tidak dibaca siapa pun.")
    return HttpResponseRedirect(reverse("kinerja:umpan_balik_terkirim"))


def feedback_line(u: UmpanBalik, zona_waktu: str) -> dict[str, Any]:
    """One feedback in words, with its thread."""
    nilai = f": {u.get_nilai_display()}" if u.nilai else ""
    return {
        "pk": u.pk,
        "jenis": u.get_jenis_display(),
        "tentang": f"{u.get_tentang_display()}{nilai}",
        "dari": f"{u.pemberi.nama_gelar} ({u.get_hubungan_display().lower()})",
        "kepada": u.pegawai.nama_gelar,
        "tanggal": moment_text(u.dikirim_pada, zona_waktu),
        "peristiwa": u.peristiwa,
        "dampak": u.dampak,
        "berikutnya": u.berikutnya,
        "baru": u.dibaca_pada is None,
        "dibaca": moment_text(u.dibaca_pada, zona_waktu) if u.dibaca_pada else "",
        "tanggapan": [
            {"oleh": t.oleh.nama_gelar, "isi": t.isi, "pada": moment_text(t.pada, zona_waktu)}
            for t in u.tanggapan.all()
        ],
    }


def _withdraw_until(u: UmpanBalik, zona_waktu: str, at: datetime) -> str:
    """Until when it may be taken back; empty when it may not."""
    akhir = u.dikirim_pada + withdrawal_time()
    return moment_text(akhir, zona_waktu) if u.dilihat_pada is None and at <= akhir else ""


def _reply_readers(u: UmpanBalik, saya_id: int) -> str:
    atasan = u.pegawai.atasan
    lawan = u.pemberi if saya_id == u.pegawai_id else u.pegawai
    lain = atasan is not None and atasan.pk not in (u.pemberi_id, saya_id)
    return kalimat_pembaca_tanggapan(lawan.nama_gelar, atasan.nama_gelar if lain and atasan else "")


def _back(u: UmpanBalik, saya_id: int) -> str:
    if saya_id == u.pegawai_id:
        return reverse("kinerja:umpan_balik")
    if saya_id == u.pemberi_id:
        return reverse("kinerja:umpan_balik_terkirim")
    return reverse("kinerja:umpan_balik_tim", args=[u.pegawai_id])
