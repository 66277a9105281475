"""*Lima menit minggu ini*: whom to thank, whom to talk to, what waits for a word, and one risk.

The team is read once; every part asks for everybody at once. Private notes, 360 feedback, discipline,
health, private interests and talent are not asked (a test looks at the tables of every query).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from karier.enums import AlasanPuji
from karier.kamus.lima_menit import kalimat_puji, panduan_bicara, panduan_puji
from karier.models import LimaMenit
from karier.rules.lima_menit import (
    HARI_FAKTA,
    HARI_LEBIH_AWAL,
    FaktaPuji,
    Risiko,
    awal_minggu,
    pilih_pujian,
    pilih_risiko,
)
from karier.services.lima_menit_belajar import closed_gaps, finished_classes
from karier.services.lima_menit_risiko import risks_of
from kinerja.kamus.pimpinan import kalimat_bicara
from kinerja.services import patut_puji
from kinerja.services.hubungan import person_of
from kinerja.services.keadaan_tim import KeadaanTim
from kinerja.services.patut_puji import Dipuji, Jasa
from kinerja.services.perlu_bicara import whom_to_talk_to
from pegawai.querysets import BERTUGAS
from pegawai.services.profil import day_of


@dataclass(frozen=True, slots=True)
class Ajakan:
    """One person, why, how to say it, and whether it was done this week."""

    pegawai_id: int
    nama: str
    alasan: list[str]
    panduan: str
    sudah: bool


@dataclass(frozen=True, slots=True)
class LimaMenitIni:
    """The whole page but for the signatures. `selesai`: the leader went through it this week."""

    senin: date
    puji: list[Ajakan]
    bicara: list[Ajakan]
    risiko: Risiko | None
    dipuji: int
    disapa: int
    selesai: datetime | None


def five_minutes(tim: KeadaanTim, *, tenggat: Sequence[Risiko]) -> LimaMenitIni:
    """Of this week. `tenggat`: what waits for the leader's word, by its last day.

    A number of queries that grows neither with the team nor with what it did.
    """
    senin = awal_minggu(tim.hari)
    dipuji = patut_puji.praised(tim, senin=senin)
    selesai = LimaMenit.objects.filter(pegawai=tim.saya, minggu=senin).first()
    return LimaMenitIni(
        senin=senin,
        puji=_praise(tim, dipuji, senin),
        bicara=_talk(tim, dipuji),
        risiko=pilih_risiko([*tenggat, *risks_of(tim)], hari=tim.hari),
        dipuji=len(dipuji.minggu_ini),
        disapa=len(dipuji.disapa),
        selesai=selesai.selesai_pada if selesai else None,
    )


def _praise(tim: KeadaanTim, dipuji: Dipuji, senin: date) -> list[Ajakan]:
    bertugas = [pk for pk, orang in tim.orang.items() if orang.kedudukan_hukum in BERTUGAS]
    tiga = pilih_pujian(bertugas, praise_facts(tim, senin), dipuji.sebelum, hari=tim.hari)
    return [
        Ajakan(
            p.pegawai,
            tim.orang[p.pegawai].nama_gelar,
            [kalimat_puji(f) for f in p.fakta],
            panduan_puji(p.fakta[0].kode),
            p.pegawai in dipuji.minggu_ini,
        )
        for p in tiga
    ]


def praise_facts(tim: KeadaanTim, senin: date) -> list[FaktaPuji]:
    """Everything that people of the team may be thanked for."""
    sejak = senin - timedelta(days=HARI_FAKTA)
    menurut: dict[AlasanPuji, list[Jasa]] = {
        AlasanPuji.PELATIHAN: finished_classes(tim, sejak=sejak),
        AlasanPuji.CELAH_TERTUTUP: closed_gaps(tim, sejak=sejak),
        AlasanPuji.REALISASI_AWAL: patut_puji.early_realisations(tim, hari_lebih_awal=HARI_LEBIH_AWAL),
        AlasanPuji.PENGAKUAN: patut_puji.recognitions(tim, sejak=sejak),
        AlasanPuji.USUL_DICOBA: patut_puji.tried_ideas(tim, sejak=sejak),
    }
    return [FaktaPuji(j.pegawai, kode, j.pada, j.apa) for kode, semua in menurut.items() for j in semua]


def _talk(tim: KeadaanTim, dipuji: Dipuji) -> list[Ajakan]:
    return [
        Ajakan(
            b.pegawai,
            tim.orang[b.pegawai].nama_gelar,
            [kalimat_bicara(a) for a in b.alasan],
            panduan_bicara(b.alasan[0].kode),
            b.pegawai in dipuji.disapa,
        )
        for b in whom_to_talk_to(tim)
    ]


@transaction.atomic
def finish_week(*, actor: Any, at: datetime) -> LimaMenit:
    """The leader went through it; twice in a week keeps the first time."""
    saya = person_of(actor)
    senin = awal_minggu(day_of(saya, at))
    ada = LimaMenit.objects.filter(pegawai=saya, minggu=senin).first()
    if ada is not None:
        return ada
    try:
        with transaction.atomic():
            return LimaMenit.objects.create(pegawai=saya, minggu=senin, selesai_pada=at)
    except IntegrityError:
        return LimaMenit.objects.get(pegawai=saya, minggu=senin)
