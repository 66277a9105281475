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
