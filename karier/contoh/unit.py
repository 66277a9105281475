"""The organisation tree of a region: its offices, plausible sub-units, invented schools.

Offices and districts stand in `data/<instansi>.csv`; sections, schools and their remote flag are
invented for the simulation and describe no real place.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files

from karier.contoh.acak import id_tetap
from karier.contoh.bentuk import Unit
from karier.contoh.jabatan import jabatan_struktural
from karier.contoh.wilayah import Wilayah

KEPALA: dict[str, tuple[str, str]] = {
    "setda": ("Sekretaris Daerah", "21"),
    "asisten": ("{nama}", "22"),
    "setwan": ("Sekretaris DPRD", "22"),
    "dinas": ("Kepala {nama}", "22"),
    "badan": ("Kepala {nama}", "22"),
    "badan_tanpa_nama": ("Kepala Badan {nama}", "22"),
    "inspektorat": ("Inspektur Daerah", "22"),
    "satpol": ("Kepala {nama}", "22"),
    "bpbd": ("Kepala Pelaksana {nama}", "22"),
    "rsud": ("Direktur {nama}", "31"),
    "kecamatan": ("{camat} {pendek}", "31"),
    "kelurahan": ("Lurah {pendek}", "41"),
}
"""Kind of unit -> name and eselon of its head. Schools and puskesmas are headed by a functional."""

SERUPA = {"disdik": "dinas", "dinkes": "dinas", "dinas_lapangan": "dinas"}
LAPANGAN = frozenset({"dinas_lapangan", "satpol", "bpbd"})
"""Field services kept their seksi when other offices gave theirs up."""


@dataclass
class PohonUnit:
    """Grows the tree top-down; order of growth is the order of the export."""

    wilayah: Wilayah
    unit: list[Unit] = field(default_factory=list)
    _kode: dict[str, Unit] = field(default_factory=dict)

    def tambah(
        self,
        kode: str,
        induk: str,
        nama: str,
        jenis: str,
        *,
        kepala: tuple[str, str] | None = None,
        lokasi: str = "",
    ) -> Unit:
        """Add one unit below `induk`; `kepala` is (name, eselon id) of its structural head."""
        atas = self._kode.get(induk)
        pimpinan = jabatan_struktural(*kepala) if kepala else None
        unit = Unit(
            id=id_tetap(self.wilayah.instansi, kode),
            induk_id=atas.id if atas else "",
            nama=nama,
            jenis=jenis,
            opd=atas.opd if atas and atas.kedalaman else kode,
            kedalaman=atas.kedalaman + 1 if atas else 0,
            lokasi=lokasi or (atas.lokasi if atas else self.wilayah.pusat),
            terpencil=jenis in {"sd", "smp", "puskesmas"} and lokasi in self.wilayah.terpencil,
            pimpinan=pimpinan,
        )
        self.unit.append(unit)
        self._kode[kode] = unit
        return unit


def pohon_unit(wilayah: Wilayah, *, sd: int, smp: int, puskesmas: int) -> tuple[Unit, ...]:
    """The whole tree with the given numbers of schools and health centres."""
    pohon = PohonUnit(wilayah)
    for baris in _baris(wilayah):
        _tambah_kantor(pohon, baris)
    kecamatan = [u.lokasi for u in pohon.unit if u.jenis == "kecamatan"]
    _tambah_sekolah(pohon, kecamatan, "sd", "SD Negeri", f"{wilayah.kode}-013.1", sd)
    _tambah_sekolah(pohon, kecamatan, "smp", "SMP Negeri", f"{wilayah.kode}-013.2", smp)
    _tambah_puskesmas(pohon, kecamatan, puskesmas)
    return tuple(pohon.unit)


def _baris(wilayah: Wilayah) -> Iterator[dict[str, str]]:
    sumber = files("karier.contoh").joinpath(f"data/{wilayah.instansi}.csv")
    with sumber.open(encoding="utf-8") as berkas:
        yield from csv.DictReader(berkas)


def _tambah_kantor(pohon: PohonUnit, baris: dict[str, str]) -> None:
    kode, nama, asli = baris["kode"], baris["nama"], baris["jenis"]
    jenis = SERUPA.get(asli, asli)
    pendek = nama.removeprefix("Kecamatan ").removeprefix("Distrik ").removeprefix("Kelurahan ")
    kepala = KEPALA.get(jenis)
    isi = (
        (kepala[0].format(nama=nama, pendek=pendek, camat=pohon.wilayah.camat), kepala[1]) if kepala else None
    )
    lokasi = pendek if jenis == "kecamatan" else ""
    pohon.tambah(kode, baris["induk"], nama, jenis, kepala=isi, lokasi=lokasi)
    if jenis in {"kecamatan", "kelurahan"}:
        _isi_kewilayahan(pohon, kode, nama, jenis)
    elif jenis not in {"pemda", "setda", "asisten", "setwan", "rsud"}:
        _tambah_sekretariat(pohon, kode, nama)
    elif jenis == "rsud":
        kepala_tu = (f"Kepala Bagian Tata Usaha {nama}", "32")
        pohon.tambah(f"{kode}.S", kode, f"Bagian Tata Usaha - {nama}", "sekretariat", kepala=kepala_tu)
    _tambah_bidang(pohon, kode, nama, asli, baris["bidang"])


def _tambah_sekretariat(pohon: PohonUnit, kode: str, nama: str) -> None:
    pohon.tambah(f"{kode}.S", kode, f"Sekretariat {nama}", "sekretariat", kepala=(f"Sekretaris {nama}", "31"))
    for nomor, bagian in enumerate(("Umum dan Kepegawaian", "Program dan Keuangan"), start=1):
        sub = f"Subbagian {bagian} - {nama}"
        pohon.tambah(f"{kode}.S{nomor}", f"{kode}.S", sub, "subbagian", kepala=(f"Kepala {sub}", "41"))


def _isi_kewilayahan(pohon: PohonUnit, kode: str, nama: str, jenis: str) -> None:
    eselon = "32" if jenis == "kecamatan" else "42"
    pohon.tambah(
        f"{kode}.S", kode, f"Sekretariat {nama}", "sekretariat", kepala=(f"Sekretaris {nama}", eselon)
    )
    if jenis == "kelurahan":
        return
    for nomor, bagian in enumerate(("Umum dan Kepegawaian", "Program dan Keuangan"), start=1):
        sub = f"Subbagian {bagian} - {nama}"
        pohon.tambah(f"{kode}.S{nomor}", f"{kode}.S", sub, "subbagian", kepala=(f"Kepala {sub}", "42"))
    seksi = ("Pemerintahan", "Pemberdayaan Masyarakat dan Desa", "Ketenteraman dan Ketertiban Umum")
    for nomor, bagian in enumerate(seksi, start=1):
        sub = f"Seksi {bagian} - {nama}"
        pohon.tambah(f"{kode}.K{nomor}", kode, sub, "seksi", kepala=(f"Kepala {sub}", "41"))


def _tambah_bidang(pohon: PohonUnit, kode: str, nama: str, jenis: str, daftar: str) -> None:
    for nomor, bidang in enumerate(filter(None, daftar.split(";")), start=1):
        anak = f"{kode}.{nomor}"
        if bidang.startswith("UPTD"):
            pohon.tambah(anak, kode, bidang, "uptd", kepala=(f"Kepala {bidang}", "41"))
            continue
        judul = f"{bidang} - {nama}" if jenis in {"rsud", "badan_tanpa_nama"} else bidang
        pohon.tambah(anak, kode, judul, "bidang", kepala=_kepala_bidang(bidang, judul))
        if jenis in LAPANGAN:
            _tambah_seksi(pohon, anak, bidang)


def _kepala_bidang(bidang: str, judul: str) -> tuple[str, str]:
    if bidang.startswith("Inspektur"):
        return bidang, "31"
    return f"Kepala {judul}", "31" if bidang.startswith("Bagian") else "32"


def _tambah_seksi(pohon: PohonUnit, kode: str, bidang: str) -> None:
    pokok = bidang.removeprefix("Bidang ")
    for nomor, awal in enumerate(("Seksi Pelaksanaan", "Seksi Pembinaan dan Pengendalian"), start=1):
        nama = f"{awal} {pokok}"
        pohon.tambah(f"{kode}.{nomor}", kode, nama, "seksi", kepala=(f"Kepala {nama}", "41"))


def _tambah_sekolah(
    pohon: PohonUnit, kecamatan: list[str], jenis: str, awal: str, induk: str, jumlah: int
) -> None:
    for urut in range(jumlah):
        lokasi = kecamatan[urut % len(kecamatan)]
        nomor = 101 + urut
        pohon.tambah(f"{jenis}-{nomor}", induk, f"{awal} {nomor} {lokasi}", jenis, lokasi=lokasi)


def _tambah_puskesmas(pohon: PohonUnit, kecamatan: list[str], jumlah: int) -> None:
    for urut in range(jumlah):
        lokasi = kecamatan[urut % len(kecamatan)]
        putaran = urut // len(kecamatan)
        nama = f"UPTD Puskesmas {lokasi}" + (f" {putaran + 1}" if putaran else "")
        kode = f"pkm-{urut + 1}"
        pohon.tambah(kode, f"{pohon.wilayah.kode}-015", nama, "puskesmas", lokasi=lokasi)
        sub = f"Subbagian Tata Usaha - {nama}"
        pohon.tambah(f"{kode}.S", kode, sub, "subbagian", kepala=(f"Kepala {sub}", "42"))
