"""The steps of one idea: answer it, measure it, take it back, share it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.pintu_draf import LANGKAH, berdraf, pulihkan
from asn_karier.lib.views import dikirim, isikan
from kinerja.enums import AlasanBelum, NamaUsul, StatusUsul
from kinerja.forms.usul_perbaikan import (
    AjakForm,
    BelumForm,
    CobaForm,
    NamaForm,
    SampaikanForm,
    UkurForm,
    VersiForm,
)
from kinerja.kamus.usul_perbaikan import UCAPAN
from kinerja.models import UsulPerbaikan
from kinerja.rules.usul_perbaikan import HARI_UKUR, boleh_disampaikan
from kinerja.services import usul_perbaikan as layanan
from kinerja.services import usul_perbaikan_jawab as jawaban
from kinerja.services.usul_perbaikan_baca import idea, leaders_of, may_answer
from kinerja.views import usul_perbaikan_kartu as kartu
from pegawai.models import Pegawai
from pegawai.services.profil import day_of, zone_of
from pegawai.views.saya import KANAL, own_record

COBA, BELUM, SAMPAIKAN = "coba", "belum", "sampaikan"
TERUSKAN, HENTIKAN, CATAT = "teruskan", "hentikan", "catat"
_TERIMA: Final = {
    COBA: "Terima kasih sudah memberi usul ini kesempatan. Pengusul membaca jawaban Anda.",
    BELUM: "Terima kasih sudah menjawab. Pengusul membaca alasan Anda.",
    SAMPAIKAN: "Usul disampaikan ke pimpinan di atas Anda.",
    TERUSKAN: "Terima kasih. Cara ini diteruskan dan menjadi bukti kerja pengusulnya.",
    HENTIKAN: "Terima kasih sudah mencoba. Usul dihentikan baik-baik.",
    CATAT: "Angkanya tercatat. Pimpinan memutuskan kelanjutannya.",
}


def idea_or_404(request: HttpRequest, pk: int) -> UsulPerbaikan:
    try:
        return idea(usul_id=pk, pengguna=request.user)
    except TidakDitemukan as salah:
        raise Http404 from salah


def _to(pk: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("kinerja:usul_perbaikan_satu", args=[pk]))


# -- the answer --------------------------------------------------------------------------------------------


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def jawab(request: HttpRequest, pk: int) -> HttpResponse:
    """*Dicoba*, *Belum dapat dicoba*, or to the leader above: three ways on one page."""
    saya = own_record(request)
    u = idea_or_404(request, pk)
    if not may_answer(u, request.user):
        raise Http404
    if u.status != StatusUsul.MENUNGGU:
        messages.info(request, f"Usul ini sudah dijawab: {u.get_status_display()}.")
        return _to(pk)
    langkah = request.POST.get(LANGKAH, COBA) if request.method == "POST" else ""
    forms = _answer_forms(request, u, saya, langkah)
    versi = VersiForm(dikirim(request), initial={"versi": u.versi})
    if langkah in forms and _answer(request, u, forms[langkah], versi, langkah):
        return _to(pk)
    if versi.is_bound:
        isikan(versi, versi=u.versi)
    catat_baca(pengguna=request.user, pegawai_ids=kartu.shown([u], request), kanal=KANAL)
    isi = {
        "u": kartu.idea_words(u, request, saya),
        "f": forms,
        "versi": versi,
        "draf": pulihkan(request, *forms.values(), zona_waktu=zone_of(saya)),
    }
    return render(request, "kinerja/usul_perbaikan_jawab.html", isi)


def _answer_forms(request: HttpRequest, u: UsulPerbaikan, saya: Pegawai, langkah: str) -> dict[str, Form]:
    """The form of the pressed button is bound; the others keep what was typed in them."""
    hari = day_of(saya, timezone.now())
    diketik = request.POST.dict() if langkah else {}
    awal = {
        "mulai": hari,
        "ukur_pada": hari + timedelta(days=HARI_UKUR),
        "ucapan": UCAPAN,
        "penjelasan": UCAPAN + " ",
        **diketik,
    }
    semua: dict[str, type[Form]] = {COBA: CobaForm, BELUM: BelumForm}
    if _may_pass_on(u, request):
        semua[SAMPAIKAN] = SampaikanForm
    return {k: f(request.POST) if k == langkah else f(initial=awal) for k, f in semua.items()}


def _may_pass_on(u: UsulPerbaikan, request: HttpRequest) -> bool:
    rantai = leaders_of(u)
    pk = request.user.pegawai_id  # type: ignore[union-attr]
    if pk not in rantai:
        return False
    dari = rantai.index(pk)
    return boleh_disampaikan(
        tingkat=dari, disampaikan_dari=u.disampaikan_dari, di_atas=dari + 1 < len(rantai)
    )


def _answer(request: HttpRequest, u: UsulPerbaikan, form: Form, versi: Form, langkah: str) -> bool:
    if not form.is_valid() or not versi.is_valid():
        return False
    b = form.cleaned_data
    sama: dict[str, Any] = {
        "usul_id": u.pk,
        "versi": versi.cleaned_data["versi"],
        "actor": request.user,
        "at": timezone.now(),
    }
    kerja: dict[str, Callable[[], Any]] = {
        COBA: lambda: jawaban.try_idea(uji=form.uji, ucapan=b["ucapan"], **sama),  # type: ignore[attr-defined]
        BELUM: lambda: jawaban.decline_idea(alasan=AlasanBelum(b["alasan"]), kata=b["penjelasan"], **sama),
        SAMPAIKAN: lambda: jawaban.pass_on(alasan=b["alasan_atas"], **sama),
    }
    return _done(request, form, kerja[langkah], _TERIMA[langkah])


def _done(request: HttpRequest, form: Form, kerja: Callable[[], Any], kata: str) -> bool:
    """True when it is done, or was done by somebody meanwhile; else why not stands in the form."""
    try:
        kerja()
    except Bentrok as salah:
        if salah.kode == "usul_berubah":
            form.add_error(None, f"{salah.kalimat} {salah.tindakan}")
            return False
        messages.info(request, salah.kalimat)
        return True
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return False
    messages.success(request, kata)
    return True


# -- the effect --------------------------------------------------------------------------------------------


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def ukur(request: HttpRequest, pk: int) -> HttpResponse:
    """The number after, and words of those whom it helped; a leader says too what follows."""
    saya = own_record(request)
    u = idea_or_404(request, pk)
    if u.status != StatusUsul.DICOBA:
        messages.info(request, f"Usul ini sedang tidak dicoba: {u.get_status_display()}.")
        return _to(pk)
    memutus = may_answer(u, request.user)
    langkah = request.POST.get(LANGKAH, CATAT) if request.method == "POST" else ""
    awal = {"angka_sesudah": u.angka_sesudah, "kata_warga": u.kata_warga, "versi": u.versi}
    form = UkurForm(dikirim(request), initial=awal, wajib=langkah != HENTIKAN)
    if form.is_bound and form.is_valid() and _measure(request, u, form, langkah if memutus else CATAT):
        return _to(pk)
    if form.is_bound:
        isikan(form, versi=u.versi)
    catat_baca(pengguna=request.user, pegawai_ids=kartu.shown([u], request), kanal=KANAL)
    isi = {
        "u": kartu.idea_words(u, request, saya),
        "form": form,
        "memutus": memutus,
        "draf": pulihkan(request, form, zona_waktu=zone_of(saya)),
    }
    return render(request, "kinerja/usul_perbaikan_ukur.html", isi)


def _measure(request: HttpRequest, u: UsulPerbaikan, form: UkurForm, langkah: str) -> bool:
    sama: dict[str, Any] = {
        "usul_id": u.pk,
        "hasil": form.hasil,
        "versi": form.cleaned_data["versi"],
        "actor": request.user,
        "at": timezone.now(),
    }
    if langkah in (TERUSKAN, HENTIKAN):
        return _done(
            request, form, lambda: jawaban.close_trial(lanjut=langkah == TERUSKAN, **sama), _TERIMA[langkah]
        )
    return _done(request, form, lambda: jawaban.report_effect(**sama), _TERIMA[CATAT])


# -- of the author and colleagues --------------------------------------------------------------------------


@require_POST
def tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it back before it was answered."""
    own_record(request)
    at = timezone.now()
    _step(
        request,
        lambda: layanan.withdraw_idea(usul_id=pk, actor=request.user, at=at),
        "Usul ditarik kembali dan isinya dihapus.",
    )
    return _to(pk)


