"""Whether a rater gives other predikat than the rest, told with its uncertainty.

A share of few people says little, so every share stands with its 95 per cent interval (Wilson), and a
rater is called different only when the share of all the others lies outside it. Nothing follows from it:
a unit may really be better. Below PALING_SEDIKIT people nothing is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from kinerja.enums import Kecenderungan, Predikat
from kinerja.rules.wilson import wilson

PALING_SEDIKIT: Final = 5
RENDAH: Final = (Predikat.BUTUH_PERBAIKAN, Predikat.KURANG, Predikat.SANGAT_KURANG)


class Bagian(NamedTuple):
    """`jumlah` of `banyak` people, as a share between `bawah` and `atas` (0 to 1)."""

    jumlah: int
    banyak: int
    bawah: float
    atas: float


class Penilai(NamedTuple):
    """One rater of at least PALING_SEDIKIT people: shares of Sangat Baik and of Butuh Perbaikan or less."""

    penilai_id: int
    banyak: int
    tinggi: Bagian
    rendah: Bagian
    kecenderungan: Kecenderungan


def _share(jumlah: int, banyak: int) -> Bagian:
    return Bagian(jumlah, banyak, *wilson(jumlah, banyak))


def compare_raters(predikat: Mapping[int, Sequence[int]]) -> list[Penilai]:
    """Every rater with enough people beside all the others; who rates most people first.

    `predikat`: of each rater the predikat of the people they rated.
    """
    semua = [p for daftar in predikat.values() for p in daftar]
    cukup = {k: d for k, d in predikat.items() if len(d) >= PALING_SEDIKIT and len(semua) > len(d)}
    hasil = [_banding(k, d, semua) for k, d in cukup.items()]
    return sorted(hasil, key=lambda b: (-b.banyak, b.penilai_id))


def _banding(penilai_id: int, sendiri: Sequence[int], semua: Sequence[int]) -> Penilai:
    tinggi, rendah = _tinggi(sendiri), _rendah(sendiri)
    lain = len(semua) - len(sendiri)
    tinggi_lain = (_tinggi(semua).jumlah - tinggi.jumlah) / lain
    rendah_lain = (_rendah(semua).jumlah - rendah.jumlah) / lain
    arah = Kecenderungan.TAK_BEDA
    if tinggi.bawah > tinggi_lain or rendah.atas < rendah_lain:
        arah = Kecenderungan.LONGGAR
    if tinggi.atas < tinggi_lain or rendah.bawah > rendah_lain:
        arah = Kecenderungan.TAK_BEDA if arah is Kecenderungan.LONGGAR else Kecenderungan.KETAT
    return Penilai(penilai_id, len(sendiri), tinggi, rendah, arah)


def _tinggi(predikat: Sequence[int]) -> Bagian:
    return _share(sum(p == Predikat.SANGAT_BAIK for p in predikat), len(predikat))


def _rendah(predikat: Sequence[int]) -> Bagian:
    return _share(sum(p in RENDAH for p in predikat), len(predikat))
