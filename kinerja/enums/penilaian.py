"""Ratings, predikat and their standing (PermenPANRB 6/2022). Ordered worst to best."""

from enum import IntEnum, StrEnum


class Rating(IntEnum):
    """Rating of hasil kerja or perilaku kerja. SIASN codes run the other way: see `kode_siasn`."""

    DI_BAWAH_EKSPEKTASI = 1
    SESUAI_EKSPEKTASI = 2
    DI_ATAS_EKSPEKTASI = 3

    @property
    def kode_siasn(self) -> int:
        return 4 - self


class Predikat(IntEnum):
    """Predikat kinerja pegawai. SIASN `kuadranKinerja` runs the other way: see `kode_siasn`."""

    SANGAT_KURANG = 1
    KURANG = 2
    BUTUH_PERBAIKAN = 3
    BAIK = 4
    SANGAT_BAIK = 5

    @property
    def kode_siasn(self) -> int:
        return 6 - self


class PredikatOrganisasi(IntEnum):
    """Predikat kinerja organisasi (SE MenPANRB 03/2023)."""

    SANGAT_KURANG = 1
    KURANG = 2
    BUTUH_PERBAIKAN = 3
    BAIK = 4
    ISTIMEWA = 5


class StatusPenilaian(StrEnum):
    """DIKIRIM: signed by the pejabat penilai, not yet announced. Only DITETAPKAN is a fact and is read."""

    DRAF = "draf"
    DIKIRIM = "dikirim"
    DITETAPKAN = "ditetapkan"


class JawabanKalibrasi(StrEnum):
    """What the pejabat penilai says to a proposal of calibration."""

    MENUNGGU = "menunggu"
    DITERIMA = "diterima"
    DITOLAK = "ditolak"


class Kecenderungan(StrEnum):
    """How the ratings of one rater stand to those of all the others."""

    LONGGAR = "longgar"
    KETAT = "ketat"
    TAK_BEDA = "tak_beda"


class SumberPenilaian(StrEnum):
    DI_SINI = "di_sini"
    EKINERJA = "ekinerja"
    DATA_AWAL = "data_awal"


class StatusKonversi(StrEnum):
    """A conversion is a draft until the pejabat penilai signs the form."""

    DRAF = "draf"
    DITANDATANGANI = "ditandatangani"
