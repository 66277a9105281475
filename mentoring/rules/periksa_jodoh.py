"""Proof that an assignment is the best there is, from nothing but the weights and the answer.

Every mentor gets the smallest price that explains the answer, found by raising prices until nobody would
rather be elsewhere. If such prices exist, with nothing asked for a place that stays free and nothing
negative left for anybody, then linear programming says that no assignment is worth more (strong duality);
if they do not exist, a better one does. It shares no code with the solver.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

_Bulat = npt.NDArray[np.int64]


class Cacat(StrEnum):
    TIDAK_MUNGKIN = "tidak_mungkin"
    LEBIH_TEMPAT = "lebih_tempat"
    ADA_YANG_LEBIH_BAIK = "ada_yang_lebih_baik"


class Bukti(NamedTuple):
    """`mentor`: the price of a place of each, `mentee`: what each gains. `cacat` None: it is the best."""

    cacat: Cacat | None
    mentee: _Bulat
    mentor: _Bulat


def prove(bobot: _Bulat, tempat: _Bulat, jodoh: _Bulat) -> Bukti:
    """Whether `jodoh` (a mentor per mentee, negative: none) has the greatest sum of `bobot`; 0 is no pair."""
    dapat = np.flatnonzero(jodoh >= 0)
    milik = jodoh[dapat]
    if (bobot[dapat, milik] <= 0).any():
        return _refuted(Cacat.TIDAK_MUNGKIN)
    terpakai = np.bincount(milik, minlength=len(tempat))
    if (terpakai > tempat).any():
        return _refuted(Cacat.LEBIH_TEMPAT)
    harga = _prices(bobot, dapat, milik, len(tempat))
    if harga is None:
        return _refuted(Cacat.ADA_YANG_LEBIH_BAIK)
    untung = np.zeros(len(bobot), dtype=np.int64)
    untung[dapat] = bobot[dapat, milik] - harga[milik]
    cacat = None if _holds(bobot, tempat, terpakai, untung, harga) else Cacat.ADA_YANG_LEBIH_BAIK
    return Bukti(cacat, untung, harga)


def _refuted(cacat: Cacat) -> Bukti:
    kosong = np.zeros(0, dtype=np.int64)
    return Bukti(cacat, kosong, kosong)


def _prices(bobot: _Bulat, dapat: _Bulat, milik: _Bulat, mentor: int) -> _Bulat | None:
    """The smallest prices at which nobody would rather be elsewhere; None when they rise for ever."""
    tanpa = np.ones(len(bobot), dtype=np.bool_)
    tanpa[dapat] = False
    harga: _Bulat = bobot[tanpa].max(axis=0, initial=0)
    rendah = -(4 * int(bobot.max(initial=0)) + 1) * (mentor + 1)
    pindah = np.full((mentor, mentor), rendah, dtype=np.int64)
    beda = bobot[dapat] - bobot[dapat, milik][:, None]
    np.maximum.at(pindah, milik, np.where(bobot[dapat] > 0, beda, rendah))
    for _ in range(mentor + 1):
        baru = np.maximum(harga, (harga[:, None] + pindah).max(axis=0, initial=0))
        if (baru == harga).all():
            return harga
        harga = baru
    return None


def _holds(bobot: _Bulat, tempat: _Bulat, terpakai: _Bulat, untung: _Bulat, harga: _Bulat) -> bool:
    """Dual feasibility and complementary slackness, looked at again; and that both sums are one."""
    layak = (untung[:, None] + harga[None, :] >= bobot).all() and (untung >= 0).all() and (harga >= 0).all()
    longgar = not harga[terpakai < tempat].any()
    return bool(layak and longgar)
