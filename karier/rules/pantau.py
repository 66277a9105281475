"""Shares of many people, group by group: what may be told of small groups, and whether two of them differ.

Pure columns: a group is a number per person, TANPA_KELOMPOK where it is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from pegawai.rules.gabung import Kelompok, gabung_kecil

Nomor = npt.NDArray[np.int32]
Topeng = npt.NDArray[np.bool_]

TANPA_KELOMPOK: Final = -1
#: KEPUTUSAN: of fewer people nothing is told.
PALING_SEDIKIT: Final = 10
#: KEPUTUSAN: a difference is worth a look from so many points on, when chance alone does not explain it.
POIN_PERLU_DILIHAT: Final = 5
#: First age of each band after the youngest.
BATAS_USIA: Final = (30, 40, 50)
_Z95: Final = 1.959964


class Bagian(NamedTuple):
    """So many of those whom it concerns."""

    ya: int
    dari: int

    @property
    def persen(self) -> float:
        """0 where it concerns nobody."""
        return 100 * self.ya / self.dari if self.dari else 0.0


class Selisih(NamedTuple):
    """Points of percent between a group and all others, and the interval that covers it 95 times in 100."""

    beda: float
    bawah: float
    atas: float

    @property
    def perlu_dilihat(self) -> bool:
        """More than chance, and not a trifle."""
        return (self.bawah > 0 or self.atas < 0) and abs(self.beda) >= POIN_PERLU_DILIHAT


def band_usia(usia: Nomor) -> Nomor:
    """Number of the band of each age in whole years."""
    return np.searchsorted(BATAS_USIA, usia, side="right").astype(np.int32)


def join_small_units(nama: Sequence[str], kelompok: Nomor, gabungan: str) -> tuple[list[str], Nomor]:
    """Units of fewer than PALING_SEDIKIT people as one group called `gabungan`, behind the others.

    Where even together they are too few they join the smallest open unit; nobody is left out, unless all
    units together are too few: then there is no group at all.
    """
    orang = np.bincount(kelompok[kelompok >= 0], minlength=len(nama))
    terbuka = gabung_kecil(
        [Kelompok(n, int(orang[i]), 0, kunci=i) for i, n in enumerate(nama) if orang[i]],
        PALING_SEDIKIT,
        gabungan,
    )
    tetap = [k.kunci for k in terbuka.sendiri if k.kunci is not None]
    sisa = len(tetap) if terbuka.gabungan else TANPA_KELOMPOK
    peta = np.full(len(nama) + 1, sisa, dtype=np.int32)
    peta[tetap] = np.arange(len(tetap))
    peta[TANPA_KELOMPOK] = TANPA_KELOMPOK
    return [nama[i] for i in tetap] + ([gabungan] if terbuka.gabungan else []), peta[kelompok]


def tally(kelompok: Nomor, banyak: int, termasuk: Topeng, ya: Topeng) -> list[Bagian]:
    """Of each of `banyak` groups: how many of those whom it concerns, and of how many."""
    dikenal = (kelompok >= 0) & termasuk
    dari = np.bincount(kelompok[dikenal], minlength=banyak)
    jumlah = np.bincount(kelompok[dikenal & ya], minlength=banyak)
    return [Bagian(int(a), int(b)) for a, b in zip(jumlah, dari, strict=True)]


def tell(b: Bagian) -> Bagian | None:
    """None where it concerns too few people to be told; of nobody there is nothing to hide."""
    return None if 0 < b.dari < PALING_SEDIKIT else b


def hide_small(baris: Sequence[Bagian]) -> list[Bagian | None]:
    """None in the place of every group that is too small to be told.

    The sum of all groups is told elsewhere: where the hidden ones are too few even together, the smallest
    open one is hidden too, so that no subtraction isolates them. A group of nobody hides nothing.
    """
    kecil = {i for i, b in enumerate(baris) if _few(b.dari)}
    terbuka = sorted((b.dari, i) for i, b in enumerate(baris) if b.dari >= PALING_SEDIKIT)
    if kecil and terbuka and sum(baris[i].dari for i in kecil) < PALING_SEDIKIT:
        kecil.add(terbuka[0][1])
    return [None if i in kecil else b for i, b in enumerate(baris)]


def hide_beside(
    baris: Sequence[Bagian], lain: Sequence[Bagian], *, per_kelompok: bool
) -> list[Bagian | None]:
    """`hide_small` of one kind of people, where elsewhere it is told of them and of `lain` together.

    `per_kelompok`: group by group, else in one sum. Neither may, less what is shown here, tell of few of the
    others: where a group of them is small no group is told, where all of them are few the smallest is not.
    """
    tampil = hide_small(baris)
    if per_kelompok and any(_few(b.dari) for b in lain):
        return [None] * len(tampil)
    nampak = [(b.dari, i) for i, b in enumerate(tampil) if b is not None and b.dari]
    if nampak and _few(sum(b.dari for b in lain)):
        tampil[min(nampak)[1]] = None
    return tampil


def _few(banyak: int) -> bool:
    return 0 < banyak < PALING_SEDIKIT


def against_others(baris: Sequence[Bagian], nomor: int) -> Selisih | None:
    """The group against all others together; None where one of the two sides is too small to be told."""
    satu = baris[nomor]
    lain = Bagian(sum(b.ya for b in baris) - satu.ya, sum(b.dari for b in baris) - satu.dari)
    if min(satu.dari, lain.dari) < PALING_SEDIKIT:
        return None
    return difference(satu, lain)


def difference(a: Bagian, b: Bagian) -> Selisih:
    """Share of `a` minus share of `b` in points, with Newcombe's interval (Wilson limits of both shares).

    Both concern at least one person.
    """
    (bawah_a, atas_a), (bawah_b, atas_b) = _wilson(a), _wilson(b)
    pa, pb = a.persen, b.persen
    beda = pa - pb
    return Selisih(
        beda,
        beda - sqrt((pa - bawah_a) ** 2 + (atas_b - pb) ** 2),
        beda + sqrt((atas_a - pa) ** 2 + (pb - bawah_b) ** 2),
    )


def _wilson(b: Bagian) -> tuple[float, float]:
    """Limits of a share in percent."""
    p, n, z2 = b.ya / b.dari, b.dari, _Z95**2
    tengah = (p + z2 / (2 * n)) / (1 + z2 / n)
    lebar = _Z95 / (1 + z2 / n) * sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return 100 * (tengah - lebar), 100 * (tengah + lebar)


def comparable(baris: Sequence[Bagian]) -> int:
    """How many of the groups are told against all others; of two groups one comparison says it all."""
    banyak = sum(against_others(baris, i) is not None for i in range(len(baris)))
    return min(banyak, 1) if len(baris) == 2 else banyak


def worth_a_look(baris: Sequence[Bagian]) -> list[tuple[int, Selisih]]:
    """Groups that differ from all others by more than chance and more than a trifle, the lowest first."""
    dinilai = ((i, against_others(baris, i)) for i in range(len(baris)))
    perlu = [(i, s) for i, s in dinilai if s is not None and s.perlu_dilihat]
    return sorted(perlu, key=lambda p: (p[1].beda, p[0]))
