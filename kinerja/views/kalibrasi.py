"""*Sebaran dan kalibrasi*: sessions one takes part in, proposals, and the answers of the pejabat penilai."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.views import bilangan, dikirim, isikan
from kinerja.forms.kalibrasi import JawabanKalibrasiForm, UsulKalibrasiForm
from kinerja.models import Penilaian, SesiKalibrasi, UsulKalibrasi
from kinerja.services.kalibrasi import (
    UsulRating,
    answer,
    asked_of,
    propose,
    ratings_of,
    waiting_for,
    withdraw,
)
from kinerja.services.lembar_kalibrasi import session_sheet
from pegawai.services.profil import moment_text, zone_of
from pegawai.views.saya import KANAL, own_record
from pegawai.views.tugas import Penanya, Tugas

#: Minutes that answering one proposal takes.
MENIT_MENJAWAB = 2


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """My sessions, and the proposals that wait for my answer."""
    saya = own_record(request)
    sesi = (
        SesiKalibrasi.objects.visible_to(request.user).filter(peserta=saya).select_related("siklus", "unit")
    )
    usul = list(waiting_for(request.user))
    catat_baca(pengguna=request.user, pegawai_ids=sorted({u.penilaian.pegawai_id for u in usul}), kanal=KANAL)
    isi = {
        "sesi": [_session(s, zone_of(saya)) for s in sesi],
        "usul": [{"nama": u.penilaian.pegawai.nama_gelar, "siklus": u.sesi.siklus.nama,
                  "url": reverse("kinerja:kalibrasi_jawab", args=[u.pk])} for u in usul],
    }  # fmt: skip
    return render(request, "kinerja/kalibrasi_daftar.html", isi)


def _session(s: SesiKalibrasi, zona: str) -> dict[str, Any]:
    tutup = s.ditutup_pada
    return {
        "nama": str(s.unit or "Seluruh instansi"),
        "siklus": s.siklus.nama,
        "tanda": f"Ditutup {moment_text(tutup, zona)}" if tutup else "Terbuka",
        "url": "" if tutup else reverse("kinerja:kalibrasi_sesi", args=[s.pk]),
    }


@require_safe
def sesi(request: HttpRequest, pk: int) -> HttpResponse:
    """The sent ratings of a session side by side."""
    own_record(request)
    lembar = session_sheet(_open(request, pk), pengguna=request.user)
    note_session(request, [b.penilaian for b in lembar.baris])
    isi = {"lembar": lembar, "url_usul": "kinerja:kalibrasi_usul", "url_balik": reverse("kinerja:kalibrasi")}
    return render(request, "kinerja/kalibrasi.html", isi)


@require_http_methods(["GET", "HEAD", "POST"])
def usul(request: HttpRequest, pk: int, penilaian_id: int) -> HttpResponse:
    """Propose other ratings for one appraisal of a session."""
    own_record(request)
    return proposal_page(
        request,
        _open(request, pk),
        penilaian_id,
        url_balik=reverse("kinerja:kalibrasi_sesi", args=[pk]),
        templat="kinerja/kalibrasi_usul.html",
    )


def proposal_page(
    request: HttpRequest,
    sesi_terbuka: SesiKalibrasi,
    penilaian_id: int,
    *,
    url_balik: str,
    templat: str,
    **lain: Any,
) -> HttpResponse:
    """The form of one proposal, for the portal and for the HR desk; a POST of `tarik` takes one back."""
    if "tarik" in request.POST:
        return withdrawn(request, sesi_terbuka, url_balik)
    p = ratings_of(sesi_terbuka, pengguna=request.user).filter(pk=penilaian_id).first()
    if p is None:
        raise Http404
    form = UsulKalibrasiForm(dikirim(request), initial={"versi": p.versi})

    def kerjakan() -> Any:
        i = form.cleaned_data
        isi = UsulRating(p.pk, i["versi"], i["hasil"], i["perilaku"], i["alasan"])
        return propose(sesi=sesi_terbuka, usul=isi, actor=request.user, at=timezone.now())

    if request.method == "POST" and done(form, kerjakan):
        messages.success(request, "Usul terkirim kepada pejabat penilainya. Ratingnya belum berubah.")
        return HttpResponseRedirect(url_balik)
    if form.is_bound:  # the page shows the ratings of now
        isikan(form, versi=p.versi)
    note_session(request, [p])
    return render(request, templat, {"form": form, "penilaian": p, "url_balik": url_balik, **lain})


def withdrawn(request: HttpRequest, sesi: SesiKalibrasi, url_balik: str) -> HttpResponse:
    """Back to the session, without the proposal that the button names."""
    semua = UsulKalibrasi.objects.visible_to(request.user).filter(sesi=sesi).select_related("sesi__siklus")
    satu = semua.filter(pk=bilangan(request.POST["tarik"]) or 0).first()
    try:
        if satu is not None:
            withdraw(usul=satu, actor=request.user)
        messages.success(request, "Usul ditarik. Ratingnya tidak berubah.")
    except DomainError as salah:
        messages.error(request, salah.kalimat)
    return HttpResponseRedirect(url_balik)


@require_http_methods(["GET", "HEAD", "POST"])
def jawab(request: HttpRequest, pk: int) -> HttpResponse:
    """The pejabat penilai answers one proposal about their own rating."""
    own_record(request)
    # An answer on its way may be the second press of one that counts already.
    semua = asked_of(request.user) if request.method == "POST" else waiting_for(request.user)
    satu = semua.filter(pk=pk).first()
    if satu is None:
        raise Http404
    form = JawabanKalibrasiForm(dikirim(request))

    def kerjakan() -> Any:
        i = form.cleaned_data
        return answer(
            usul=satu, terima=i["jawaban"] == "terima", umpan_balik=i["kalimat"], alasan=i["alasan"],
            actor=request.user, at=timezone.now(),
        )  # fmt: skip

    if request.method == "POST" and done(form, kerjakan):
        messages.success(request, "Jawaban Anda tercatat.")
        return HttpResponseRedirect(reverse("kinerja:kalibrasi"))
    # Without a purpose: the person reads the trail, and that somebody asks for another rating is not told.
    catat_baca(pengguna=request.user, pegawai_ids=[satu.penilaian.pegawai_id], kanal=KANAL)
    isi = {"form": form, "usul": satu, "penilaian": satu.penilaian, "url_balik": reverse("kinerja:kalibrasi")}
    return render(request, "kinerja/kalibrasi_jawab.html", isi)


def done(form: Form, kerjakan: Callable[[], Any]) -> bool:
    """Whether the form was good and its work is done; what was refused stands in the form."""
    if not form.is_valid():
        return False
    try:
        kerjakan()
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return False
    return True


def _open(request: HttpRequest, pk: int) -> SesiKalibrasi:
    terlihat = SesiKalibrasi.objects.visible_to(request.user).filter(ditutup_pada=None)
    satu: SesiKalibrasi | None = terlihat.filter(pk=pk).select_related("siklus", "unit").first()
    if satu is None:
        raise Http404
    return satu


def note_session(request: HttpRequest, semua: list[Penilaian], kanal: str = KANAL) -> None:
    """The line of everybody in a session; opening one of them leaves the same line and no other."""
    ids = sorted({p.pegawai_id for p in semua})
    catat_baca(pengguna=request.user, pegawai_ids=ids, kanal=kanal, keperluan="Kalibrasi penilaian")


def answering_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Proposals of calibration that wait for the pejabat penilai."""
    banyak = waiting_for(penanya.request.user).count()
    if banyak:
        yield Tugas(
            judul=f"Jawab {banyak} usul kalibrasi",
            url=reverse("kinerja:kalibrasi"),
            tanda="Menunggu Anda",
            kelas="perlu",
            ket="Kalibrasi hanya mengusulkan; Anda yang memutuskan rating Anda",
            menit=banyak * MENIT_MENJAWAB,
            memutus=True,
        )
