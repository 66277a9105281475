"""What the pages of an individual plan share: which plan an address means, and how a press is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.views import bilangan
from karier.enums import StatusIdp
from karier.models import ButirRencana, RencanaPengembangan
from karier.services.rencana_baca import plan_for
from karier.services.rencana_sepakat import Tekan
from pegawai.models import Pegawai
from pegawai.views.saya import KANAL, own_record


def readable_plan(request: HttpRequest, pk: int) -> RencanaPengembangan:
    """A plan that whoever asks may read; 404 for every other."""
    try:
        rencana = plan_for(pengguna=request.user, rencana_id=pk)
    except TidakDitemukan as salah:
        raise Http404 from salah
    # The menu reads it: to the atasan the plan is a page of the team.
    request.tentang_tim = leads(request, rencana)  # type: ignore[attr-defined]
    return rencana


def own_plan(request: HttpRequest, pk: int) -> RencanaPengembangan:
    """One's own plan; 404 for every other."""
    saya = own_record(request)
    rencana = readable_plan(request, pk)
    if rencana.pegawai_id != saya.pk:
        raise Http404
    return rencana


def led_plan(request: HttpRequest, pk: int) -> RencanaPengembangan:
    """The plan of a direct report; 404 for every other."""
    own_record(request)
    rencana = readable_plan(request, pk)
    if not leads(request, rencana):
        raise Http404
    return rencana


def party_plan(request: HttpRequest, pk: int) -> RencanaPengembangan:
    """The plan of one of the two who agree on it; 404 for whoever only reads."""
    own_record(request)
    rencana = readable_plan(request, pk)
    if not (owns(request, rencana) or leads(request, rencana)):
        raise Http404
    return rencana


def owns(request: HttpRequest, rencana: RencanaPengembangan) -> bool:
    saya: Any = request.user.pegawai_id  # type: ignore[union-attr]
    return bool(saya == rencana.pegawai_id)


def leads(request: HttpRequest, rencana: RencanaPengembangan) -> bool:
    """Whether whoever asks is the atasan of today."""
    tim = Pegawai.objects.dinilai_oleh(request.user)
    return not owns(request, rencana) and tim.filter(pk=rencana.pegawai_id).exists()


def item_of(rencana: RencanaPengembangan, butir_id: int) -> ButirRencana:
    butir: ButirRencana | None = rencana.butir.filter(pk=butir_id).first()
    if butir is None:
        raise Http404
    return butir


def sheet_url(rencana: RencanaPengembangan, jangkar: str = "") -> str:
    return f"{reverse('karier:rencana_lembar', args=[rencana.pk])}{jangkar}"


def back(rencana: RencanaPengembangan, jangkar: str = "") -> HttpResponse:
    return HttpResponseRedirect(sheet_url(rencana, jangkar))


def posted_version(request: HttpRequest) -> int | None:
    return bilangan(request.POST.get("versi"))


def press_of(request: HttpRequest, rencana: RencanaPengembangan, versi: int | None = None) -> Tekan:
    """What was pressed, with the version of the words that the page showed."""
    dilihat = posted_version(request) if versi is None else versi
    return Tekan(rencana.pk, dilihat, request.user, timezone.now(), KANAL)


def answer(
    request: HttpRequest, rencana: RencanaPengembangan, kerja: Callable[[], Any], pesan: str
) -> HttpResponse:
    """Do it and go back to the plan, with what became of it."""
    try:
        kerja()
    except DomainError as salah:
        messages.error(request, salah.kalimat)
    else:
        messages.success(request, pesan)
    return back(rencana)


class Hak(NamedTuple):
    """What whoever reads may do with this plan now."""

    pemilik: bool
    atasan: bool
    status: StatusIdp
    sama: bool
    setuju_atasan: bool

    @property
    def ubah(self) -> bool:
        return self.ajukan or self.putuskan

    @property
    def ajukan(self) -> bool:
        return self.pemilik and self.status in (StatusIdp.DRAF, StatusIdp.MENUNGGU_PEGAWAI)

    @property
    def terima(self) -> bool:
        return self.pemilik and self.status == StatusIdp.MENUNGGU_PEGAWAI and self.setuju_atasan

    @property
    def tarik(self) -> bool:
        return self.pemilik and self.status == StatusIdp.MENUNGGU_ATASAN

    @property
    def putuskan(self) -> bool:
        return self.atasan and self.status == StatusIdp.MENUNGGU_ATASAN

    @property
    def setujui(self) -> bool:
        return self.putuskan and self.sama

    @property
    def giliran(self) -> bool:
        """Whoever reads answers next."""
        return self.putuskan or (self.pemilik and self.status == StatusIdp.MENUNGGU_PEGAWAI)

    @property
    def bahas_lagi(self) -> bool:
        return (self.pemilik or self.atasan) and self.status == StatusIdp.DISEPAKATI

    @property
    def jalan(self) -> bool:
        return self.pemilik and self.status == StatusIdp.DISEPAKATI

    @property
    def luring(self) -> bool:
        return self.pemilik and self.status != StatusIdp.SELESAI


def rights(request: HttpRequest, r: RencanaPengembangan) -> Hak:
    return Hak(
        owns(request, r),
        leads(request, r),
        StatusIdp(r.status),
        r.versi == r.setuju_pegawai,
        r.versi == r.setuju_atasan,
    )
