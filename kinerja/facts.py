"""What kinerja publishes about people: one row per `pegawai_id` and queryset; only what is signed counts.

`konversi` has a row per conversion of angka kredit, drafts too. `tema_unit` is about units, not people.
"""

from collections import defaultdict
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Case, Count, F, Max, Q, QuerySet, SmallIntegerField, Value, When
from django.db.models.functions import Cast
from django.utils import timezone

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.db import terbaru
from kinerja.enums import StatusKonversi, StatusPenilaian
from kinerja.models import KonversiAngkaKredit, PenetapanAngkaKredit, Penilaian, Ulasan, UmpanBalik
from kinerja.rules.terbitan import kelompokkan
from kinerja.rules.warga import angka_warga

Baris = QuerySet[Any, Any]


def predikat(tmt: date) -> Baris:
    """Signed predikat of the three years before the year of `tmt`: predikat_1 is the latest of them."""
    sah = Penilaian.objects.filter(
        status=StatusPenilaian.DITETAPKAN, tahun__gte=tmt.year - 3, tahun__lte=tmt.year - 1
    )
    hasil: Baris = (
        sah.values("pegawai_id")
        .annotate(
            predikat_1=Max("predikat", filter=Q(tahun=tmt.year - 1)),
            predikat_2=Max("predikat", filter=Q(tahun=tmt.year - 2)),
            predikat_3=Max("predikat", filter=Q(tahun=tmt.year - 3)),
        )
        .order_by()
    )
    return hasil


def pak(per: date) -> Baris:
    """The last PAK up to `per`, in senti; `pak_sampai` is the last day it counts."""
    return terbaru(PenetapanAngkaKredit.objects.filter(sampai__lte=per), "sampai").values(
        "pegawai_id", jenjang_pak=F("jenjang"), pak_sampai=F("sampai"), pak=F("jumlah_senti")
    )


def konversi() -> Baris:
    """Every conversion: its jenjang, its first day, senti, and whether it is signed (1) or a draft (0)."""
    sah = Case(When(status=StatusKonversi.DITANDATANGANI, then=Value(1)), default=Value(0))
    return KonversiAngkaKredit.objects.order_by().values(
        "pegawai_id", "jenjang", "mulai", "nilai_senti", sah=Cast(sah, SmallIntegerField())
    )


def umpan_balik(sejak: date, instansi_id: int) -> Baris:
    """How many times people of one instansi were given feedback since `sejak`: that it was, never what."""
    return (
        UmpanBalik.objects.terkirim()
        .filter(dikirim_pada__date__gte=sejak, pegawai__instansi_id=instansi_id)
        .order_by()
        .values("pegawai_id")
        .annotate(banyak=Count("pk"))
    )


def diubah_pada(sejak: datetime, instansi_id: int) -> Baris:
    """Appraisals and angka kredit of one instansi written after `sejak` (several rows per person)."""
    penilaian, *lain = (
        model.objects.filter(diubah_pada__gt=sejak, pegawai__instansi_id=instansi_id)
        .order_by()
        .values("pegawai_id", "diubah_pada")
        for model in (Penilaian, PenetapanAngkaKredit, KonversiAngkaKredit)
    )
    return penilaian.union(*lain, all=True)


class TemaUnit(NamedTuple):
    """A development need that citizens named: how many reviews of a unit, in which closed months."""

    unit_id: int
    tema: str
    awal: date
    akhir: date
    banyak: int


def tema_unit(instansi_id: int, per: date) -> list[TemaUnit]:
    """Themes of reviews that were accepted, per unit; told from ten on, never about a person.

    A review counts in the month in which it was accepted: later nothing about it changes.
    """
    bulanan: dict[tuple[int, str], dict[date, int]] = defaultdict(lambda: defaultdict(int))
    diterima = Ulasan.objects.filter(layanan__unit__instansi=instansi_id, diputus_pada__isnull=False)
    baris = diterima.order_by().exclude(tema=[]).values_list("layanan__unit", "diputus_pada", "tema")
    for unit_id, pada, tema in baris.iterator(chunk_size=2000):
        for satu in tema:
            bulanan[unit_id, satu][timezone.localdate(pada).replace(day=1)] += 1
    n = angka_warga(aturan_per(per)).paling_sedikit
    return [
        TemaUnit(unit_id, tema, k.awal, k.akhir, k.banyak)
        for (unit_id, tema), semua in sorted(bulanan.items())
        for k in kelompokkan({b: (j,) for b, j in semua.items()}, per=per, paling_sedikit=n)
    ]
