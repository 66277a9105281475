"""The HR door of training. Importing this package registers its pages."""

from pelatihan.admin import katalog, mitra, sertifikat

__all__ = ["katalog", "mitra", "sertifikat"]
