"""What training did, and what a government watches of everybody."""

from enum import IntEnum, StrEnum


class JenisUnit(IntEnum):
    """The kind of work a unit does, as its name tells it."""

    KANTOR = 0
    SEKOLAH = 1
    KESEHATAN = 2
    KEWILAYAHAN = 3


class UkuranDampak(StrEnum):
    """By what people are compared after a training."""

    PREDIKAT = "predikat"
    KOMPETENSI = "kompetensi"
    JP = "jp"


class SebabTanpaAngka(StrEnum):
    """Why a comparison tells no figure. SERAGAM: everybody has the same outcome."""

    KURANG_ORANG = "kurang_orang"
    SERAGAM = "seragam"


class KeputusanPelatihan(StrEnum):
    """What a head of government may decide after a year of training."""

    GILIRAN_JP = "giliran_jp"
    TERPENCIL = "terpencil"
    PAGU = "pagu"
    CATAT_PAGU = "catat_pagu"
    UKUR_BELAJAR = "ukur_belajar"
    CELAH = "celah"
    UNDI_GILIRAN = "undi_giliran"
    TERUSKAN = "teruskan"
    TINJAU_PROGRAM = "tinjau_program"


class UkuranPantau(StrEnum):
    """What HR watches of everybody on duty: a share of those whom it concerns.

    KENAIKAN_TEPAT concerns PNS, PERPANJANGAN concerns PPPK; CELAH who had a gap in the run before;
    RENCANA_SELESAI who agreed a plan, MENTORING_HIDUP who has a mentor.
    """

    JP = "jp"
    RENCANA_DISEPAKATI = "rencana_disepakati"
    RENCANA_SELESAI = "rencana_selesai"
    MENTORING = "mentoring"
    MENTORING_HIDUP = "mentoring_hidup"
    UMPAN_BALIK = "umpan_balik"
    CELAH = "celah"
    KENAIKAN_TEPAT = "kenaikan_tepat"
    PERPANJANGAN = "perpanjangan"


class DimensiSetara(StrEnum):
    """By what groups are compared: whether a chance depends on who somebody is or where they work."""

    JENIS_KELAMIN = "jenis_kelamin"
    USIA = "usia"
    WILAYAH = "wilayah"
