"""Levels of competency as facts: the row that counts, and what trainings passed since then have added."""

from datetime import date
from typing import Any, Final

from django.db.models import (
    Case,
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    SmallIntegerField,
    Value,
    When,
)

from asn_karier.lib.db import terbaru
from pegawai.enums import KompetensiMansoskul, SumberKompetensi
from pegawai.models import AsesmenKompetensi, KenaikanKompetensi
from pegawai.rules.kompetensi import Urutan

Baris = QuerySet[Any, Any]
KODE: Final = tuple(k.value for k in KompetensiMansoskul)


def asesmen(per: date, *, berlaku_sejak: date) -> Baris:
    """The levels that count on `per`, with the day they are from (asesmen_tanggal).

    A valid assessment, else a valid confirmation by the atasan, else the last assessment: how old that is
    judges the rule. `berlaku_sejak`: an assessment that names no last day is valid from this day on.
    """
    capai = {f"capai_{k}": F(k) for k in KODE}
    urut = Case(
        When(_asesmen_berlaku(per, berlaku_sejak), then=Value(Urutan.ASESMEN_BERLAKU)),
        When(asal=SumberKompetensi.ATASAN, then=Value(Urutan.ATASAN_BERLAKU)),
        default=Value(Urutan.ASESMEN_LAMA),
        output_field=SmallIntegerField(),
    )
    dipakai = AsesmenKompetensi.objects.filter(_masih_berkata(per), tanggal__lte=per)
    return terbaru(dipakai.annotate(urut=urut), "urut", "tanggal").values(
        "pegawai_id", asesmen_tanggal=F("tanggal"), **capai
    )


def kenaikan_kompetensi(per: date) -> Baris:
    """The highest level that passed trainings showed up to `per` in each of the nine (naik_*).

    Not what an assessment or a confirmation after the training has measured anew.
    """
    dicari = ExpressionWrapper(OuterRef("kompetensi"), output_field=CharField())
    sesudah = AsesmenKompetensi.objects.annotate(dicari=dicari).filter(
        _masih_berkata(per),
        _mengukur_yang_dicari(),
        pegawai=OuterRef("pegawai"),
        tanggal__gt=OuterRef("tanggal"),
        tanggal__lte=per,
    )
    naik = KenaikanKompetensi.objects.filter(~Exists(sesudah), tanggal__lte=per, teknis=None)
    level = {f"naik_{k}": Max("level", filter=Q(kompetensi=k)) for k in KODE}
    return naik.order_by().values("pegawai_id").annotate(**level)


def _asesmen_berlaku(per: date, berlaku_sejak: date) -> Q:
    menurut_aturan = Q(berlaku_sampai=None, tanggal__gte=berlaku_sejak)
    return Q(asal=SumberKompetensi.ASESMEN) & (Q(berlaku_sampai__gte=per) | menurut_aturan)


def _masih_berkata(per: date) -> Q:
    """A confirmation whose time is over says nothing any more; an assessment stays the last one."""
    return Q(asal=SumberKompetensi.ASESMEN) | Q(berlaku_sampai__gte=per)


def _mengukur_yang_dicari() -> Q:
    """Rows that hold a level of the competency `dicari`."""
    hasil = Q()
    for k in KODE:
        hasil |= Q(**{"dicari": k, f"{k}__isnull": False})
    return hasil