@require_POST
def nama(request: HttpRequest, pk: int) -> HttpResponse:
    """Who reads my name from now on."""
    own_record(request)
    form = NamaForm(request.POST)
    if not form.is_valid():
        messages.info(request, "Pilih siapa yang boleh tahu nama Anda.")
        return _to(idea_or_404(request, pk).pk)
    pilih = NamaUsul(form.cleaned_data["nama"])
    at = timezone.now()
    _step(
        request,
        lambda: layanan.choose_name(usul_id=pk, nama=pilih, actor=request.user, at=at),
        "Pilihan nama tersimpan.",
    )
    return _to(pk)


@require_POST
def ajak(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask a colleague along."""
    saya = own_record(request)
    form = AjakForm(request.POST, rekan=kartu.colleagues(saya))
    if not form.is_valid():
        idea_or_404(request, pk)
        messages.info(request, "Pilih rekan dari daftar.")
        return _to(pk)
    rekan, at = form.cleaned_data["rekan"], timezone.now()
    _step(
        request,
        lambda: layanan.ask_along(usul_id=pk, pegawai_id=rekan, actor=request.user, at=at),
        "Ajakan terkirim. Usul menjadi miliknya juga sesudah ia setuju.",
    )
    return _to(pk)


@require_POST
def ikut(request: HttpRequest, pk: int) -> HttpResponse:
    """Yes, I take part."""
    own_record(request)
    at = timezone.now()
    _step(
        request,
        lambda: layanan.join_idea(usul_id=pk, actor=request.user, at=at),
        "Terima kasih. Usul ini sekarang milik Anda juga.",
    )
    return _to(pk)


def _step(request: HttpRequest, kerja: Callable[[], Any], kata: str) -> None:
    """Do it and say so; TidakDitemukan is a page that is not there."""
    try:
        kerja()
    except TidakDitemukan as salah:
        raise Http404 from salah
    except DomainError as salah:
        messages.info(request, f"{salah.kalimat} {salah.tindakan}".strip())
        return
    messages.success(request, kata)
