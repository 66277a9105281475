"""Usul perbaikan cara kerja: an idea, what its leader answers, and what trying it did."""

from enum import StrEnum


class StatusUsul(StrEnum):
    """Where an idea stands. BELUM_DAPAT: not yet, never a no; DIHENTIKAN: tried, and ended kindly."""

    MENUNGGU = "menunggu"
    DICOBA = "dicoba"
    BELUM_DAPAT = "belum_dapat"
    DITERUSKAN = "diteruskan"
    DIHENTIKAN = "dihentikan"
    DITARIK = "ditarik"


#: Tried, whatever came of it: everybody of the instansi may read these and copy them.
PERNAH_DICOBA = (StatusUsul.DICOBA, StatusUsul.DITERUSKAN, StatusUsul.DIHENTIKAN)
#: A trial that is over.
UJI_SELESAI = (StatusUsul.DITERUSKAN, StatusUsul.DIHENTIKAN)


class NamaUsul(StrEnum):
    """Who reads the name of the author. The atasan always does: somebody has to be asked and thanked."""

    ATASAN = "atasan"
    PIMPINAN = "pimpinan"
    SEMUA = "semua"


class AlasanBelum(StrEnum):
    """Why an idea cannot be tried yet; a closed list, so that "we have always done so" is no reason."""

    ATURAN = "aturan"
    ANGGARAN = "anggaran"
    WEWENANG = "wewenang"
    WAKTU = "waktu"
    SUDAH_BERJALAN = "sudah_berjalan"
    PERLU_RINCIAN = "perlu_rincian"
    BERISIKO = "berisiko"


class ArahUkuran(StrEnum):
    """Which way the number should go."""

    TURUN = "turun"
    NAIK = "naik"


class Perubahan(StrEnum):
    """What trying an idea did to its number."""

    MEMBAIK = "membaik"
    TETAP = "tetap"
    BELUM_MEMBAIK = "belum_membaik"
