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


class JawabanUlasan(IntEnum):
    """How a citizen found a service, in four words. Not the survey of PermenPANRB 14/2017 (SKM)."""

    TIDAK_BAIK = 1
    KURANG_BAIK = 2
    BAIK = 3
    SANGAT_BAIK = 4


class StatusKiriman(StrEnum):
    """Where the words of a citizen stand. DISERAHKAN: an operator leaves the decision to HR."""

    TANPA_TEKS = "tanpa_teks"
    MENUNGGU = "menunggu"
    DISERAHKAN = "diserahkan"
    TAMPIL = "tampil"
    TIDAK_TAMPIL = "tidak_tampil"


#: Words that wait for a moderator.
BELUM_DIPUTUS = (StatusKiriman.MENUNGGU, StatusKiriman.DISERAHKAN)
DIPUTUS = (StatusKiriman.TAMPIL, StatusKiriman.TIDAK_TAMPIL)


class AlasanTidakTampil(StrEnum):
    """Why words are not shown; a closed list, so that dislike is no reason."""

    DATA_PRIBADI = "data_pribadi"
    KASAR = "kasar"
    BUKAN_LAYANAN = "bukan_layanan"
    PENGADUAN = "pengaduan"


class TemaUlasan(StrEnum):
    """What a review is about: a development need of the unit, never of a person."""

    KERAMAHAN = "keramahan"
    KECEPATAN = "kecepatan"
    KEJELASAN = "kejelasan"
    KEAHLIAN = "keahlian"
    BIAYA = "biaya"
    FASILITAS = "fasilitas"
    KEMUDAHAN_AKSES = "kemudahan_akses"
    DARING = "daring"
    TERIMA_KASIH = "terima_kasih"


class StatusTindak(StrEnum):
    """What became of an input or a promise. DIJALANKAN: it was done."""

    DITERIMA = "diterima"
    DITANGGAPI = "ditanggapi"
    DIJALANKAN = "dijalankan"
    TIDAK_DAPAT = "tidak_dapat"


#: Nothing more is owed.
TINDAK_SELESAI = (StatusTindak.DIJALANKAN, StatusTindak.TIDAK_DAPAT)


class JenisTopik(StrEnum):
    """A dialogue on this page only, or one held as a meeting."""

    DARING = "daring"
    PERTEMUAN = "pertemuan"
