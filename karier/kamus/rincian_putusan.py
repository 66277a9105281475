"""Which words explain a requirement: those of its decision, else the words all decisions share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from karier.enums import JenisPutusan
from karier.kamus import (
    rincian,
    rincian_hak,
    rincian_ijazah,
    rincian_jenjang,
    rincian_kesiapan,
    rincian_pangkat_struktural,
)
from karier.kamus.bahan import Bahan, Rincian

PenjelasSyarat = Callable[[Bahan], Rincian]

KHUSUS: Final[Mapping[JenisPutusan, Mapping[str, PenjelasSyarat]]] = {
    JenisPutusan.KENAIKAN_PANGKAT: rincian_pangkat_struktural.RINCIAN,
    JenisPutusan.PENYESUAIAN_IJAZAH: rincian_ijazah.RINCIAN,
    JenisPutusan.KENAIKAN_JENJANG: rincian_jenjang.RINCIAN,
    JenisPutusan.KESIAPAN_JABATAN: rincian_kesiapan.RINCIAN,
    JenisPutusan.KGB: rincian_hak.RINCIAN_KGB,
    JenisPutusan.SATYALANCANA: rincian_hak.RINCIAN_SATYALANCANA,
}


def penjelas(jenis: JenisPutusan, kode: str) -> PenjelasSyarat:
    """The function that explains a requirement; KeyError when nobody wrote its words."""
    return KHUSUS[jenis].get(kode) or rincian.RINCIAN[kode]


def rincian_syarat(b: Bahan, kode: str) -> Rincian:
    """Value, need and next action of one requirement of one decision."""
    return penjelas(b.jenis, kode)(b)
