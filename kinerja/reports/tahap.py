"""How far each person is in a cycle, from every place that knows it.

A place (an appraisal, a reflection, a sheet of realisation) is a source registered here. It gives one
(person, stage) for each row it has, in one query however many people there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from django.db.models import FilteredRelation, Q

from kinerja.enums import StatusPengisian, StatusPenilaian, TahapPegawai
from kinerja.models import SKP, EvaluasiPeriodik, Penilaian, RefleksiDiri, SiklusPenilaian

Sumber = Callable[[SiklusPenilaian], Iterable[tuple[int, TahapPegawai]]]
_SUMBER: dict[str, Sumber] = {}

_STATUS: Final = {
    # A draft lies on the desk of the atasan: what the person had to do is done or was passed over.
    StatusPenilaian.DRAF: TahapPegawai.TERKIRIM,
    StatusPenilaian.DIKIRIM: TahapPegawai.DINILAI,
    StatusPenilaian.DITETAPKAN: TahapPegawai.SELESAI,
}


def daftarkan_tahap(kode: str, sumber: Sumber) -> None:
    """Let a place say how far people are; registering a kind again replaces it."""
    _SUMBER[kode] = sumber


def stages(siklus: SiklusPenilaian) -> dict[int, TahapPegawai]:
    """The furthest stage of everybody of whom some source knows; who is missing has not begun."""
    hasil: dict[int, TahapPegawai] = {}
    for sumber in _SUMBER.values():
        for pegawai_id, tahap in sumber(siklus):
            if tahap > hasil.get(pegawai_id, 0):
                hasil[pegawai_id] = tahap
    return hasil


def from_ratings(siklus: SiklusPenilaian) -> Iterable[tuple[int, TahapPegawai]]:
    """Yearly appraisals, or the periodic evaluations of this cycle.

    Of two parts the one that is further behind counts. Registered by way of `services.sisa`, which knows
    of parts that nobody has begun.
    """
    semua: Any
    if siklus.tahunan:
        semua = Penilaian.objects.filter(tahun=siklus.tahun, pegawai__instansi_id=siklus.instansi_id)
    else:
        semua = EvaluasiPeriodik.objects.filter(siklus=siklus)
    hasil: dict[int, TahapPegawai] = {}
    for pegawai_id, status in semua.order_by().values_list("pegawai_id", "status"):
        tahap = _STATUS[StatusPenilaian(status)]
        hasil[pegawai_id] = min(tahap, hasil.get(pegawai_id, tahap))
    return hasil.items()


def from_reflections(siklus: SiklusPenilaian) -> Iterable[tuple[int, TahapPegawai]]:
    """Who has written about the period has begun."""
    semua = RefleksiDiri.objects.filter(siklus=siklus).order_by().values_list("pegawai_id", flat=True)
    return ((pk, TahapPegawai.SEBAGIAN) for pk in semua)


def from_realisations(siklus: SiklusPenilaian) -> Iterable[tuple[int, TahapPegawai]]:
    """Sent means every plan of the person in the cycle; whoever has written something has begun."""
    masa = siklus.masa
    milik = FilteredRelation("pengisian", condition=Q(pengisian__siklus=siklus))
    rencana = SKP.objects.filter(
        pegawai__instansi=siklus.instansi_id, mulai__lte=masa.sampai, sampai__gte=masa.mulai
    )
    status: dict[int, list[str | None]] = {}
    semua: Any = rencana.order_by().annotate(isian=milik)
    for pegawai_id, satu in semua.values_list("pegawai_id", "isian__status"):
        status.setdefault(pegawai_id, []).append(satu)
    for pegawai_id, isian in status.items():
        if all(s == StatusPengisian.DIKIRIM for s in isian):
            yield pegawai_id, TahapPegawai.TERKIRIM
        elif any(isian):
            yield pegawai_id, TahapPegawai.SEBAGIAN


daftarkan_tahap("refleksi", from_reflections)
daftarkan_tahap("realisasi", from_realisations)
