"""The HR door of training. Importing this package registers its pages."""

from pelatihan.admin import (
    akpk,
    anggaran,
    angkatan,
    evaluasi,
    hcdp,
    katalog,
    kegiatan,
    materi,
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
    "evaluasi",
    "hcdp",
    "katalog",
    "kegiatan",
    "materi",
    "mitra",
    "pendaftaran",
    "rencana",
    "sertifikat",
    "sesi",
]
