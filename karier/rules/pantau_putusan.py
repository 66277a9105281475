"""What a head of government may decide about the development of people: where most is still to be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from karier.enums import UkuranPantau
from karier.rules.pantau import PALING_SEDIKIT, Bagian, hide_small

TERBANYAK: Final = 3
#: KEPUTUSAN: from this share on there is nothing to decide.
CUKUP: Final = 90
#: A chance for whoever wants it: how many have it is told, and nobody is short of it.
BUKAN_KEWAJIBAN: Final = frozenset({UkuranPantau.MENTORING})


class Perhatian(NamedTuple):
    """`unit`: number of the unit where most people are still left; None where none of them may be named."""

    ukuran: UkuranPantau
    bagian: Bagian
    unit: int | None


def most_left(
    seluruh: Mapping[UkuranPantau, Bagian], menurut_unit: Mapping[UkuranPantau, Sequence[Bagian]]
) -> list[Perhatian]:
    """At most three measures with the smallest share, in their own order on a tie.

    Left out are measures that concern too few people or hold of nearly everybody, and mere chances.
    """
    perlu = [
        (b.persen, n, ukuran)
        for n, (ukuran, b) in enumerate(seluruh.items())
        if b.dari >= PALING_SEDIKIT and b.persen < CUKUP and ukuran not in BUKAN_KEWAJIBAN
    ]
    return [
        Perhatian(ukuran, seluruh[ukuran], _most_people_left(menurut_unit[ukuran]))
        for _, _, ukuran in sorted(perlu)[:TERBANYAK]
    ]


def _most_people_left(baris: Sequence[Bagian]) -> int | None:
    sisa = [(b.ya - b.dari, n) for n, b in enumerate(hide_small(baris)) if b is not None and b.ya < b.dari]
    return min(sisa)[1] if sisa else None
