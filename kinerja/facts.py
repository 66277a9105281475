"""What kinerja publishes about people: one row per `pegawai_id` and queryset. Only what is signed counts."""

from datetime import date, datetime
from typing import Any

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery, Sum

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


def angka_kredit(per: date) -> Baris:
    """The last PAK up to `per`, and conversions that begin after it in its jenjang: signed, and drafts.

    In senti; `pak_sampai` is the last day the PAK counts. People without a PAK have no row: a sum of
    conversions alone is not a balance.
    """
    return terbaru(PenetapanAngkaKredit.objects.filter(sampai__lte=per), "sampai").values(
        "pegawai_id",
        jenjang_pak=F("jenjang"),
        pak_sampai=F("sampai"),
        pak=F("jumlah_senti"),
        sah=_konversi(StatusKonversi.DITANDATANGANI),
        draf=_konversi(StatusKonversi.DRAF),
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


def _konversi(status: StatusKonversi) -> Subquery:
    """Sum of the conversions after the PAK of the outer row; NULL when there is none."""
    sesudah = KonversiAngkaKredit.objects.filter(
        pegawai=OuterRef("pegawai"),
        jenjang=OuterRef("jenjang"),
        mulai__gt=OuterRef("sampai"),
        status=status,
    )
    return Subquery(sesudah.order_by().values("pegawai").annotate(n=Sum("nilai_senti")).values("n"))
