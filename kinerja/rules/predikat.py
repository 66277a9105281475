"""Predikat kinerja out of two ratings (PermenPANRB 6/2022). Derived, never typed."""

import re
import unicodedata
from typing import Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from kinerja.enums import Predikat, Rating

# BKN writes ESPEKTASI and joins DI with the next word; both travel in real files.
_RATING: Final = {
    "DIATASEKSPEKTASI": Rating.DI_ATAS_EKSPEKTASI,
    "SESUAIEKSPEKTASI": Rating.SESUAI_EKSPEKTASI,
    "DIBAWAHEKSPEKTASI": Rating.DI_BAWAH_EKSPEKTASI,
    "DIATAS": Rating.DI_ATAS_EKSPEKTASI,
    "SESUAI": Rating.SESUAI_EKSPEKTASI,
    "DIBAWAH": Rating.DI_BAWAH_EKSPEKTASI,
} | {str(r.kode_siasn): r for r in Rating}
_PREDIKAT: Final = {
    "SANGATBAIK": Predikat.SANGAT_BAIK,
    "BAIK": Predikat.BAIK,
    "BUTUHPERBAIKAN": Predikat.BUTUH_PERBAIKAN,
    "PERLUPERBAIKAN": Predikat.BUTUH_PERBAIKAN,
    "CUKUP": Predikat.BUTUH_PERBAIKAN,
    "BUTUHPERBAIKANCUKUP": Predikat.BUTUH_PERBAIKAN,
    "CUKUPBUTUHPERBAIKAN": Predikat.BUTUH_PERBAIKAN,
    "KURANG": Predikat.KURANG,
    "KURANGMISCONDUCT": Predikat.KURANG,
    "MISCONDUCT": Predikat.KURANG,
    "SANGATKURANG": Predikat.SANGAT_KURANG,
    "SB": Predikat.SANGAT_BAIK,
    "B": Predikat.BAIK,
    "BP": Predikat.BUTUH_PERBAIKAN,
    "K": Predikat.KURANG,
    "SK": Predikat.SANGAT_KURANG,
} | {str(p.kode_siasn): p for p in Predikat}


def predikat_dari(hasil_kerja: Rating, perilaku: Rating, a: Aturan) -> Predikat:
    """The cell of the 3x3 matrix. Perilaku below expectation always ends at KURANG or lower."""
    tabel = a["predikat"].tabel(f"hasil_{hasil_kerja.name.lower()}")
    return Predikat[tabel[perilaku.name]["nilai"]]


def rating_dari_label(label: str) -> Rating:
    """Read a rating label or its SIASN code 1-3; raises `rating_tidak_dikenal`."""
    kunci = _baku(label).replace("ESPEKTASI", "EKSPEKTASI")
    if kunci not in _RATING:
        raise DomainError(
            "rating_tidak_dikenal",
            "Isi Di atas ekspektasi, Sesuai ekspektasi, atau Di bawah ekspektasi. "
            f"Yang diisi '{label.strip()}'",
        )
    return _RATING[kunci]


def predikat_dari_label(label: str) -> Predikat:
    """Read a predikat label or its SIASN code 1-5; raises `predikat_tidak_dikenal`."""
    kunci = _baku(label)
    if kunci not in _PREDIKAT:
        raise DomainError(
            "predikat_tidak_dikenal",
            "Isi Sangat Baik, Baik, Butuh Perbaikan, Kurang, atau Sangat Kurang. "
            f"Yang diisi '{label.strip()}'",
        )
    return _PREDIKAT[kunci]


def _baku(label: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", unicodedata.normalize("NFKC", label).upper())
