"""The HR door of people and places. Importing this package registers its pages."""

from pegawai.admin import (
    aktivasi,
    akun,
    bantuan,
    impor,
    jejak,
    kantor,
    kebutuhan,
    laporan,
    organisasi,
    pegawai,
    penghargaan,
    riwayat,
    surat_kgb,
    ujian,
    usulan,
    wewenang,
)

__all__ = [
    "aktivasi",
    "akun",
    "bantuan",
    "impor",
    "jejak",
    "kantor",
    "kebutuhan",
    "laporan",
    "organisasi",
    "pegawai",
    "penghargaan",
    "riwayat",
    "surat_kgb",
    "ujian",
    "usulan",
    "wewenang",
]
