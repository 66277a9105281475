"""The last days of a cycle, on the clock of the person, with what HR has extended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from kinerja.enums import Fase, StatusSiklus
from kinerja.models import PerpanjanganSiklus, SiklusPenilaian
from kinerja.rules.fase import fase_siklus
from pegawai.models import Pegawai
from pegawai.services.profil import moment_text, zone_of


def day_over(hari: date, zona_waktu: str) -> datetime:
    """The first moment after a day: midnight there. The calendar ends on 31 December 9999."""
    besok = min(hari, date.max - timedelta(days=1)) + timedelta(days=1)
    return datetime.combine(besok, time(), tzinfo=ZoneInfo(zona_waktu))


class Tenggat(NamedTuple):
    """The last day to fill in, for one person. `alasan`: why it is later than everybody's, or empty."""

    hari: date
    zona_waktu: str
    alasan: str

    @property
    def akhir(self) -> datetime:
        """The first moment that is too late: midnight after the last day, where the person works."""
        return day_over(self.hari, self.zona_waktu)

    @property
    def teks(self) -> str:
        """'31 Desember 2026 pukul 23.59 WIT'."""
        return day_text(self.hari, self.zona_waktu)

    def lewat(self, at: datetime) -> bool:
        return at >= self.akhir


#: By cycle and person, the last day to fill in.
TenggatTim = dict[int, dict[int, Tenggat]]


def filling_deadlines(semua: Iterable[SiklusPenilaian], orang: Iterable[Pegawai]) -> TenggatTim:
    """The last day to fill in of each cycle for each of `orang` (with unit and instansi at hand); one query.

    An extension of the person or of a unit above them moves it; of several the latest counts.
    """
    menurut, tim = {s.pk: s for s in semua}, list(orang)
    perpanjangan: dict[int, list[PerpanjanganSiklus]] = {pk: [] for pk in menurut}
    terbaca = PerpanjanganSiklus.objects.filter(siklus__in=menurut).select_related("unit")
    for lanjut in terbaca.order_by("sampai", "pk"):
        perpanjangan[lanjut.siklus_id].append(lanjut)
    return {pk: {p.pk: _tenggat(s, p, perpanjangan[pk]) for p in tim} for pk, s in menurut.items()}


def own_deadlines(semua: Iterable[SiklusPenilaian], pegawai: Pegawai) -> dict[int, Tenggat]:
    """The last day of each of several cycles for one person; one query."""
    return {pk: satu[pegawai.pk] for pk, satu in filling_deadlines(semua, [pegawai]).items()}


def filling_deadline(siklus: SiklusPenilaian, pegawai: Pegawai) -> Tenggat:
    """The last day to fill in for one person."""
    return own_deadlines([siklus], pegawai)[siklus.pk]


def _tenggat(siklus: SiklusPenilaian, p: Pegawai, perpanjangan: Iterable[PerpanjanganSiklus]) -> Tenggat:
    hari, alasan = siklus.akhir_pengisian, ""
    for lanjut in perpanjangan:
        if lanjut.sampai > hari and _mengenai(lanjut, p):
            hari, alasan = lanjut.sampai, lanjut.alasan
    return Tenggat(hari, zone_of(p), alasan)


def _mengenai(lanjut: PerpanjanganSiklus, p: Pegawai) -> bool:
    if lanjut.unit is None:
        return bool(lanjut.pegawai_id == p.pk)
    return p.unit is not None and p.unit.jalur.startswith(lanjut.unit.jalur)


def phase_of(siklus: SiklusPenilaian, zona_waktu: str, at: datetime) -> Fase:
    """Where the cycle stands for whoever reads on the clock of `zona_waktu`."""
    hari = at.astimezone(ZoneInfo(zona_waktu)).date()
    return fase_siklus(StatusSiklus(siklus.status), siklus.akhir_pengisian, hari)


def is_late(siklus: SiklusPenilaian, zona_waktu: str, at: datetime) -> bool:
    """Whether the day ratings are due is over on the clock of the rater; rating itself ends at closing."""
    return at.astimezone(ZoneInfo(zona_waktu)).date() > siklus.batas_penilaian


def rating_end(siklus: SiklusPenilaian, zona_waktu: str) -> datetime:
    """The first moment that is too late to rate, on the clock of the rater."""
    return day_over(siklus.batas_penilaian, zona_waktu)


def deadline_text(siklus: SiklusPenilaian, zona_waktu: str) -> str:
    """The last minute of the last day to rate: '31 Januari 2027 pukul 23.59 WIT'."""
    return day_text(siklus.batas_penilaian, zona_waktu)


def rating_deadline_for(siklus: SiklusPenilaian, pegawai: Pegawai) -> str:
    """The last minute to rate `pegawai`: it runs on the clock of their pejabat penilai."""
    return deadline_text(siklus, zone_of(pegawai.atasan or pegawai))


def day_text(hari: date, zona_waktu: str) -> str:
    """The last minute of a day, with the clock it is told on."""
    return moment_text(datetime.combine(hari, time(23, 59), tzinfo=ZoneInfo(zona_waktu)), zona_waktu)
