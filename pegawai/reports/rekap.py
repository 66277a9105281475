"""The five tables of HR's report page.

One function feeds the page, its XLSX and CSV and the command `rekap`, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date
from enum import IntEnum
from typing import Any, Final

from django.db.models import Count, F, QuerySet, Subquery

from asn_karier.lib.errors import DomainError
from pegawai.enums import JenisJabatan, JenisKelamin, JenisPegawai, TingkatPendidikan
from pegawai.kamus import LABEL
from pegawai.models import Pegawai
from pegawai.reports.posisi import jabatan_pada, pangkat_pada, pendidikan_tertinggi
from pegawai.rules.golongan import Golongan

BELUM_DICATAT: Final = "Belum dicatat"


@dataclass(frozen=True, slots=True)
class BarisRekap:
    """One line: `kode` is stable for programs (empty: not recorded), `nama` is for people."""

    kode: str
    nama: str
    jumlah: int


@dataclass(frozen=True, slots=True)
class Rekap:
    """The lines add up to `jumlah`, which is everybody who was asked about."""

    menurut: str
    judul: str
    jumlah: int
    rincian: list[BarisRekap]

    def sebagai_dict(self) -> dict[str, Any]:
        return {
            "menurut": self.menurut,
            "jumlah": self.jumlah,
            "rincian": [asdict(b) for b in self.rincian],
        }


def rekap(pegawai: QuerySet[Any], menurut: str, per: date) -> Rekap:
    """Count people by one property on `per`; DomainError `menurut` for a property we do not report."""
    if menurut not in PEMBUAT:
        raise DomainError("menurut", f"Pilih rekap menurut: {', '.join(PEMBUAT)}.")
    judul, buat = PEMBUAT[menurut]
    rincian = list(buat(pegawai.order_by(), per))
    return Rekap(menurut, judul, sum(b.jumlah for b in rincian), rincian)


def _menurut_golongan(pegawai: QuerySet[Any], per: date) -> Iterable[BarisRekap]:
    """PNS first, then PPPK, each from the lowest; the two scales are never one line."""
    baris = pegawai.annotate(isi=Subquery(pangkat_pada(per).values("golongan")[:1]))
    for b in _hitung(baris, "jenis", "isi"):
        skala = JenisPegawai(b["jenis"])
        if b["isi"] is None:
            yield BarisRekap("", f"{LABEL[JenisPegawai][skala]}, golongan belum dicatat", b["jumlah"])
            continue
        golongan = Golongan(skala, b["isi"])
        nama = f"{LABEL[JenisPegawai][skala]} {golongan.nama} {golongan.pangkat}".strip()
        yield BarisRekap(golongan.nama, nama, b["jumlah"])


def _menurut_pendidikan(pegawai: QuerySet[Any], per: date) -> Iterable[BarisRekap]:
    baris = pegawai.annotate(isi=Subquery(pendidikan_tertinggi().values("tingkat")[:1]))
    return _berlabel(baris, TingkatPendidikan)


def _menurut_jenis_jabatan(pegawai: QuerySet[Any], per: date) -> Iterable[BarisRekap]:
    baris = pegawai.annotate(isi=Subquery(jabatan_pada(per).values("jabatan__jenis")[:1]))
    return _berlabel(baris, JenisJabatan)


def _menurut_jenis_kelamin(pegawai: QuerySet[Any], per: date) -> Iterable[BarisRekap]:
    for b in _hitung(pegawai, "jenis_kelamin"):
        jenis = JenisKelamin(b["jenis_kelamin"])
        yield BarisRekap(jenis.value, LABEL[JenisKelamin][jenis], b["jumlah"])


def _menurut_unit(pegawai: QuerySet[Any], per: date) -> Iterable[BarisRekap]:
    """The unit itself, in the order of the tree."""
    baris = pegawai.values("unit__siasn_id", "unit__nama").annotate(jumlah=Count("pk"))
    for b in baris.order_by(F("unit__jalur").asc(nulls_last=True)):
        yield BarisRekap(b["unit__siasn_id"] or "", b["unit__nama"] or BELUM_DICATAT, b["jumlah"])


def _hitung(pegawai: QuerySet[Any], *nama: str) -> QuerySet[Any]:
    urutan = [F(n).asc(nulls_last=True) for n in nama]
    return pegawai.values(*nama).annotate(jumlah=Count("pk")).order_by(*urutan)


def _berlabel(pegawai: QuerySet[Any], enum: type[IntEnum]) -> Iterable[BarisRekap]:
    for b in _hitung(pegawai, "isi"):
        if b["isi"] is None:
            yield BarisRekap("", BELUM_DICATAT, b["jumlah"])
        else:
            yield BarisRekap(str(b["isi"]), LABEL[enum][enum(b["isi"])], b["jumlah"])


Pembuat = Callable[[QuerySet[Any], date], Iterable[BarisRekap]]

PEMBUAT: Final[dict[str, tuple[str, Pembuat]]] = {
    "golongan": ("Golongan", _menurut_golongan),
    "pendidikan": ("Pendidikan", _menurut_pendidikan),
    "jenis_jabatan": ("Jenis jabatan", _menurut_jenis_jabatan),
    "jenis_kelamin": ("Jenis kelamin", _menurut_jenis_kelamin),
    "unit": ("Unit kerja", _menurut_unit),
}


def rekap_instansi(instansi_id: int, menurut: str, per: date) -> Rekap:
    """The table of a whole instansi, as the command prints it."""
    return rekap(Pegawai.objects.of_instansi(instansi_id), menurut, per)
