"""What people of a team did that their leader may thank them for, and whom the leader thanked.

Only what the leader reads anyway. Private notes, 360 feedback and discipline are not asked.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import Max, Q

from kinerja.enums import JenisUmpanBalik, StatusPengakuan
from kinerja.models import Pengakuan, UmpanBalik
from kinerja.services.keadaan_tim import KeadaanTim, is_sent
from kinerja.services.usul_perbaikan_baca import tried_by
from pegawai.services.profil import zone_of


class Jasa(NamedTuple):
    """Something that a person did: on which day of the leader's clock, and what."""

    pegawai: int
    pada: date
    apa: str = ""


class Dipuji(NamedTuple):
    """Whom this leader praised: the last day before a week began, and who in it; `disapa`: got any feedback
    of the leader in it."""

    sebelum: dict[int, date]
    minggu_ini: frozenset[int]
    disapa: frozenset[int]


def early_realisations(tim: KeadaanTim, *, hari_lebih_awal: int) -> list[Jasa]:
    """Sheets of running cycles that came so many days early; asks nothing, the team was read."""
    lebih_awal = timedelta(days=hari_lebih_awal)
    return [
        Jasa(m.skp.pegawai_id, _day(tim, m.pengisian.dikirim_pada), m.siklus.nama)
        for isian in tim.isian.values()
        for milik in isian.values()
        for m in milik
        if m.pengisian is not None
        and is_sent(m)
        and m.pengisian.dikirim_pada is not None
        and m.pengisian.dikirim_pada <= m.tenggat.akhir - lebih_awal
    ]


def recognitions(tim: KeadaanTim, *, sejak: date) -> list[Jasa]:
    """Established since; one query."""
    semua = Pengakuan.objects.filter(
        pegawai__in=tim.orang, status=StatusPengakuan.DITETAPKAN, diputuskan_pada__gte=_midnight(tim, sejak)
    )
    baris = semua.order_by().values_list("pegawai", "diputuskan_pada", "judul")
    return [Jasa(pk, _day(tim, pada), judul) for pk, pada, judul in baris if pada]


def tried_ideas(tim: KeadaanTim, *, sejak: date) -> list[Jasa]:
    """Ideas that a leader said yes to since; one query."""
    return [Jasa(pk, _day(tim, pada)) for pk, pada in tried_by(tim.orang, sejak=_midnight(tim, sejak))]


def praised(tim: KeadaanTim, *, senin: date) -> Dipuji:
    """By words about a strength, or by proposing a recognition; two queries."""
    awal = _midnight(tim, senin)
    sebelum: dict[int, date] = {}
    minggu_ini: set[int] = set()
    disapa: set[int] = set()
    baik = Q(jenis=JenisUmpanBalik.KEKUATAN)
    umpan = UmpanBalik.objects.terkirim().filter(pemberi=tim.saya, pegawai__in=tim.orang)
    kolom = (
        umpan.order_by()
        .values("pegawai")
        .annotate(
            dulu=Max("dikirim_pada", filter=baik & Q(dikirim_pada__lt=awal)),
            kini=Max("dikirim_pada", filter=baik & Q(dikirim_pada__gte=awal)),
            akhir=Max("dikirim_pada"),
        )
    )
    for b in kolom:
        _take(tim, sebelum, minggu_ini, (b["pegawai"], b["dulu"], b["kini"]))
        if b["akhir"] >= awal:
            disapa.add(b["pegawai"])
    for baris in _proposed(tim, awal):
        _take(tim, sebelum, minggu_ini, baris)
    return Dipuji(sebelum, frozenset(minggu_ini), frozenset(disapa))


def _proposed(tim: KeadaanTim, awal: datetime) -> list[tuple[int, datetime | None, datetime | None]]:
    usul: Any = Pengakuan.objects.filter(pengusul=tim.saya, pegawai__in=tim.orang).order_by()
    baris = usul.values("pegawai").annotate(
        dulu=Max("diusulkan_pada", filter=Q(diusulkan_pada__lt=awal)),
        kini=Max("diusulkan_pada", filter=Q(diusulkan_pada__gte=awal)),
    )
    return list(baris.values_list("pegawai", "dulu", "kini"))


def _take(
    tim: KeadaanTim,
    sebelum: dict[int, date],
    minggu_ini: set[int],
    baris: tuple[int, datetime | None, datetime | None],
) -> None:
    pegawai, dulu, kini = baris
    if dulu is not None:
        sebelum[pegawai] = max(sebelum.get(pegawai, date.min), _day(tim, dulu))
    if kini is not None:
        minggu_ini.add(pegawai)


def _midnight(tim: KeadaanTim, hari: date) -> datetime:
    return datetime.combine(hari, time(), tzinfo=ZoneInfo(zone_of(tim.saya)))


def _day(tim: KeadaanTim, saat: datetime) -> date:
    return saat.astimezone(ZoneInfo(zone_of(tim.saya))).date()
