"""The HR door of training. Importing this package registers its pages."""

from pelatihan.admin import katalog, kegiatan, sertifikat

__all__ = ["katalog", "kegiatan", "sertifikat"]
