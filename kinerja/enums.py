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


class StatusPenilaian(StrEnum):
    """DIKIRIM: signed by the pejabat penilai, not yet announced. Only DITETAPKAN is a fact and is read."""

    DRAF = "draf"
    DIKIRIM = "dikirim"
    DITETAPKAN = "ditetapkan"


class SumberPenilaian(StrEnum):
    DI_SINI = "di_sini"
    EKINERJA = "ekinerja"
    DATA_AWAL = "data_awal"


class StatusKonversi(StrEnum):
    """A conversion is a draft until the pejabat penilai signs the form."""

    DRAF = "draf"
    DITANDATANGANI = "ditandatangani"


class NilaiBerakhlak(StrEnum):
    """Core values of ASN, in the order in which SKP prints them."""

    BERORIENTASI_PELAYANAN = "berorientasi_pelayanan"
    AKUNTABEL = "akuntabel"
    KOMPETEN = "kompeten"
    HARMONIS = "harmonis"
    LOYAL = "loyal"
    ADAPTIF = "adaptif"
    KOLABORATIF = "kolaboratif"


class StatusPutaran360(StrEnum):
    DISIAPKAN = "disiapkan"
    DIBUKA = "dibuka"
    DITUTUP = "ditutup"


class Peran360(StrEnum):
    """What somebody who is asked is to the person they are asked about."""

    ATASAN = "atasan"
    REKAN = "rekan"
    BAWAHAN = "bawahan"


class Kelompok360(StrEnum):
    """Whose answers stand together: the superior by name, the others only as a group."""

    ATASAN = "atasan"
    REKAN = "rekan"
    BAWAHAN = "bawahan"
    GABUNGAN = "gabungan"


class StatusUndangan360(StrEnum):
    """A name is a proposal until the atasan penilai decides who is asked."""

    DIUSULKAN = "diusulkan"
    DIUNDANG = "diundang"


class Skala360(IntEnum):
    """What a giver answers: four words, and a way out that counts as no answer.

    The highest is a rare word on purpose: what is shown of a group does not tell high averages apart.
    """

    TIDAK_DAPAT_MENILAI = 0
    BELUM_TERLIHAT = 1
    KADANG_TERLIHAT = 2
    SERING_TERLIHAT = 3
    MENJADI_TELADAN = 4


class Pita360(IntEnum):
    """What is shown of a group: four wide bands of its average."""

    JARANG = 1
    KADANG = 2
    CUKUP_SERING = 3
    SERING = 4


class Kira360(IntEnum):
    """How many of a unit have answered, in quarters."""

    DI_BAWAH_SEPEREMPAT = 0
    SEPEREMPAT = 1
    SETENGAH = 2
    TIGA_PEREMPAT = 3


class SasaranPutaran(StrEnum):
    """Who is rated in a round."""

    SEMUA = "semua"
    UNIT = "unit"
    ORANG = "orang"
