"""The HR door of people and places. Importing this package registers its pages."""

from pegawai.admin import (
    akun,
    impor,
    jejak,
    kebutuhan,
    klien,
    laporan,
    organisasi,
    pegawai,
    penghargaan,
    riwayat,
    wewenang,
)

__all__ = [
    "akun",
    "impor",
    "jejak",
    "kebutuhan",
    "klien",
    "laporan",
    "organisasi",
    "pegawai",
    "penghargaan",
    "riwayat",
    "wewenang",
]
