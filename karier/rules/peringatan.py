"""Tidak ada yang terlambat: what will break a kenaikan pangkat that time alone would allow.

For everybody the first period that passing time would give is looked for, and the person is judged at it
by the records of today. What is short there is what somebody must still do: sign, rate, sit an
examination, mend a record. The rules are those of a run; nothing here is a rule of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import Tanggal, months_between
from asn_karier.lib.kolom import Kolom, Topeng
from asn_karier.lib.syarat import Status, unpack_status
from karier.enums import JenisPutusan, Pelaku, StatusPeringatan
from karier.rules.daftar import MENURUT_JENIS, BarisSyarat, mengikat
from karier.rules.fakta import Fakta
from karier.rules.pangkat import putuskan, syarat_pangkat
from karier.rules.pelaku import yang_bertindak
from karier.rules.periode import periode_mulai_kolom

#: So many months before a possible TMT a warning begins, then is said again, nearest last.
TAHAP: Final = (12, 6, 3)
_DAFTAR: Final = MENURUT_JENIS[JenisPutusan.KENAIKAN_PANGKAT]
_BUP: Final = next(b.posisi for b in _DAFTAR if b.kode == "belum_bup")
_NAT: Final = np.datetime64("NaT", "D")
_RIWAYAT: Final = 3


@dataclass(frozen=True, eq=False, slots=True)
class Siaga:
    """Per person. berjalan: somewhere ahead a kenaikan is possible. tmt: the period that time alone allows,
    NaT where that lies beyond the days that were asked about.

    sasaran: urut golongan. syarat: packed statuses at that TMT by the records of today. alasan: position
    of the first binding requirement that is short there, -1 for none (then only the proposal is left).
    """

    berjalan: Topeng
    tmt: Tanggal
    sasaran: npt.NDArray[np.int8]
    syarat: npt.NDArray[np.int64]
    alasan: npt.NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.tmt)


def jaga(f: Fakta, hukum: Callable[[date], Aturan], *, tmt: date, akhir: date) -> Siaga:
    """Everybody whose next period by time alone lies between `tmt` and `akhir`, judged at it.

    `tmt`: for which the facts were read. `hukum` gives the law of a day.
    """
    mungkin = tmt_menurut_waktu(f, hukum(tmt), tmt=tmt)
    banyak = len(f)
    s = Siaga(
        ~np.isnat(mungkin),
        np.full(banyak, _NAT),
        np.zeros(banyak, np.int8),
        np.zeros(banyak, np.int64),
        np.full(banyak, -1, np.int8),
    )
    dekat = mungkin <= np.datetime64(akhir, "D")  # an unknown day is never near
    for hari in np.unique(mungkin[dekat]):
        _nilai_pada(s, f, hukum, np.flatnonzero(mungkin == hari), hari.item(), tmt)
    return s


def _nilai_pada(
    s: Siaga, f: Fakta, hukum: Callable[[date], Aturan], siapa: npt.NDArray[np.intp], pada: date, tmt: date
) -> None:
    h = putuskan(geser_predikat(f.pilih(siapa), pada.year - tmt.year), hukum(pada), tmt=pada)
    # At the top, or beyond the age limit, there is nothing left to be in time for.
    s.berjalan[siapa] = (h.golongan_berikut > 0) & (_status(h.syarat, _BUP) != Status.BELUM)
    s.tmt[siapa] = np.where(s.berjalan[siapa], np.datetime64(pada, "D"), _NAT)
    s.sasaran[siapa], s.syarat[siapa], s.alasan[siapa] = h.golongan_berikut, h.syarat, h.alasan


def tmt_menurut_waktu(f: Fakta, a: Aturan, *, tmt: date) -> Tanggal:
    """The first period in which everything that time fulfils is fulfilled; NaT for who is not judged."""
    cepat = np.full(len(f), np.datetime64(tmt, "D"))
    dinilai: Topeng = np.zeros(len(f), np.bool_)
    for s in syarat_pangkat(f, a, tmt=tmt):
        dinilai |= s.mengikat & (s.status != Status.TIDAK_BERLAKU)
        menunggu = s.mengikat & (s.status == Status.BELUM) & ~np.isnat(s.paling_cepat)
        cepat = np.where(menunggu, np.maximum(cepat, s.paling_cepat), cepat)
    hasil: Tanggal = np.where(dinilai, periode_mulai_kolom(cepat, a), _NAT)
    return hasil


def geser_predikat(f: Fakta, tahun: int) -> Fakta:
    """The same records seen from a TMT so many years later: years still to come are not assessed."""
    if tahun <= 0:
        return f
    riwayat = [getattr(f, f"predikat_{n}") for n in range(1, _RIWAYAT + 1)]
    isi = [*([Kolom.kosong(len(f))] * tahun), *riwayat][:_RIWAYAT]
    return f.ganti(**{f"predikat_{n}": k for n, k in enumerate(isi, start=1)})


def _status(terkemas: npt.NDArray[np.int64], posisi: int) -> npt.NDArray[np.int64]:
    """One requirement out of packed rows."""
    hasil: npt.NDArray[np.int64] = (terkemas >> (2 * posisi)) & 3
    return hasil


class Kurang(NamedTuple):
    """A requirement that is short or unknown at the possible TMT, and who acts on it."""

    baris: BarisSyarat
    pelaku: Pelaku | None


def yang_kurang(terkemas: int, a: Aturan) -> list[Kurang]:
    """What decides and is short or unknown in one packed outcome, in the order of the register.

    It was judged at the day that time alone allows: nothing there is still waited for.
    """
    dinilai = [(b, unpack_status(terkemas, b.posisi)) for b in _DAFTAR if mengikat(a, b)]
    return [
        Kurang(b, yang_bertindak(b, status, tertunggu=False))
        for b, status in dinilai
        if status >= Status.PERLU_VERIFIKASI
    ]


def tahap(per: date, tmt: date) -> int:
    """Which warning is due: 12, 6 or 3 months before `tmt`; 0 while it is further away."""
    bulan = months_between(per, tmt)
    return min((t for t in TAHAP if bulan < t), default=0)


class Catatan(NamedTuple):
    """What is remembered of one person and one golongan between runs.

    tmt_awal: the possible TMT as first seen; never moved, so that lost months can be counted from it.
    penyebab: code of the first requirement that was short, the last one known.
    """

    tmt_awal: date
    tmt_kini: date
    penyebab: str
    status: StatusPeringatan
    bulan_hilang: int


def catat_baru(tmt: date, penyebab: str, *, sasaran_run: date) -> Catatan:
    """First sight of somebody whose kenaikan may break."""
    return langkah(
        Catatan(tmt, tmt, penyebab, StatusPeringatan.TERBUKA, 0), tmt, penyebab, sasaran_run=sasaran_run
    )


def langkah(lama: Catatan, tmt: date | None, penyebab: str, *, sasaran_run: date) -> Catatan:
    """The next run has looked: `tmt` possible now (None: nothing in sight), `penyebab` empty when ready.

    A period is missed once the window of the first possible one has closed (`sasaran_run` lies beyond it);
    every month from it to the one that is possible now is lost.
    """
    kini = max(tmt or lama.tmt_kini, sasaran_run)
    if sasaran_run > lama.tmt_awal:
        status = StatusPeringatan.TERLEWAT
    elif tmt is not None and not penyebab and tmt <= lama.tmt_awal:
        status = StatusPeringatan.TERSELAMATKAN
    else:
        status = StatusPeringatan.TERBUKA
    hilang = months_between(lama.tmt_awal, kini) if status is StatusPeringatan.TERLEWAT else 0
    return Catatan(lama.tmt_awal, kini, penyebab or lama.penyebab, status, hilang)


def naik(lama: Catatan, tmt_golongan: date) -> Catatan:
    """The golongan is in the records: the count of lost months ends."""
    hilang = months_between(lama.tmt_awal, tmt_golongan)
    return lama._replace(tmt_kini=tmt_golongan, status=StatusPeringatan.NAIK, bulan_hilang=hilang)
