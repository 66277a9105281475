"""Who goes to what: the most important gaps closed within rupiah, seats, days and fair shares.

Exact: an integer programme (`alokasi_bentuk`) solved by HiGHS, with an upper bound that proves how far the
answer can be from the best one. The model in formulas and the measured figures: docs/alokasi.md.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from pelatihan.rules.alokasi_bentuk import Blok, Nilai, matriks, susun_blok
from pelatihan.rules.alokasi_isi import Isi, lengkapi, serakah
from pelatihan.rules.alokasi_masalah import Bilangan, Kendala, Masalah, bilangan, pembagi_harga
from pelatihan.rules.alokasi_mustahil import Hambatan, cari_hambatan

#: All rupiah together weigh less than one unit of benefit: they only decide between equal benefits.
BOBOT_MURAH = 0.4
#: Looking for the cheapest way to a proved benefit may take this part of the time.
BAGIAN_MURAH = 4
_MUSTAHIL = 2  # status of scipy.optimize.milp


class StatusHasil(StrEnum):
    TERBUKTI = "terbukti"
    DALAM_CELAH = "dalam_celah"
    BATAS_WAKTU = "batas_waktu"
    MUSTAHIL = "mustahil"
    TANPA_JAWABAN = "tanpa_jawaban"


@dataclass(frozen=True, eq=False, slots=True)
class Hasil:
    """Pairs chosen, in order. `nilai`: their benefit; no allocation whatever reaches more than `batas_atas`.

    `celah`: the part of `batas_atas` that might still be missing (0 is proved best); `termurah`: no cheaper
    allocation has this benefit. `hambatan`: why there is no allocation at all. `detik`: wall clock.
    """

    dipilih: Bilangan
    nilai: int
    rupiah: int
    batas_atas: int
    celah: float
    termurah: bool
    status: StatusHasil
    detik: float
    hambatan: tuple[Hambatan, ...] = ()


def solve(m: Masalah, batas_detik: float = 60.0, celah: float = 0.005) -> Hasil:
    """The best allocation, to within `celah` of the bound, in about `batas_detik` at most.

    Price decides among equal benefits. With `celah` 0 the benefit is proved first, then the cheapest way to
    it is looked for in what is left of a quarter of the time. Asked for the impossible it says which limit
    stands in the way.
    """
    mulai = time.perf_counter()
    blok = susun_blok(m)
    if not len(m.orang):
        return _tanpa(StatusHasil.MUSTAHIL, mulai, cari_hambatan(m, blok))
    jawab = _jalankan(_tujuan(m), blok, batas_detik, celah or _kurang_dari_satu(m))
    if jawab.status == _MUSTAHIL:
        return _tanpa(StatusHasil.MUSTAHIL, mulai, cari_hambatan(m, blok))
    isi = _terbaik(m, jawab)
    if isi is None:
        return _tanpa(StatusHasil.TANPA_JAWABAN, mulai, ())
    hasil = _hasil(m, isi.terpilih(), _batas_atas(m, jawab), celah, mulai)
    sisa = batas_detik - hasil.detik
    if celah or hasil.celah or sisa <= 0:
        return hasil
    return _permurah(m, blok, hasil, min(sisa, batas_detik / BAGIAN_MURAH), mulai)


def _jalankan(tujuan: Nilai, blok: list[Blok], batas_detik: float, celah: float) -> Any:
    """Maximise `tujuan` over the 0/1 pairs that keep every row.

    Without the presolve of HiGHS: the cliques are as tight as it could make them, and on the sizes of
    docs/alokasi.md it alone takes longer than the whole search, deaf to the time limit.
    """
    baris, batas = matriks(blok, len(tujuan))
    return milp(
        -tujuan,
        constraints=LinearConstraint(baris, -np.inf, batas),
        bounds=Bounds(0, 1),
        integrality=np.ones(len(tujuan)),
        options={"time_limit": batas_detik, "mip_rel_gap": celah, "presolve": False},
    )


def _tujuan(m: Masalah) -> Nilai:
    """Benefit, less a trifle for the price."""
    paling_mahal = float((np.minimum(m.kursi, np.bincount(m.kelas, minlength=len(m.kursi))) * m.biaya).sum())
    return m.manfaat - BOBOT_MURAH * m.harga / max(paling_mahal, 1.0)


def _kurang_dari_satu(m: Masalah) -> float:
    """Relative gap below which no whole unit of benefit can be missing."""
    return 0.5 / float(m.manfaat.sum())


def _permurah(m: Masalah, blok: list[Blok], hasil: Hasil, batas_detik: float, mulai: float) -> Hasil:
    """The same benefit for less, and whether that is proved."""
    semua = np.arange(len(m.orang))
    setara = Blok(
        Kendala.PALING_SEDIKIT, np.zeros_like(semua), semua, -m.manfaat.astype(float),
        np.full(1, -float(hasil.nilai)),
    )  # fmt: skip
    harga = m.harga / pembagi_harga(m.harga)
    jawab = _jalankan(-harga, [*blok, setara], batas_detik, 0.0)
    isi = lengkapi(m, hasil.dipilih if jawab.x is None else np.flatnonzero(jawab.x > 0.5))
    murah = _hasil(m, isi.terpilih(), hasil.batas_atas, 0.0, mulai)
    lebih_baik = isi.adil() and (murah.nilai, -murah.rupiah) >= (hasil.nilai, -hasil.rupiah)
    return replace(
        murah if lebih_baik else hasil, termurah=jawab.status == 0, detik=time.perf_counter() - mulai
    )


def _hasil(m: Masalah, dipilih: Bilangan, batas_atas: int, celah: float, mulai: float) -> Hasil:
    nilai = int(m.manfaat[dipilih].sum())
    atas = max(nilai, batas_atas)
    kurang = (atas - nilai) / max(atas, 1)
    return Hasil(
        dipilih=dipilih,
        nilai=nilai,
        rupiah=int(m.harga[dipilih].sum()),
        batas_atas=atas,
        celah=kurang,
        termurah=False,
        status=_status(kurang, celah),
        detik=time.perf_counter() - mulai,
    )


def _terbaik(m: Masalah, jawab: Any) -> Isi | None:
    """The answer of the solver in whole rupiah; where time ran out before it had one, that of a greedy
    officer when it happens to be fair."""
    usul = serakah(m) if jawab.x is None else np.flatnonzero(jawab.x > 0.5)
    isi = lengkapi(m, usul)
    return isi if isi.adil() else None


def _batas_atas(m: Masalah, jawab: Any) -> int:
    """Whole units of benefit that nobody can exceed."""
    bukti = jawab.mip_dual_bound
    if bukti is None or not math.isfinite(bukti):
        return int(m.manfaat.sum())
    return math.floor(float(-bukti) + BOBOT_MURAH + 1e-6)


def _status(kurang: float, celah: float) -> StatusHasil:
    if kurang == 0:
        return StatusHasil.TERBUKTI
    return StatusHasil.DALAM_CELAH if kurang <= celah else StatusHasil.BATAS_WAKTU


def _tanpa(status: StatusHasil, mulai: float, hambatan: tuple[Hambatan, ...]) -> Hasil:
    return Hasil(bilangan([]), 0, 0, 0, 0.0, False, status, time.perf_counter() - mulai, hambatan)
