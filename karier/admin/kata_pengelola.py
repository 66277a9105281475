"""Sentences that speak to the person ('SK Anda'), said to the officer who reads about that person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from karier.enums import Pelaku
from karier.kamus import LABEL

_AWAL: Final = re.compile(r"(^|[.;:] )Anda\b")
_MINTA: Final = re.compile(r"\bMinta BKPSDM (\w)")


def pelengkap(pelaku: Iterable[Pelaku]) -> str:
    """Who has to do something, each once; time does its part by itself."""
    return ", ".join(dict.fromkeys(LABEL[Pelaku][p] for p in pelaku if p is not Pelaku.WAKTU))


def bagi_pengelola(kalimat: str) -> str:
    """'Minta BKPSDM melengkapi SK Anda.' becomes 'Melengkapi SK pegawai ini.'"""
    if kalimat.startswith("Tanyakan kepada BKPSDM"):
        return ""
    tanpa_minta = _MINTA.sub(lambda m: m[1].upper(), kalimat)
    return re.sub(r"\bAnda\b", "pegawai ini", _AWAL.sub(r"\1Pegawai ini", tanpa_minta))
