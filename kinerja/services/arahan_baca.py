"""Directions as recipients and leaders read them, with the day on the clock of each unit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet

from asn_karier.lib.errors import TidakDitemukan
from kinerja.enums import ARAHAN_TERBUKA, StatusArahan
from kinerja.models import Arahan, PenerimaArahan
from kinerja.services.tenggat import Tenggat
from pegawai.models import Pegawai
from pegawai.services.profil import zone_of

#: What can no longer be acted on lies at the end of the list, and only so much of it.
TERBANYAK = 50


class Diberikan(NamedTuple):
    """A direction with how many of its recipients are how far."""

    arahan: Arahan
    penerima: int
    dibaca: int
    selesai: int
    terhalang: int


def received(saya: Pegawai) -> list[PenerimaArahan]:
    """Mine: what is still to do by its day, then the rest, newest first."""
    semua = PenerimaArahan.objects.filter(pegawai=saya).select_related("arahan__pemberi")
    terbuka = list(still_open(semua).order_by("arahan__tenggat", "pk"))
    lain = semua.exclude(pk__in=[p.pk for p in terbuka]).order_by("-pk")
    return [*terbuka, *lain[:TERBANYAK]]


def waiting(saya: Pegawai) -> list[PenerimaArahan]:
    """What I have still to read or to do, by its day; one query."""
    semua = PenerimaArahan.objects.filter(pegawai=saya).select_related("arahan__pemberi")
    return list(still_open(semua).order_by("arahan__tenggat", "pk"))


def received_one(*, penerima_id: int, pengguna: Any) -> PenerimaArahan:
    """My line of one direction; TidakDitemukan for every other."""
    milik = PenerimaArahan.objects.filter(pegawai=pengguna.pegawai_id or 0)
    satu: PenerimaArahan | None = milik.select_related("arahan__pemberi").filter(pk=penerima_id).first()
    if satu is None:
        raise TidakDitemukan("arahan_tidak_ditemukan", "Arahan itu tidak ditemukan.")
    return satu


def given(saya: Pegawai) -> list[Diberikan]:
    """Those I gave, newest first; one query."""
    hitung = {
        "n": Count("penerima"),
        "baca": Count("penerima", filter=Q(penerima__dibaca_pada__isnull=False)),
        "jadi": Count("penerima", filter=Q(penerima__status=StatusArahan.SELESAI)),
        "henti": Count("penerima", filter=Q(penerima__status=StatusArahan.TIDAK_DAPAT)),
    }
    semua: Any = Arahan.objects.filter(pemberi=saya).select_related("unit").annotate(**hitung).order_by("-pk")
    return [Diberikan(a, a.n, a.baca, a.jadi, a.henti) for a in semua[:TERBANYAK]]


def given_one(*, arahan_id: int, pengguna: Any) -> tuple[Arahan, list[PenerimaArahan]]:
    """One that I gave, with all its recipients: who needs help first. TidakDitemukan for every other."""
    milik = Arahan.objects.filter(pemberi=pengguna.pegawai_id or 0).select_related("unit")
    arahan: Arahan | None = milik.filter(pk=arahan_id).first()
    if arahan is None:
        raise TidakDitemukan("arahan_tidak_ditemukan", "Arahan itu tidak ditemukan.")
    semua = arahan.penerima.select_related("pegawai__unit", "pegawai__instansi")
    return arahan, sorted(semua, key=_urutan)


def deadline_of(arahan: Arahan, pegawai: Pegawai) -> Tenggat:
    """The last moment for one recipient, where they work."""
    return Tenggat(arahan.tenggat, zone_of(pegawai), "")


def late_ones(arahan: Arahan, penerima: Iterable[PenerimaArahan], at: datetime) -> set[int]:
    """Lines that are open although the day is over where the person works."""
    return {p.pk for p in penerima if p.status in ARAHAN_TERBUKA and deadline_of(arahan, p.pegawai).lewat(at)}


def still_open(semua: QuerySet[PenerimaArahan]) -> QuerySet[PenerimaArahan]:
    """Of directions that were not cancelled, what is not done."""
    return semua.filter(arahan__dibatalkan_pada=None, status__in=ARAHAN_TERBUKA)


def _urutan(p: PenerimaArahan) -> tuple[int, str]:
    urut = [StatusArahan.TIDAK_DAPAT, *ARAHAN_TERBUKA, StatusArahan.SELESAI]
    return urut.index(StatusArahan(p.status)), p.pegawai.nama
