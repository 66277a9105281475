"""The common shape of a decision about everyone: what its requirements come to, packed per person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

from asn_karier.lib.dates import Tanggal
from asn_karier.lib.kolom import Kolom
from asn_karier.lib.syarat import Keputusan, Status, Syarat, pack_status, semua
from karier.enums import JenisPutusan
from karier.rules.daftar import posisi

TANPA_ALASAN: Final = -1
_NAT: Final = np.datetime64("NaT", "D")


@dataclass(frozen=True, eq=False, slots=True)
class HasilPutusan:
    """Outcome per person of one decision.

    sasaran: what is decided about (jenjang, urut golongan, years of Satyalancana; 0 where there is none).
    paling_cepat: when at the earliest, NaT when unknown or not applicable.
    alasan: position of the first binding requirement that decided BELUM or PERLU_VERIFIKASI, else -1.
    kurang: how many binding requirements are BELUM.
    """

    status: npt.NDArray[np.int8]
    sasaran: npt.NDArray[np.int8]
    paling_cepat: Tanggal
    syarat: npt.NDArray[np.int64]
    alasan: npt.NDArray[np.int8]
    kurang: npt.NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.status)


def rangkum(
    jenis: JenisPutusan, syarat: Sequence[Syarat], *, sasaran: Kolom, sejak: Tanggal | date
) -> HasilPutusan:
    """All requirements of one decision; `sejak`: no earliest date lies before it (of each, or of all)."""
    seluruh = semua(*syarat)
    return HasilPutusan(
        status=seluruh.status,
        sasaran=np.where(seluruh.status == Status.TIDAK_BERLAKU, 0, sasaran.isi(0)).astype(np.int8),
        paling_cepat=np.maximum(tanggal_paling_cepat(seluruh), np.asarray(sejak, dtype="datetime64[D]")),
        syarat=pack_status([(posisi(s.kode, jenis), s.status) for s in syarat]),
        alasan=alasan_pertama(jenis, seluruh.status, syarat),
        kurang=jumlah_belum(syarat),
    )


def tak_diputus(banyak: int) -> HasilPutusan:
    """Nobody is judged: the law of this decision is not in force."""
    nol = np.zeros(banyak, dtype=np.int8)
    return HasilPutusan(
        status=nol,
        sasaran=nol,
        paling_cepat=np.full(banyak, _NAT),
        syarat=np.zeros(banyak, dtype=np.int64),
        alasan=np.full(banyak, TANPA_ALASAN, dtype=np.int8),
        kurang=nol,
    )


def tanggal_paling_cepat(seluruh: Keputusan) -> Tanggal:
    """Of what is met or short; in need of checking, or outside the rules, no date can be named."""
    bertanggal = (seluruh.status == Status.BELUM) | (seluruh.status == Status.MEMENUHI)
    hasil: Tanggal = np.where(bertanggal, seluruh.paling_cepat, _NAT)
    return hasil


def alasan_pertama(
    jenis: JenisPutusan, status: npt.NDArray[np.int8], syarat: Sequence[Syarat]
) -> npt.NDArray[np.int8]:
    """Position of the first binding requirement that has the status of the whole, where that is short."""
    hasil = np.full(len(status), TANPA_ALASAN, dtype=np.int8)
    kurang = (status == Status.BELUM) | (status == Status.PERLU_VERIFIKASI)
    # From the last position to the first, so that the first one stays.
    for s in sorted(syarat, key=lambda s: posisi(s.kode, jenis), reverse=True):
        hasil[kurang & s.mengikat & (s.status == status)] = posisi(s.kode, jenis)
    return hasil


def jumlah_belum(syarat: Sequence[Syarat]) -> npt.NDArray[np.int8]:
    """How many binding requirements are BELUM."""
    belum = [s.mengikat & (s.status == Status.BELUM) for s in syarat]
    hasil: npt.NDArray[np.int8] = np.sum(belum, axis=0, dtype=np.int8)
    return hasil
