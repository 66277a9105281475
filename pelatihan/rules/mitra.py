"""Whether an agreement with a partner holds on a day, and how soon it ends."""

from datetime import date
from enum import StrEnum
from typing import Final

#: Days before the end from which HR is warned (decision of the house: time for an extension).
HARI_PERINGATAN: Final = 60


class MasaPerjanjian(StrEnum):
    BELUM_MULAI = "belum_mulai"
    BERLAKU = "berlaku"
    SEGERA_BERAKHIR = "segera_berakhir"
    BERAKHIR = "berakhir"


def agreement_holds(mulai: date, sampai: date, hari: date) -> bool:
    """Whether an agreement from `mulai` to `sampai`, both days included, holds on `hari`."""
    return mulai <= hari <= sampai


def agreement_state(mulai: date, sampai: date, hari: date) -> MasaPerjanjian:
    """Where `hari` lies; the last `HARI_PERINGATAN` days are told apart."""
    if hari < mulai:
        return MasaPerjanjian.BELUM_MULAI
    if hari > sampai:
        return MasaPerjanjian.BERAKHIR
    segera = (sampai - hari).days <= HARI_PERINGATAN
    return MasaPerjanjian.SEGERA_BERAKHIR if segera else MasaPerjanjian.BERLAKU
