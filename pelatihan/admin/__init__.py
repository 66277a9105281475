"""The HR door of training. Importing this package registers its pages."""

from pelatihan.admin import akpk, katalog, sertifikat

__all__ = ["akpk", "katalog", "sertifikat"]
from pelatihan.admin import katalog, mitra, sertifikat

__all__ = ["katalog", "mitra", "sertifikat"]
