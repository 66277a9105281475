"""Which month, instansi and unit a request of the page Kenaikan pangkat (periode) is about."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.views import bilangan, wewenang
from karier.rules.periode import proposal_window
from karier.services.bulan_kp import Bulan, Periode, aturan_bulan, buka_bulan, daftar_periode
from pegawai.models import Instansi, Pegawai, UnitKerja

#: Before this there was no record of proposals anywhere here.
_TERTUA: Final = date(2023, 1, 1)


def boleh_bersama(request: HttpRequest) -> bool:
    """A letter belongs to the instansi: only whoever works for all of it makes one."""
    return wewenang(request).mengelola and wewenang(request).instansi_penuh


def instansi_dari(request: HttpRequest) -> Instansi:
    """The instansi whose people the user keeps; 404 without any."""
    if not wewenang(request).mengelola:
        raise Http404
    milik = Pegawai.objects.dikelola(request.user).order_by().values("instansi_id")
    # Before the first import there is nobody yet, and the page says so.
    kelola = Instansi.objects.dikelola(request.user).order_by().values("pk")
    semua = Instansi.objects.filter(Q(pk__in=milik) | Q(pk__in=kelola))
    nomor = bilangan(request.GET.get("instansi") or request.POST.get("instansi"))
    satu = (semua.filter(pk=nomor) if nomor is not None else semua.order_by("pk")).first()
    if satu is None:
        raise Http404
    return satu


def bulan_dari(request: HttpRequest) -> tuple[Bulan, list[Periode]]:
    """The month of an address, and those to choose from.

    An older month is opened too, because proposals may stay open for long; anything else is the present one.
    """
    instansi = instansi_dari(request)
    hari_ini, aturan = aturan_bulan(instansi, timezone.now())
    semua = daftar_periode(hari_ini, aturan)
    diminta = baca_periode(request.GET.get("periode") or request.POST.get("periode") or "")
    if diminta is not None and _TERTUA <= diminta < semua[0].tmt:
        semua.insert(0, Periode(diminta, proposal_window(diminta, aturan), sasaran=False))
    periode = next((p for p in semua if p.tmt == diminta), None) or next(p for p in semua if p.sasaran)
    bulan = buka_bulan(
        instansi=instansi,
        periode=periode,
        pengguna=request.user,
        hari_ini=hari_ini,
        aturan=aturan,
        unit=unit_dari(request),
        cari=request.GET.get("q", ""),
    )
    return bulan, semua


def baca_periode(teks: str) -> date | None:
    """'2027-01' is 1 January 2027; None for anything else."""
    tahun, _, bulan = teks.partition("-")
    try:
        return date(int(tahun), int(bulan), 1)
    except ValueError:
        return None


def unit_dari(request: HttpRequest) -> UnitKerja | None:
    """The unit that the list is narrowed to; 404 outside the scope."""
    nomor = bilangan(request.GET.get("unit"))
    if nomor is None:
        return None
    unit: UnitKerja | None = UnitKerja.objects.visible_to(request.user).filter(pk=nomor).first()
    if unit is None:
        raise Http404
    return unit


def url_bulan(instansi_id: int, tmt: date, tab: str = "siap") -> str:
    """The address of one heap of one month."""
    dasar = f"{reverse('admin:karier_kp')}?periode={tmt:%Y-%m}&tab={tab}"
    return f"{dasar}&instansi={instansi_id}"
