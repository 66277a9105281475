"""The HR door of training. Importing this package registers its pages."""

from pelatihan.admin import katalog, sertifikat

__all__ = ["katalog", "sertifikat"]
from pelatihan.admin import akpk, katalog

__all__ = ["akpk", "katalog"]
