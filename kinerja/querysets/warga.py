"""What citizens send: the people of the desk in its unit, never a person's record."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone

from asn_karier.lib.aturan import aturan_per
from kinerja.enums import (
    BELUM_DIPUTUS,
    TINDAK_SELESAI,
    StatusKiriman,
)
from kinerja.rules.warga import angka_warga
from pegawai.querysets import dalam_subtree


class MilikUnitQuerySet(models.QuerySet[Any]):
    """Rows of a unit: read by its staff, kept by HR and its operator. `lewat` is the way to the unit."""

    lewat = "unit"

    def visible_to(self, pengguna: Any) -> Self:
        return self.filter(**{f"{self.lewat}__in": self._unit().visible_to(pengguna)})

    def dikelola(self, pengguna: Any) -> Self:
        """What `pengguna` keeps as HR or operator of the unit."""
        return self.filter(**{f"{self.lewat}__in": self._unit().dibantu(pengguna)})

    def terbuka(self, instansi: Any) -> Self:
        """What everybody may read of one instansi."""
        return self.filter(**{f"{self.lewat}__instansi": instansi}, terbit=True)

    def _unit(self) -> Any:
        model: Any = self.model
        for langkah in self.lewat.split("__"):
            model = model._meta.get_field(langkah).related_model
        return model.objects


class LayananQuerySet(MilikUnitQuerySet):
    def terbuka(self, instansi: Any) -> Self:
        """Services that may be rated now."""
        return self.filter(unit__instansi=instansi, aktif=True)


class JanjiQuerySet(MilikUnitQuerySet):
    lewat = "topik__unit"

    def terbuka(self, instansi: Any) -> Self:
        return self.filter(topik__unit__instansi=instansi, topik__terbit=True)

    def belum_selesai(self) -> Self:
        return self.exclude(status__in=TINDAK_SELESAI)

    def lewat_tenggat(self, at: datetime) -> Self:
        """Open although the day is over on the clock of the unit; two queries."""
        setempat = Coalesce(
            NullIf(F("topik__unit__zona_waktu"), Value("")), F("topik__unit__instansi__zona_waktu")
        )
        semua = self.belum_selesai().annotate(zona=setempat)
        lewat = Q(pk__in=[])
        for zona in semua.order_by().values_list("zona", flat=True).distinct():
            lewat |= Q(zona=zona, tenggat__lt=at.astimezone(ZoneInfo(zona)).date())
        return semua.filter(lewat)


class KirimanQuerySet(MilikUnitQuerySet):
    """Words of citizens: for HR and the operator of the unit only, and not on the day they came.

    Whoever stands at the counter must not be able to tell a review from the person who just left.
    """

    def visible_to(self, pengguna: Any) -> Self:
        hari = timezone.localdate()
        sampai = hari - angka_warga(aturan_per(hari)).jeda
        return self.dikelola(pengguna).filter(hari__lte=sampai).exclude(status=StatusKiriman.TANPA_TEKS)

    def menunggu(self) -> Self:
        """Words that nobody has decided about."""
        return self.filter(status__in=BELUM_DIPUTUS)

    def tampil(self) -> Self:
        return self.filter(status=StatusKiriman.TAMPIL)


class UlasanQuerySet(KirimanQuerySet):
    lewat = "layanan__unit"

    def ucapan_bagi(self, pengguna: Any) -> Self:
        """Thanks for the unit that `pengguna` leads and all below it; for nobody who leads nobody."""
        pegawai = pengguna.pegawai if pengguna.is_authenticated and pengguna.pegawai_id else None
        if pegawai is None or pegawai.unit is None:
            return self.none()
        if not type(pegawai).objects.dinilai_oleh(pengguna).exists():
            return self.none()
        unit = dalam_subtree(pegawai.unit.jalur, "layanan__unit__")
        return self.tampil().filter(unit, layanan__unit__instansi=pegawai.instansi_id, terima_kasih=True)


class MasukanQuerySet(KirimanQuerySet):
    lewat = "topik__unit"
