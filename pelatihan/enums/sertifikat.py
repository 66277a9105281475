"""What the check of a certificate finds."""

from enum import StrEnum


class HasilPeriksa(StrEnum):
    ASLI = "asli"
    DICABUT = "dicabut"
    BERUBAH = "berubah"
    TAK_TERCATAT = "tak_tercatat"
    TIDAK_DIKENAL = "tidak_dikenal"
