"""Shapes shared by the readers of CSV and XLSX."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from pegawai.services.berkas.gerbang import Jenis

Nilai = str | int | float | bool | date | datetime | time | timedelta
BarisMentah = tuple[int, list[Nilai]]


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet; a CSV has one, without a name."""

    nama: str
    terlihat: bool = True


class Buku(Protocol):
    """An open file. Rows are numbered as Excel shows them, from 1; their lengths may differ."""

    jenis: Jenis
    lembar: tuple[Lembar, ...]

    def baris(self, lembar: str) -> Iterator[BarisMentah]:
        """All rows of one sheet, from row 1, blank ones included; may be called again."""
        ...

    def tersembunyi(self, lembar: str) -> int:
        """How many rows of an opened sheet a person does not see in Excel; they are read like the others."""
        ...
