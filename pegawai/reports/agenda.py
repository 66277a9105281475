"""Agenda kepegawaian: what falls due in the coming months, for one person or a hundred thousand.

Days come from the rules over columns, never person by person; only the rows of one page are read by name.
Other apps add what they record (`daftarkan_acara`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
from django.db.models import QuerySet

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.dates import add_months
from asn_karier.lib.kolom import Kolom
from pegawai.enums import JenisJabatan, JenisPegawai, Jenjang, StatusKepegawaian
from pegawai.models import RiwayatJabatan, RiwayatPangkat, SuratKGB
from pegawai.reports.kolom import PEMBACA_LAHIR, pembaca_jabatan, pembaca_pangkat
from pegawai.reports.temuan import DIPERIKSA
from pegawai.rules.bup import pensiun_kolom
from pegawai.rules.kgb import kgb_berikut

Ids = npt.NDArray[np.int64]
Hari = npt.NDArray[np.datetime64]

BULAN_KE_DEPAN: Final = 12
TAHUN_BUP: Final = 5
KGB, BUP, KONTRAK, TMT_PANGKAT, TMT_JABATAN = "kgb", "bup", "kontrak", "tmt_pangkat", "tmt_jabatan"
#: What the page can show, in the order in which the rows of one day stand.
JUDUL: Final[dict[str, str]] = {
    KGB: "Kenaikan gaji berkala",
    BUP: "Batas usia pensiun",
    KONTRAK: "Perjanjian kerja PPPK berakhir",
    TMT_PANGKAT: "TMT pangkat mulai",
    TMT_JABATAN: "TMT jabatan mulai",
}


class Acara(NamedTuple):
    """Events, arrays run parallel: day, person, and a number that the kind knows what to do with."""

    hari: Hari
    pegawai_id: Ids
    isi: Ids


@dataclass(frozen=True, slots=True)
class Butir:
    """One line of the agenda."""

    hari: date
    jenis: str
    pegawai_id: int
    isi: int


Pembuat = Callable[[QuerySet[Any], date, date], Acara]
_acara: dict[str, Pembuat] = {}


def daftarkan_acara(jenis: str, judul: str, pembuat: Pembuat) -> None:
    """Another app adds a kind of event: `pembuat(people, from, before)`."""
    JUDUL[jenis] = judul
    _acara[jenis] = pembuat


class Agenda:
    """The events of a set of people from `mulai` until before `sampai`, counted and paged."""

    def __init__(self, nama: list[str], hari: Hari, macam: Ids, ids: Ids, isi: Ids) -> None:
        self._nama, self.hari, self.macam, self.ids, self.isi = nama, hari, macam, ids, isi

    @classmethod
    def susun(cls, orang: QuerySet[Any], *, mulai: date, sampai: date) -> Agenda:
        """Every kind of event, in the order of the page."""
        bagian = [_pembuat(j)(orang, mulai, sampai) for j in JUDUL]
        hari = np.concatenate([b.hari.astype("datetime64[D]") for b in bagian])
        ids = np.concatenate([b.pegawai_id for b in bagian])
        isi = np.concatenate([b.isi for b in bagian])
        macam = np.repeat(np.arange(len(bagian)), [len(b.hari) for b in bagian])
        urut = np.lexsort((isi, ids, macam, hari))
        return cls(list(JUDUL), hari[urut], macam[urut], ids[urut], isi[urut])

    def pilih(self, *, jenis: str = "", bulan: date | None = None) -> Agenda:
        """Narrowed to one kind, to one month, or to both."""
        kena = np.ones(len(self), dtype=np.bool_)
        if jenis:
            kena &= self.macam == self._nama.index(jenis)
        if bulan:
            kena &= self.hari.astype("datetime64[M]") == np.datetime64(bulan, "M")
        return Agenda(self._nama, self.hari[kena], self.macam[kena], self.ids[kena], self.isi[kena])

    def pasang(self) -> list[tuple[int, date]]:
        """(person, day) of every event."""
        return list(zip(self.ids.tolist(), self.hari.tolist(), strict=True))

    def __len__(self) -> int:
        return len(self.hari)

    def per_bulan(self) -> dict[date, int]:
        """First of the month -> events, months without any left out."""
        bulan, banyak = np.unique(self.hari.astype("datetime64[M]"), return_counts=True)
        return {b.astype("datetime64[D]").item(): int(n) for b, n in zip(bulan, banyak, strict=True)}

    def per_jenis(self) -> dict[str, int]:
        hitung = np.bincount(self.macam, minlength=len(self._nama))
        return {nama: int(n) for nama, n in zip(self._nama, hitung, strict=True)}

    def halaman(self, sesudah: str, banyak: int) -> tuple[list[Butir], str]:
        """The rows after a key (`kunci`), and the key of the next page; empty when there is none."""
        awal = self._letak(sesudah)
        akhir = min(awal + banyak, len(self))
        lanjut = self.kunci(akhir - 1) if akhir < len(self) else ""
        return [self._butir(n) for n in range(awal, akhir)], lanjut

    def kunci(self, n: int) -> str:
        return f"{self.hari[n]}.{self._nama[self.macam[n]]}.{self.ids[n]}.{self.isi[n]}"

    def _butir(self, n: int) -> Butir:
        return Butir(self.hari[n].item(), self._nama[self.macam[n]], int(self.ids[n]), int(self.isi[n]))

    def _letak(self, sesudah: str) -> int:
        """Where the row after this key stands; a key that nobody made begins at the first row."""
        bagian = sesudah.split(".")
        try:
            hari, nama, pk, isi = np.datetime64(bagian[0], "D"), bagian[1], int(bagian[2]), int(bagian[3])
            macam = self._nama.index(nama)
        except (ValueError, IndexError):
            return 0
        awal = int(np.searchsorted(self.hari, hari))
        akhir = int(np.searchsorted(self.hari, hari, side="right"))
        kunci = list(zip(self.macam[awal:akhir], self.ids[awal:akhir], self.isi[awal:akhir], strict=True))
        return awal + sum(k <= (macam, pk, isi) for k in kunci)


def bertugas(orang: QuerySet[Any]) -> QuerySet[Any]:
    """People whose days are still counted."""
    return orang.filter(kedudukan_hukum__in=DIPERIKSA).order_by()


# -- what falls due -----------------------------------------------------------------------------


class Kgb(NamedTuple):
    """The next KGB of each person who has one in the time asked for, arrays parallel."""

    pegawai_id: Ids
    hari: Hari
    mkg_bulan: Ids
    golongan: Ids
    perkiraan: npt.NDArray[np.bool_]


def kgb_jatuh(orang: QuerySet[Any], mulai: date, sampai: date) -> Kgb:
    """By masa kerja golongan alone, of PNS; what rests on an unverified step is marked."""
    ids = _ids(bertugas(orang).filter(status=StatusKepegawaian.PNS))
    isi = pembaca_pangkat(mulai).baca(ids)
    a = aturan_per(mulai)
    pns = isi["skala"].tercatat(JenisPegawai.PNS)
    fakta = (isi["golongan"].hanya(pns), isi["tmt"], isi["mkg_bulan"])
    semua = kgb_berikut(*fakta, per=mulai, a=a, perkiraan=True)
    pasti = kgb_berikut(*fakta, per=mulai, a=a).tanggal
    hari = semua.tanggal.sebagai_tanggal()
    kena = semua.tanggal.ada & (hari < np.datetime64(sampai, "D"))
    return Kgb(
        ids[kena], hari[kena], semua.mkg_bulan.isi(0)[kena], isi["golongan"].isi(0)[kena], ~pasti.ada[kena]
    )


def _acara_kgb(orang: QuerySet[Any], mulai: date, sampai: date) -> Acara:
    k = kgb_jatuh(orang, mulai, sampai)
    return Acara(k.hari, k.pegawai_id, k.mkg_bulan)


class Pensiun(NamedTuple):
    """Who reaches the age limit, arrays parallel; `tmt` is an estimate (UNV)."""

    pegawai_id: Ids
    tmt: Hari
    bup: Ids
    jenis_jabatan: Ids


def bup_jatuh(orang: QuerySet[Any], mulai: date, sampai: date, *, per: date | None = None) -> Pensiun:
    """By the post held on `per` (by default `mulai`): its own limit, else the general one of its jenjang."""
    ids, hari_ini = _ids(bertugas(orang)), per or mulai
    pos, a = pembaca_jabatan(hari_ini).baca(ids), aturan_per(hari_ini)
    lahir = PEMBACA_LAHIR.baca(ids)["tanggal_lahir"]
    bup = pos["bup"].atau(pos["jenjang"].peta(a["bup"].larik("bup", Jenjang)))
    tmt = pensiun_kolom(lahir, bup, a).tmt
    hari = tmt.sebagai_tanggal()
    kena = tmt.ada & (hari >= np.datetime64(mulai, "D")) & (hari < np.datetime64(sampai, "D"))
    return Pensiun(ids[kena], hari[kena], bup.isi(0)[kena], pos["jenis"].isi(0)[kena])


def _acara_bup(orang: QuerySet[Any], mulai: date, sampai: date) -> Acara:
    p = bup_jatuh(orang, mulai, sampai)
    return Acara(p.tmt, p.pegawai_id, p.bup)


def ringkas_bup(orang: QuerySet[Any], mulai: date) -> dict[int, dict[JenisJabatan, int]]:
    """Year -> kind of post -> people, this year and the four after it."""
    p = bup_jatuh(orang, mulai, date(mulai.year + TAHUN_BUP, 1, 1))
    tahun = p.tmt.astype("datetime64[Y]").astype(np.int64) + 1970
    return {
        t: {
            j: int(((tahun == t) & (p.jenis_jabatan == j)).sum())
            for j in (JenisJabatan.STRUKTURAL, JenisJabatan.FUNGSIONAL, JenisJabatan.PELAKSANA)
        }
        for t in range(mulai.year, mulai.year + TAHUN_BUP)
    }


def _acara_kontrak(orang: QuerySet[Any], mulai: date, sampai: date) -> Acara:
    baris = bertugas(orang).filter(
        jenis=JenisPegawai.PPPK, perjanjian_sampai__gte=mulai, perjanjian_sampai__lt=sampai
    )
    return _dari_baris(baris.values_list("perjanjian_sampai", "pk", "jenis"))


def _acara_pangkat(orang: QuerySet[Any], mulai: date, sampai: date) -> Acara:
    return _mulai(RiwayatPangkat, orang, mulai, sampai)


def _acara_jabatan(orang: QuerySet[Any], mulai: date, sampai: date) -> Acara:
    return _mulai(RiwayatJabatan, orang, mulai, sampai)


def _mulai(model: Any, orang: QuerySet[Any], mulai: date, sampai: date) -> Acara:
    baris = model.objects.filter(tmt__gte=mulai, tmt__lt=sampai, pegawai__in=bertugas(orang).values("pk"))
    return _dari_baris(baris.order_by().values_list("tmt", "pegawai_id", "pk"))


_BAWAAN: Final[dict[str, Pembuat]] = {
    KGB: _acara_kgb,
    BUP: _acara_bup,
    KONTRAK: _acara_kontrak,
    TMT_PANGKAT: _acara_pangkat,
    TMT_JABATAN: _acara_jabatan,
}


def _pembuat(jenis: str) -> Pembuat:
    return _BAWAAN.get(jenis) or _acara[jenis]


def rentang(per: date) -> tuple[date, date]:
    """The months of the agenda: this one and the eleven after it."""
    awal = per.replace(day=1)
    return awal, add_months(awal, BULAN_KE_DEPAN)


def sudah_bersurat(pegawai_ids: Any, mulai: date) -> set[tuple[int, date]]:
    """(person, day) of the KGB letters that exist."""
    surat = SuratKGB.objects.filter(pegawai__in=pegawai_ids, tmt__gte=mulai)
    return set(surat.order_by().values_list("pegawai_id", "tmt"))


# -- reading --------------------------------------------------------------------------------------


def _ids(orang: QuerySet[Any]) -> Ids:
    return np.fromiter(orang.order_by("pk").values_list("pk", flat=True), dtype=np.int64)


def _dari_baris(baris: Any) -> Acara:
    daftar = list(baris)
    kolom = Kolom.dari((b[0] for b in daftar), tanggal=True)
    return Acara(
        kolom.sebagai_tanggal(),
        np.array([b[1] for b in daftar], dtype=np.int64),
        np.array([b[2] for b in daftar], dtype=np.int64),
    )
