"""Ideas per unit: how many, how many answered, how fast, how many tried; never a word nor a name.

Small units are told together (`rules.gabung`), within everything that the reader may see (as the report
of feedback does, and for the same reason).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.db.models import Count

from asn_karier.lib.export import Sel
from kinerja.enums import PERNAH_DICOBA, StatusUsul
from kinerja.models import UsulPerbaikan
from kinerja.reports.umpan_balik import LAINNYA, PALING_SEDIKIT, year_span
from pegawai.models import Pegawai, UnitKerja
from pegawai.querysets import BERTUGAS
from pegawai.reports.laporan import IsiLaporan, Laporan, Permintaan, tabel_angka
from pegawai.rules.gabung import Kelompok, gabung_kecil

KEPALA: Final = (
    "Unit kerja",
    "Pegawai bertugas",
    "Usul tahun ini",
    "Sudah dijawab",
    "Rata-rata hari menjawab",
    "Sampai ke pimpinan di atas",
    "Dicoba",
    "Terukur",
)
SEDIKIT: Final = "Data terlalu sedikit"


class _Hitung(NamedTuple):
    """Of one unit: ideas, answers, days until them together, raised for being late, tried, measured."""

    usul: int = 0
    dijawab: int = 0
    hari: int = 0
    naik: int = 0
    dicoba: int = 0
    terukur: int = 0

    def tambah(self, lain: _Hitung) -> _Hitung:
        return _Hitung(*(a + b for a, b in zip(self, lain, strict=True)))


def _buat(p: Permintaan) -> IsiLaporan:
    hitung, kelompok = _counted(p), _people(p)
    semua = [k._replace(jumlah=hitung[k.kunci].usul) for k in kelompok]
    terbuka = gabung_kecil(semua, PALING_SEDIKIT, LAINNYA)
    if p.unit is not None:  # only which rows are shown, never who is in them
        dalam = set(UnitKerja.objects.in_subtree(p.unit).values_list("pk", flat=True))
        return tabel_angka(KEPALA, [_baris(k, hitung[k.kunci]) for k in terbuka.sendiri if k.kunci in dalam])
    baris = [_baris(k, hitung[k.kunci]) for k in terbuka.sendiri]
    if terbuka.gabungan is not None:
        sendiri = {k.kunci for k in terbuka.sendiri}
        lain = _together(hitung[k.kunci] for k in kelompok if k.kunci not in sendiri)
        baris.append(_baris(terbuka.gabungan, lain))
    if terbuka.ditahan:
        baris.append([LAINNYA, "", SEDIKIT, "", "", "", "", ""])
    return tabel_angka(KEPALA, baris)


def _people(p: Permintaan) -> list[Kelompok]:
    orang: Any = _orang(p).values("unit", "unit__nama").annotate(n=Count("pk"))
    return [
        Kelompok(u["unit__nama"] or "Belum dicatat", u["n"], 0, kunci=u["unit"])
        for u in orang.order_by("unit__jalur")
    ]


def _orang(p: Permintaan) -> Any:
    return Pegawai.objects.visible_to(p.pembaca).filter(kedudukan_hukum__in=BERTUGAS).order_by()


def _counted(p: Permintaan) -> Mapping[int | None, _Hitung]:
    """By the unit in which people are today; one query, a few columns of each idea of the year."""
    awal, akhir = year_span(p.per)
    semua = UsulPerbaikan.objects.filter(
        pegawai__in=_orang(p).values("pk"), dikirim_pada__gte=awal, dikirim_pada__lt=akhir
    ).exclude(status=StatusUsul.DITARIK)
    hasil: dict[int | None, _Hitung] = defaultdict(_Hitung)
    kolom = ("pegawai__unit", "status", "dikirim_pada", "dijawab_pada", "naik_pada", "angka_sesudah")
    for unit, *satu in semua.order_by().values_list(*kolom):
        hasil[unit] = hasil[unit].tambah(_one(*satu))
    return hasil


def _one(
    status: str, dikirim: datetime, dijawab: datetime | None, naik: datetime | None, angka: Any
) -> _Hitung:
    return _Hitung(
        usul=1,
        dijawab=int(dijawab is not None),
        hari=(dijawab - dikirim).days if dijawab else 0,
        naik=int(naik is not None),
        dicoba=int(status in PERNAH_DICOBA),
        terukur=int(angka is not None),
    )


def _together(semua: Iterable[_Hitung]) -> _Hitung:
    hasil = _Hitung()
    for h in semua:
        hasil = hasil.tambah(h)
    return hasil


def _baris(k: Kelompok, h: _Hitung) -> list[Sel]:
    """An average of fewer answers than a small unit has people would be the time of one leader."""
    rata: Sel = (
        round(h.hari / h.dijawab) if h.dijawab >= PALING_SEDIKIT else ("" if not h.dijawab else SEDIKIT)
    )
    return [k.nama, k.orang, h.usul, h.dijawab, rata, h.naik, h.dicoba, h.terukur]


LAPORAN_USUL: Final = Laporan(
    "usul-perbaikan",
    "Usul perbaikan cara kerja per unit",
    "Jumlah usul, waktu menjawab, dan yang dicoba tahun ini per unit, tanpa isi dan tanpa nama.",
    _buat,
    "Jumlah",
    frozenset(),
    siapa=None,
)
