"""What of this app rests on the records of people: an import under it is not undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import Q

from asn_karier.lib import kata
from karier.enums import StatusRun
from karier.models import HasilEvaluasi, KeputusanRekomendasi, RunEvaluasi


def held_by_career(pegawai_ids: Sequence[int], sejak: datetime) -> Mapping[int, str]:
    """People about whom something was decided, or who were computed, since `sejak`; why, in words."""
    hasil: dict[int, str] = {}
    putusan = KeputusanRekomendasi.objects.filter(pegawai_id__in=pegawai_ids, pada__gte=sejak).order_by("pk")
    for satu in putusan.select_related("rekomendasi"):
        hasil.setdefault(satu.pegawai_id, f"sudah ada keputusan atas usul {satu.rekomendasi} sesudahnya")
    for run in _run_sesudah(sejak):
        dihitung = HasilEvaluasi.objects.filter(run=run, pegawai_id__in=pegawai_ids)
        for pk in dihitung.values_list("pegawai_id", flat=True):
            hasil.setdefault(pk, f"sudah dipakai perhitungan {run.nomor} per {kata.tanggal(run.per_tanggal)}")
    return hasil


def _run_sesudah(sejak: datetime) -> list[RunEvaluasi]:
    """Runs that count and that read people at `sejak` or later; a simulation decides nothing."""
    berlaku = RunEvaluasi.objects.filter(simulasi=False).exclude(status=StatusRun.DIBATALKAN)
    sesudah = berlaku.filter(Q(selesai_pada=None) | Q(selesai_pada__gte=sejak))
    return list(sesudah.order_by("-nomor"))
