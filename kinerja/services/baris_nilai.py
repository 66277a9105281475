"""The stored appraisals of a cycle: which of them belong to the part that somebody rates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from kinerja.enums import StatusPenilaian
from kinerja.models import EvaluasiPeriodik, Penilaian, SiklusPenilaian
from kinerja.services.bagian import Bagian, BagianSiklus

Baris = Penilaian | EvaluasiPeriodik


def rows_of(siklus: SiklusPenilaian) -> Any:
    """The appraisals of a cycle, whatever their state: of the year, or of the quarter or month."""
    if siklus.tahunan:
        return Penilaian.objects.filter(tahun=siklus.tahun, pegawai__instansi=siklus.instansi_id)
    return EvaluasiPeriodik.objects.filter(siklus=siklus)


def stored_rows(semua: Sequence[SiklusPenilaian], bagian: BagianSiklus) -> dict[int, dict[int, Baris]]:
    """What stands about the parts that somebody rates, by cycle and person; two queries."""
    orang = {pk for satu in bagian.values() for pk in satu}
    tahunan = Penilaian.objects.filter(tahun__in=[s.tahun for s in semua if s.tahunan])
    periodik = EvaluasiPeriodik.objects.filter(siklus__in=[s.pk for s in semua if not s.tahunan])
    setahun = _about(orang, tahunan, "tahun")
    sebagian = _about(orang, periodik, "siklus_id")
    return {s.pk: own_rows(setahun[s.tahun] if s.tahunan else sebagian[s.pk], bagian[s.pk]) for s in semua}


def _about(orang: Collection[int], semua: Any, kunci: str) -> dict[int, list[Baris]]:
    hasil: dict[int, list[Baris]] = defaultdict(list)
    for b in semua.filter(pegawai__in=orang).select_related("ditetapkan_oleh", "disiapkan_oleh"):
        hasil[getattr(b, kunci)].append(b)
    return hasil


def own_rows(semua: Iterable[Baris], bagian: Mapping[int, Bagian]) -> dict[int, Baris]:
    """Of these appraisals those of a part, by person: that of the year, or what its rater wrote in it."""
    return {b.pegawai_id: b for b in semua if _milik(b, bagian.get(b.pegawai_id))}


def _milik(b: Baris, bagian: Bagian | None) -> bool:
    if bagian is None or isinstance(b, Penilaian):
        return bagian is not None
    return b.penilai_id == bagian.penilai_id and b.mulai <= bagian.sampai and b.sampai >= bagian.mulai


def lock_rows(siklus: SiklusPenilaian, bagian: Mapping[int, Bagian]) -> list[Baris]:
    """What stands already about these people, locked, in order; of a quarter every part of it."""
    terkunci = rows_of(siklus).select_for_update(of=("self",)).filter(pegawai_id__in=[*bagian])
    return list(terkunci.order_by("pegawai_id", "pk"))


def left_drafts(semua: Iterable[Baris], bagian: Mapping[int, Bagian]) -> dict[int, Baris]:
    """Drafts on the first day of a part by somebody who does not rate it: the row goes on, not its words."""
    return {
        b.pegawai_id: b
        for b in semua
        if isinstance(b, EvaluasiPeriodik)
        and b.status == StatusPenilaian.DRAF
        and b.mulai == bagian[b.pegawai_id].mulai
        and b.penilai_id != bagian[b.pegawai_id].penilai_id
    }


def same_days(b: Baris, bagian: Bagian) -> bool:
    """Whether it is about the days of this part."""
    return isinstance(b, Penilaian) or (b.mulai, b.sampai) == tuple(bagian.masa)
