"""What rests on the records of people: asked before an import is undone. Upper apps register their part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol


class Penahan(Protocol):
    """Who of these people may not be put back, and why, in words that name what rests on their records."""

    def __call__(self, pegawai_ids: Sequence[int], sejak: datetime) -> Mapping[int, str]:
        """`sejak`: since when the import began to write."""
        ...


_PENAHAN: dict[str, Penahan] = {}


def daftarkan_penahan(kode: str, penahan: Penahan) -> None:
    """Register one kind of holder; apps call this in AppConfig.ready."""
    _PENAHAN[kode] = penahan


def tertahan(pegawai_ids: Sequence[int], sejak: datetime) -> dict[int, str]:
    """The first reason of each person who is held."""
    hasil: dict[int, str] = {}
    for penahan in _PENAHAN.values():
        for pk, sebab in penahan(pegawai_ids, sejak).items():
            hasil.setdefault(pk, sebab)
    return hasil
