"""The stored appraisals of a cycle: which of them belong to the part that somebody rates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kinerja.enums import StatusPenilaian
from kinerja.models import EvaluasiPeriodik, Penilaian, SiklusPenilaian
from kinerja.services.bagian import Bagian

Baris = Penilaian | EvaluasiPeriodik


def rows_of(siklus: SiklusPenilaian) -> Any:
    """The appraisals of a cycle, whatever their state: of the year, or of the quarter or month."""
    if siklus.tahunan:
        return Penilaian.objects.filter(tahun=siklus.tahun, pegawai__instansi=siklus.instansi_id)
    return EvaluasiPeriodik.objects.filter(siklus=siklus)


def own_rows(semua: Iterable[Baris], bagian: Mapping[int, Bagian]) -> dict[int, Baris]:
    """Of these appraisals those of a part, by person: that of the year, or what its rater wrote in it."""
    return {b.pegawai_id: b for b in semua if _milik(b, bagian[b.pegawai_id])}


def _milik(b: Baris, bagian: Bagian) -> bool:
    if isinstance(b, Penilaian):
        return True
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
