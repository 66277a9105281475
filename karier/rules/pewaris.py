"""Whose knowledge leaves soon, and who could learn it: rarity, urgency, heirs. Pure, over plain rows.

A competency is rare where, once everybody who retires by then is gone, few of at least the same level stay:
nobody in the same unit, or at most three in the whole government (KEPUTUSAN).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Final, NamedTuple

from asn_karier.lib.dates import add_months

CAKRAWALA: Final = (1, 2, 5)
LANGKA_INSTANSI: Final = 3
#: From this level on somebody can teach it.
LEVEL_AHLI: Final = 4
#: How far below the senior an heir may stand: what a few years of guidance can close.
JARAK_LEVEL: Final = 2
PALING_BANYAK: Final = 3


class Pemegang(NamedTuple):
    """One person and one competency. `pensiun`: None when it cannot be told."""

    kunci: int
    kompetensi: str
    level: int
    unit: str
    pensiun: date | None
    atasan: int | None


class Warisan(NamedTuple):
    """`tahun`: within how many years it leaves. `sisa_unit`, `sisa`: who of that level stays after it."""

    pemegang: Pemegang
    tahun: int
    sisa_unit: int
    sisa: int
    pewaris: tuple[Pemegang, ...]

    @property
    def langka_di_instansi(self) -> bool:
        return self.sisa <= LANGKA_INSTANSI


def horizon(pensiun: date | None, per: date) -> int | None:
    """The smallest of CAKRAWALA that holds the day; None when it lies further off, or is over, or unknown."""
    if pensiun is None or pensiun < per:
        return None
    return next((t for t in CAKRAWALA if pensiun <= add_months(per, 12 * t)), None)


def knowledge_leaving(semua: Iterable[Pemegang], per: date) -> list[Warisan]:
    """Every rare competency of somebody who retires within five years, the most urgent first."""
    menurut: dict[str, list[Pemegang]] = defaultdict(list)
    for p in semua:
        menurut[p.kompetensi].append(p)
    hasil = [w for pemegang in menurut.values() for w in _of_one(pemegang, per)]
    return sorted(hasil, key=_urgency)


def _of_one(semua: Sequence[Pemegang], per: date) -> Iterable[Warisan]:
    pergi = [(p, t) for p in semua if p.level >= LEVEL_AHLI and (t := horizon(p.pensiun, per))]
    if not pergi:
        return
    tinggal = {t: _staying(semua, add_months(per, 12 * t)) for t in {t for _, t in pergi}}
    calon = _heirs_by_unit(semua, per)
    for p, t in pergi:
        di_instansi, di_unit = tinggal[t]
        sisa, sisa_unit = _at_least(di_instansi, p.level), _at_least(di_unit.get(p.unit, ()), p.level)
        if sisa_unit == 0 or sisa <= LANGKA_INSTANSI:
            yield Warisan(p, t, sisa_unit, sisa, _heirs_of(p, calon.get(p.unit, ())))


def _staying(semua: Iterable[Pemegang], sampai: date) -> tuple[list[int], Mapping[str, list[int]]]:
    """Rising levels of whoever does not retire by then; of an unknown day nobody can count on it."""
    semuanya: list[int] = []
    menurut: dict[str, list[int]] = defaultdict(list)
    for p in sorted(semua, key=lambda p: p.level):
        if p.pensiun is not None and p.pensiun > sampai:
            semuanya.append(p.level)
            menurut[p.unit].append(p.level)
    return semuanya, menurut


def _at_least(level: Sequence[int], batas: int) -> int:
    return len(level) - bisect_left(level, batas)


def _heirs_by_unit(semua: Iterable[Pemegang], per: date) -> Mapping[str, list[Pemegang]]:
    """Who stays longer than five years, the highest level first, then who stays longest."""
    akhir = add_months(per, 12 * CAKRAWALA[-1])
    tinggal = [p for p in semua if p.pensiun is not None and p.pensiun > akhir]
    menurut: dict[str, list[Pemegang]] = defaultdict(list)
    for p in sorted(tinggal, key=lambda p: (-p.level, -(p.pensiun or per).toordinal(), p.kunci)):
        menurut[p.unit].append(p)
    return menurut


def _heirs_of(p: Pemegang, calon: Iterable[Pemegang]) -> tuple[Pemegang, ...]:
    """Below the senior's level, within reach, and not right above or below them."""
    cocok = (
        c
        for c in calon
        if p.level - JARAK_LEVEL <= c.level < p.level and c.atasan != p.kunci and p.atasan != c.kunci
    )
    return tuple(islice(cocok, PALING_BANYAK))


def _urgency(w: Warisan) -> tuple[int, bool, int, int, date, int, str]:
    p = w.pemegang
    return (
        w.tahun, not w.langka_di_instansi, w.sisa, w.sisa_unit, p.pensiun or date.max, p.kunci, p.kompetensi
    )  # fmt: skip
