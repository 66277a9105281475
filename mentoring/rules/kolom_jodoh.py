"""Mentees and mentors as columns: what both the fitness and the score of every pair at once are made of.

A code of 0 means that nothing is recorded; it equals no other.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Bilangan = npt.NDArray[np.int64]
Benar = npt.NDArray[np.bool_]

#: Comparison of jenjang means something only inside one family; the tens digit names it.
LEBAR_KELUARGA = 10


class Mentee(NamedTuple):
    """One entry per person who waits. `wajib`: the level (1-5) that their jabatan asks for."""

    orang: Bilangan
    unit: Bilangan
    perangkat: Bilangan
    jenjang: Bilangan
    skala: Bilangan
    golongan: Bilangan
    wajib: Bilangan
    terpencil: Benar


class Mentor(NamedTuple):
    """One entry per mentor. `sisa`: places that nobody takes; `terisi`: those that somebody does.

    `layak`: on duty, and no recorded predikat below Baik; why not is never told to others.
    """

    orang: Bilangan
    unit: Bilangan
    perangkat: Bilangan
    jenjang: Bilangan
    skala: Bilangan
    golongan: Bilangan
    jarak_jauh: Benar
    sisa: Bilangan
    terisi: Bilangan
    layak: Benar


class Pertemuan(NamedTuple):
    """What only a pair knows, a row per mentee and a column per mentor.

    `level`: of the mentor in what the mentee lacks, 0 when it is not on record. `segaris`: superior or
    subordinate, at any distance. `pernah`: 1 a bond that ended well, -1 one that must not be repeated.
    `disimpan`: 1 where one of the mentor's places is kept for this very mentee, so for them it is free.
    """

    level: Bilangan
    segaris: Benar
    pernah: Bilangan
    disimpan: Bilangan

    def free(self, mentor: Mentor) -> Bilangan:
        """Places of every mentor as every mentee has them."""
        return mentor.sisa[None, :] + self.disimpan

    def taken(self, mentor: Mentor) -> Bilangan:
        """Places of every mentor that others have, as every mentee sees it."""
        return mentor.terisi[None, :] - self.disimpan


def equal(mentee: Bilangan, mentor: Bilangan) -> Benar:
    """Where both are recorded and the same."""
    sama: Benar = (mentee[:, None] == mentor[None, :]) & (mentee[:, None] > 0)
    return sama


def same_family(mentee: Mentee, mentor: Mentor) -> Benar:
    return equal(mentee.jenjang // LEBAR_KELUARGA, mentor.jenjang // LEBAR_KELUARGA)


def in_line(mentee: Bilangan, mentor: Bilangan, atasan: dict[int, int | None], terpanjang: int) -> Benar:
    """`segaris` from who rates whom; a faulty circle ends after `terpanjang` steps."""
    hasil: Benar = np.zeros((len(mentee), len(mentor)), dtype=np.bool_)
    di_atas, di_bawah = mentee, mentor
    for _ in range(terpanjang):
        di_atas, di_bawah = (_above(k, atasan) for k in (di_atas, di_bawah))
        if not (di_atas.any() or di_bawah.any()):
            break
        hasil |= equal(di_atas, mentor) | equal(mentee, di_bawah)
    return hasil


def _above(orang: Bilangan, atasan: dict[int, int | None]) -> Bilangan:
    return np.array([atasan.get(o) or 0 for o in orang.tolist()], dtype=np.int64)
