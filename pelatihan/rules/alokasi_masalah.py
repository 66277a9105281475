"""Who could go to what: the question of the allocation, as arrays.

Only the shape of the question stands here. The solver (`alokasi`) and the checker (`alokasi_kendala`) share
nothing else, so that a mistake in one is seen by the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Bilangan = npt.NDArray[np.int64]
Topeng = npt.NDArray[np.bool_]

TANPA_PAGU = -1


class Kendala(StrEnum):
    """What limits an allocation."""

    KURSI = "kursi"
    PAGU = "pagu"
    PALING_BANYAK = "paling_banyak"
    BENTROK = "bentrok"
    CELAH_SEKALI = "celah_sekali"
    TERPENCIL = "terpencil"
    KURANG_JP = "kurang_jp"
    PALING_SEDIKIT = "paling_sedikit"
    TETAP = "tetap"


class Ukuran(StrEnum):
    """Of what a share is a share."""

    KURSI = "kursi"
    RUPIAH = "rupiah"


class Bagian(NamedTuple):
    """At least `persen` (0-100) of the seats, or of the rupiah, that are given out go to a group."""

    persen: int = 0
    ukuran: Ukuran = Ukuran.KURSI


class Batas(NamedTuple):
    """What HR sets. `paling_banyak`: classes per person; `paling_sedikit`: seats that must be given out."""

    paling_banyak: int = 2
    terpencil: Bagian = Bagian()
    kurang_jp: Bagian = Bagian()
    paling_sedikit: int = 1


@dataclass(frozen=True, eq=False, slots=True)
class Masalah:
    """People, classes and the pairs of them that make sense.

    People: `terpencil` (remote unit), `kurang_jp` (below the yearly floor). Classes: free `kursi`, `biaya`
    per participant in rupiah, `pagu` (position in `sisa`, or TANPA_PAGU), first and last day as ordinals.
    `sisa`: rupiah left per pagu. Pairs: `orang`, `kelas`, `manfaat` (weight of the gap closed, at least 1).
    Pair `celah_pasangan[x]` closes gap `celah[x]` of its person. `tetap`: pairs that must be in.
    """

    terpencil: Topeng
    kurang_jp: Topeng
    kursi: Bilangan
    biaya: Bilangan
    pagu: Bilangan
    mulai: Bilangan
    selesai: Bilangan
    sisa: Bilangan
    orang: Bilangan
    kelas: Bilangan
    manfaat: Bilangan
    celah_pasangan: Bilangan
    celah: Bilangan
    batas: Batas = field(default_factory=Batas)
    tetap: Bilangan = field(default_factory=lambda: bilangan([]))

    @property
    def harga(self) -> Bilangan:
        """Rupiah of every pair."""
        return self.biaya[self.kelas]

    def golongan(self, kendala: Kendala) -> Topeng:
        """Which pairs belong to the group that a share speaks of."""
        kelompok = self.terpencil if kendala is Kendala.TERPENCIL else self.kurang_jp
        return kelompok[self.orang]

    def bagian(self) -> list[tuple[Kendala, Bagian]]:
        """The shares that ask for something."""
        semua = ((Kendala.TERPENCIL, self.batas.terpencil), (Kendala.KURANG_JP, self.batas.kurang_jp))
        return [(k, b) for k, b in semua if b.persen > 0]

    def celah_milik(self) -> list[list[int]]:
        """The gaps that each pair closes."""
        daftar: list[list[int]] = [[] for _ in range(len(self.orang))]
        for p, c in zip(self.celah_pasangan.tolist(), self.celah.tolist(), strict=True):
            daftar[p].append(c)
        return daftar


def bilangan(isi: Sequence[int]) -> Bilangan:
    return np.array(isi, dtype=np.int64)


def pembagi_harga(harga: Bilangan) -> int:
    """The largest unit in which every price is whole, so that the solver counts in small whole numbers."""
    return max(int(np.gcd.reduce(harga)), 1) if len(harga) else 1
