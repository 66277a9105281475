"""How much feedback each unit gave itself this year: numbers and months, never a word nor a name.

Small units are told together (`rules.gabung`), always within everything that the reader may see: were the
filters of the page to narrow the groups, one answer minus another would point at few people.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.db.models import Count, Max
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.export import Sel
from kinerja.models import UmpanBalik
from pegawai.models import Pegawai, UnitKerja
from pegawai.querysets import BERTUGAS
from pegawai.reports.laporan import IsiLaporan, Laporan, Permintaan, tabel_angka
from pegawai.rules.gabung import Kelompok, gabung_kecil

#: KEPUTUSAN: units with fewer people on duty are not told alone.
PALING_SEDIKIT: Final = 5
KEPALA: Final = ("Unit kerja", "Pegawai bertugas", "Umpan balik tahun ini", "Bulan terakhir")
LAINNYA: Final = "Unit kecil, digabung"


def _buat(p: Permintaan) -> IsiLaporan:
    terbuka = gabung_kecil(list(_kelompok(p)), PALING_SEDIKIT, LAINNYA)
    if p.unit is not None:  # only which rows are shown, never who is in them
        dalam = set(UnitKerja.objects.in_subtree(p.unit).values_list("pk", flat=True))
        return tabel_angka(KEPALA, [_baris(k) for k in terbuka.sendiri if k.kunci in dalam])
    baris = [_baris(k) for k in terbuka.sendiri]
    if terbuka.gabungan is not None:
        baris.append(_baris(terbuka.gabungan))
    if terbuka.ditahan:
        baris.append([LAINNYA, "", "Data terlalu sedikit", ""])
    return tabel_angka(KEPALA, baris)


def _kelompok(p: Permintaan) -> Iterator[Kelompok]:
    """Every unit of people on duty whom the reader may see; two queries."""
    orang = Pegawai.objects.visible_to(p.pembaca).filter(kedudukan_hukum__in=BERTUGAS).order_by()
    awal, akhir = year_span(p.per)
    umpan: Any = UmpanBalik.objects.terkirim().filter(
        pegawai__in=orang.values("pk"), dikirim_pada__gte=awal, dikirim_pada__lt=akhir
    )
    hitung = umpan.order_by().values("pegawai__unit").annotate(n=Count("pk"), t=Max("dikirim_pada"))
    ada = {b["pegawai__unit"]: b for b in hitung}
    unit: Any = orang.values("unit", "unit__nama").annotate(n=Count("pk"))
    for u in unit.order_by("unit__jalur"):
        isi = ada.get(u["unit"])
        terakhir = timezone.localtime(isi["t"]).date() if isi else None
        nama, jumlah = u["unit__nama"] or "Belum dicatat", isi["n"] if isi else 0
        yield Kelompok(nama, u["n"], jumlah, terakhir, u["unit"])


def year_span(per: date) -> tuple[datetime, datetime]:
    """From 1 January up to the end of the day asked about."""
    zona = ZoneInfo(timezone.get_current_timezone_name())
    akhir = datetime.combine(per + timedelta(days=1), time(), tzinfo=zona)
    return datetime(per.year, 1, 1, tzinfo=zona), akhir


def _baris(k: Kelompok) -> list[Sel]:
    return [k.nama, k.orang, k.jumlah, kata.bulan_tahun(k.terakhir) if k.terakhir else ""]


LAPORAN: Final = Laporan(
    "umpan-balik",
    "Umpan balik per unit",
    "Jumlah umpan balik tahun ini per unit, tanpa isi dan tanpa nama.",
    _buat,
    "Jumlah",
    frozenset(),
    siapa=None,
)
