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


class JenisHasil(StrEnum):
    """Which appraisal a page, an answer or an objection is about."""

    TAHUNAN = "tahunan"
    PERIODIK = "periodik"


class Aspek(StrEnum):
    """The two sides of an appraisal."""

    HASIL = "hasil"
    PERILAKU = "perilaku"


class JenisTindakLanjut(StrEnum):
    """What may follow an appraisal. The list is closed, and nothing on it punishes anybody."""

    BERBAGI = "berbagi"
    PENGEMBANGAN = "pengembangan"
    TALENTA = "talenta"
    BIMBINGAN = "bimbingan"
    KONSELING = "konseling"
    PEMBINAAN = "pembinaan"


#: These wait for a word of the atasan; the others only invite.
PERLU_ATASAN = (JenisTindakLanjut.BIMBINGAN, JenisTindakLanjut.KONSELING, JenisTindakLanjut.PEMBINAAN)


class StatusTindakLanjut(StrEnum):
    """DIUSULKAN is what the rule says; a row exists only once the atasan has spoken."""

    DIUSULKAN = "diusulkan"
    DIMULAI = "dimulai"
    SELESAI = "selesai"
    TIDAK_DIJALANKAN = "tidak"


class StatusKeberatan(StrEnum):
    """DITERIMA: the objection has come in; what was decided stands in `PutusanKeberatan`."""

    DITERIMA = "diterima"
    DIPERIKSA = "diperiksa"
    DIPUTUSKAN = "diputuskan"
    DICABUT = "dicabut"


#: Nobody has decided these yet.
KEBERATAN_TERBUKA = (StatusKeberatan.DITERIMA, StatusKeberatan.DIPERIKSA)


class PutusanKeberatan(StrEnum):
    DITERIMA = "diterima"
    SEBAGIAN = "sebagian"
    TIDAK = "tidak"


#: After these the pejabat penilai rates anew.
DINILAI_ULANG = (PutusanKeberatan.DITERIMA, PutusanKeberatan.SEBAGIAN)
