"""Visibility of performance rows: with the person, or with the instansi that runs the cycle."""

from __future__ import annotations

from typing import Any, Self

from django.db import models

from kinerja.enums import JenisSiklus, StatusPenilaian
from pegawai.querysets import MilikInstansiQuerySet, MilikPegawaiQuerySet

__all__ = ["MilikPegawaiQuerySet", "MilikSiklusQuerySet", "PenilaianQuerySet", "SiklusQuerySet"]


class SiklusQuerySet(MilikInstansiQuerySet):
    def tahunan(self) -> Self:
        """Cycles of whole years."""
        return self.filter(jenis=JenisSiklus.TAHUNAN)

    def periodik(self) -> Self:
        """Quarters and months."""
        return self.exclude(jenis=JenisSiklus.TAHUNAN)


class MilikSiklusQuerySet(models.QuerySet[Any]):
    """Rows that belong to a cycle: visible to the staff of its instansi."""

    def visible_to(self, pengguna: Any) -> Self:
        siklus = self.model._meta.get_field("siklus").related_model
        return self.filter(siklus__in=siklus.objects.visible_to(pengguna))

    def dikelola(self, pengguna: Any) -> Self:
        siklus = self.model._meta.get_field("siklus").related_model
        return self.filter(siklus__in=siklus.objects.dikelola(pengguna))


class PenilaianQuerySet(MilikPegawaiQuerySet):
    def visible_to(self, pengguna: Any) -> Self:
        """With the person, but only once it is announced; before that it is the rater's own desk."""
        terlihat = super().visible_to(pengguna)
        return terlihat.filter(status=StatusPenilaian.DITETAPKAN) | self.dinilai_oleh(pengguna)

    def dinilai_oleh(self, pengguna: Any) -> Self:
        """Appraisals on the desk of `pengguna` as pejabat penilai."""
        pegawai = self.model._meta.get_field("pegawai").related_model
        return self.filter(pegawai__in=pegawai.objects.dinilai_oleh(pengguna))
