"""The open queue: who waits for a post of the next level, told so that nobody can be made out.

KEPUTUSAN: no law orders those who are eligible. Here who has been longer in the present post stands first;
it is said on the page, and it decides nothing. Ranges are fixed: a place moves between them only when many
others move.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from asn_karier.lib.dates import add_years

#: Below so many nothing is told about a group of people.
AMBANG: Final = 10
#: The last place of each range; beyond the last one only that is told.
BATAS: Final = (10, 25, 50, 100)
#: How far ahead posts that come free are told, in years.
TAHUN: Final = (1, 2, 5)


class Pengantre(NamedTuple):
    """Somebody eligible. `sejak`: the TMT of the present post, None when it is not recorded."""

    kunci: int
    sejak: date | None


class Kisaran(NamedTuple):
    """A place as a range: from `mulai` to `sampai`, None when nothing lies behind it."""

    mulai: int
    sampai: int | None


def tempat(antre: Iterable[Pengantre], kunci: int) -> int | None:
    """The place of one of them, the best one where several began on the same day; None for a stranger."""
    semua = {p.kunci: p.sejak or date.max for p in antre}
    if kunci not in semua:
        return None
    return 1 + sum(sejak < semua[kunci] for sejak in semua.values())


def kisaran(urut: int, banyak: int) -> Kisaran | None:
    """The range in which a place lies; None for a group in which a range would tell of single people."""
    if banyak < AMBANG:
        return None
    mulai = 1
    for batas in BATAS:
        if urut <= batas:
            return Kisaran(mulai, batas)
        mulai = batas + 1
    return Kisaran(mulai, None)


def samar(banyak: int) -> int | None:
    """A count of people as it may be told: nobody, or a group; None for a few."""
    return banyak if banyak == 0 or banyak >= AMBANG else None


def menurut_unit(banyak: Mapping[str, int]) -> tuple[Sequence[tuple[str, int]], int]:
    """Units in the order of their names with counts that may be told, and how many units are left out.

    A unit is told only where the others together are a group too: else the total would tell of it.
    """
    terang = {u: n for u, n in banyak.items() if n >= AMBANG}
    gelap = {u: n for u, n in banyak.items() if 0 < n < AMBANG}
    while gelap and 0 < sum(gelap.values()) < AMBANG and terang:
        terkecil = min(terang, key=lambda u: (terang[u], u))
        gelap[terkecil] = terang.pop(terkecil)
    return sorted(terang.items()), len(gelap)


def bebas(pensiun: Iterable[date | None], per: date, tahun: int) -> int:
    """How many holders reach their age limit after `per` and within so many years."""
    akhir = add_years(per, tahun)
    return sum(p is not None and per < p <= akhir for p in pensiun)
