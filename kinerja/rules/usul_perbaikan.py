"""Usul perbaikan cara kerja: how long an answer may take, who may give it, and what a trial did."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from kinerja.enums import ArahUkuran, Perubahan

#: Days in which a leader answers (KEPUTUSAN of this house, no law).
HARI_JAWAB: Final = 14
#: The atasan, the leader above, and the one above that: further up nobody knows the work.
TINGKAT_TERTINGGI: Final = 2
#: Days after its beginning on which a trial is measured, when nobody says another day.
HARI_UKUR: Final = 30


class Menunggu(NamedTuple):
    """How high an idea has come, and the last day to answer it."""

    tingkat: int
    batas: date


def batas_jawab(mulai: date) -> date:
    """The last day to answer what arrived on `mulai`."""
    return mulai + timedelta(days=HARI_JAWAB)


def naik_bila_lewat(kini: Menunggu, *, hari: date, ada_di_atas: bool) -> Menunggu:
    """One level higher after the last day, with as many days again; unchanged before it and at the top."""
    if hari <= kini.batas or not ada_di_atas or kini.tingkat >= TINGKAT_TERTINGGI:
        return kini
    return Menunggu(kini.tingkat + 1, batas_jawab(hari))


def boleh_disampaikan(*, tingkat: int, disampaikan_dari: int | None, di_atas: bool) -> bool:
    """Passing on is done once, and only where somebody stands above."""
    return disampaikan_dari is None and di_atas and tingkat < TINGKAT_TERTINGGI


def perubahan(sebelum: Decimal, sesudah: Decimal, arah: ArahUkuran) -> Perubahan:
    """Which way the number went, seen from where it should go."""
    if sesudah == sebelum:
        return Perubahan.TETAP
    turun = sesudah < sebelum
    return Perubahan.MEMBAIK if turun == (arah is ArahUkuran.TURUN) else Perubahan.BELUM_MEMBAIK
