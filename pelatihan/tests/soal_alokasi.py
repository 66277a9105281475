"""Small questions of allocation for tests, and the best answer by trying everything."""

from __future__ import annotations

from itertools import chain, combinations
from typing import Any

import numpy as np

from pelatihan.rules.alokasi_kendala import periksa
from pelatihan.rules.alokasi_masalah import Batas, Masalah, bilangan


def soal(
    pasangan: list[tuple[int, int, int, tuple[int, ...]]],
    *,
    kelas: list[tuple[int, int, int, int, int]],
    sisa: tuple[int, ...] = (10_000_000,),
    terpencil: tuple[int, ...] = (),
    kurang_jp: tuple[int, ...] = (),
    batas: Batas | None = None,
    tetap: tuple[int, ...] = (),
) -> Masalah:
    """Pairs are (person, class, benefit, gaps); classes (seats, price, pagu, first day, last day)."""
    orang = max((p[0] for p in pasangan), default=0) + 1
    kursi, biaya, pagu, mulai, selesai = (bilangan(k) for k in zip(*kelas, strict=True))
    celah = [(n, c) for n, p in enumerate(pasangan) for c in p[3]]
    return Masalah(
        terpencil=np.isin(np.arange(orang), terpencil),
        kurang_jp=np.isin(np.arange(orang), kurang_jp),
        kursi=kursi,
        biaya=biaya,
        pagu=pagu,
        mulai=mulai,
        selesai=selesai,
        sisa=bilangan(sisa),
        orang=bilangan([p[0] for p in pasangan]),
        kelas=bilangan([p[1] for p in pasangan]),
        manfaat=bilangan([p[2] for p in pasangan]),
        celah_pasangan=bilangan([n for n, _ in celah]),
        celah=bilangan([c for _, c in celah]),
        batas=batas or Batas(),
        tetap=bilangan(tetap),
    )


def paksa(m: Masalah) -> tuple[int, int] | None:
    """(benefit, rupiah) of the best allocation, the cheaper among equals; None when there is none."""
    n = range(len(m.orang))
    semua: Any = chain.from_iterable(combinations(n, r) for r in range(len(m.orang) + 1))
    nilai = [
        (int(m.manfaat[list(s)].sum()), -int(m.harga[list(s)].sum())) for s in semua if not periksa(m, s)
    ]
    return (max(nilai)[0], -max(nilai)[1]) if nilai else None
