"""Who is proposed to be asked about somebody: the superior, peers, subordinates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from kinerja.enums import Peran360
from kinerja.rules.umpan_360 import AMBANG

#: Names proposed of each role.
USUL_TERBANYAK: Final = 8


class Posisi(NamedTuple):
    """One person on duty."""

    pk: int
    atasan: int | None
    unit: int | None


Ambil = Callable[[Sequence[int], int], Sequence[int]]


class Jaringan:
    """Who stands beside and below whom."""

    def __init__(self, semua: Iterable[Posisi]) -> None:
        self.posisi = {p.pk: p for p in semua}
        self._bawahan: dict[int, list[int]] = {}
        self._unit: dict[int, list[int]] = {}
        for p in self.posisi.values():
            if p.atasan is not None:
                self._bawahan.setdefault(p.atasan, []).append(p.pk)
            if p.unit is not None:
                self._unit.setdefault(p.unit, []).append(p.pk)

    def usulkan(self, pk: int, *, dahulu: frozenset[int], ambil: Ambil) -> dict[int, Peran360]:
        """Names proposed for `pk` and their role: the superior, then peers, then subordinates.

        Who was asked before (`dahulu`) is proposed first, so that the sets of two rounds are alike; the
        others are drawn by `ambil`. People of the same unit fill up where one superior has too few.
        """
        diri = self.posisi[pk]
        bawahan = {*self._bawahan.get(pk, ())} - {pk}
        bukan = {pk, diri.atasan, *bawahan}
        rekan = {*self._bawahan.get(diri.atasan or 0, ())} - bukan
        if len(rekan) < AMBANG:
            rekan |= {*self._unit.get(diri.unit or 0, ())} - bukan
        hasil = {diri.atasan: Peran360.ATASAN} if diri.atasan in self.posisi and diri.atasan != pk else {}
        hasil |= dict.fromkeys(_ambil(rekan, dahulu, ambil), Peran360.REKAN)
        hasil |= dict.fromkeys(_ambil(bawahan, dahulu, ambil), Peran360.BAWAHAN)
        return {o: peran for o, peran in hasil.items() if o is not None}


def _ambil(orang: Iterable[int | None], dahulu: frozenset[int], ambil: Ambil) -> list[int]:
    calon = sorted(o for o in orang if o is not None)
    lama = [o for o in calon if o in dahulu][:USUL_TERBANYAK]
    baru = [o for o in calon if o not in dahulu]
    return [*lama, *ambil(baru, min(len(baru), USUL_TERBANYAK - len(lama)))]
