"""Which counts may be told: only whole months that are over, joined until each group is large enough.

Groups never change once they are told, because what they count never changes. So the difference of any two
published numbers is a sum of whole groups: nobody can subtract one person out of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple


class Kelompok(NamedTuple):
    """The months `awal` to `akhir` (their first days); `jumlah` counts each kind."""

    awal: date
    akhir: date
    jumlah: tuple[int, ...]

    @property
    def banyak(self) -> int:
        return sum(self.jumlah)


def kelompokkan(bulanan: Mapping[date, tuple[int, ...]], *, per: date, paling_sedikit: int) -> list[Kelompok]:
    """Groups of closed months before the month of `per`, the oldest first, each with enough in it.

    Months that do not fill a group wait for the next ones and are told with them.
    """
    hasil: list[Kelompok] = []
    tunggu: Kelompok | None = None
    for bulan in sorted(b for b in bulanan if b < per.replace(day=1)):
        tunggu = _tambah(tunggu, bulan, bulanan[bulan])
        if tunggu.banyak >= paling_sedikit:
            hasil.append(tunggu)
            tunggu = None
    return hasil


def _tambah(lalu: Kelompok | None, bulan: date, jumlah: tuple[int, ...]) -> Kelompok:
    if lalu is None:
        return Kelompok(bulan, bulan, jumlah)
    return Kelompok(lalu.awal, bulan, tuple(a + b for a, b in zip(lalu.jumlah, jumlah, strict=True)))


def total(kelompok: Iterable[Kelompok], jenis: int) -> tuple[int, ...]:
    """All groups together; zeros when there is none."""
    baris = [k.jumlah for k in kelompok]
    return tuple(sum(kolom) for kolom in zip(*baris, strict=True)) if baris else (0,) * jenis
