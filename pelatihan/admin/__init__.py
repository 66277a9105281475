"""The HR door of training. Importing this package registers its pages."""

from pelatihan.admin import anggaran, hcdp, katalog, rencana

__all__ = ["anggaran", "hcdp", "katalog", "rencana"]
