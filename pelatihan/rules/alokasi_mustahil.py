"""Why nothing fits: which limit has to give way.

Each kind of limit that HR or the budget sets is made elastic in turn. Where the rest can be kept then, that
limit alone is the reason, and by how much it is missed is known. Where no single one suffices, all are made
elastic together and those that give way are named.
"""

from __future__ import annotations

import math
from typing import Any, Final, NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix, hstack

from pelatihan.rules.alokasi_bentuk import Blok, matriks
from pelatihan.rules.alokasi_masalah import Kendala, Masalah, pembagi_harga

#: What may give way, in the order in which it is named. What one person cannot combine never does.
LUNAK: Final = (
    Kendala.TERPENCIL,
    Kendala.KURANG_JP,
    Kendala.PALING_SEDIKIT,
    Kendala.TETAP,
    Kendala.PAGU,
    Kendala.KURSI,
)
_BATAS_DETIK: Final = 10.0
_NOL: Final = 1e-6


class Hambatan(NamedTuple):
    """One limit that cannot be kept with the others.

    TERPENCIL, KURANG_JP: percent asked, pairs of the group there are. PALING_SEDIKIT, TETAP: seats or pairs
    asked, how many of them can be had. PAGU, KURSI: rupiah or seats that more would be needed, that are left.
    `sendiri`: it is enough to loosen this one.
    """

    kendala: Kendala
    diminta: int
    tersedia: int
    sendiri: bool = True


def cari_hambatan(m: Masalah, blok: list[Blok]) -> tuple[Hambatan, ...]:
    """The limits in the way of any allocation; empty when the search took too long to tell."""
    if not len(m.orang):
        return (Hambatan(Kendala.PALING_SEDIKIT, m.batas.paling_sedikit, 0),)
    ada = [k for k in LUNAK if any(b.kendala is k for b in blok)]
    if m.batas.paling_sedikit <= 1:  # "give out nothing" explains nothing
        ada.remove(Kendala.PALING_SEDIKIT)
    sendiri = [_hambatan(m, k, luput[k]) for k in ada if (luput := _regangkan(m, blok, (k,)))]
    if sendiri:
        return tuple(sendiri)
    bersama = _regangkan(m, blok, tuple(ada))
    return tuple(
        _hambatan(m, k, luput)._replace(sendiri=False) for k, luput in bersama.items() if luput > _NOL
    )


def _regangkan(m: Masalah, blok: list[Blok], kendala: tuple[Kendala, ...]) -> dict[Kendala, float]:
    """By how much each of `kendala` is missed at least; empty when the other limits clash by themselves."""
    n = len(m.orang)
    baris, batas = matriks(blok, n)
    jenis = [b.kendala for b in blok for _ in range(len(b.batas))]
    lentur = np.array([i for i, k in enumerate(jenis) if k in kendala])
    ulur = coo_matrix(
        (-np.ones(len(lentur)), (lentur, np.arange(len(lentur)))), shape=(len(batas), len(lentur))
    )
    jawab: Any = milp(
        np.concatenate([np.zeros(n), 1 / np.maximum(np.abs(batas[lentur]), 1.0)]),
        constraints=LinearConstraint(hstack([baris, ulur]).tocsr(), -np.inf, batas),
        bounds=Bounds(0, np.concatenate([np.ones(n), np.full(len(lentur), np.inf)])),
        integrality=np.concatenate([np.ones(n), np.zeros(len(lentur))]),
        options={"time_limit": _BATAS_DETIK, "mip_rel_gap": 0.05, "presolve": False},
    )
    if jawab.x is None:
        return {}
    ukur = jawab.x[n:]
    return {k: float(sum(u for u, i in zip(ukur, lentur, strict=True) if jenis[i] is k)) for k in kendala}


def _hambatan(m: Masalah, kendala: Kendala, luput: float) -> Hambatan:
    if kendala in (Kendala.TERPENCIL, Kendala.KURANG_JP):
        persen = dict(m.bagian())[kendala].persen
        return Hambatan(kendala, persen, int(m.golongan(kendala).sum()))
    if kendala is Kendala.PAGU:
        return Hambatan(kendala, _utuh(luput) * pembagi_harga(m.harga), int(m.sisa.sum()))
    if kendala is Kendala.PALING_SEDIKIT:
        return Hambatan(kendala, m.batas.paling_sedikit, m.batas.paling_sedikit - _utuh(luput))
    if kendala is Kendala.TETAP:
        return Hambatan(kendala, len(m.tetap), len(m.tetap) - _utuh(luput))
    return Hambatan(kendala, _utuh(luput), int(m.kursi.sum()))


def _utuh(luput: float) -> int:
    """What is missed, in whole units; the solver answers 2.9999999."""
    return math.ceil(luput - _NOL)
