"""What the simulated regency offers itself: programmes, partners with agreements, classes to come.

Everything here is invented. Days are counted from the moment of the demo, so that it is alive whenever it is
made.
"""

import csv
from datetime import date, timedelta
from importlib.resources import files
from math import ceil
from typing import Final, NamedTuple

from asn_karier.lib.dates import add_months, add_working_days
from pegawai.enums import BentukPengembangan, KompetensiMansoskul
from pelatihan.enums import JenisMitra, Metode

#: JP that fit in one day of a class; what is followed from home takes two weeks besides work.
JP_SEHARI: Final = 8
HARI_DARING: Final = 10
#: Days before the class on which its registration ends.
TUTUP_DAFTAR: Final = 3


class MitraContoh(NamedTuple):
    """A partner; its agreement holds from `dari` to `sampai` days after the moment of the demo."""

    nama: str
    jenis: JenisMitra
    dari: int
    sampai: int
    kursi_gratis: int = 0


class KelasContoh(NamedTuple):
    """A class `bulan` months after the moment of the demo."""

    bulan: int
    kursi: int


class ProgramDaerah(NamedTuple):
    """One programme; `mitra` names a key of MITRA, `teknis` a key of TEKNIS with the level it leads to."""

    nama: str
    bentuk: BentukPengembangan
    metode: Metode
    jp: int
    biaya: int
    mitra: str
    kompetensi: tuple[tuple[KompetensiMansoskul, int], ...]
    teknis: tuple[tuple[str, int], ...]
    bidang: str
    ukuran_mb: int | None
    ulang_bulan: int | None
    nama_unit: str
    kelas: KelasContoh | None

    def hari(self, per: date) -> tuple[date, date]:
        """First and last day of its class, on working days."""
        bulan = self.kelas.bulan if self.kelas else 0
        mulai = add_working_days(add_months(per.replace(day=1), bulan) + timedelta(days=3), 1)
        lama = HARI_DARING if self.metode is Metode.DARING else ceil(self.jp / JP_SEHARI)
        return mulai, add_working_days(mulai, lama - 1)


#: One that lasts, one about to end, one that is over: each looks different at the desk.
MITRA: Final = {
    "kampus": MitraContoh("Universitas Contoh Nusantara", JenisMitra.KAMPUS, -200, 530, 20),
    "bpsdm": MitraContoh("BPSDM Provinsi (contoh)", JenisMitra.BPSDM, -400, 330),
    "lembaga": MitraContoh("Lembaga Pelatihan Bina Contoh", JenisMitra.SWASTA, -320, 45, 5),
    "rs": MitraContoh("Rumah Sakit Pendidikan Contoh", JenisMitra.INSTANSI_LAIN, -760, -30),
}
#: Technical competencies that all governments of the demo share.
TEKNIS: Final = {
    "analisis-data": "Analisis data",
    "pengadaan": "Pengadaan barang dan jasa",
    "keuangan-daerah": "Pengelolaan keuangan daerah",
    "kegawatdaruratan": "Penanganan kegawatdaruratan",
    "asesmen-belajar": "Asesmen pembelajaran",
    "keamanan-informasi": "Keamanan informasi",
}


def _baca() -> tuple[ProgramDaerah, ...]:
    jalan = files("karier.contoh").joinpath("data/pelatihan_daerah.csv")
    with jalan.open(encoding="utf-8") as berkas:
        return tuple(_program(baris) for baris in csv.DictReader(berkas))


def _program(b: dict[str, str]) -> ProgramDaerah:
    return ProgramDaerah(
        nama=b["nama"],
        bentuk=BentukPengembangan[b["bentuk"]],
        metode=Metode(b["metode"]),
        jp=int(b["jp"]),
        biaya=int(b["biaya"]),
        mitra=b["mitra"],
        kompetensi=tuple((KompetensiMansoskul(k), level) for k, level in _berlevel(b["kompetensi"])),
        teknis=tuple(_berlevel(b["teknis"])),
        bidang=b["bidang"],
        ukuran_mb=int(b["ukuran_mb"]) if b["ukuran_mb"] else None,
        ulang_bulan=int(b["ulang_bulan"]) if b["ulang_bulan"] else None,
        nama_unit=b["nama_unit"],
        kelas=KelasContoh(*(int(n) for n in b["kelas"].split("/"))) if b["kelas"] else None,
    )


def _berlevel(teks: str) -> list[tuple[str, int]]:
    """'komunikasi:3;kerja_sama:2'."""
    butir = (satu.split(":") for satu in teks.split(";") if satu)
    return [(nama, int(level)) for nama, level in butir]


PROGRAM: Final[tuple[ProgramDaerah, ...]] = _baca()
