"""The registry of calculators over all apps: one topic, one question of the rule book."""

from __future__ import annotations

from typing import Final

from asn_karier.lib.topik import Topik
from karier.rules import topik_jabatan, topik_kgb, topik_kompetensi, topik_pangkat, topik_talenta
from kinerja.rules import topik as kinerja
from pegawai.rules import topik as pegawai
from pegawai.rules import topik_hak
from pelatihan.rules import topik as pelatihan

TOPIK: Final[dict[str, Topik]] = {
    t.kode: t
    for daftar in (
        pegawai.TOPIK,
        topik_hak.TOPIK,
        kinerja.TOPIK,
        pelatihan.TOPIK,
        topik_pangkat.TOPIK,
        topik_jabatan.TOPIK,
        topik_kgb.TOPIK,
        topik_kompetensi.TOPIK,
        topik_talenta.TOPIK,
    )
    for t in daftar
}
