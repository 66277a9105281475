"""With whom the trained are compared: people who looked alike before, chosen without seeing outcomes."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from karier.rules.dampak_sifat import Bulat, Pecahan, Sifat, Topeng, kelompok_serupa

#: KEPUTUSAN: fewer people in either group tell nothing.
PALING_SEDIKIT: Final = 10
#: KEPUTUSAN: a finer comparison is taken while so much of the trained find somebody alike.
BAGIAN_BERPADANAN: Final = 0.8


class Padanan(NamedTuple):
    """People of the groups that hold both kinds.

    `dalam`: who they are among all. `nomor`: their group from 0, `peserta`: who of them was trained.
    `kehalusan`: which answer of `kelompok_serupa` this is, 0 the finest.
    """

    dalam: Topeng
    nomor: Bulat
    peserta: Topeng
    kehalusan: int

    @property
    def cukup(self) -> bool:
        """Both groups are large enough to tell anything."""
        dilatih = int(self.peserta.sum())
        return min(dilatih, len(self.nomor) - dilatih) >= PALING_SEDIKIT

    def banyak(self, siapa: Topeng) -> Pecahan:
        """How many of a mask over these people are in each group."""
        return np.bincount(self.nomor[siapa], minlength=self.kelompok).astype(np.float64)

    @property
    def kelompok(self) -> int:
        """Number of groups."""
        return int(self.nomor.max(initial=-1)) + 1

    def timbang(self, siapa: Topeng) -> Pecahan:
        """Weights of the people of `siapa` (sum 1) under which each group counts as its trained people do."""
        bagian = self.banyak(self.peserta) / max(int(self.peserta.sum()), 1)
        hasil: Pecahan = (bagian / self.banyak(siapa))[self.nomor[siapa]]
        return hasil


def padankan(s: Sifat, dilatih: Topeng) -> Padanan:
    """The finest comparison in which enough of the trained find somebody alike, else the coarsest.

    Each answer of `kelompok_serupa` joins groups of the one before, so a coarser one never leaves out more.
    """
    butuh = BAGIAN_BERPADANAN * dilatih.sum()
    semua = (_berdua(nomor, dilatih, i) for i, nomor in enumerate(kelompok_serupa(s)))
    for padanan in semua:
        terakhir = padanan
        if padanan.cukup and padanan.peserta.sum() >= butuh:
            break
    return terakhir


def _berdua(nomor: Bulat, dilatih: Topeng, kehalusan: int) -> Padanan:
    """The groups in which there are both trained people and others."""
    banyak = int(nomor.max(initial=-1)) + 1
    keduanya = (np.bincount(nomor[dilatih], minlength=banyak) > 0) & (
        np.bincount(nomor[~dilatih], minlength=banyak) > 0
    )
    dalam = keduanya[nomor]
    baru = (np.cumsum(keduanya) - 1)[nomor[dalam]]
    return Padanan(dalam, baru.astype(np.int64), dilatih[dalam], kehalusan)
