"""Catalogue of development activities. Import models from here only."""

from pelatihan.models.katalog import KompetensiPelatihan, Pelatihan, SasaranPelatihan

__all__ = ["KompetensiPelatihan", "Pelatihan", "SasaranPelatihan"]
