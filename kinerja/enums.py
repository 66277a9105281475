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


class JenisDokumen(StrEnum):
    """The papers of performance that are printed and signed (PermenPANRB 6/2022, PerBKN 3/2023)."""

    EVALUASI_TAHUNAN = "evaluasi_tahunan"
    EVALUASI_PERIODIK = "evaluasi_periodik"
    KONVERSI = "konversi"
    AKUMULASI = "akumulasi"
    PAK = "pak"
    SKP = "skp"


class BentukSiasn(StrEnum):
    """The two shapes in which SIASN keeps ratings: of a year, and of a quarter or month."""

    SKP22 = "skp22"
    KINERJA_PERIODIK = "kinerjaperiodik"


class StatusEkspor(StrEnum):
    """How a rating of ours stands to the last file from SIASN."""

    BARU = "baru"
    BERUBAH = "berubah"
    SAMA = "sama"
    TANPA_ID = "tanpa_id"


class PendekatanSKP(StrEnum):
    """With KUANTITATIF every indicator names its aspek; with KUALITATIF none does."""

    KUANTITATIF = "kuantitatif"
    KUALITATIF = "kualitatif"


class StatusSKP(StrEnum):
    """Where the plan of a person stands between them and their atasan penilai."""

    DRAF = "draf"
    DIKIRIM = "dikirim"
    DIKEMBALIKAN = "dikembalikan"
    DISEPAKATI = "disepakati"


#: The person may change the plan in these.
SKP_DAPAT_DIUBAH = (StatusSKP.DRAF, StatusSKP.DIKEMBALIKAN)


class JenisHasilKerja(StrEnum):
    UTAMA = "utama"
    TAMBAHAN = "tambahan"


class AspekIndikator(StrEnum):
    KUANTITAS = "kuantitas"
    KUALITAS = "kualitas"
    WAKTU = "waktu"
    BIAYA = "biaya"


class NilaiBerakhlak(StrEnum):
    """Core values of ASN, in the order in which SKP prints them."""

    BERORIENTASI_PELAYANAN = "berorientasi_pelayanan"
    AKUNTABEL = "akuntabel"
    KOMPETEN = "kompeten"
    HARMONIS = "harmonis"
    LOYAL = "loyal"
    ADAPTIF = "adaptif"
    KOLABORATIF = "kolaboratif"


class JenisLampiran(StrEnum):
    """What an SKP has as lampiran."""

    DUKUNGAN = "dukungan"
    PERTANGGUNGJAWABAN = "pertanggungjawaban"
    KONSEKUENSI = "konsekuensi"


class JenisDialog(StrEnum):
    """What an entry of the agreement dialogue stands for."""

    CATATAN = "catatan"
    KIRIM = "kirim"
    KEMBALIKAN = "kembalikan"
    SETUJUI = "setujui"
    BUKA = "buka"


class AwalSKP(StrEnum):
    """What a plan begins with."""

    TAHUN_LALU = "tahun_lalu"
    PUSTAKA = "pustaka"
    KOSONG = "kosong"
