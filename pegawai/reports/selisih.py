"""Differences with SIASN as HR reads them: filtered, counted, with the document behind our side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, QuerySet

from pegawai.enums import StatusBaris
from pegawai.models import BarisImpor, Impor, Pegawai, RiwayatJabatan, RiwayatPangkat, UnitKerja

#: The parts of a comparison in the order of its page.
BAGIAN: Final = (
    StatusBaris.BERUBAH,
    StatusBaris.MENUNGGU_BKN,
    StatusBaris.DIPAKAI,
    StatusBaris.TIDAK_ADA,
    StatusBaris.BARU,
    StatusBaris.DITOLAK,
)
_RIWAYAT: Final[dict[str, Any]] = {"Pangkat": RiwayatPangkat, "Jabatan": RiwayatJabatan}


@dataclass(frozen=True, slots=True)
class SaringanSelisih:
    """`kolom`: the data, as banding names it; `unit` with everything below it."""

    bagian: StatusBaris = StatusBaris.BERUBAH
    kolom: str = ""
    unit: UnitKerja | None = None


def pick_differences(impor: Impor, s: SaringanSelisih, *, semua_bagian: bool = False) -> QuerySet[BarisImpor]:
    """Rows of a comparison inside the filter, unordered."""
    baris: QuerySet[BarisImpor] = impor.baris.all()
    if not semua_bagian:
        baris = baris.filter(status=s.bagian)
    if s.kolom:
        baris = baris.filter(lembar=s.kolom)
    if s.unit is not None:
        baris = baris.filter(pegawai__in=Pegawai.objects.in_subtree(s.unit))
    return baris


def count_by(baris: QuerySet[BarisImpor], kolom: str) -> dict[str, int]:
    """Rows per value of a plain column, the most frequent first."""
    hitungan = baris.order_by().values_list(kolom).annotate(jumlah=Count("pk"))
    return dict(sorted(hitungan, key=lambda p: (-p[1], p[0])))


def documents(baris: Iterable[BarisImpor]) -> dict[tuple[int, str], str]:
    """What our side rests on, by (person, data): the number of the SK, else where it was read from."""
    hasil: dict[tuple[int, str], str] = {}
    for kolom, model in _RIWAYAT.items():
        orang = [b.pegawai_id for b in baris if b.lembar == kolom]
        riwayat = model._default_manager.filter(pegawai_id__in=orang).order_by("tmt", "pk")
        for pk, nomor, sumber in riwayat.values_list("pegawai_id", "nomor_sk", "sumber") if orang else ():
            hasil[pk, kolom] = f"SK {nomor}" if nomor else sumber
    return hasil
