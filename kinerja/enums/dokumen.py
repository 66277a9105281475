"""Papers of performance, and what SIASN says beside them."""

from enum import StrEnum


class JenisDokumen(StrEnum):
    """The papers of performance that are printed and signed (PermenPANRB 6/2022, PerBKN 3/2023)."""

    EVALUASI_TAHUNAN = "evaluasi_tahunan"
    EVALUASI_PERIODIK = "evaluasi_periodik"
    KONVERSI = "konversi"
    AKUMULASI = "akumulasi"
    PAK = "pak"
    SKP = "skp"


class BentukSiasn(StrEnum):
    """The two shapes in which SIASN keeps ratings: of a year, and of a quarter or month."""

    SKP22 = "skp22"
    KINERJA_PERIODIK = "kinerjaperiodik"
