"""The self-assessment of needs (AKPK)."""

from enum import StrEnum


class StatusMandiri(StrEnum):
    """Written by the person, confirmed or sent back by the atasan."""

    DRAF = "draf"
    DIKIRIM = "dikirim"
    DIKEMBALIKAN = "dikembalikan"
    DIKONFIRMASI = "dikonfirmasi"
