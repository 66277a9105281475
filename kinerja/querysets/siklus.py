"""Cycles: visible to the staff of the instansi that runs them."""

from __future__ import annotations

from typing import Any, Self

from django.db import models

from kinerja.enums import JenisSiklus
from pegawai.querysets import MilikInstansiQuerySet


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


class PribadiQuerySet(models.QuerySet[Any]):
    """What only the person themself reads: messages, choices, plans. Not HR, not the atasan."""

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated or not pengguna.is_active or not pengguna.pegawai_id:
            return self.none()
        return self.filter(pegawai=pengguna.pegawai_id)
