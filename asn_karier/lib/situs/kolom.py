"""Columns of the lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin


def ya_tidak(nama: str, judul: str, ya: str = "Ya", tidak: str = "Tidak") -> Callable[[Any], str]:
    """A yes-or-no column in words; the stock icon says 'False' to a screen reader and alarms in red."""

    @admin.display(description=judul, ordering=nama)
    def tampil(obj: Any) -> str:
        return ya if getattr(obj, nama) else tidak

    return tampil
