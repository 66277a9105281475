"""The calculators of this app: `karier.rules.topik` joins them with those of the others."""

from __future__ import annotations

from typing import Final

from asn_karier.lib.topik import Topik
from pegawai.rules import topik_disiplin, topik_eselon, topik_golongan, topik_masa_kerja, topik_siasn

TOPIK: Final[tuple[Topik, ...]] = (
    *topik_golongan.TOPIK,
    *topik_eselon.TOPIK,
    *topik_masa_kerja.TOPIK,
    *topik_disiplin.TOPIK,
    *topik_siasn.TOPIK,
)
