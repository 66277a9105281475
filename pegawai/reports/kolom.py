"""Columns that several reports read: golongan, post and birth of many people, aligned to their keys."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from django.db.models import F

from asn_karier.lib.db import Pembaca, Tipe, terbaru
from pegawai import facts
from pegawai.models import Pegawai, RiwayatJabatan

_PANGKAT: Final[Mapping[str, Tipe]] = {"skala": "i2", "golongan": "i2", "tmt": "hari", "mkg_bulan": "i4"}
_JABATAN: Final[Mapping[str, Tipe]] = {
    "jenis": "i2", "jenjang": "i2", "eselon": "i2", "bup": "i2", "tmt": "hari",
}  # fmt: skip


@lru_cache(maxsize=8)
def pembaca_pangkat(pada: date) -> Pembaca:
    """The golongan in force on a day, with its TMT and the masa kerja golongan on that TMT."""
    return Pembaca(facts.pangkat(pada), _PANGKAT)


@lru_cache(maxsize=8)
def pembaca_jabatan(pada: date) -> Pembaca:
    """The post in force on a day: what it is, and since when it is held."""
    pos = terbaru(RiwayatJabatan.objects.filter(tmt__lte=pada), "tmt").values(
        "pegawai_id",
        "tmt",
        jenis=F("jabatan__jenis"),
        jenjang=F("jabatan__jenjang"),
        eselon=F("jabatan__eselon_kode"),
        bup=F("jabatan__bup"),
    )
    return Pembaca(pos, _JABATAN)


PEMBACA_LAHIR: Final = Pembaca(
    Pegawai.objects.values("tanggal_lahir", pegawai_id=F("pk")), {"tanggal_lahir": "hari"}
)
