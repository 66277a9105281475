"""The organisation tree: one writer of `UnitKerja.jalur`, the materialised path.

A segment numbers a unit among its siblings. Numbers are given in the order of arrival and kept while
the unit stays under the same parent, so that a path that somebody holds stays true.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat

from asn_karier.lib.errors import DomainError
from pegawai.models import Instansi, UnitKerja
from pegawai.querysets import LEBAR_SEGMEN
from pegawai.services.rekaman import catat_tulisan, sebelum

PANJANG_JALUR: Final = 120
MAKS_DALAM: Final = PANJANG_JALUR // LEBAR_SEGMEN
BAGIAN: Final = 500
KOLOM: Final = ("nama", "induk", "terpencil")


@dataclass(frozen=True, slots=True)
class Simpul:
    """A unit as a file names it; `induk` is the siasn_id of its parent, empty for the root."""

    siasn_id: str
    nama: str
    induk: str
    terpencil: bool | None = None


def find_cycle(induk: Mapping[str, str]) -> list[str]:
    """The ids of one circle of parents, in order; empty when every chain ends."""
    aman: set[str] = set()
    for awal in induk:
        jejak: dict[str, int] = {}
        kini = awal
        while kini and kini not in aman and kini in induk:
            if kini in jejak:
                return list(jejak)[jejak[kini] :]
            jejak[kini] = len(jejak)
            kini = induk[kini]
        aman.update(jejak)
    return []


def number_paths(induk: Mapping[str, str], lama: Mapping[str, str]) -> dict[str, str]:
    """Path of every unit. `induk` maps id to parent id in order of arrival, `lama` id to its old path.

    A unit keeps its number when its parent is the one it had. DomainError `unit_terlalu_dalam`.
    """
    anak: dict[str, list[str]] = defaultdict(list)
    for kode, atas in induk.items():
        anak[atas if atas in induk else ""].append(kode)
    jalur: dict[str, str] = {}
    tingkat = [("", "")]
    for _ in range(MAKS_DALAM):
        tingkat = [
            (kode, jalur_anak)
            for atas, jalur_atas in tingkat
            for kode, jalur_anak in _number_children(anak[atas], jalur_atas, lama.get(atas, ""), lama)
        ]
        jalur.update(tingkat)
    if len(jalur) != len(induk):
        raise DomainError(
            "unit_terlalu_dalam",
            f"Pohon unit lebih dari {MAKS_DALAM} tingkat, atau induknya melingkar.",
            tindakan="Periksa kolom induk (DiatasanId), lalu unggah lagi.",
        )
    return jalur


def _number_children(
    anak: Sequence[str], jalur_atas: str, jalur_atas_lama: str, lama: Mapping[str, str]
) -> Iterable[tuple[str, str]]:
    nomor: dict[str, int] = {}
    for kode in anak:
        milik = lama.get(kode, "")
        if milik and milik[:-LEBAR_SEGMEN] == jalur_atas_lama:
            nomor[kode] = int(milik[-LEBAR_SEGMEN:])
    berikut = max(nomor.values(), default=0)
    for kode in anak:
        if kode not in nomor:
            berikut += 1
            nomor[kode] = berikut
    return [(kode, f"{jalur_atas}{nomor[kode]:0{LEBAR_SEGMEN}d}") for kode in anak]


@transaction.atomic
def save_tree(*, instansi_id: int, simpul: Iterable[Simpul]) -> dict[str, int]:
    """Create and change units, then renumber every path of the instansi; units not named stay.

    Runs of any size in a constant number of statements per 500 units. Returns {"baru", "berubah"}.
    """
    Instansi.objects.select_for_update().get(pk=instansi_id)
    ada = {u.siasn_id: u for u in UnitKerja.objects.filter(instansi_id=instansi_id).order_by("jalur")}
    masuk = {s.siasn_id: s for s in simpul}
    baru = [
        UnitKerja(
            instansi_id=instansi_id,
            siasn_id=s.siasn_id,
            nama=s.nama,
            terpencil=bool(s.terpencil),
            jalur=f"x{s.siasn_id}",
        )
        for s in masuk.values()
        if s.siasn_id not in ada
    ]
    ada.update({u.siasn_id: u for u in UnitKerja.objects.bulk_create(baru, batch_size=BAGIAN)})
    berubah = [ada[s.siasn_id] for s in masuk.values() if _change(ada[s.siasn_id], s, ada)]
    buatan = {u.pk for u in baru}
    semula = sebelum([u for u in berubah if u.pk not in buatan], KOLOM)
    _upsert(berubah, KOLOM)
    catat_tulisan(baru)
    catat_tulisan([u for u in berubah if u.pk not in buatan], semula)
    rebuild_paths(instansi_id=instansi_id)
    return {"baru": len(baru), "berubah": len(berubah) - sum(u.induk_id is not None for u in baru)}


def _change(unit: UnitKerja, s: Simpul, ada: Mapping[str, UnitKerja]) -> bool:
    sebelum = (unit.nama, unit.induk_id, unit.terpencil)
    unit.nama = s.nama
    unit.induk = ada[s.induk] if s.induk else None
    if s.terpencil is not None:
        unit.terpencil = s.terpencil
    return sebelum != (unit.nama, unit.induk_id, unit.terpencil)


@transaction.atomic
def rebuild_paths(*, instansi_id: int) -> int:
    """Make every path agree with `induk`; returns how many changed. DomainError for circles."""
    semua = list(UnitKerja.objects.filter(instansi_id=instansi_id).order_by("pk"))
    lama = {str(u.pk): u.jalur if u.jalur.isdigit() else "" for u in semua}
    jalur = number_paths({str(u.pk): str(u.induk_id or "") for u in semua}, lama)
    pindah = [u for u in semua if u.jalur != jalur[str(u.pk)]]
    for awal in range(0, len(pindah), BAGIAN):
        # Two steps: a unit may take the path that its neighbour is about to leave.
        bagian = [u.pk for u in pindah[awal : awal + BAGIAN]]
        UnitKerja.objects.filter(pk__in=bagian).update(jalur=Concat(Value("y"), Cast("pk", CharField())))
    for unit in pindah:
        unit.jalur = jalur[str(unit.pk)]
    _upsert(pindah, ("jalur",))
    return len(pindah)


def _upsert(unit: Sequence[UnitKerja], kolom: Sequence[str]) -> None:
    """One statement per 500 rows; a CASE per row and column would take ten times as long."""
    UnitKerja.objects.bulk_create(
        unit, batch_size=BAGIAN, update_conflicts=True, unique_fields=["id"], update_fields=kolom
    )


@transaction.atomic
def restore_units(*, instansi_id: int, berubah: Sequence[UnitKerja], hapus: Sequence[int]) -> None:
    """Write units as they were, remove others, and renumber; whatever rests on the removed ones refuses."""
    Instansi.objects.select_for_update().get(pk=instansi_id)
    _upsert(berubah, KOLOM)
    # From the leaves up: a new unit may hang below another new one.
    dari_bawah = UnitKerja.objects.filter(pk__in=hapus).order_by("-jalur")
    for unit in dari_bawah:
        unit.delete()
    rebuild_paths(instansi_id=instansi_id)
