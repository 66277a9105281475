"""What mentoring publishes about people: one row per `pegawai_id`."""

from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Max, QuerySet, SmallIntegerField, Value

from mentoring.enums import StatusPasangan
from mentoring.models import Pasangan, Pertemuan

Baris = QuerySet[Any, Any]


def mentor_aktif() -> Baris:
    """People who are guided by a mentor now, in any competency."""
    return (
        Pasangan.objects.filter(status=StatusPasangan.BERJALAN)
        .order_by()
        .values(pegawai_id=F("mentee_id"))
        .annotate(mentor_aktif=Max(Value(1, output_field=SmallIntegerField())))
    )


def pertemuan_terjadi(sejak: date, per: date) -> Baris:
    """Confirmed meetings of mentees after `sejak` and up to `per`, with the last one."""
    hasil: Baris = (
        Pertemuan.objects.terjadi()
        .filter(pada__gt=sejak, pada__lte=per)
        .order_by()
        .values(pegawai_id=F("pasangan__mentee_id"))
        .annotate(pertemuan=Count("pk"), pertemuan_terakhir=Max("pada"))
    )
    return hasil


def membimbing() -> Baris:
    """Mentors of running pairs, with how many they guide now."""
    return (
        Pasangan.objects.filter(status=StatusPasangan.BERJALAN)
        .order_by()
        .values(pegawai_id=F("mentor_pegawai_id"))
        .annotate(dibimbing=Count("pk"))
    )


def diubah_pada(sejak: datetime, instansi_id: int) -> Baris:
    """Pairs of mentees of one instansi that were written after `sejak` (several rows per person)."""
    return (
        Pasangan.objects.filter(diubah_pada__gt=sejak, mentee__instansi_id=instansi_id)
        .order_by()
        .values("diubah_pada", pegawai_id=F("mentee_id"))
    )
