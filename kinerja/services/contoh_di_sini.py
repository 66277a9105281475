"""The year of a demo instansi whose source of performance is *di sini*, written by its people."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kinerja.enums import SumberKinerja
from kinerja.models import PengaturanKinerja
from kinerja.services.contoh_dialog import hold_rounds, write_dialogue
from kinerja.services.contoh_nilai import (
    calibrate,
    follow_results,
    rate_last_quarter,
    rate_past_quarter,
    rate_year,
)
from kinerja.services.contoh_realisasi import (
    fill_last_quarter,
    fill_past_quarter,
    fill_present_quarter,
    reflect_year,
)
from kinerja.services.contoh_siklus import (
    begin_penetapan,
    extend_last_quarter,
    extend_remote_unit,
    open_cycles,
)
from kinerja.services.contoh_skp import BERENCANA, write_open_plans, write_plans, write_plans_of
from kinerja.services.contoh_tim import Pelaku
from kinerja.services.contoh_ulasan import write_citizens
from kinerja.services.contoh_usul_perbaikan import write_ideas
from pegawai.enums import JenisPeran
from pegawai.models import Pegawai, Pengguna
from pegawai.services.akun import grant_peran


class Tokoh(NamedTuple):
    """The people whose accounts a newcomer gets."""

    pimpinan: Pegawai
    pegawai: Pegawai
    diisikan: Pegawai
    operator: Pegawai
    kalibrasi: Pegawai


def live_a_year(p: Pelaku) -> Tokoh:
    """Everything through the services, at the hours at which people would have done it."""
    PengaturanKinerja.objects.create(instansi=p.instansi, sumber=SumberKinerja.DI_SINI)
    tokoh = _tokoh(p)
    _plan(p, tokoh)
    _periods(p, _operator(p, tokoh))
    write_dialogue(p)
    write_ideas(p)
    hold_rounds(p)
    write_citizens(p)
    return tokoh


def _tokoh(p: Pelaku) -> Tokoh:
    return Tokoh(
        pimpinan=p.utama.pimpinan,
        pegawai=p.utama.orang[0],
        diisikan=p.utama.orang[4],
        operator=p.kedua.orang[-1],
        kalibrasi=p.kedua.pimpinan,
    )


def _operator(p: Pelaku, tokoh: Tokoh) -> Pengguna:
    """Who fills in for others serves the whole instansi from its root unit."""
    akun = p.sebagai(tokoh.operator)
    akar = p.instansi.unit.order_by("jalur").first()
    grant_peran(
        pengguna=akun,
        jenis=JenisPeran.OPERATOR_UNIT,
        instansi=p.instansi,
        unit=akar,
        mulai=date(p.hari.year - 2, 1, 1),
        actor=None,
    )
    return akun


def _plan(p: Pelaku, tokoh: Tokoh) -> None:
    """Plans of this year, and of the last one for whoever fills in its quarters or has a known account."""
    tahun = p.hari.year
    perlu = p.triwulan.mundur(2).tahun < tahun
    write_plans(p, tahun - 1, BERENCANA if perlu else p.utama.orang.index(tokoh.diisikan) + 1)
    write_plans_of(p, (tokoh.kalibrasi, tokoh.operator), tahun - 1)
    write_plans(p, tahun)
    write_open_plans(p, tahun)


def _periods(p: Pelaku, operator: Pengguna) -> None:
    siklus = open_cycles(p)
    fill_past_quarter(p, siklus.lampau)
    rate_past_quarter(p, siklus.lampau)
    follow_results(p, siklus.lampau)
    fill_last_quarter(p, siklus.lalu, operator)
    extend_last_quarter(p, siklus.lalu)
    rate_last_quarter(p, siklus.lalu)
    fill_present_quarter(p, siklus.kini)
    extend_remote_unit(p, siklus.kini)
    reflect_year(p, siklus.setahun)
    rate_year(p, siklus.setahun)
    calibrate(p, begin_penetapan(p, siklus.setahun))
