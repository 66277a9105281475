"""Programmes: shared by all governments, or kept by one."""

from __future__ import annotations

from typing import Any, Self

from django.db.models import Exists, OuterRef

from pegawai.querysets import RujukanQuerySet


class PelatihanQuerySet(RujukanQuerySet):
    def dikelola(self, pengguna: Any) -> Self:
        """What HR may change of its own government; what all share is kept by the administrator."""
        return self if _administrator(pengguna) else super().dikelola(pengguna)

    def untuk(self, instansi_id: int) -> Self:
        """What one government offers: its own, and shared ones that it has not put its own in place of."""
        salinan = self.model._default_manager.filter(instansi=instansi_id, asal=OuterRef("pk"))
        return super().untuk(instansi_id).exclude(Exists(salinan))


def _administrator(pengguna: Any) -> bool:
    return bool(pengguna.is_authenticated and pengguna.is_active and pengguna.is_superuser)
