"""Closed lists of the performance domain (PermenPANRB 6/2022). Ordered worst to best."""

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


class StatusSiklus(StrEnum):
    DISIAPKAN = "disiapkan"
    DIBUKA = "dibuka"
    DITUTUP = "ditutup"


class StatusPenilaian(StrEnum):
    """A rating counts as a fact only once the pejabat penilai has signed it (DITETAPKAN)."""

    DRAF = "draf"
    DITETAPKAN = "ditetapkan"


class SumberPenilaian(StrEnum):
    DI_SINI = "di_sini"
    EKINERJA = "ekinerja"
    DATA_AWAL = "data_awal"


class StatusKonversi(StrEnum):
    """A conversion is a draft until the pejabat penilai signs the form."""

    DRAF = "draf"
    DITANDATANGANI = "ditandatangani"
