"""Assumptions that changed no fact of a person: an answer must not speak as if it rested on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_years
from karier.rules.andaian import SATUAN, Andaian, tanpa
from karier.rules.fakta import NAMA_FAKTA, Fakta
from karier.rules.perjalanan import Perjalanan


class TakDipakai(NamedTuple):
    """`kode`: a field of Andaian. `terlambat`: it counts after the timeline; else records make it void."""

    kode: str
    terlambat: bool


def tak_dipakai(
    f: Fakta,
    aturan_pada: Callable[[date], Aturan],
    andaian: Andaian,
    *,
    per: date,
    tmt: date,
    akhir: date,
) -> tuple[TakDipakai, ...]:
    """The assumptions without which ONE person's facts are the same on every day up to `akhir`.

    What is assumed stays once it counts, so the last day tells of all of them.
    """
    jalan = Perjalanan(f, aturan_pada, andaian, per=per, tmt=tmt)
    # A TMT falls on the first of a month.
    ke = max(akhir.replace(day=1), tmt)
    # A year after the last of the days assumed every one of them counts, whatever window it waits for.
    kelak = add_years(max(ke, *andaian.tanggal(), andaian.hukuman_selesai or ke), 1)
    return tuple(
        TakDipakai(nama, terlambat=not _sama(jalan, nama, kelak))
        for nama in SATUAN
        if getattr(andaian, nama) and _sama(jalan, nama, ke)
    )


def tanpa_semua(andaian: Andaian, sia: tuple[TakDipakai, ...]) -> Andaian:
    """What is left of the assumptions; JP of a year are read by no decision."""
    for satu in sia:
        andaian = tanpa(andaian, satu.kode)
    return replace(andaian, jp=None)


def _sama(jalan: Perjalanan, nama: str, ke: date) -> bool:
    dengan, kurang = jalan.fakta(ke), jalan.fakta(ke, tanpa(jalan.andaian, nama))
    return all(dengan.baca(n) == kurang.baca(n) for n in NAMA_FAKTA)
