"""What several parts of a home ask, read once for the page."""

from __future__ import annotations

from typing import NamedTuple

from django.utils import timezone

from asn_karier.lib.views import sekali
from kinerja.enums import SumberKinerja
from kinerja.models import SiklusPenilaian
from kinerja.services import tindak_lanjut
from kinerja.services.keadaan_tim import Bahan, KeadaanTim, read_team
from kinerja.services.keberatan_baca import KasusSaya, my_cases
from kinerja.services.meja import Meja, open_cycles, own_desks
from kinerja.services.realisasi_baca import Menunggu, due_in
from kinerja.services.refleksi import rated_in
from kinerja.services.skp_sumber import TahunSKP, plan_years
from kinerja.services.tenggat import Tenggat, own_deadlines
from pegawai.views.saya import leads_anybody
from pegawai.views.tugas import Penanya


class SiklusSaya(NamedTuple):
    """The running cycles of my instansi, what is due first standing first, and my last day in each.

    `dinilai`: those in which my rating was sent.
    """

    semua: list[SiklusPenilaian]
    tenggat: dict[int, Tenggat]
    dinilai: set[int]

    @property
    def di_sini(self) -> list[SiklusPenilaian]:
        """Those that are filled in here."""
        return [s for s in self.semua if s.sumber == SumberKinerja.DI_SINI]


def cycles_of(penanya: Penanya) -> SiklusSaya:
    return sekali(penanya.request, _my_cycles, penanya)


def _my_cycles(penanya: Penanya) -> SiklusSaya:
    semua = _running(penanya)
    return SiklusSaya(semua, own_deadlines(semua, penanya.saya), rated_in(semua, penanya.saya))


def _running(penanya: Penanya) -> list[SiklusPenilaian]:
    return sekali(penanya.request, open_cycles, penanya.saya.instansi_id)


def due_here(penanya: Penanya) -> list[Menunggu]:
    """What realisation the running cycles ask of me."""
    siklus = cycles_of(penanya)
    return due_in(penanya.saya, siklus.di_sini, siklus.tenggat, siklus.dinilai)


def years_of(penanya: Penanya) -> list[TahunSKP]:
    """The years that I may plan now."""
    return sekali(penanya.request, plan_years, penanya.saya, penanya.at)


def desks_of(penanya: Penanya) -> list[Meja]:
    """My desk in every running cycle."""
    return sekali(penanya.request, _my_desks, penanya)


def _my_desks(penanya: Penanya) -> list[Meja]:
    per = timezone.localdate(penanya.at)
    memimpin = leads_anybody(penanya.request)
    return own_desks(pengguna=penanya.request.user, semua=_running(penanya), per=per, memimpin=memimpin)


def team_of(penanya: Penanya) -> KeadaanTim | None:
    """How my team stands; None where I lead nobody."""
    return sekali(penanya.request, _my_team, penanya)


def _my_team(penanya: Penanya) -> KeadaanTim | None:
    bahan = Bahan(desks_of(penanya), cases_of(penanya).penilaian_saya, steps_of(penanya))
    return read_team(pengguna=penanya.request.user, saya=penanya.saya, at=penanya.at, bahan=bahan)


def steps_of(penanya: Penanya) -> list[tindak_lanjut.Menunggu]:
    """Follow-up that waits for my word or runs in my team."""
    if not leads_anybody(penanya.request):
        return []
    per = timezone.localdate(penanya.at)
    return sekali(penanya.request, tindak_lanjut.team_steps, penanya.request.user, per=per)


def cases_of(penanya: Penanya) -> KasusSaya:
    """The objections that concern me."""
    return sekali(penanya.request, my_cases, penanya.request.user)
