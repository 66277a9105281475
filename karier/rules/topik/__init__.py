"""The registry of calculators over all apps: one topic, one question of the rule book."""

from __future__ import annotations

from typing import Final

from asn_karier.lib.topik import Topik
from karier.rules.topik import (
    ipasn,
    jabatan,
    kgb,
    kompetensi,
    pangkat,
    talenta,
    talenta_skor,
)
from kinerja.rules import topik as kinerja
from pegawai.rules import topik as pegawai
from pelatihan.rules import topik as pelatihan

TOPIK: Final[dict[str, Topik]] = {
    t.kode: t
    for daftar in (
        pegawai.TOPIK,
        kinerja.TOPIK,
        pelatihan.TOPIK,
        pangkat.TOPIK,
        jabatan.TOPIK,
        kgb.TOPIK,
        kompetensi.TOPIK,
        talenta.TOPIK,
        talenta_skor.TOPIK,
        ipasn.TOPIK,
    )
    for t in daftar
}
