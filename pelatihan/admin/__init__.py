"""The HR door of training. Importing this package registers its pages."""

from pelatihan.admin import akpk, anggaran, evaluasi, hcdp, katalog, kegiatan, materi, mitra, rencana, sertifikat

__all__ = ["akpk", "anggaran", "evaluasi", "hcdp", "katalog", "kegiatan", "materi", "mitra", "rencana", "sertifikat"]
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
