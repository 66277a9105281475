"""The calculators of performance; `karier.rules.topik` joins them with those of the other apps."""

from __future__ import annotations

from typing import Final

from asn_karier.lib.topik import Topik
from kinerja.rules.topik import akumulasi, konversi, perpindahan, predikat

TOPIK: Final[tuple[Topik, ...]] = (
    *predikat.TOPIK,
    *konversi.TOPIK,
    *akumulasi.TOPIK,
    *perpindahan.TOPIK,
)
