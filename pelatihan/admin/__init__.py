"""The HR door of training. Importing this package registers its pages."""

from pelatihan.admin import akpk, anggaran, evaluasi, hcdp, katalog, kegiatan, materi, mitra, rencana, sertifikat

__all__ = ["akpk", "anggaran", "evaluasi", "hcdp", "katalog", "kegiatan", "materi", "mitra", "rencana", "sertifikat"]
