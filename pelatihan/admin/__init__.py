"""The HR door of training. Importing this package registers its pages."""

from pelatihan.admin import (
    akpk,
    anggaran,
    angkatan,
    hcdp,
    katalog,
    kegiatan,
    mitra,
    pendaftaran,
    rencana,
    sertifikat,
    sesi,
)

__all__ = [
    "akpk",
    "anggaran",
    "angkatan",
    "hcdp",
    "katalog",
    "kegiatan",
    "mitra",
    "pendaftaran",
    "rencana",
    "sertifikat",
    "sesi",
]
