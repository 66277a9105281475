"""The best assignment of all who wait to the places of all mentors.

As many people as possible get a mentor; among those ways the sum of points is the greatest; among those,
who has waited longest is served (KEPUTUSAN). All three stand in one whole number per pair, so that the
answer is exact, and `periksa_jodoh` proves it without knowing how it was found.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from scipy.optimize import linear_sum_assignment

from mentoring.rules.kolom_jodoh import Bilangan

#: No place.
TANPA: Final = -1
#: Whole numbers up to here are exact in the floating point that the solver counts in.
_PALING_BESAR: Final = 2**53


def weights(nilai: Bilangan, tempat: Bilangan) -> Bilangan:
    """What a pair is worth; 0 where `nilai` is 0: impossible. Rows are in the order of waiting.

    A person served outweighs all points together, a point outweighs all places in the queue together.
    """
    n = len(nilai)
    paling_banyak = min(n, int(tempat.sum()))
    antre = np.arange(n, 0, -1, dtype=np.int64)[:, None]
    seorang = int(nilai.max(initial=0)) * paling_banyak + 1
    sepoin = n * paling_banyak + 1
    if (seorang + 101) * sepoin * (paling_banyak + 1) >= _PALING_BESAR:
        # Too many for an exact queue: points still come first, who waits longest no longer breaks ties.
        antre, sepoin = np.zeros_like(antre), 1
    hasil: Bilangan = np.where(nilai > 0, (nilai + seorang) * sepoin + antre, 0)
    return hasil


def assign(bobot: Bilangan, tempat: Bilangan) -> Bilangan:
    """The mentor of each mentee, or TANPA: the greatest sum of `bobot` within `tempat`."""
    n = len(bobot)
    kursi = np.repeat(np.arange(len(tempat)), np.minimum(tempat, n))
    hasil: Bilangan = np.full(n, TANPA, dtype=np.int64)
    baris, kolom = linear_sum_assignment(bobot[:, kursi], maximize=True)
    mentor = kursi[kolom]
    jadi = bobot[baris, mentor] > 0
    hasil[baris[jadi]] = mentor[jadi]
    return hasil


def greedy(bobot: Bilangan, tempat: Bilangan) -> Bilangan:
    """What somebody does by hand: the best free pair, then the next, until nothing is left."""
    sisa = tempat.copy()
    hasil: Bilangan = np.full(len(bobot), TANPA, dtype=np.int64)
    baris, kolom = np.nonzero(bobot)
    urut = np.argsort(-bobot[baris, kolom], kind="stable")
    for i, j in zip(baris[urut].tolist(), kolom[urut].tolist(), strict=True):
        if hasil[i] == TANPA and sisa[j] > 0:
            hasil[i] = j
            sisa[j] -= 1
    return hasil


def value(nilai: Bilangan, jodoh: Bilangan) -> tuple[int, int]:
    """(people served, sum of points) of an assignment."""
    dilayani = np.flatnonzero(jodoh != TANPA)
    return len(dilayani), int(nilai[dilayani, jodoh[dilayani]].sum())


def others(nilai: Bilangan, pertama: int, tempat: Bilangan, banyak: int) -> list[int]:
    """The best other mentors of one mentee (`nilai` is their row) that have a place, the best first."""
    boleh = (nilai > 0) & (tempat > 0)
    urut = np.argsort(-nilai, kind="stable")
    return [int(j) for j in urut if boleh[j] and j != pertama][:banyak]
