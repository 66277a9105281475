"""The HR door of people and places. Importing this package registers its pages."""

from pegawai.admin import (
    akun,
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
    wewenang,
)

__all__ = [
    "akun",
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
    "wewenang",
]
