"""Every calculator of this app, for the registry `karier.rules.topik`."""

from typing import Final

from asn_karier.lib.topik import Topik
from kinerja.rules import topik_akumulasi, topik_konversi, topik_perpindahan, topik_predikat

TOPIK: Final[tuple[Topik, ...]] = (
    *topik_predikat.TOPIK,
    *topik_konversi.TOPIK,
    *topik_akumulasi.TOPIK,
    *topik_perpindahan.TOPIK,
)
