"""Everybody on duty of one government, as columns, and the shares that HR watches; a fixed number of queries.

Whatever is told of a group counts at least `rules.pantau.PALING_SEDIKIT` people; nobody is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from django.db.models import Min, Sum

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.dates import add_months, age
from karier import facts
from karier.enums import DimensiSetara, StatusPeringatan, UkuranPantau
from karier.models import HasilEvaluasi, PeringatanKenaikan
from karier.rules.pantau import TANPA_KELOMPOK, Nomor, Topeng, band_usia, join_small_units
from karier.services.dampak_tahun import two_runs
from karier.services.keadaan import last_run
from kinerja import facts as kinerja
from mentoring import facts as mentoring
from pegawai.enums import JenisKelamin, JenisPegawai
from pegawai.models import Pegawai, PengembanganKompetensi, RiwayatPangkat, UnitKerja
from pegawai.querysets import BERTUGAS, LEBAR_SEGMEN

#: A perangkat daerah hangs directly below the root of the tree.
_PERANGKAT: Final = 2 * LEBAR_SEGMEN
UNIT_KECIL: Final = "Unit kecil, digabung"
TANPA_UNIT: Final = "Unit kerja belum dicatat"
#: How far the page looks back: promotions and contracts in months, feedback and meetings in days.
BULAN: Final = 12
HARI_UMPAN_BALIK: Final = 90
HARI_BERTEMU: Final = 90


@dataclass(frozen=True, eq=False, slots=True)
class Ukur:
    """Whom a measure concerns and of whom it holds, a row per person."""

    termasuk: Topeng
    ya: Topeng


@dataclass(frozen=True, eq=False, slots=True)
class Pantauan:
    """People on duty in rows, ordered by `pk`. `unit`: a row of `nama_unit`, small units together.

    `dimensi`: per dimension the number of the group of each. `ukur`: only measures that can be told today.
    """

    instansi_id: int
    per: date
    pk: npt.NDArray[np.int64]
    pns: Topeng
    unit: Nomor
    nama_unit: list[str]
    dimensi: dict[DimensiSetara, Nomor]
    ukur: dict[UkuranPantau, Ukur]

    def __len__(self) -> int:
        return len(self.pk)


@dataclass(frozen=True, eq=False, slots=True)
class _Orang:
    instansi_id: int
    per: date
    pk: npt.NDArray[np.int64]
    pns: Topeng

    def di(self, siapa: Iterable[int]) -> Topeng:
        """Who of the rows is in `siapa`."""
        return np.isin(self.pk, np.fromiter(siapa, dtype=np.int64))

    def semua(self) -> Topeng:
        return np.ones(len(self.pk), dtype=np.bool_)


Sumber = Callable[[_Orang], Ukur | None]


def read_monitoring(instansi_id: int, *, per: date) -> Pantauan:
    """As recorded on `per`, which is today wherever the page has a clock."""
    baris = list(
        Pegawai.objects.of_instansi(instansi_id)
        .filter(kedudukan_hukum__in=BERTUGAS)
        .order_by("pk")
        .values_list("pk", "jenis", "jenis_kelamin", "tanggal_lahir", "unit__jalur", "unit__terpencil")
    )
    orang = _Orang(
        instansi_id,
        per,
        np.array([b[0] for b in baris], dtype=np.int64),
        np.array([b[1] == JenisPegawai.PNS for b in baris], dtype=np.bool_),
    )
    nama_unit, unit = _units(instansi_id, [b[4] or "" for b in baris])
    hasil = ((ukuran, sumber(orang)) for ukuran, sumber in SUMBER.items())
    return Pantauan(
        instansi_id, per, orang.pk, orang.pns, unit, nama_unit, _dimensions(baris, per),
        {ukuran: ukur for ukuran, ukur in hasil if ukur is not None},
    )  # fmt: skip


def read_retirements(p: Pantauan) -> tuple[int, int]:
    """How many of them reach BUP within one and within five years, by the last run; zero before the first."""
    run = last_run(p.instansi_id)
    if run is None:
        return 0, 0
    akhir: Any = HasilEvaluasi.objects.filter(run_id=run.pk, tmt_pensiun__gt=p.per)
    tmt = dict(akhir.order_by().values_list("pegawai_id", "tmt_pensiun"))
    milik = [tmt[pk] for pk in p.pk.tolist() if pk in tmt]
    setahun, lima = (add_months(p.per, 12 * tahun) for tahun in (1, 5))
    return sum(t <= setahun for t in milik), sum(t <= lima for t in milik)


def _units(instansi_id: int, jalur: list[str]) -> tuple[list[str], Nomor]:
    nama = dict(UnitKerja.objects.filter(instansi=instansi_id).values_list("jalur", "nama"))
    perangkat = sorted({j[:_PERANGKAT] for j in jalur})
    nomor = {j: n for n, j in enumerate(perangkat)}
    kelompok = np.array([nomor[j[:_PERANGKAT]] for j in jalur], dtype=np.int32)
    return join_small_units([nama.get(j, TANPA_UNIT) for j in perangkat], kelompok, UNIT_KECIL)


def _dimensions(baris: list[Any], per: date) -> dict[DimensiSetara, Nomor]:
    kelamin = {k.value: n for n, k in enumerate(JenisKelamin)}
    usia = np.array([age(b[3], per) for b in baris], dtype=np.int32)
    jauh = {None: TANPA_KELOMPOK, True: 0, False: 1}
    return {
        DimensiSetara.JENIS_KELAMIN: np.array(
            [kelamin.get(b[2], TANPA_KELOMPOK) for b in baris], dtype=np.int32
        ),
        DimensiSetara.USIA: band_usia(usia),
        DimensiSetara.WILAYAH: np.array([jauh[b[5]] for b in baris], dtype=np.int32),
    }


# -- what each measure rests on ----------------------------------------------------------------------------


def _jp(o: _Orang) -> Ukur:
    """The JP of this year: a PNS by the right of the law, a PPPK whoever learned anything (UNV ceiling)."""
    lantai = aturan_per(o.per)["jp"].angka("jp_pns")
    awal = date(o.per.year, 1, 1)
    jp = dict(
        PengembanganKompetensi.objects.filter(
            pegawai__instansi=o.instansi_id, tanggal_selesai__range=(awal, o.per)
        )
        .order_by()
        .values_list("pegawai_id")
        .annotate(jumlah=Sum("jp"))
    )
    cukup = o.di(pk for pk, jumlah in jp.items() if jumlah >= lantai)
    return Ukur(o.semua(), np.where(o.pns, cukup, o.di(jp)))


def _disepakati(o: _Orang) -> Ukur:
    return Ukur(o.semua(), o.di(_plans(o).values_list("pegawai_id", flat=True)))


def _selesai(o: _Orang) -> Ukur:
    """Of who agreed a plan this year: half of its items done, or more."""
    baris = _plans(o).values_list("pegawai_id", "butir_rencana", "butir_selesai")
    rencana = {pk: (butir, selesai) for pk, butir, selesai in baris}
    separuh = (pk for pk, (butir, selesai) in rencana.items() if butir and 2 * selesai >= butir)
    return Ukur(o.di(rencana), o.di(separuh))


def _plans(o: _Orang) -> Any:
    return facts.rencana(o.per.year).filter(pegawai__instansi=o.instansi_id, disepakati_pada__isnull=False)


def _mentoring(o: _Orang) -> Ukur:
    return Ukur(o.semua(), o.di(_guided(o)))


def _bertemu(o: _Orang) -> Ukur:
    """Of who is guided: who met their mentor lately."""
    sejak = o.per - timedelta(days=HARI_BERTEMU)
    bertemu = mentoring.pertemuan_terjadi(sejak, o.per).filter(pasangan__mentee__instansi=o.instansi_id)
    return Ukur(o.di(_guided(o)), o.di(bertemu.values_list("pegawai_id", flat=True)))


def _guided(o: _Orang) -> Any:
    dibimbing = mentoring.mentor_aktif().filter(mentee__instansi=o.instansi_id)
    return dibimbing.values_list("pegawai_id", flat=True)


def _umpan_balik(o: _Orang) -> Ukur:
    sejak = o.per - timedelta(days=HARI_UMPAN_BALIK)
    return Ukur(
        o.semua(), o.di(kinerja.umpan_balik(sejak, o.instansi_id).values_list("pegawai_id", flat=True))
    )


def _celah(o: _Orang) -> Ukur | None:
    """Of who was short of a competency in the run before the last: who is short of fewer now."""
    dua = two_runs(o.instansi_id, o.per)
    if not dua:
        return None
    lama, baru = (
        dict(HasilEvaluasi.objects.filter(run=r).order_by().values_list("pegawai_id", "kebutuhan"))
        for r in dua
    )
    punya = {pk for pk, bit in lama.items() if bit and pk in baru}
    kurang = {pk for pk in punya if baru[pk].bit_count() < lama[pk].bit_count()}
    return Ukur(o.di(punya), o.di(kurang))


def _kenaikan(o: _Orang) -> Ukur:
    """Of the PNS who rose in the last twelve months, or could have: who rose in the first possible month."""
    sejak = add_months(o.per, -BULAN)
    pertama = (
        RiwayatPangkat.objects.filter(pegawai__instansi=o.instansi_id, skala=JenisPegawai.PNS)
        .order_by()
        .values_list("pegawai_id")
        .annotate(awal=Min("tmt"))
    )
    mulai = dict(pertama)
    naik = {
        pk
        for pk, tmt in RiwayatPangkat.objects.filter(
            pegawai__instansi=o.instansi_id, skala=JenisPegawai.PNS, tmt__gt=sejak, tmt__lte=o.per
        ).values_list("pegawai_id", "tmt")
        if tmt != mulai[pk]
    }
    peringatan: Any = PeringatanKenaikan.objects.filter(pegawai__instansi=o.instansi_id)
    terlewat = set(
        peringatan.filter(
            status=StatusPeringatan.TERLEWAT, tmt_awal__gt=sejak, tmt_awal__lte=o.per
        ).values_list("pegawai_id", flat=True)
    )
    terlambat = set(
        peringatan.filter(status=StatusPeringatan.NAIK, bulan_hilang__gt=0).values_list(
            "pegawai_id", flat=True
        )
    )
    return Ukur(o.di(naik | terlewat) & o.pns, o.di(naik - terlambat - terlewat))


def _perpanjangan(o: _Orang) -> Ukur:
    """Of the PPPK whose contract, by any record, ended in the last twelve months: who has a later one."""
    sejak = add_months(o.per, -BULAN)
    riwayat = Pegawai.history.filter(
        instansi_id=o.instansi_id, jenis=JenisPegawai.PPPK, perjanjian_sampai__range=(sejak, o.per)
    )
    pernah = set(riwayat.order_by().values_list("id", flat=True).distinct())
    kini = dict(
        Pegawai.objects.of_instansi(o.instansi_id)
        .filter(jenis=JenisPegawai.PPPK, perjanjian_sampai__gte=sejak)
        .values_list("pk", "perjanjian_sampai")
    )
    berakhir = pernah | {pk for pk, sampai in kini.items() if sampai <= o.per}
    return Ukur(o.di(berakhir) & ~o.pns, o.di(pk for pk, sampai in kini.items() if sampai > o.per))


SUMBER: Final[dict[UkuranPantau, Sumber]] = {
    UkuranPantau.JP: _jp,
    UkuranPantau.RENCANA_DISEPAKATI: _disepakati,
    UkuranPantau.RENCANA_SELESAI: _selesai,
    UkuranPantau.MENTORING: _mentoring,
    UkuranPantau.MENTORING_HIDUP: _bertemu,
    UkuranPantau.UMPAN_BALIK: _umpan_balik,
    UkuranPantau.CELAH: _celah,
    UkuranPantau.KENAIKAN_TEPAT: _kenaikan,
    UkuranPantau.PERPANJANGAN: _perpanjangan,
}
