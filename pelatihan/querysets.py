"""The catalogue is open to every signed-in user; only who keeps it is limited."""

from __future__ import annotations

from typing import Any, Self

from django.db import models

from pelatihan.enums import Metode


class PelatihanQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        return self

    def aktif(self) -> Self:
        return self.filter(aktif=True)

    def menutup(self, kompetensi: str, *, level: int) -> Self:
        """Programmes that bring `kompetensi` at least to `level`."""
        return self.filter(kompetensi__kompetensi=kompetensi, kompetensi__level__gte=level)

    def daring_dahulu(self) -> Self:
        """Online before mixed before classroom: for units far away or with a weak network."""
        urutan = models.Case(
            models.When(metode=Metode.DARING, then=0),
            models.When(metode=Metode.CAMPURAN, then=1),
            default=2,
            output_field=models.PositiveSmallIntegerField(),
        )
        return self.order_by(urutan, "biaya", "-jp", "pk")
