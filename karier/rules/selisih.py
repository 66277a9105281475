"""Who changes side between two versions of the rules over the same facts, and why.

A change of side is another status, another path, another target (a golongan, a jenjang), another box of
the talent map, or another need for development. Another earliest date, or another measure, is a change
of the weaker kind: nobody is recommended because of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import Tanggal
from asn_karier.lib.kolom import Kolom, Topeng
from asn_karier.lib.syarat import Status, unpack_status
from karier.enums import JenisPutusan
from karier.rules.daftar import MENURUT_JENIS, BarisSyarat, mengikat
from karier.rules.kebutuhan import HasilKebutuhan
from karier.rules.keputusan import Seluruh
from karier.rules.pangkat import HasilPangkat
from karier.rules.putusan import TANPA_ALASAN, HasilPutusan

#: Per decision the positions whose requirements decide.
Ikatan = Mapping[JenisPutusan, frozenset[int]]

KEBUTUHAN: Final = "kebutuhan"
KOTAK: Final = "kotak"
#: Measures whose change is a change of side.
_BERSISI: Final = frozenset({KEBUTUHAN, KOTAK})
_JENIS: Final = {j.value: j for j in JenisPutusan}
BIT_KEBUTUHAN: Final = 16
_NAT: Final = np.datetime64("NaT", "D")
_HARI_NOL: Final = np.datetime64("1970-01-01", "D")


class Sisi(NamedTuple):
    """One subject of one person under one version. A measure has no status; `nilai` None: unknown.

    `nilai` of the needs: one bit per competency, and above them the statuses of assessment and JP.
    """

    status: Status | None
    jalur: int
    sasaran: int
    tanggal: date | None
    nilai: int | None


class Alasan(NamedTuple):
    """The requirement that makes the difference. The same status twice: it decides under one version only."""

    kode: str
    sebelum: Status
    sesudah: Status


class Perubahan(NamedTuple):
    """What changes for one person in one subject. `pindah` False: only a date or a measure."""

    hal: str
    pindah: bool
    sebelum: Sisi
    sesudah: Sisi
    alasan: Alasan | None


@dataclass(frozen=True, eq=False, slots=True)
class _Isi:
    """One subject of everyone. A decision has no `nilai`; a measure has nothing else."""

    berstatus: bool
    status: npt.NDArray[np.int8]
    jalur: npt.NDArray[np.int8]
    sasaran: npt.NDArray[np.int8]
    tanggal: Tanggal
    syarat: npt.NDArray[np.int64]
    alasan: npt.NDArray[np.int8]
    nilai: Kolom

    def baca(self, i: int) -> Sisi:
        nilai, hari = self.nilai.baca(i), self.tanggal[i].item()
        return Sisi(
            Status(int(self.status[i])) if self.berstatus else None,
            int(self.jalur[i]),
            int(self.sasaran[i]),
            nilai if isinstance(nilai, date) else hari,
            nilai if isinstance(nilai, int) else None,
        )


@dataclass(frozen=True, eq=False, slots=True)
class BedaHal:
    """One subject over everyone. `pindah`: who changes side; `geser`: who changes in the weaker way only.

    `posisi` of the requirement that makes the difference, TANPA_ALASAN where none does.
    """

    hal: str
    pindah: Topeng
    geser: Topeng
    posisi: npt.NDArray[np.int8]
    sebelum: _Isi
    sesudah: _Isi

    def baca(self, i: int) -> Perubahan:
        """The change of one person, who must be one of `pindah` or `geser`."""
        posisi, alasan = int(self.posisi[i]), None
        if posisi != TANPA_ALASAN:
            lama, baru = (unpack_status(int(isi.syarat[i]), posisi) for isi in (self.sebelum, self.sesudah))
            alasan = Alasan(kode_syarat(self.hal, posisi), lama, baru)
        return Perubahan(self.hal, bool(self.pindah[i]), self.sebelum.baca(i), self.sesudah.baca(i), alasan)


def bandingkan(sebelum: Seluruh, sesudah: Seluruh, ikatan: Ikatan) -> list[BedaHal]:
    """Every subject in which somebody changes, decisions first. Both sides are of the same people in order.

    `ikatan` from `posisi_mengikat`: a requirement that decides nothing is never the reason.
    """
    lama, baru = _menurut_hal(sebelum), _menurut_hal(sesudah)
    semua = [_beda(hal, lama[hal], baru[hal], ikatan) for hal in lama]
    return [b for b in semua if b.pindah.any() or b.geser.any()]


def posisi_mengikat(*aturan: Aturan) -> Ikatan:
    """Positions that decide under at least one of the versions."""
    return {
        jenis: frozenset(b.posisi for b in daftar if any(_mengikat(a, b) for a in aturan))
        for jenis, daftar in MENURUT_JENIS.items()
    }


def kode_syarat(hal: str, posisi: int) -> str:
    """The requirement at a position of a decision."""
    return next(b.kode for b in MENURUT_JENIS[_JENIS[hal]] if b.posisi == posisi)


def _mengikat(a: Aturan, baris: BarisSyarat) -> bool:
    # Before its rule file is in force nothing is judged by it, so nothing decides.
    return not baris.ikatan or (baris.ikatan.partition("/")[0] in a and mengikat(a, baris))


def _menurut_hal(s: Seluruh) -> dict[str, _Isi]:
    return {
        JenisPutusan.KENAIKAN_PANGKAT.value: _isi_pangkat(s.pangkat),
        **{jenis.value: _isi_putusan(h) for jenis, h in s.lain.items()},
        KEBUTUHAN: _isi_ukuran(_kebutuhan(s.kebutuhan)),
        **{nama: _isi_ukuran(kolom) for nama, kolom in s.nilai.items()},
    }


def _isi_pangkat(h: HasilPangkat) -> _Isi:
    nilai = Kolom.kosong(len(h))
    return _Isi(True, h.status, h.jalur, h.golongan_berikut, h.paling_cepat, h.syarat, h.alasan, nilai)


def _isi_putusan(h: HasilPutusan) -> _Isi:
    jalur, nilai = np.zeros(len(h), dtype=np.int8), Kolom.kosong(len(h))
    return _Isi(True, h.status, jalur, h.sasaran, h.paling_cepat, h.syarat, h.alasan, nilai)


def _isi_ukuran(nilai: Kolom) -> _Isi:
    banyak = len(nilai)
    nol, tanpa = np.zeros(banyak, dtype=np.int8), np.full(banyak, TANPA_ALASAN, dtype=np.int8)
    return _Isi(False, nol, nol, nol, np.full(banyak, _NAT), np.zeros(banyak, dtype=np.int64), tanpa, nilai)


def _kebutuhan(h: HasilKebutuhan) -> Kolom:
    """All that the needs say, in one number: it changes when any of it does."""
    status = h.asesmen.astype(np.int64) * 4 + h.jp
    isi = h.kebutuhan.astype(np.int64) | (status << BIT_KEBUTUHAN)
    return Kolom(isi, np.ones(len(isi), dtype=np.bool_))


def _beda(hal: str, lama: _Isi, baru: _Isi, ikatan: Ikatan) -> BedaHal:
    status, ukuran = lama.status != baru.status, _beda_ukuran(lama.nilai, baru.nilai)
    pindah = status | (lama.jalur != baru.jalur) | (lama.sasaran != baru.sasaran)
    if hal in _BERSISI:
        pindah = ukuran
    geser = (ukuran | _beda_tanggal(lama.tanggal, baru.tanggal)) & ~pindah
    posisi = np.full(len(pindah), TANPA_ALASAN, dtype=np.int8)
    if lama.berstatus:
        posisi = _posisi_beda(lama, baru, status, ikatan[_JENIS[hal]])
    return BedaHal(hal, pindah, geser, posisi, lama, baru)


def _beda_ukuran(lama: Kolom, baru: Kolom) -> Topeng:
    """Known on one side only, or known on both and not the same."""
    kosong = _HARI_NOL if lama.berupa_tanggal else 0
    hasil: Topeng = (lama.ada != baru.ada) | (lama.isi(kosong) != baru.isi(kosong))
    return hasil


def _beda_tanggal(lama: Tanggal, baru: Tanggal) -> Topeng:
    # NaT is unequal to itself.
    hasil: Topeng = (lama != baru) & ~(np.isnat(lama) & np.isnat(baru))
    return hasil


def _posisi_beda(lama: _Isi, baru: _Isi, status: Topeng, ikat: frozenset[int]) -> npt.NDArray[np.int8]:
    """The first deciding requirement whose status differs.

    Where the outcome changes and no requirement does, one of them decides under one version only: the
    one that the new outcome names, else the one that the old outcome named.
    """
    dinamai = np.where(baru.alasan != TANPA_ALASAN, baru.alasan, lama.alasan)
    hasil = np.where(status, dinamai, TANPA_ALASAN).astype(np.int8)
    tukar = lama.syarat ^ baru.syarat
    # From the last position to the first, so that the first one stays.
    for posisi in sorted(ikat, reverse=True):
        hasil[(tukar >> np.int64(2 * posisi)) & 3 != 0] = posisi
    return hasil
