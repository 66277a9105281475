"""*Realisasi*: fill in calmly, check, send to the atasan; and the paper that says it was sent."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.pintu_draf import berdraf, pulihkan, typed_since
from asn_karier.lib.views import dikirim, isikan
from kinerja.enums import StatusPengisian
from kinerja.forms.realisasi import AlasanForm, RealisasiForm
from kinerja.models import PengisianRealisasi
from kinerja.services.realisasi import kirim_realisasi
from kinerja.services.realisasi_baca import Lembar, late_text, sheet
from kinerja.services.realisasi_bukti import buka_bukti_dukung
from kinerja.services.realisasi_isi import as_copied
from kinerja.services.realisasi_konfirmasi import terbitkan_kode, tolak_isian
from kinerja.services.tenggat import rating_deadline_for
from kinerja.services.usul_perbaikan_baca import measured_ideas
from kinerja.views.realisasi_langkah import SALIN, isi_lembar, langkah_dari
from pegawai.models import Pegawai
from pegawai.services.kode_konfirmasi import terbaca
from pegawai.services.profil import moment_text, zone_of
from pegawai.views.bukti import unduhan_bukti
from pegawai.views.saya import KANAL, own_record


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def realisasi(request: HttpRequest, siklus_id: int, skp_id: int) -> HttpResponse:
    """My results of one period; a sent or closed one is read on its own page.

    What is typed and comes too late is shown again with why it is not kept.
    """
    saya, diketik = own_record(request), request.method == "POST"
    lembar = _lembar(saya, siklus_id, skp_id, diketik=diketik)
    if not lembar.terbuka and not diketik:
        return HttpResponseRedirect(reverse("kinerja:realisasi_terkirim", args=[siklus_id, skp_id]))
    langkah = langkah_dari(request) if lembar.terbuka else ""
    form = _form(request, lembar, langkah)
    status = 200
    if form.is_bound and form.is_valid():
        status = isi_lembar(request, form, langkah, sejak=typed_since(request), kanal=KANAL)
        if status == 302:
            return HttpResponseRedirect(_tujuan(langkah, siklus_id, skp_id))
        lembar = _lembar(saya, siklus_id, skp_id, diketik=True)
        isikan(form, versi=lembar.pengisian.versi if lembar.pengisian else 0)
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    isi = {
        **_isi(lembar, form),
        "bentrok": status == 409,
        "disalin": langkah == SALIN,
        # After *salin* the page holds newer words than the draft.
        "draf": pulihkan(request, *([] if langkah == SALIN else [form]), zona_waktu=zone_of(saya)),
    }
    return render(request, "kinerja/realisasi.html", isi, status=status)


def _form(request: HttpRequest, lembar: Lembar, langkah: str) -> RealisasiForm:
    """`salin` saves nothing: the page comes back with the gaps filled in from the period before."""
    if langkah == SALIN:
        return RealisasiForm(lembar=lembar, initial=as_copied(request.POST, lembar.baris))
    return RealisasiForm(dikirim(request), request.FILES or None, lembar=lembar, lengkap=langkah == "periksa")


def _tujuan(langkah: str, siklus_id: int, skp_id: int) -> str:
    nama = "realisasi_periksa" if langkah == "periksa" else "realisasi"
    return reverse(f"kinerja:{nama}", args=[siklus_id, skp_id])


def _lembar(saya: Pegawai, siklus_id: int, skp_id: int, *, diketik: bool = False) -> Lembar:
    orang = Pegawai.objects.filter(pk=saya.pk)
    try:
        lembar = sheet(skp_id=skp_id, siklus_id=siklus_id, orang=orang, diketik=diketik)
    except TidakDitemukan as salah:
        raise Http404 from salah
    lembar.usul = measured_ideas([saya.pk])[saya.pk] if lembar.terbuka else []
    return lembar


def _isi(lembar: Lembar, form: Any = None) -> dict[str, Any]:
    p = lembar.pengisian
    return {
        "lembar": lembar,
        "form": form,
        "batas": late_text(lembar, timezone.now()),
        "lewat": lembar.tenggat.lewat(timezone.now()),
        "dikembalikan": p is not None and p.status == StatusPengisian.DIKEMBALIKAN,
        "menunggu": p is not None and p.status == StatusPengisian.MENUNGGU_KONFIRMASI,
        "url_isi": reverse("kinerja:realisasi", args=[lembar.siklus.pk, lembar.skp.pk]),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def periksa(request: HttpRequest, siklus_id: int, skp_id: int) -> HttpResponse:
    """What I am about to send, once more; also my yes to what an operator filled in for me."""
    saya = own_record(request)
    lembar = _lembar(saya, siklus_id, skp_id)
    p = lembar.pengisian
    if p is None or not lembar.terbuka:
        nama = "realisasi" if lembar.terbuka else "realisasi_terkirim"
        return HttpResponseRedirect(reverse(f"kinerja:{nama}", args=[siklus_id, skp_id]))
    form = AlasanForm(dikirim(request), initial={"versi": p.versi}, terlambat=lembar.terlambat)
    if form.is_bound and form.is_valid() and _kirim(request, form, lembar):
        return HttpResponseRedirect(reverse("kinerja:realisasi_terkirim", args=[siklus_id, skp_id]))
    if form.is_bound:  # the page shows what is kept now
        isikan(form, versi=p.versi)
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    return render(request, "kinerja/realisasi_periksa.html", _isi(lembar, form))


def _kirim(request: HttpRequest, form: AlasanForm, lembar: Lembar) -> bool:
    try:
        kirim_realisasi(
            skp_id=lembar.skp.pk,
            siklus_id=lembar.siklus.pk,
            versi=form.cleaned_data["versi"],
            alasan=form.cleaned_data.get("alasan", ""),
            actor=request.user,
            at=timezone.now(),
            kanal=KANAL,
        )
    except DomainError as salah:
        if isinstance(salah, Bentrok) and salah.kode == "sudah_dikirim":
            return True  # a second click: the paper of the first one follows
        form.add_error(None, salah.kalimat)
        return False
    return True


@require_safe
def terkirim(request: HttpRequest, siklus_id: int, skp_id: int) -> HttpResponse:
    """The paper: that it was sent, its number, what comes next. May be opened again."""
    saya = own_record(request)
    lembar = _lembar(saya, siklus_id, skp_id)
    p, zona = lembar.pengisian, zone_of(saya)
    if lembar.terbuka:
        return HttpResponseRedirect(reverse("kinerja:realisasi", args=[siklus_id, skp_id]))
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    sudah = p is not None and p.status == StatusPengisian.DIKIRIM
    isi = {
        **_isi(lembar),
        "sudah": sudah,
        "pada": moment_text(p.dikirim_pada, zona) if p is not None and p.dikirim_pada else "",
        "atasan": saya.atasan,
        "batas_nilai": rating_deadline_for(lembar.siklus, saya),
    }
    return render(request, "kinerja/realisasi_terkirim.html", isi)


@require_safe
def bukti(request: HttpRequest, pk: int) -> HttpResponse:
    """One file of evidence as a download: mine, or of whom I rate."""
    own_record(request)
    try:
        berkas, isi = buka_bukti_dukung(bukti_id=pk, actor=request.user, kanal=KANAL)
    except TidakDitemukan as salah:
        raise Http404 from salah
    except DomainError as salah:
        messages.error(request, salah.kalimat)
        return HttpResponseRedirect(reverse("kinerja:saya"))
    return unduhan_bukti(berkas, isi)


# -- what somebody filled in for me ---------------------------------------------------------------------


@require_POST
def kode(request: HttpRequest, pk: int) -> HttpResponse:
    """Show once the code to read out to whoever filled it in for me."""
    own_record(request)
    pengisian = _milik_saya(request, pk)
    try:
        angka = terbitkan_kode(pengisian_id=pk, actor=request.user, at=timezone.now(), kanal=KANAL)
    except DomainError as salah:
        messages.error(request, salah.kalimat)
        return HttpResponseRedirect(reverse("kinerja:saya"))
    isi = {"kode": terbaca(angka), "pengisian": pengisian}
    return render(request, "kinerja/realisasi_kode.html", isi)


@require_POST
def tolak(request: HttpRequest, pk: int) -> HttpResponse:
    """I never asked for it."""
    own_record(request)
    _milik_saya(request, pk)
    try:
        tolak_isian(pengisian_id=pk, actor=request.user, at=timezone.now(), kanal=KANAL)
    except DomainError as salah:
        messages.info(request, salah.kalimat)
    else:
        messages.success(request, "Isian itu dihapus. Anda dapat mengisinya sendiri.")
    return HttpResponseRedirect(reverse("kinerja:saya"))


def _milik_saya(request: HttpRequest, pk: int) -> PengisianRealisasi:
    semua = PengisianRealisasi.objects.milik(request.user).select_related("siklus", "diisikan_oleh")
    pengisian: PengisianRealisasi | None = semua.filter(pk=pk).first()
    if pengisian is None:
        raise Http404
    return pengisian
