"""How far a round has come, told to HR without telling who has answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kinerja.enums import Kira360
from kinerja.rules.umpan_360 import AMBANG


class Hitungan(NamedTuple):
    """Of one unit: people who are asked, what they are asked in all, and how much of it is answered."""

    orang: int
    undangan: int
    dijawab: int

    def tambah(self, lain: Hitungan) -> Hitungan:
        return Hitungan(self.orang + lain.orang, self.undangan + lain.undangan, self.dijawab + lain.dijawab)


class BarisPartisipasi(NamedTuple):
    """One line; `unit` None stands for several small ones together."""

    unit: int | None
    orang: int
    kira: Kira360


def partisipasi(per_unit: Mapping[int, Hitungan]) -> list[BarisPartisipasi]:
    """Units with at least `AMBANG` people who are asked; the smaller ones together.

    When those together are still too few, the smallest unit that would have stood alone joins them, so that
    nothing is left over to be found by subtraction. Empty when everybody together is too few.
    """
    besar = {u: h for u, h in per_unit.items() if h.orang >= AMBANG}
    kecil = [h for u, h in per_unit.items() if u not in besar]
    lain = Hitungan(0, 0, 0)
    for h in kecil:
        lain = lain.tambah(h)
    if kecil and lain.orang < AMBANG and besar:
        lain = lain.tambah(besar.pop(min(besar, key=lambda u: (besar[u].orang, u))))
    baris = [BarisPartisipasi(u, h.orang, _kira(h)) for u, h in sorted(besar.items())]
    return [*baris, BarisPartisipasi(None, lain.orang, _kira(lain))] if lain.orang >= AMBANG else baris


def _kira(h: Hitungan) -> Kira360:
    """In quarters: one more answer mostly changes nothing that is seen, and all or none is never told."""
    return Kira360(min(4 * h.dijawab // h.undangan, max(Kira360)))
