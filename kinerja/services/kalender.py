"""The days of the cycles of a year, and the cycles of a year made in one go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from django.db import transaction

from kinerja.enums import JenisPeriodik, JenisSiklus, StatusSiklus, SumberKinerja
from kinerja.kamus import nama_siklus
from kinerja.models import PengaturanKinerja, SiklusPenilaian
from kinerja.rules.masa_siklus import masa_siklus
from kinerja.rules.pengingat import AMBANG
from kinerja.services.siklus import MASA_PENGISIAN, MASA_PENILAIAN, create_siklus
from pegawai.models import Instansi

#: How many periods a year has.
BANYAK: Final = {JenisPeriodik.TRIWULAN: 4, JenisPeriodik.BULANAN: 12}


class Acara(NamedTuple):
    """One day of the calendar. `terlaksana`: it has happened, it is not a plan."""

    hari: date
    teks: str
    siklus: SiklusPenilaian
    terlaksana: bool


class CalonSiklus(NamedTuple):
    """A cycle of a year as it would be made; `ada`: it exists already and stays as it is."""

    jenis: JenisSiklus
    ke: int
    nama: str
    mulai: date
    sampai: date
    batas_pengisian: date
    batas_penilaian: date
    ada: bool


def periodic_plan(instansi: Instansi, tahun: int) -> list[CalonSiklus]:
    """The periodic cycles of a year as the instansi holds them, the yearly one last."""
    catatan = PengaturanKinerja.objects.filter(instansi=instansi).values_list("periodik", flat=True).first()
    periodik = JenisPeriodik(catatan or JenisPeriodik.TRIWULAN)
    ada = set(SiklusPenilaian.objects.filter(instansi=instansi, tahun=tahun).values_list("jenis", "ke"))
    jenis = JenisSiklus(periodik.value)
    bentuk = [*((jenis, ke) for ke in range(1, BANYAK[periodik] + 1)), (JenisSiklus.TAHUNAN, 0)]
    return [_calon(tahun, j, ke, ada=(j.value, ke) in ada) for j, ke in bentuk]


def _calon(tahun: int, jenis: JenisSiklus, ke: int, *, ada: bool) -> CalonSiklus:
    masa = masa_siklus(tahun, jenis, ke)
    return CalonSiklus(
        jenis, ke, nama_siklus(tahun, jenis, ke), masa.mulai, masa.sampai,
        masa.sampai + MASA_PENGISIAN, masa.sampai + MASA_PENILAIAN, ada,
    )  # fmt: skip


@transaction.atomic
def create_year(*, instansi: Instansi, tahun: int, actor: Any, at: datetime) -> list[SiklusPenilaian]:
    """Prepare every cycle of the year that does not exist yet. A second press makes none.

    Raises TidakBoleh for anyone but HR of the instansi.
    """
    # Held before looking, so that two who press at the same time do not both find nothing.
    list(Instansi.objects.select_for_update(no_key=True).filter(pk=instansi.pk))
    return [
        create_siklus(instansi=instansi, tahun=tahun, jenis=c.jenis, ke=c.ke, actor=actor, at=at)
        for c in periodic_plan(instansi, tahun)
        if not c.ada
    ]


def events_of(siklus: SiklusPenilaian, zona: ZoneInfo) -> Iterator[Acara]:
    """Every day that matters in one cycle, in no order; a moment counts on the day it has in `zona`."""

    def jadi(pada: datetime | None) -> date | None:
        return None if pada is None else pada.astimezone(zona).date()

    terlaksana = (
        (jadi(siklus.dibuka_pada), "Dibuka"),
        (jadi(siklus.penetapan_pada), "Penetapan dimulai"),
        (jadi(siklus.diumumkan_pada), "Hasil diumumkan"),
        (jadi(siklus.ditutup_pada), "Ditutup"),
    )
    yield from (Acara(hari, teks, siklus, True) for hari, teks in terlaksana if hari is not None)
    if siklus.dibuka_pada is None:
        yield Acara(siklus.masa.sampai + timedelta(days=1), "Rencana dibuka", siklus, False)
    yield Acara(siklus.akhir_pengisian, "Batas pengisian", siklus, False)
    yield Acara(siklus.batas_penilaian, "Batas penilaian", siklus, False)
    if siklus.sumber == SumberKinerja.DI_SINI and siklus.status != StatusSiklus.DITUTUP:
        for ambang in AMBANG:
            kapan = f"H-{ambang}" if ambang else "hari terakhir"
            yield Acara(siklus.akhir_pengisian - timedelta(days=ambang), f"Pengingat {kapan}", siklus, False)


def calendar_of(instansi: Instansi, tahun: int) -> list[Acara]:
    """The days of all cycles of `tahun` in order; one query. Those of January after it are among them."""
    semua = SiklusPenilaian.objects.filter(instansi=instansi, tahun=tahun)
    zona = ZoneInfo(instansi.zona_waktu)
    return sorted((a for s in semua for a in events_of(s, zona)), key=lambda a: (a.hari, a.siklus.pk, a.teks))
