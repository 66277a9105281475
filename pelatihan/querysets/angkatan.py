"""Classes: offered to the people of one government, kept by its HR."""

from __future__ import annotations

from typing import Any, Self

from django.db import models

from pegawai.querysets import MilikInstansiQuerySet, instansi_pengguna
from pelatihan.enums import StatusAngkatan


class AngkatanQuerySet(MilikInstansiQuerySet):
    def visible_to(self, pengguna: Any) -> Self:
        """Classes of the own government; what is still being prepared only at its desk."""
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        if pengguna.is_superuser:
            return self
        milik = self.filter(instansi__in=instansi_pengguna(pengguna))
        meja = models.Q(pk__in=super().visible_to(pengguna).values("pk"))
        return milik.filter(~models.Q(status=StatusAngkatan.DISIAPKAN) | meja)
