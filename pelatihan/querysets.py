"""The catalogue is open to every signed-in user; only who keeps it is limited."""

from __future__ import annotations

from typing import Any, Self

from django.db import models


class PelatihanQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        return self
