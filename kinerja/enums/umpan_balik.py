"""Feedback, directions and recognition through the year."""

from enum import StrEnum


class HubunganPemberi(StrEnum):
    """What the giver of feedback was to the person when they wrote it."""

    ATASAN = "atasan"
    REKAN = "rekan"
    BAWAHAN = "bawahan"


class TentangUmpanBalik(StrEnum):
    HASIL_KERJA = "hasil"
    PERILAKU = "perilaku"


class JenisUmpanBalik(StrEnum):
    """Kept apart everywhere: what went well, and what can be better."""

    KEKUATAN = "kekuatan"
    PERBAIKAN = "perbaikan"


class SasaranArahan(StrEnum):
    """Whom a direction was for; the recipients are fixed when it is sent."""

    ORANG = "orang"
    BAWAHAN_LANGSUNG = "langsung"
    UNIT = "unit"


class StatusArahan(StrEnum):
    """How far one recipient is."""

    BELUM_DIMULAI = "belum"
    DIJALANKAN = "dijalankan"
    SELESAI = "selesai"
    TIDAK_DAPAT = "tidak_dapat"


#: The recipient still has something to do.
ARAHAN_TERBUKA = (StatusArahan.BELUM_DIMULAI, StatusArahan.DIJALANKAN)


class SumberPengakuan(StrEnum):
    PROYEK = "proyek"
    WARGA = "warga"


class StatusPengakuan(StrEnum):
    """Only DITETAPKAN is a recognition; before it nobody tells the person."""

    DIUSULKAN = "diusulkan"
    DITETAPKAN = "ditetapkan"
    TIDAK_DITETAPKAN = "tidak"
