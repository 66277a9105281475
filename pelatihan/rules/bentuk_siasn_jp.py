"""The two shapes in which SIASN keeps and takes what the JP ledger keeps in one.

`diklat` holds diklat struktural (jenisDiklatId 1), `kursus` all other forms (2 to 25). Field names as the web
service writes them.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from pegawai.enums import BentukPengembangan
from pelatihan.enums import BentukBerkas

#: As it is sent (`/diklat/save`, `/kursus/save`).
DIKLAT: Final = (
    "latihanStrukturalId", "nomor", "tahun", "tanggal", "tanggalSelesai", "institusiPenyelenggara",
    "jumlahJam", "pnsOrangId", "instansiId",
)  # fmt: skip
KURSUS: Final = (
    "jenisDiklatId", "namaKursus", "institusiPenyelenggara", "nomorSertipikat", "tahunKursus",
    "tanggalKursus", "tanggalSelesaiKursus", "jumlahJam", "pnsOrangId", "instansiId",
)  # fmt: skip
KEPALA: Final = {BentukBerkas.DIKLAT: DIKLAT, BentukBerkas.KURSUS: KURSUS}
#: Other spellings of the same column, in capitals as headers are compared: what is sent, and what comes back.
SEBUTAN: Final = {
    "NIPBARU": "NIP",
    "NIP BARU": "NIP",
    "PNSORANGID": "IDPNS",
    "PNSORANG": "IDPNS",
    "NOMORSERTIPIKAT": "NOSERTIPIKAT",
    "NOMORSERTIFIKAT": "NOSERTIPIKAT",
    "NOSERTIFIKAT": "NOSERTIPIKAT",
}


def shape_of(bentuk: BentukPengembangan) -> BentukBerkas:
    """Where SIASN keeps a form."""
    struktural = bentuk is BentukPengembangan.DIKLAT_STRUKTURAL
    return BentukBerkas.DIKLAT if struktural else BentukBerkas.KURSUS


def day_text(hari: date) -> str:
    """As SIASN writes it: 'DD-MM-YYYY'."""
    return f"{hari:%d-%m-%Y}"
