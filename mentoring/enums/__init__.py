"""Closed lists of the mentoring domain."""

from enum import StrEnum

from mentoring.enums.hidup import (
    Isyarat,
    JenisSurat,
    Kanal,
    Kemajuan,
    Peran,
    Rasa,
    SebabAkhir,
    SebabBeda,
    StatusPertemuan,
    StatusSasaran,
)

__all__ = [
    "Isyarat",
    "JenisSurat",
    "Kanal",
    "Kemajuan",
    "Peran",
    "Rasa",
    "SebabAkhir",
    "SebabBeda",
    "StatusPasangan",
    "StatusPertemuan",
    "StatusSasaran",
]


class StatusPasangan(StrEnum):
    """No pair runs without two yeses: mentee chooses, mentor answers."""

    DIUSULKAN = "diusulkan"
    DIPILIH_MENTEE = "dipilih_mentee"
    BERJALAN = "berjalan"
    SELESAI = "selesai"
    TIDAK_BERLANJUT = "tidak_berlanjut"
