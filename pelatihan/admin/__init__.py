"""The HR door of training. Importing this package registers its pages."""

from pelatihan.admin import akpk, katalog, mitra, sertifikat

__all__ = ["akpk", "katalog", "mitra", "sertifikat"]
