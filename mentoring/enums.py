"""Closed lists of the mentoring domain."""

from enum import StrEnum


class StatusPasangan(StrEnum):
    """No pair runs without two yeses: mentee chooses, mentor answers."""

    DIUSULKAN = "diusulkan"
    DIPILIH_MENTEE = "dipilih_mentee"
    BERJALAN = "berjalan"
    SELESAI = "selesai"
    TIDAK_BERLANJUT = "tidak_berlanjut"
