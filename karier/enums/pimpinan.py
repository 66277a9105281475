"""The five minutes of a leader."""

from enum import StrEnum


class AlasanPuji(StrEnum):
    """What a leader may thank somebody for: something that happened, with a date."""

    PELATIHAN = "pelatihan"
    CELAH_TERTUTUP = "celah_tertutup"
    REALISASI_AWAL = "realisasi_awal"
    PENGAKUAN = "pengakuan"
    USUL_DICOBA = "usul_dicoba"


class JenisRisiko(StrEnum):
    """The one risk of a leader's week: about work, a post or data, never a guess about a person."""

    TENGGAT = "tenggat"
    KEKOSONGAN = "kekosongan"
    DATA = "data"
