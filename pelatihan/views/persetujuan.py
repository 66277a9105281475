"""Enrolments that wait for their atasan: two clicks, ten minutes to take it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.views import bilangan, dikirim, isikan
from pegawai.models import Pegawai
from pegawai.services.profil import day_of
from pegawai.views.saya import KANAL, own_record
from pegawai.views.tugas import guarded
from pelatihan.forms.kelas import FormTolak
from pelatihan.models import Pendaftaran
from pelatihan.services.celah_kelas import gaps_closed
from pelatihan.services.pendaftaran_baca import line
from pelatihan.services.persetujuan import decide_as_atasan, undo_as_atasan
from pelatihan.services.persetujuan_baca import undoable_by, waiting_for

_DAFTAR = "pelatihan:persetujuan"


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Everybody of my team who waits for my word, and what I can still take back."""
    saya, kini = own_record(request), timezone.now()
    menunggu, baru = waiting_for(request.user, at=kini), undoable_by(request.user, at=kini)
    semua = [m.baris.pendaftaran for m in menunggu]
    # The people of a leader work in the same government.
    celah = guarded(
        "karier", lambda: gaps_closed(semua, instansi_id=saya.instansi_id, per=day_of(saya, kini))
    )
    ids = {b.pendaftaran.pegawai_id for b in (*(m.baris for m in menunggu), *baru)}
    catat_baca(pengguna=request.user, pegawai_ids=ids, kanal=KANAL, keperluan="Persetujuan pelatihan")
    isi = {
        "menunggu": [(m, (celah.nilai or {}).get(m.baris.pendaftaran.pk, "")) for m in menunggu],
        "baru": baru,
        "gagal": celah.gagal,
    }
    return render(request, "pelatihan/persetujuan.html", isi)


@require_POST
def setujui(request: HttpRequest, pk: int) -> HttpResponse:
    """*Setujui*: one press."""
    p = _of_my_team(request, pk)
    return _press(
        request,
        lambda kunci: decide_as_atasan(**kunci, setuju=True, alasan=""),
        p,
        f"Pendaftaran {p.pegawai.nama_gelar} disetujui. Anda dapat mengurungkannya dalam 10 menit.",
    )


@require_POST
def urungkan(request: HttpRequest, pk: int) -> HttpResponse:
    """*Urungkan* what I said."""
    p = _of_my_team(request, pk)
    return _press(
        request,
        lambda kunci: undo_as_atasan(**kunci),
        p,
        f"Putusan tentang {p.pegawai.nama_gelar} diurungkan.",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def tolak(request: HttpRequest, pk: int) -> HttpResponse:
    """*Tolak dengan alasan*; what was typed stays when it is refused."""
    p = _of_my_team(request, pk)
    form = FormTolak(dikirim(request), initial={"versi": p.versi})
    if request.method == "POST" and form.is_valid():
        try:
            isi: dict[str, Any] = form.cleaned_data
            decide_as_atasan(pendaftaran_id=pk, setuju=False, actor=request.user, at=timezone.now(), **isi)
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
        else:
            messages.success(request, f"Pendaftaran {p.pegawai.nama_gelar} tidak disetujui.")
            return HttpResponseRedirect(reverse(_DAFTAR))
    if form.errors:
        isikan(form, versi=p.versi)
    catat_baca(pengguna=request.user, pegawai_ids=[p.pegawai_id], kanal=KANAL)
    return render(request, "pelatihan/tolak.html", {"baris": line(p), "form": form})


def _press(
    request: HttpRequest, kerja: Callable[[dict[str, Any]], Any], p: Pendaftaran, pesan: str
) -> HttpResponse:
    versi = bilangan(request.POST.get("versi"), bawaan=0) or 0
    try:
        kerja({"pendaftaran_id": p.pk, "versi": versi, "actor": request.user, "at": timezone.now()})
    except DomainError as salah:
        messages.error(request, salah.kalimat)
    else:
        messages.success(request, pesan)
    return HttpResponseRedirect(reverse(_DAFTAR))


def _of_my_team(request: HttpRequest, pk: int) -> Pendaftaran:
    """An enrolment of somebody whom I lead today; 404 for everybody else's and for my own."""
    own_record(request)
    tim = Pegawai.objects.dinilai_oleh(request.user).exclude(pk=request.user.pegawai_id)  # type: ignore[union-attr]
    semua = Pendaftaran.objects.select_related("angkatan__pelatihan", "pegawai")
    p: Pendaftaran | None = semua.filter(pk=pk, pegawai__in=tim).first()
    if p is None:
        raise Http404
    return p
