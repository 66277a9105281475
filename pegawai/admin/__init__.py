"""The HR door of people and places. Importing this package registers its pages."""

from pegawai.admin import (
    aktivasi,
    akun,
    bantuan,
    impor,
    jejak,
    kebutuhan,
    laporan,
    organisasi,
    pegawai,
    penghargaan,
    riwayat,
    wewenang,
)

__all__ = [
    "aktivasi",
    "akun",
    "bantuan",
    "impor",
    "jejak",
    "kebutuhan",
    "laporan",
    "organisasi",
    "pegawai",
    "penghargaan",
    "riwayat",
    "wewenang",
]
