"""Cycles: where they are typed, what they evaluate, how far they and their people are."""

from enum import IntEnum, StrEnum


class SumberKinerja(StrEnum):
    """Where SKP and ratings are typed. With EKINERJA they are typed there and imported, never here too."""

    EKINERJA = "ekinerja"
    DI_SINI = "di_sini"


class JenisSiklus(StrEnum):
    """A yearly evaluation, or one of the periodic ones inside the year (PermenPANRB 6/2022)."""

    TAHUNAN = "tahunan"
    TRIWULAN = "triwulan"
    BULANAN = "bulanan"


class JenisPeriodik(StrEnum):
    """Which periodic evaluation an instansi holds."""

    TRIWULAN = JenisSiklus.TRIWULAN.value
    BULANAN = JenisSiklus.BULANAN.value


class CaraPengumuman(StrEnum):
    """When a rating that was sent becomes the result: at once, or all together after calibration."""

    LANGSUNG = "langsung"
    BERSAMA = "bersama"


class StatusSiklus(StrEnum):
    """What HR has done with the cycle. What people read is its phase: see `rules.fase`."""

    DISIAPKAN = "disiapkan"
    DIBUKA = "dibuka"
    PENETAPAN = "penetapan"
    DITUTUP = "ditutup"


#: Leaders rate in these.
BERJALAN = (StatusSiklus.DIBUKA, StatusSiklus.PENETAPAN)


class Fase(StrEnum):
    """Where a cycle stands on the clock: DIBUKA until people have filled in, then PENILAIAN."""

    DISIAPKAN = "disiapkan"
    DIBUKA = "dibuka"
    PENILAIAN = "penilaian"
    PENETAPAN = "penetapan"
    DITUTUP = "ditutup"


class TahapPegawai(IntEnum):
    """How far one person is in a cycle, whatever app or page says so; the furthest counts."""

    BELUM = 1
    SEBAGIAN = 2
    TERKIRIM = 3
    DINILAI = 4
    SELESAI = 5


class Sangkut(StrEnum):
    """What somebody waits for who is not finished; of several the one HR can mend first."""

    DATA = "data"
    BELUM_MENGISI = "belum_mengisi"
    ATASAN = "atasan"
    PENGUMUMAN = "pengumuman"
    IMPOR = "impor"
