"""How large a table may be, the same for CSV and XLSX, and how a larger one is refused."""

from __future__ import annotations

from typing import Final

from asn_karier.lib.errors import DomainError
from asn_karier.lib.kata import bilangan

MAKS_KOLOM: Final = 300
MAKS_BARIS: Final = 200_000
_PERKECIL: Final = (
    "Hapus baris dan kolom kosong di luar tabel. Bila isinya memang sebanyak itu, bagi menjadi beberapa "
    "berkas, lalu unggah satu per satu."
)


def terlalu_luas(sebab: str, tindakan: str = _PERKECIL) -> DomainError:
    """The refusal of a table that would not fit in memory."""
    return DomainError("berkas_terlalu_luas", f"Tabel terlalu luas: {sebab}.", tindakan=tindakan)


def periksa_luas(nomor: int, kolom: int) -> None:
    """DomainError `berkas_terlalu_luas` when row `nomor`, of `kolom` cells, lies outside the limits."""
    if kolom > MAKS_KOLOM:
        sebab = f"baris {bilangan(nomor)} memuat {bilangan(kolom)} kolom, paling banyak {MAKS_KOLOM}"
        raise terlalu_luas(sebab)
    if nomor > MAKS_BARIS:
        raise terlalu_luas(f"ada baris {bilangan(nomor)}, paling banyak {bilangan(MAKS_BARIS)} baris")
