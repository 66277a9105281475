"""Rows that are written once."""

from typing import Any

from django.db import models


class TambahSaja(models.Model):
    """Written once: a second save and a deletion are refused; the program that tries is mistaken."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError(f"{type(self).__name__} is append-only")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError(f"{type(self).__name__} is append-only")


class TambahSajaQuerySet(models.QuerySet[Any]):
    """Rows that are written once: what would change or remove them in bulk is refused."""

    def update(self, **kwargs: Any) -> int:
        raise TypeError(f"{self.model.__name__} is append-only")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError(f"{self.model.__name__} is append-only")
