"""What karier itself publishes about people: one row per `pegawai_id`."""

from datetime import date, datetime
from typing import Any

from django.db.models import F, QuerySet

from asn_karier.lib.db import terbaru
from karier.models import KomponenTalenta
from karier.models.talenta import KOMPONEN

Baris = QuerySet[Any, Any]


def komponen_talenta(per: date) -> Baris:
    """The last scores up to `per`, in senti; what was not scored on that day is missing."""
    skor = {f"skor_{nama}": F(nama) for nama in KOMPONEN}
    return terbaru(KomponenTalenta.objects.filter(tanggal__lte=per), "tanggal").values("pegawai_id", **skor)


def diubah_pada(sejak: datetime, instansi_id: int) -> Baris:
    """Talent scores of people of one instansi that were written after `sejak` (several rows per person)."""
    return (
        KomponenTalenta.objects.filter(diubah_pada__gt=sejak, pegawai__instansi_id=instansi_id)
        .order_by()
        .values("pegawai_id", "diubah_pada")
    )
