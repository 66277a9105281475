"""Who takes part: the person, their atasan of today, and HR of the person."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models

from pegawai.querysets import PihakQuerySet
from pelatihan.enums import StatusPendaftaran


class PendaftaranQuerySet(PihakQuerySet):
    def menunggu_putusan(self, pengguna: Any) -> Self:
        """Waiting for `pengguna` as the atasan of today; never their own."""
        pegawai = self.model._meta.get_field("pegawai").related_model.objects
        milik = self.filter(
            status=StatusPendaftaran.MENUNGGU_ATASAN, pegawai__in=pegawai.dinilai_oleh(pengguna)
        )
        return milik.exclude(pegawai=pengguna.pegawai_id)

    def ditanya_penerapan(self, pengguna: Any, *, dari: date, sampai: date) -> Self:
        """Passed participants whose atasan of today says what came of a class that ended in this span.

        Answered ones stay in it; never about oneself.
        """
        pegawai = self.model._meta.get_field("pegawai").related_model.objects
        lulus = self.filter(
            status=StatusPendaftaran.SELESAI,
            angkatan__selesai__range=(dari, sampai),
            pegawai__in=pegawai.dinilai_oleh(pengguna),
        )
        return lulus.exclude(pegawai=pengguna.pegawai_id)


class MilikSendiriQuerySet(models.QuerySet[Any]):
    """What a person thinks of a class: theirs alone; everybody else reads numbers.

    `milik`: the way from the row to the person.
    """

    milik: ClassVar[str] = "pendaftaran__pegawai"

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated or not pengguna.is_active or not pengguna.pegawai_id:
            return self.none()
        return self.filter(**{self.milik: pengguna.pegawai_id})


class MinatQuerySet(MilikSendiriQuerySet):
    """What a person waits for."""

    milik = "pegawai"
