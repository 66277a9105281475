"""The calculators of people and places; `karier.rules.topik` joins them with those of the other apps."""

from __future__ import annotations

from typing import Final

from asn_karier.lib.topik import Topik
from pegawai.rules.topik import (
    disiplin,
    eselon,
    golongan,
    hak,
    masa_kerja,
    satyalancana,
    siasn,
)

TOPIK: Final[tuple[Topik, ...]] = (
    *golongan.TOPIK,
    *eselon.TOPIK,
    *masa_kerja.TOPIK,
    *hak.TOPIK,
    *satyalancana.TOPIK,
    *disiplin.TOPIK,
    *siasn.TOPIK,
)
