"""Ratings that stand open because of an objection: rating them anew needs no open cycle."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from kinerja.enums import DINILAI_ULANG, StatusKeberatan, StatusPenilaian
from kinerja.models import Keberatan, SiklusPenilaian


def upheld() -> QuerySet[Any]:
    """Objections that ask for a new rating."""
    return Keberatan.objects.filter(status=StatusKeberatan.DIPUTUSKAN, putusan__in=DINILAI_ULANG)


def decisions_for(siklus: SiklusPenilaian, *, pegawai_ids: Any) -> list[Keberatan]:
    """The decisions that a new rating in this cycle has to look at, by person and in order of time."""
    dibuka = upheld().filter(pegawai_id__in=pegawai_ids, dinilai_ulang_pada__isnull=False)
    return list(_dari(dibuka, siklus).select_related("evaluasi").order_by("pegawai_id", "pk"))


def reopened_ids(siklus: SiklusPenilaian, *, pegawai_ids: Any) -> set[int]:
    """Of these people those whose rating in this cycle was opened again and is not sent yet."""
    kunci = "penilaian" if siklus.tahunan else "evaluasi"
    dibuka = upheld().filter(
        pegawai_id__in=pegawai_ids,
        dinilai_ulang_pada__isnull=False,
        **{f"{kunci}__status": StatusPenilaian.DRAF},
    )
    return set(_dari(dibuka, siklus).order_by().values_list("pegawai_id", flat=True))


def _dari(keberatan: QuerySet[Any], siklus: SiklusPenilaian) -> QuerySet[Any]:
    if siklus.tahunan:
        return keberatan.filter(penilaian__tahun=siklus.tahun, pegawai__instansi=siklus.instansi_id)
    return keberatan.filter(evaluasi__siklus=siklus)


def cycle_of(hasil: Any) -> SiklusPenilaian | None:
    """The cycle in which a result was rated here."""
    if hasattr(hasil, "siklus_id"):
        return SiklusPenilaian.objects.get(pk=hasil.siklus_id)
    tahunan = SiklusPenilaian.objects.tahunan()
    return tahunan.filter(instansi=hasil.pegawai.instansi_id, tahun=hasil.tahun).first()
