"""Assignments in the portal: what fits me, saying yes, and releasing people of my team."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.views import bilangan, dikirim, isikan
from karier.enums import StatusPenugasan, StatusPesertaPenugasan
from karier.forms.penugasan import FormTahan
from karier.models import Penugasan, PesertaPenugasan
from karier.services.penugasan import PORTAL, keep_back, release, volunteer, withdraw
from karier.services.penugasan_baca import (
    open_assignments,
    own_assignments,
    own_matches,
    own_row,
    participants,
    row_of,
    seen_assignment,
    waiting_for_release,
)
from karier.services.penugasan_tawar import may_offer, offered_by
from pegawai.models import Pegawai
from pegawai.services.profil import day_of
from pegawai.views.saya import KANAL, own_record
from pegawai.views.tugas import Penanya, Tugas, guarded

S = StatusPesertaPenugasan
_TIM: Final = "karier:penugasan_tim"


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """What fits me with its reason, everything that is open, and what I said yes to."""
    saya = own_record(request)
    hari = day_of(saya, timezone.now())
    cocok = guarded("karier", lambda: own_matches(saya=saya, hari=hari))
    punya = own_assignments(saya, hari)
    ikut = {b.peserta.penugasan_id for b in punya if b.peserta.status in (S.MENUNGGU, S.BERJALAN)}
    saran = [s for s in cocok.nilai or [] if s.penugasan.pk not in ikut]
    tampil = ikut | {s.penugasan.pk for s in saran}
    isi = {
        "cocok": saran,
        "gagal": cocok.gagal,
        "lain": [p for p in open_assignments(saya.instansi_id, hari) if p.pk not in tampil],
        "punya": punya,
        "boleh_tawar": may_offer(saya.instansi_id, request.user),
    }
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    return render(request, "karier/penugasan_daftar.html", isi)


@require_safe
def penugasan(request: HttpRequest, pk: int) -> HttpResponse:
    """One assignment of my government; names of those inside only for whoever offers it."""
    saya = own_record(request)
    p = _seen(pk, saya)
    punya, milik = own_row(p, saya), offered_by(p, request.user)
    peserta = participants(p, (S.BERJALAN, S.SELESAI, S.TIDAK_SELESAI)) if milik else []
    catat_baca(pengguna=request.user, pegawai_ids={b.peserta.pegawai_id for b in peserta}, kanal=KANAL)
    isi = {
        "p": p,
        "punya": row_of(punya, day_of(saya, timezone.now())) if punya else None,
        "dapat_bersedia": _may_say_yes(p, punya, saya),
        "dapat_mundur": punya is not None and _may_leave(punya, p, saya),
        "milik": milik and p.status == StatusPenugasan.DIBUKA,
        "sudah_mulai": day_of(saya, timezone.now()) >= p.mulai,
        "peserta": peserta,
    }
    return render(request, "karier/penugasan.html", isi)


def _may_say_yes(p: Penugasan, punya: PesertaPenugasan | None, saya: Pegawai) -> bool:
    """Whoever offers it leads it: nobody ends what they take part in."""
    terbuka = p.status == StatusPenugasan.DIBUKA and day_of(saya, timezone.now()) <= p.bersedia_sampai
    return (
        terbuka and p.penawar_id != saya.pk and (punya is None or punya.status in (S.MUNDUR, S.TIDAK_DILEPAS))
    )


def _may_leave(punya: PesertaPenugasan, p: Penugasan, saya: Pegawai) -> bool:
    if punya.status == S.MENUNGGU:
        return True
    return punya.status == S.BERJALAN and day_of(saya, timezone.now()) < p.mulai


@require_POST
def bersedia(request: HttpRequest, pk: int) -> HttpResponse:
    """*Saya bersedia*."""
    saya = own_record(request)
    pesan = "Kesediaan Anda tercatat. Atasan Anda memutuskan apakah Anda dapat dilepas."
    return _press(
        request,
        lambda at: volunteer(penugasan_id=pk, pegawai=saya, actor=request.user, at=at),
        pesan,
        reverse("karier:penugasan", args=[pk]),
    )


@require_POST
def mundur(request: HttpRequest, pk: int) -> HttpResponse:
    """*Tarik kesediaan*."""
    saya = own_record(request)
    p = PesertaPenugasan.objects.filter(pk=pk, pegawai=saya).first()
    if p is None:
        raise Http404
    return _press(
        request,
        lambda at: withdraw(
            peserta_id=pk, versi=_seen_version(request), pegawai=saya, actor=request.user, at=at
        ),
        "Kesediaan Anda ditarik.",
        reverse("karier:penugasan", args=[p.penugasan_id]),
    )


# -- the atasan -------------------------------------------------------------------------------------


@require_safe
def tim(request: HttpRequest) -> HttpResponse:
    """Whoever of my team waits for my yes."""
    own_record(request)
    menunggu = [row_of(p) for p in waiting_for_release(request.user)]
    ids = {b.peserta.pegawai_id for b in menunggu}
    catat_baca(pengguna=request.user, pegawai_ids=ids, kanal=KANAL, keperluan="Pelepasan untuk penugasan")
    return render(request, "karier/penugasan_tim.html", {"menunggu": menunggu})


@require_POST
def lepas(request: HttpRequest, pk: int) -> HttpResponse:
    """*Lepas*: one press."""
    p = _of_my_team(request, pk)
    return _press(
        request,
        lambda at: release(
            peserta_id=pk, versi=_seen_version(request), actor=request.user, at=at, kanal=PORTAL
        ),
        f"{p.pegawai.nama_gelar} dilepas untuk {p.penugasan}.",
        reverse(_TIM),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def tahan(request: HttpRequest, pk: int) -> HttpResponse:
    """*Belum dapat dilepas*, with a reason; what was typed stays when it is refused."""
    p = _of_my_team(request, pk)
    form = FormTahan(dikirim(request), initial={"versi": p.versi})
    if request.method == "POST" and form.is_valid():
        try:
            keep_back(peserta_id=pk, actor=request.user, at=timezone.now(), kanal=PORTAL, **form.cleaned_data)
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
        else:
            messages.success(request, f"{p.pegawai.nama_gelar} membaca alasan Anda.")
            return HttpResponseRedirect(reverse(_TIM))
    if form.errors:
        isikan(form, versi=p.versi)
    catat_baca(pengguna=request.user, pegawai_ids=[p.pegawai_id], kanal=KANAL)
    return render(request, "karier/penugasan_tahan.html", {"baris": row_of(p), "form": form})


def release_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """One line for all who wait for my yes; one query."""
    banyak = waiting_for_release(penanya.request.user).count()
    if banyak:
        yield Tugas(
            judul=f"Lepas untuk penugasan: {banyak} pegawai",
            url=reverse(_TIM),
            tanda="Menunggu Anda",
            kelas="perlu",
            ket="Pegawai sudah bersedia; penugasan dimulai sesudah Anda melepas.",
            memutus=True,
        )


# -- shared -----------------------------------------------------------------------------------------


def _press(request: HttpRequest, kerja: Callable[[datetime], Any], pesan: str, tujuan: str) -> HttpResponse:
    try:
        kerja(timezone.now())
    except TidakDitemukan as salah:
        raise Http404(salah.pesan) from salah
    except DomainError as salah:
        messages.error(request, salah.kalimat)
    else:
        messages.success(request, pesan)
    return HttpResponseRedirect(tujuan)


def _seen_version(request: HttpRequest) -> int:
    return bilangan(request.POST.get("versi"), bawaan=0) or 0


def _seen(pk: int, saya: Pegawai) -> Penugasan:
    p = seen_assignment(pk, saya.instansi_id)
    if p is None:
        raise Http404("Penugasan ini tidak ada di instansi Anda.")
    return p


def _of_my_team(request: HttpRequest, pk: int) -> PesertaPenugasan:
    own_record(request)
    orang = Pegawai.objects.dinilai_oleh(request.user).exclude(pk=request.user.pegawai_id)  # type: ignore[union-attr]
    p: PesertaPenugasan | None = (
        PesertaPenugasan.objects.filter(pk=pk, pegawai__in=orang)
        .select_related("pegawai", "penugasan")
        .first()
    )
    if p is None:
        raise Http404
    return p
