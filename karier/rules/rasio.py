"""Exact points: one ratio of whole numbers per person, compared by cross-multiplication, never rounded first.

79.995 is not 80. The run holds int64; a calculator holds Python integers in arrays of objects, so that the
same formulas are exact for whatever decimals a person writes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from asn_karier.lib.kolom import Kolom, Topeng

Larik = npt.NDArray[Any]
#: The end of the scale of points, and the sum of weights in percent.
PENUH: Final = 100
_SENTI: Final = 100


@dataclass(frozen=True, eq=False, slots=True)
class Rasio:
    """`pembilang / penyebut` points where `ada`; elsewhere a number that means nothing.

    A denominator that is the same for everyone is one number.
    """

    pembilang: Larik
    penyebut: Larik
    ada: Topeng

    @classmethod
    def dari(cls, pembilang: Larik, penyebut: Larik, ada: Topeng) -> Rasio:
        """A ratio is unknown too where its denominator is 0."""
        ada = ada & (penyebut != 0)
        return cls(np.where(ada, pembilang, 0), np.where(ada, penyebut, 1), ada)

    @classmethod
    def kolom(cls, nilai: Kolom, per: int = 1) -> Rasio:
        """A column that counts `per` to the point: 1 for whole points, 100 for senti, 2 for halves."""
        return cls(nilai.isi(0), np.array([per], dtype=np.int64), nilai.ada)

    @classmethod
    def satu(cls, nilai: Fraction | None) -> Rasio:
        """One person with points of any precision; None is unknown."""
        pecahan = Fraction(0) if nilai is None else nilai
        atas, bawah = (np.array([n], dtype=object) for n in (pecahan.numerator, pecahan.denominator))
        return cls.dari(atas, bawah, np.array([nilai is not None]))

    def jepit(self) -> Rasio:
        """Held within 0 to 100 points."""
        batas = PENUH * self.penyebut
        return Rasio(np.minimum(np.maximum(self.pembilang, 0), batas), self.penyebut, self.ada)

    def hanya(self, topeng: Topeng) -> Rasio:
        """This ratio where `topeng`, elsewhere unknown."""
        return Rasio.dari(self.pembilang, self.penyebut, self.ada & topeng)

    def pita(self, batas: Sequence[int]) -> Kolom:
        """How many of the rising bounds (whole points) are reached, each bound included."""
        tercapai = [self.pembilang >= b * self.penyebut for b in batas]
        return Kolom(np.stack(tercapai).sum(axis=0, dtype=np.int64), self.ada)

    def senti(self) -> Kolom:
        """Hundredths of a point, rounded down: what is stored never lies in a higher class than it was."""
        return Kolom((self.pembilang * _SENTI // self.penyebut).astype(np.int64), self.ada)

    def pecahan(self, indeks: int = 0) -> Fraction | None:
        """The exact points of one person; None when unknown."""
        if not self.ada[indeks]:
            return None
        penyebut = np.broadcast_to(self.penyebut, self.pembilang.shape)
        return Fraction(int(self.pembilang[indeks]), int(penyebut[indeks]))


def tertimbang(nilai: Mapping[str, Rasio], bobot: Mapping[str, int]) -> Rasio:
    """The weighted mean of components held within 0 to 100; weights in percent.

    Unknown when one component is: weights are never shared out among the others.
    """
    bagian = {nama: nilai[nama].jepit() for nama in bobot}
    # Single numbers first: the costly step is the one over everybody.
    penyebut = reduce(np.lcm, sorted((r.penyebut for r in bagian.values()), key=len))
    pembilang = sum(bobot[nama] * r.pembilang * (penyebut // r.penyebut) for nama, r in bagian.items())
    ada = np.logical_and.reduce([r.ada for r in bagian.values()])
    return Rasio.dari(np.asarray(pembilang), PENUH * penyebut, ada)


def rerata(skor: Sequence[Fraction]) -> Fraction:
    """The plain mean of scores held within 0 to 100; of at least one."""
    return sum((min(max(s, Fraction(0)), Fraction(PENUH)) for s in skor), Fraction(0)) / len(skor)


def dua_desimal(nilai: Fraction | None) -> Fraction | None:
    """As it is printed: two decimals, half up. For showing only."""
    return None if nilai is None else Fraction(int(nilai * _SENTI + Fraction(1, 2)), _SENTI)
