"""The nominatif: one row per person with their state on a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.db.models import QuerySet

from asn_karier.lib.export import Sel
from pegawai.enums import JenisPegawai, KedudukanHukum, TingkatPendidikan
from pegawai.kamus import LABEL
from pegawai.reports.posisi import nama_golongan

KEPALA: Final = (
    "NIP", "Nama", "Jenis", "Golongan", "TMT golongan", "Jabatan", "TMT jabatan", "Unit kerja",
    "Pendidikan", "Kedudukan hukum",
)  # fmt: skip
KOLOM: Final = (
    "pk", "nip", "nama", "gelar_depan", "gelar_belakang", "jenis", "golongan_kini", "tmt_golongan",
    "jabatan_kini", "tmt_jabatan", "unit__nama", "pendidikan_kini", "kedudukan_tampil",
)  # fmt: skip


def baris_nominatif(daftar: QuerySet[Any], *lain: str) -> Iterator[list[Sel]]:
    """Rows in the order of `daftar` (`dengan_posisi`, `dengan_kedudukan`), with more columns at the end."""
    for p in daftar.values(*KOLOM, *lain).iterator(chunk_size=2000):
        yield [*sel_nominatif(p), *(p[n] for n in lain)]


def sel_nominatif(p: dict[str, Any]) -> list[Sel]:
    return [
        p["nip"],
        nama_bergelar(p),
        LABEL[JenisPegawai][JenisPegawai(p["jenis"])],
        nama_golongan(p["jenis"], p["golongan_kini"]),
        p["tmt_golongan"],
        p["jabatan_kini"],
        p["tmt_jabatan"],
        p["unit__nama"],
        _label(TingkatPendidikan, p["pendidikan_kini"]),
        _label(KedudukanHukum, p["kedudukan_tampil"]),
    ]


def nama_bergelar(p: dict[str, Any]) -> str:
    """As Pegawai.nama_gelar, of a row of values()."""
    gelar = f", {p['gelar_belakang']}" if p["gelar_belakang"] else ""
    return f"{p['gelar_depan']} {p['nama']}{gelar}".strip()


def _label(enum: Any, nilai: int | None) -> str:
    return "" if nilai is None else LABEL[enum][enum(nilai)]
