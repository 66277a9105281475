"""The cycles of the demo that is typed here: one in every phase, whatever day it is made on."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from kinerja.enums import CaraPengumuman, JenisSiklus, PredikatOrganisasi
from kinerja.models import PredikatOrganisasiUnit, SiklusPenilaian
from kinerja.services.contoh_tim import Pelaku, Triwulan
from kinerja.services.siklus import (
    check_data,
    create_siklus,
    extend_for,
    extend_siklus,
    open_siklus,
    start_penetapan,
)

#: A yearly evaluation in penetapan: so many days ago people had filled in, leaders had rated, it began.
DIISI: Final = 20
DINILAI: Final = 6
PENETAPAN: Final = 5


class DaftarSiklus(NamedTuple):
    """By what people read of it today: Ditutup (after `close_siklus`), Penilaian, Dibuka, Penetapan."""

    lampau: SiklusPenilaian
    lalu: SiklusPenilaian
    kini: SiklusPenilaian
    setahun: SiklusPenilaian


def open_cycles(p: Pelaku) -> DaftarSiklus:
    """Every cycle that people write in, opened on its day; that of this year is only prepared."""
    tahun = p.hari.year
    create_siklus(instansi=p.instansi, tahun=tahun, actor=p.hr, at=p.jam(date(tahun, 1, 2)))
    return DaftarSiklus(
        lampau=_triwulan(p, p.triwulan.mundur(2)),
        lalu=_triwulan(p, p.triwulan.mundur(1)),
        kini=_triwulan(p, p.triwulan),
        setahun=_setahun(p, tahun - 1),
    )


def _triwulan(p: Pelaku, t: Triwulan) -> SiklusPenilaian:
    """Filled in up to 15 days after the quarter, and in the one before this up to yesterday at most."""
    akhir = t.masa.sampai
    batas = akhir + timedelta(days=15)
    if akhir < p.hari:
        batas = min(batas, p.hari - timedelta(days=1))
    siklus = create_siklus(
        instansi=p.instansi,
        tahun=t.tahun,
        jenis=JenisSiklus.TRIWULAN,
        ke=t.ke,
        batas_pengisian=batas,
        actor=p.hr,
        at=p.jam(t.masa.mulai, 8),
    )
    return _buka(p, siklus, p.jam(t.masa.mulai, 8))


def _setahun(p: Pelaku, tahun: int) -> SiklusPenilaian:
    """Announced together, so that calibration comes between the ratings and the results."""
    siklus = create_siklus(
        instansi=p.instansi,
        tahun=tahun,
        batas_pengisian=p.hari - timedelta(days=DIISI),
        batas_penilaian=p.hari - timedelta(days=DINILAI),
        pengumuman=CaraPengumuman.BERSAMA,
        actor=p.hr,
        at=p.lalu(60),
    )
    return _buka(p, siklus, p.lalu(50))


def _buka(p: Pelaku, siklus: SiklusPenilaian, at: datetime) -> SiklusPenilaian:
    check_data(siklus=siklus, actor=p.hr, at=at)
    return open_siklus(siklus=siklus, actor=p.hr, at=at)


def extend_last_quarter(p: Pelaku, siklus: SiklusPenilaian) -> None:
    """Leaders still rate it: where their last day is over, HR has given them more days."""
    sampai = p.hari + timedelta(days=10)
    if siklus.batas_penilaian < p.hari:
        extend_siklus(
            siklus=siklus,
            batas_penilaian=sampai,
            alasan="Pejabat penilai bertugas di distrik terluar.",
            actor=p.hr,
            at=p.lalu(1),
        )


def extend_remote_unit(p: Pelaku, siklus: SiklusPenilaian) -> None:
    """The unit of a team member has no signal, so its people get ten days more."""
    jauh = [o.unit for t in p.tim for o in t.orang if o.unit is not None]
    unit = next((u for u in jauh if u.terpencil), jauh[-1] if jauh else None)
    if unit is not None:
        extend_for(
            siklus=siklus,
            unit=unit,
            sampai=siklus.akhir_pengisian + timedelta(days=10),
            alasan="Menara sinyal di distrik ini sedang diperbaiki.",
            actor=p.hr,
            at=p.at,
        )


def begin_penetapan(p: Pelaku, siklus: SiklusPenilaian) -> SiklusPenilaian:
    """Ratings are in. Whoever set the predikat of the organisation stands beside it (no service: a form)."""
    siklus = start_penetapan(siklus=siklus, actor=p.hr, at=p.lalu(PENETAPAN))
    PredikatOrganisasiUnit.objects.create(
        siklus=siklus,
        predikat=PredikatOrganisasi.BAIK,
        penetap="Kepala Daerah (contoh)",
        dokumen=f"000/1/CONTOH/{siklus.tahun}",
        tanggal=p.hari - timedelta(days=DINILAI),
        dicatat_oleh=p.hr,
        dicatat_pada=p.lalu(PENETAPAN, 10),
    )
    return siklus
