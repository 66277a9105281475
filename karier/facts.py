"""What karier itself publishes about people: one row per `pegawai_id`."""

from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from asn_karier.lib.db import terbaru
from karier.enums import StatusButir
from karier.models import ButirRencana, KomponenTalenta, RencanaPengembangan
from karier.models.talenta import KOMPONEN
from pelatihan.models import Sertifikat

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


def rencana(tahun: int) -> Baris:
    """The plan of a year of each who has one: where it stands, how many items it has, how many are done.

    Done is what the person marked, and a programme whose certificate is valid; hours and pairs are read with
    the person only (`services.rencana_bukti`). What goes on in the next year is no item of this one.
    """
    bersertifikat = Sertifikat.objects.filter(
        pegawai=OuterRef("rencana__pegawai"),
        dicabut_pada=None,
        pendaftaran__angkatan__pelatihan=OuterRef("pelatihan"),
        tanggal__year__gte=OuterRef("rencana__tahun"),
    )
    tuntas = Q(status=StatusButir.SELESAI) | Q(Exists(bersertifikat))
    butir = ButirRencana.objects.filter(rencana=OuterRef("pk")).exclude(status=StatusButir.DITERUSKAN)
    hitung = butir.order_by().values("rencana").annotate(n=Count("pk"), t=Count("pk", filter=tuntas))
    hasil: Baris = (
        RencanaPengembangan.objects.filter(tahun=tahun)
        .order_by()
        .annotate(
            butir_rencana=Coalesce(Subquery(hitung.values("n")), 0),
            butir_selesai=Coalesce(Subquery(hitung.values("t")), 0),
            disepakati=Q(disepakati_pada__isnull=False),
        )
        .values("pegawai_id", "status", "disepakati", "butir_rencana", "butir_selesai")
    )
    return hasil
