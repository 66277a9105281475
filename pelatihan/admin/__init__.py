"""The HR door of training. Importing this package registers its pages."""

from pelatihan.admin import akpk, anggaran, hcdp, katalog, kegiatan, mitra, rencana, sertifikat

__all__ = ["akpk", "anggaran", "hcdp", "katalog", "kegiatan", "mitra", "rencana", "sertifikat"]
