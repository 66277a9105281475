"""Whether an agreement with a partner holds on a day, and how soon it ends."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

#: Days before the end from which HR is warned (decision of the house: time for an extension).
HARI_PERINGATAN: Final = 60


class Masa(NamedTuple):
    """From one day to another, both included."""

    mulai: date
    sampai: date


class MasaPerjanjian(StrEnum):
    BELUM_MULAI = "belum_mulai"
    BERLAKU = "berlaku"
    SEGERA_BERAKHIR = "segera_berakhir"
    BERAKHIR = "berakhir"


def agreement_state(mulai: date, sampai: date, hari: date) -> MasaPerjanjian:
    """Where `hari` lies; the last `HARI_PERINGATAN` days are told apart."""
    if hari < mulai:
        return MasaPerjanjian.BELUM_MULAI
    if hari > sampai:
        return MasaPerjanjian.BERAKHIR
    segera = (sampai - hari).days <= HARI_PERINGATAN
    return MasaPerjanjian.SEGERA_BERAKHIR if segera else MasaPerjanjian.BERLAKU


def joined(semua: Iterable[Masa]) -> list[Masa]:
    """Agreements that overlap or follow each other without a day between are one."""
    hasil: list[Masa] = []
    for satu in sorted(semua):
        if hasil and satu.mulai <= hasil[-1].sampai + timedelta(days=1):
            hasil[-1] = Masa(hasil[-1].mulai, max(hasil[-1].sampai, satu.sampai))
        else:
            hasil.append(satu)
    return hasil


def agreement_covers(satu: Masa, semua: Iterable[Masa], kelas: Masa) -> bool:
    """Whether an agreement, with what extends it among `semua`, holds on every day of a class."""
    masa = next(m for m in joined([satu, *semua]) if m.mulai <= satu.mulai <= m.sampai)
    return masa.mulai <= kelas.mulai and kelas.sampai <= masa.sampai


def span_at(semua: Iterable[Masa], hari: date) -> Masa | None:
    """What to look at on `hari`: what holds then, else what comes next, else what ended last."""
    masa = joined(semua)
    belum_lewat = [m for m in masa if m.sampai >= hari]
    return next(iter(belum_lewat or masa[-1:]), None)
