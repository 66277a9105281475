"""Months of kenaikan pangkat lost and rescued, per perangkat daerah and per cause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Count, QuerySet, Sum

from karier.enums import StatusPeringatan
from karier.kamus import judul_syarat
from karier.rules.peringatan import TAHAP, tahap
from pegawai.models import UnitKerja
from pegawai.querysets import LEBAR_SEGMEN

#: A perangkat daerah hangs directly below the root of the tree.
_PERANGKAT: Final = 2 * LEBAR_SEGMEN
TANPA_UNIT: Final = "Unit kerja belum dicatat"


@dataclass(slots=True)
class BarisRekap:
    """Counts of people; `hilang` are months. `dekat`: open ones per stage (12, 6, 3 months before)."""

    nama: str
    dekat: dict[int, int]
    terselamatkan: int = 0
    terlewat: int = 0
    naik_terlambat: int = 0
    hilang: int = 0

    @property
    def terbuka(self) -> int:
        return sum(self.dekat.values())


@dataclass(frozen=True, slots=True)
class RekapPeringatan:
    unit: list[BarisRekap]
    sebab: list[BarisRekap]
    jumlah: BarisRekap


def count_warnings(baris: QuerySet[Any], *, per: date) -> RekapPeringatan:
    """Of the warnings in `baris`: three queries, however many there are."""
    isi = list(
        baris.order_by()
        .values("pegawai__instansi", "pegawai__unit__jalur", "penyebab", "status", "siap", "tmt_kini")
        .annotate(banyak=Count("pk"), hilang=Sum("bulan_hilang"))
    )
    perangkat = _nama_perangkat({(b["pegawai__instansi"], _jalur(b)) for b in isi})
    return RekapPeringatan(
        unit=_kelompok(
            ((perangkat.get((b["pegawai__instansi"], _jalur(b)), TANPA_UNIT), b) for b in isi), per
        ),
        sebab=_kelompok(((judul_syarat(b["penyebab"]), b) for b in isi), per),
        jumlah=next(iter(_kelompok((("Jumlah", b) for b in isi), per)), _kosong("Jumlah")),
    )


def _jalur(b: dict[str, Any]) -> str:
    return (b["pegawai__unit__jalur"] or "")[:_PERANGKAT]


def _nama_perangkat(kunci: set[tuple[int, str]]) -> dict[tuple[int, str], str]:
    unit = UnitKerja.objects.filter(instansi__in={i for i, _ in kunci}, jalur__in={j for _, j in kunci})
    return {(i, j): nama for i, j, nama in unit.values_list("instansi_id", "jalur", "nama")}


def _kosong(nama: str) -> BarisRekap:
    return BarisRekap(nama, dict.fromkeys(TAHAP, 0))


def _kelompok(isi: Iterable[tuple[str, dict[str, Any]]], per: date) -> list[BarisRekap]:
    """By name; where most months are lost, and then most are in danger, stands first."""
    hasil: dict[str, BarisRekap] = defaultdict(lambda: _kosong(""))
    for nama, b in isi:
        baris = hasil[nama]
        baris.nama = nama
        _tambah(baris, b, per)
    return sorted(hasil.values(), key=lambda r: (-r.hilang, -r.terbuka, r.nama))


def _tambah(baris: BarisRekap, b: dict[str, Any], per: date) -> None:
    status, banyak = StatusPeringatan(b["status"]), b["banyak"]
    baris.hilang += b["hilang"]
    if status is StatusPeringatan.TERBUKA and not b["siap"]:
        baris.dekat[tahap(per, b["tmt_kini"]) or TAHAP[0]] += banyak
    baris.terselamatkan += banyak * (status is StatusPeringatan.TERSELAMATKAN)
    baris.terlewat += banyak * (status is StatusPeringatan.TERLEWAT)
    if status is StatusPeringatan.NAIK:
        # In time in the end is a rescue too: something had been short.
        baris.terselamatkan += 0 if b["hilang"] else banyak
        baris.naik_terlambat += banyak if b["hilang"] else 0
