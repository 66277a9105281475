"""The shape of every decision: requirements over columns of facts, and how they combine.

A rule names a requirement with one of the verbs below; a missing fact becomes PERLU_VERIFIKASI
here and nowhere else. Numbers are exact integers. One person is a batch of one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from asn_karier.lib.dates import Tanggal
from asn_karier.lib.kolom import Bilangan, Topeng
from asn_karier.lib.kolom import Kolom as Kolom


class Status(IntEnum):
    """Two bits each, so that 31 requirements fit one signed BIGINT. The order is worst last."""

    TIDAK_BERLAKU = 0
    MEMENUHI = 1
    PERLU_VERIFIKASI = 2
    BELUM = 3


LarikStatus = npt.NDArray[np.int8]
Batas = Kolom | int | date

# The earliest date of what is fulfilled already: below every real date, neutral in a maximum.
LEWAT = np.datetime64("0001-01-01", "D")
# An end that nobody has recorded yet: the thing still runs.
TANPA_AKHIR = np.datetime64("9999-12-31", "D")
_TAK_DIKETAHUI = np.datetime64("NaT", "D")
_SATU_HARI = np.timedelta64(1, "D")
POSISI_TERTINGGI = 30

# The statuses as numpy scalars: attribute access on an enum costs more than the comparison.
_TIDAK_BERLAKU = np.int8(Status.TIDAK_BERLAKU)
_MEMENUHI = np.int8(Status.MEMENUHI)
_PERLU_VERIFIKASI = np.int8(Status.PERLU_VERIFIKASI)
_BELUM = np.int8(Status.BELUM)


@dataclass(frozen=True, eq=False, slots=True)
class Bagian:
    """What combines: a status, an earliest date (NaT = unknown) and whether it binds, per row."""

    status: LarikStatus
    paling_cepat: Tanggal
    mengikat: Topeng
    ada_perkiraan: Topeng


@dataclass(frozen=True, eq=False, slots=True)
class Syarat(Bagian):
    """One requirement of a rule over all rows. `mengikat=False`: shown, but outside the combination."""

    kode: str
    nilai: Kolom
    perlu: Kolom


@dataclass(frozen=True, eq=False, slots=True)
class Keputusan(Bagian):
    """A combination of parts; itself a part, so that combinations nest."""

    bagian: tuple[Bagian, ...]

    def sebagai_syarat(self, kode: str, nilai: Kolom, perlu: Kolom) -> Syarat:
        """This combination as one named requirement (one position, one sentence)."""
        return Syarat(self.status, self.paling_cepat, self.mengikat, self.ada_perkiraan, kode, nilai, perlu)


# -- the vocabulary ---------------------------------------------------------------------------


def paling_sedikit(
    kode: str,
    kolom: Kolom,
    perlu: Batas,
    *,
    paling_cepat: Tanggal | Kolom | None = None,
    bila: Topeng | None = None,
    mengikat: bool | Topeng = True,
) -> Syarat:
    """At least `perlu`, the boundary included."""
    batas = _batas(perlu, len(kolom))
    return _syarat(kode, kolom, batas, kolom.nilai >= batas.nilai, paling_cepat, bila, mengikat)


def paling_tinggi(
    kode: str,
    kolom: Kolom,
    perlu: Batas,
    *,
    paling_cepat: Tanggal | Kolom | None = None,
    bila: Topeng | None = None,
    mengikat: bool | Topeng = True,
) -> Syarat:
    """At most `perlu`, the boundary included."""
    batas = _batas(perlu, len(kolom))
    return _syarat(kode, kolom, batas, kolom.nilai <= batas.nilai, paling_cepat, bila, mengikat)


def adalah(
    kode: str,
    kolom: Kolom,
    *nilai: int,
    bila: Topeng | None = None,
    mengikat: bool | Topeng = True,
) -> Syarat:
    """One of the values named."""
    perlu = Kolom.penuh(int(nilai[0]), len(kolom))
    return _syarat(kode, kolom, perlu, kolom.tercatat(*nilai), None, bila, mengikat)


def sudah_lewat(
    kode: str,
    kolom: Kolom,
    per: date,
    *,
    tercakup: Topeng,
    bila: Topeng | None = None,
    mengikat: bool | Topeng = True,
) -> Syarat:
    """The recorded last day lies before `per`; empty means none was recorded.

    `tercakup` says for which rows the register is declared complete. A running entry is BELUM
    whatever the coverage; that nothing runs is known only inside it. A last day of
    9999-12-31 stands for an end nobody recorded: the earliest date is then unknown.
    """
    batas = np.datetime64(per, "D")
    berjalan = kolom.ada & (kolom.nilai >= batas)
    akhir: Tanggal = np.where(berjalan & (kolom.nilai < TANPA_AKHIR), kolom.nilai, _TAK_DIKETAHUI)
    lusa: Tanggal = akhir + _SATU_HARI
    status = np.where(berjalan, _BELUM, np.where(tercakup, _MEMENUHI, _PERLU_VERIFIKASI))
    return _dengan_status(kode, kolom, Kolom.penuh(per, len(kolom)), status, lusa, bila, mengikat)


def benar(
    kode: str,
    kolom: Kolom,
    *,
    tercakup: Topeng | None = None,
    bila: Topeng | None = None,
    mengikat: bool | Topeng = True,
) -> Syarat:
    """A yes is recorded. With `tercakup` the register decides whether its absence means no."""
    ya = kolom.tercatat(1)
    tahu = kolom.ada if tercakup is None else tercakup
    status = np.where(ya, _MEMENUHI, np.where(tahu, _BELUM, _PERLU_VERIFIKASI))
    return _dengan_status(kode, kolom, Kolom.penuh(1, len(kolom)), status, None, bila, mengikat)


def tidak_benar(
    kode: str,
    kolom: Kolom,
    *,
    tercakup: Topeng | None = None,
    bila: Topeng | None = None,
    mengikat: bool | Topeng = True,
) -> Syarat:
    """No yes is recorded. With `tercakup` the register decides whether its absence means no."""
    ya = kolom.tercatat(1)
    tahu = kolom.ada if tercakup is None else tercakup
    status = np.where(ya, _BELUM, np.where(tahu, _MEMENUHI, _PERLU_VERIFIKASI))
    return _dengan_status(kode, kolom, Kolom.penuh(0, len(kolom)), status, None, bila, mengikat)


def ragukan(syarat: Syarat, topeng: Topeng) -> Syarat:
    """A refusal on the rows of `topeng` rests on unverified law: BELUM becomes PERLU_VERIFIKASI."""
    ganti = topeng & (syarat.status == _BELUM)
    status = np.where(ganti, _PERLU_VERIFIKASI, syarat.status).astype(np.int8)
    return replace(syarat, status=status, paling_cepat=np.where(ganti, _TAK_DIKETAHUI, syarat.paling_cepat))


# -- combinations -----------------------------------------------------------------------------


def semua(*bagian: Bagian) -> Keputusan:
    """All of them: BELUM beats PERLU_VERIFIKASI beats MEMENUHI; TIDAK_BERLAKU is neutral.

    Earliest date: the latest of the parts; unknown when one of them is unknown.
    """
    # The numbers of Status were chosen so that "all" is a maximum.
    status = np.maximum.reduce([_mengikat(b) for b in bagian])
    # np.maximum keeps NaT: one unknown date makes the whole unknown.
    tanggal = np.maximum.reduce([_tanggal(b, LEWAT) for b in bagian])
    return _keputusan(status, tanggal, bagian)


def salah_satu(*bagian: Bagian) -> Keputusan:
    """Any of them: MEMENUHI beats PERLU_VERIFIKASI beats BELUM; TIDAK_BERLAKU is neutral.

    Earliest date: the earliest known one, because one part is enough; unknown when none is known.
    """
    terpakai = np.stack([_mengikat(b) for b in bagian])
    berlaku = terpakai != _TIDAK_BERLAKU
    status = np.where(berlaku, terpakai, np.int8(_BELUM + 1)).min(axis=0)
    status = np.where(berlaku.any(axis=0), status, _TIDAK_BERLAKU)
    # np.fmin passes over NaT.
    tanggal = np.fmin.reduce([_tanggal(b, _TAK_DIKETAHUI) for b in bagian])
    tanggal = np.where(status == _TIDAK_BERLAKU, LEWAT, tanggal)
    return _keputusan(status, tanggal, bagian)


# -- packing ----------------------------------------------------------------------------------


def pack_status(bagian: Sequence[tuple[int, LarikStatus]]) -> Bilangan:
    """Two bits per position (0..30) in one signed 64-bit number per row."""
    if not bagian:
        raise ValueError("Nothing to pack")
    hasil = np.zeros(len(bagian[0][1]), dtype=np.int64)
    for posisi, status in bagian:
        if not 0 <= posisi <= POSISI_TERTINGGI:
            raise ValueError(f"Position {posisi} lies outside 0..{POSISI_TERTINGGI}")
        hasil |= status.astype(np.int64) << np.int64(2 * posisi)
    return hasil


def unpack_status(terkemas: int, posisi: int) -> Status:
    """The status at one position of one packed number."""
    return Status((int(terkemas) >> (2 * posisi)) & 3)


# -- inside -----------------------------------------------------------------------------------


def _batas(perlu: Batas, banyak: int) -> Kolom:
    return perlu if isinstance(perlu, Kolom) else Kolom.penuh(perlu, banyak)


def _syarat(
    kode: str,
    kolom: Kolom,
    perlu: Kolom,
    lulus: Topeng,
    paling_cepat: Tanggal | Kolom | None,
    bila: Topeng | None,
    mengikat: bool | Topeng,
) -> Syarat:
    """The one place where a missing fact, or a need the law leaves open, becomes PERLU_VERIFIKASI."""
    tahu = kolom.ada & perlu.ada
    status = np.where(tahu, np.where(lulus, _MEMENUHI, _BELUM), _PERLU_VERIFIKASI)
    return _dengan_status(kode, kolom, perlu, status, paling_cepat, bila, mengikat)


def _dengan_status(
    kode: str,
    nilai: Kolom,
    perlu: Kolom,
    status: npt.NDArray[Any],
    paling_cepat: Tanggal | Kolom | None,
    bila: Topeng | None,
    mengikat: bool | Topeng,
) -> Syarat:
    if bila is not None:
        status = np.where(bila, status, _TIDAK_BERLAKU)
    ikat = np.broadcast_to(np.asarray(mengikat, dtype=np.bool_), status.shape)
    tanggal = paling_cepat.sebagai_tanggal() if isinstance(paling_cepat, Kolom) else paling_cepat
    cepat = np.where(status <= _MEMENUHI, LEWAT, _TAK_DIKETAHUI)
    if tanggal is not None:
        cepat = np.where(status == _BELUM, tanggal, cepat)
    perkiraan = ~ikat & (status != _TIDAK_BERLAKU)
    return Syarat(status.astype(np.int8), cepat, ikat, perkiraan, kode, nilai, perlu)


def _mengikat(bagian: Bagian) -> LarikStatus:
    """Statuses as the combination sees them: what does not bind is neutral."""
    return np.where(bagian.mengikat, bagian.status, _TIDAK_BERLAKU)


def _tanggal(bagian: Bagian, netral: np.datetime64) -> Tanggal:
    return np.where(_mengikat(bagian) == _TIDAK_BERLAKU, netral, bagian.paling_cepat)


def _keputusan(status: npt.NDArray[Any], tanggal: Tanggal, bagian: tuple[Bagian, ...]) -> Keputusan:
    perkiraan = np.logical_or.reduce([b.ada_perkiraan for b in bagian])
    return Keputusan(
        status.astype(np.int8), tanggal, np.ones(len(status), dtype=np.bool_), perkiraan, tuple(bagian)
    )
