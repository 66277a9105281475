"""The parts of a cycle: who evaluates whom, and which days of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from kinerja.enums import StatusPenilaian
from kinerja.models import EvaluasiPeriodik, SiklusPenilaian
from kinerja.rules.bagian import Ruas, bagi_masa
from kinerja.rules.masa_siklus import Masa
from pegawai.models import Pegawai, RiwayatAtasan
from pegawai.querysets import BERTUGAS
from pegawai.services.atasan import raters_in


class Bagian(NamedTuple):
    """The part of a cycle in which one person is rated by one pejabat penilai."""

    pegawai_id: int
    penilai_id: int
    mulai: date
    sampai: date

    @property
    def masa(self) -> Masa:
        return Masa(self.mulai, self.sampai)


def parts_to_rate(siklus: SiklusPenilaian, *, penilai_id: int) -> dict[int, Bagian]:
    """Whom `penilai_id` rates in this cycle, by person; nobody is their own rater.

    The year is rated by the last pejabat penilai, which is the atasan of today. A quarter or month is
    divided among those who were the atasan in it. A fixed number of queries.
    """
    semua = Pegawai.objects.filter(instansi_id=siklus.instansi_id).exclude(pk=penilai_id).order_by("pk")
    if siklus.tahunan:
        ids = semua.filter(atasan_id=penilai_id).values_list("pk", flat=True)
        return {pk: Bagian(pk, penilai_id, *siklus.masa) for pk in ids}
    calon = Q(atasan_id=penilai_id) | Q(pk__in=_pernah(siklus.masa, penilai_id))
    calon |= Q(pk__in=EvaluasiPeriodik.objects.filter(siklus=siklus, penilai=penilai_id).values("pegawai"))
    orang = dict(semua.filter(calon).values_list("pk", "atasan_id"))
    return {b.pegawai_id: b for b in parts_of(siklus, orang) if b.penilai_id == penilai_id}


def parts_of(siklus: SiklusPenilaian, atasan: Mapping[int, int | None]) -> list[Bagian]:
    """Every part of a quarter or month of these people: the signed ones, then those to be rated (anew).

    `atasan`: by person, as recorded today. Four queries.
    """
    masa = siklus.masa
    ruas: dict[int, list[Ruas]] = defaultdict(list)
    for pegawai_id, penilai_id, mulai, sampai in raters_in(atasan.keys(), *masa):
        ruas[pegawai_id].append(Ruas(penilai_id, mulai, sampai))
    penilai = {r.penilai_id for daftar in ruas.values() for r in daftar} | {*atasan.values()}
    tetap = _signed(siklus, atasan.keys())
    bertugas = _on_duty(siklus, {p for p in penilai if p is not None})
    hasil = [*_tetap(tetap, atasan, bertugas)]
    for pegawai_id, kini in atasan.items():
        bagian = bagi_masa(
            ruas[pegawai_id],
            boleh=bertugas - {pegawai_id},
            kini=kini,
            tetap=[Ruas(p, m, s) for p, m, s, _ in tetap.get(pegawai_id, [])],
        )
        hasil += [Bagian(pegawai_id, b.penilai_id, b.mulai, b.sampai) for b in bagian if b.penilai_id]
    return hasil


def rates_somebody(pengguna: Any) -> bool:
    """Whether `pengguna` is the atasan of somebody, or was, and is on duty."""
    if Pegawai.objects.dinilai_oleh(pengguna).exists():
        return True
    saya = getattr(pengguna, "pegawai", None)
    if saya is None or saya.kedudukan_hukum not in BERTUGAS:
        return False
    return RiwayatAtasan.objects.filter(lama=saya.pk).exists()


def _pernah(masa: Masa, penilai_id: int) -> QuerySet[Any]:
    """People whom `penilai_id` gave up since the period began; a change counts from its note or before."""
    sejak = datetime.combine(masa.mulai - timedelta(days=1), time.min, UTC)
    semua = RiwayatAtasan.objects.filter(lama=penilai_id, dicatat_pada__gte=sejak)
    return semua.order_by().values("pegawai")


_Tetap = tuple[int | None, date, date, bool]


def _signed(siklus: SiklusPenilaian, pegawai_ids: Collection[int]) -> dict[int, list[_Tetap]]:
    """What stays as it is: signed, or opened again for an objection (True)."""
    dibuka = Q(keberatan__dinilai_ulang_pada__isnull=False)
    semua = EvaluasiPeriodik.objects.filter(~Q(status=StatusPenilaian.DRAF) | dibuka)
    semua = semua.filter(siklus=siklus, pegawai_id__in=pegawai_ids).order_by("pegawai_id", "mulai").distinct()
    hasil: dict[int, list[_Tetap]] = defaultdict(list)
    for pegawai_id, penilai_id, mulai, sampai, status in semua.values_list(
        "pegawai_id", "penilai_id", "mulai", "sampai", "status"
    ):
        hasil[pegawai_id].append((penilai_id, mulai, sampai, status == StatusPenilaian.DRAF))
    return hasil


def _tetap(
    tetap: Mapping[int, list[_Tetap]], atasan: Mapping[int, int | None], bertugas: Collection[int]
) -> list[Bagian]:
    """Signed parts with who signed them; an opened one goes to the atasan of today when its rater left."""
    hasil = []
    for pegawai_id, daftar in tetap.items():
        for penilai_id, mulai, sampai, dibuka in sorted(daftar, key=lambda t: t[3]):
            siapa = atasan[pegawai_id] if dibuka and penilai_id not in bertugas else penilai_id
            if siapa is not None and siapa != pegawai_id:
                hasil.append(Bagian(pegawai_id, siapa, mulai, sampai))
    return hasil


def _on_duty(siklus: SiklusPenilaian, penilai: Collection[int]) -> set[int]:
    bertugas = Pegawai.objects.of_instansi(siklus.instansi_id).filter(
        pk__in=penilai, kedudukan_hukum__in=BERTUGAS
    )
    return set(bertugas.order_by().values_list("pk", flat=True))
