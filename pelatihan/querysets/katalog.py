"""Programmes: shared by all governments, or kept by one."""

from __future__ import annotations

from typing import Self

from django.db.models import Exists, OuterRef

from pegawai.querysets import RujukanQuerySet


class PelatihanQuerySet(RujukanQuerySet):
    def untuk(self, instansi_id: int) -> Self:
        """What one government offers: its own, and shared ones that it has not put its own in place of."""
        salinan = self.model._default_manager.filter(instansi=instansi_id, asal=OuterRef("pk"))
        return super().untuk(instansi_id).exclude(Exists(salinan))
