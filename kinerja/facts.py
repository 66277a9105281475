"""What kinerja publishes about people: one row per `pegawai_id` and queryset; only what is signed counts.

`konversi` has a row per conversion of angka kredit, drafts too.
"""

from datetime import date, datetime
from typing import Any

from django.db.models import Case, F, Max, Q, QuerySet, SmallIntegerField, Value, When
from django.db.models.functions import Cast

from asn_karier.lib.db import terbaru
from kinerja.enums import StatusKonversi, StatusPenilaian
from kinerja.models import KonversiAngkaKredit, PenetapanAngkaKredit, Penilaian

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


def diubah_pada(sejak: datetime, instansi_id: int) -> Baris:
    """Appraisals and angka kredit of one instansi written after `sejak` (several rows per person)."""
    penilaian, *lain = (
        model.objects.filter(diubah_pada__gt=sejak, pegawai__instansi_id=instansi_id)
        .order_by()
        .values("pegawai_id", "diubah_pada")
        for model in (Penilaian, PenetapanAngkaKredit, KonversiAngkaKredit)
    )
    return penilaian.union(*lain, all=True)
