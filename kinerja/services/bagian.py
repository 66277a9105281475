"""The parts of a cycle: who evaluates whom, and which days of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from kinerja.enums import StatusPenilaian
from kinerja.models import EvaluasiPeriodik, SiklusPenilaian
from kinerja.rules.bagian import Ruas, bagi_masa
from kinerja.rules.masa_siklus import Masa
from pegawai.models import Pegawai, RiwayatAtasan
from pegawai.querysets import BERTUGAS
from pegawai.services.atasan import RiwayatPenilai, read_raters


class Bagian(NamedTuple):
    """The part of a cycle in which one person is rated by one pejabat penilai."""

    pegawai_id: int
    penilai_id: int
    mulai: date
    sampai: date

    @property
    def masa(self) -> Masa:
        return Masa(self.mulai, self.sampai)


#: By cycle and person, the part that one pejabat penilai rates.
BagianSiklus = dict[int, dict[int, Bagian]]


def parts_to_rate(siklus: SiklusPenilaian, *, penilai_id: int) -> dict[int, Bagian]:
    """Whom `penilai_id` rates in this cycle, by person; nobody is their own rater."""
    return parts_to_rate_in([siklus], penilai_id=penilai_id)[siklus.pk]


def parts_to_rate_in(semua: Sequence[SiklusPenilaian], *, penilai_id: int) -> BagianSiklus:
    """Whom `penilai_id` rates in each of these cycles of one instansi; nobody is their own rater.

    The year is rated by the last pejabat penilai, which is the atasan of today. A quarter or month is
    divided among those who were the atasan in it. A fixed number of queries, however many the cycles.
    """
    tahunan, periodik = [s for s in semua if s.tahunan], [s for s in semua if not s.tahunan]
    orang = Pegawai.objects.filter(instansi_id=semua[0].instansi_id).exclude(pk=penilai_id)
    orang = orang.filter(_candidates(periodik, penilai_id)).order_by("pk")
    atasan = dict(orang.values_list("pk", "atasan_id"))
    kini = [pk for pk, siapa in atasan.items() if siapa == penilai_id]
    hasil = {s.pk: {pk: Bagian(pk, penilai_id, *s.masa) for pk in kini} for s in tahunan}
    for siklus_id, bagian in parts_in(periodik, atasan).items() if periodik else ():
        hasil[siklus_id] = {b.pegawai_id: b for b in bagian if b.penilai_id == penilai_id}
    return hasil


def _candidates(periodik: Sequence[SiklusPenilaian], penilai_id: int) -> Q:
    """Who may have a part by this rater: theirs today, given up since, or rated by them."""
    calon = Q(atasan_id=penilai_id)
    if periodik:
        evaluasi = EvaluasiPeriodik.objects.filter(siklus__in=periodik, penilai=penilai_id)
        calon |= Q(pk__in=_pernah(periodik, penilai_id)) | Q(pk__in=evaluasi.values("pegawai"))
    return calon


def parts_of(siklus: SiklusPenilaian, atasan: Mapping[int, int | None]) -> list[Bagian]:
    """Every part of a quarter or month of these people; see `parts_in`."""
    return parts_in([siklus], atasan)[siklus.pk]


def parts_in(semua: Sequence[SiklusPenilaian], atasan: Mapping[int, int | None]) -> dict[int, list[Bagian]]:
    """Every part of quarters or months of these people, by cycle: the signed, then those to be rated (anew).

    `atasan`: by person, as recorded today. Four queries, however many the cycles.
    """
    riwayat = read_raters(atasan.keys())
    ruas = {s.pk: _segments(riwayat, s.masa) for s in semua}
    penilai = {r.penilai_id for satu in ruas.values() for daftar in satu.values() for r in daftar}
    tetap = _signed(semua, atasan.keys())
    bertugas = _on_duty(semua, (penilai | {*atasan.values()}) - {None})
    return {pk: _divide(satu, tetap.get(pk, {}), atasan, bertugas) for pk, satu in ruas.items()}


def _segments(riwayat: RiwayatPenilai, masa: Masa) -> dict[int, list[Ruas]]:
    ruas: dict[int, list[Ruas]] = defaultdict(list)
    for pegawai_id, penilai_id, mulai, sampai in riwayat.between(*masa):
        ruas[pegawai_id].append(Ruas(penilai_id, mulai, sampai))
    return ruas


def _divide(
    ruas: Mapping[int, list[Ruas]],
    tetap: Mapping[int, list[_Tetap]],
    atasan: Mapping[int, int | None],
    bertugas: set[int],
) -> list[Bagian]:
    hasil = [*_tetap(tetap, atasan, bertugas)]
    for pegawai_id, kini in atasan.items():
        bagian = bagi_masa(
            ruas.get(pegawai_id, []),
            boleh=bertugas - {pegawai_id},
            kini=kini,
            tetap=[Ruas(p, m, s) for p, m, s, _ in tetap.get(pegawai_id, [])],
        )
        hasil += [Bagian(pegawai_id, b.penilai_id, b.mulai, b.sampai) for b in bagian if b.penilai_id]
    return hasil


def rates_somebody(pengguna: Any, *, memimpin: bool | None = None) -> bool:
    """Whether `pengguna` is the atasan of somebody, or was, and is on duty.

    `memimpin`: whether they are today, where the page has asked that already.
    """
    if Pegawai.objects.dinilai_oleh(pengguna).exists() if memimpin is None else memimpin:
        return True
    saya = getattr(pengguna, "pegawai", None)
    if saya is None or saya.kedudukan_hukum not in BERTUGAS:
        return False
    return RiwayatAtasan.objects.filter(lama=saya.pk).exists()


def _pernah(semua: Sequence[SiklusPenilaian], penilai_id: int) -> QuerySet[Any]:
    """Whom `penilai_id` gave up since the first of these began; a change counts from its note or before."""
    mulai = min(s.masa.mulai for s in semua)
    sejak = datetime.combine(mulai - timedelta(days=1), time.min, UTC)
    catatan = RiwayatAtasan.objects.filter(lama=penilai_id, dicatat_pada__gte=sejak)
    return catatan.order_by().values("pegawai")


_Tetap = tuple[int | None, date, date, bool]


def _signed(
    siklus: Sequence[SiklusPenilaian], pegawai_ids: Collection[int]
) -> dict[int, dict[int, list[_Tetap]]]:
    """By cycle and person what stays as it is: signed, or opened again for an objection (True)."""
    dibuka = Q(keberatan__dinilai_ulang_pada__isnull=False)
    semua = EvaluasiPeriodik.objects.filter(~Q(status=StatusPenilaian.DRAF) | dibuka)
    semua = semua.filter(siklus__in=siklus, pegawai_id__in=pegawai_ids)
    hasil: dict[int, dict[int, list[_Tetap]]] = defaultdict(lambda: defaultdict(list))
    for pk, pegawai_id, penilai_id, mulai, sampai, status in (
        semua.order_by("pegawai_id", "mulai")
        .distinct()
        .values_list("siklus_id", "pegawai_id", "penilai_id", "mulai", "sampai", "status")
    ):
        hasil[pk][pegawai_id].append((penilai_id, mulai, sampai, status == StatusPenilaian.DRAF))
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


def _on_duty(semua: Sequence[SiklusPenilaian], penilai: Collection[int | None]) -> set[int]:
    bertugas = Pegawai.objects.of_instansi(semua[0].instansi_id).filter(
        pk__in=penilai, kedudukan_hukum__in=BERTUGAS
    )
    return set(bertugas.order_by().values_list("pk", flat=True))
