"""The HR door of training. Importing this package registers its pages."""

from pelatihan.admin import akpk, anggaran, hcdp, katalog, mitra, rencana, sertifikat

__all__ = ["akpk", "anggaran", "hcdp", "katalog", "mitra", "rencana", "sertifikat"]
from pelatihan.admin import katalog, kegiatan, sertifikat

__all__ = ["katalog", "kegiatan", "sertifikat"]
