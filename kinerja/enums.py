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


class JenisPesan(StrEnum):
    """Kinds of messages; each has its own switch unless it is statutory (WAJIB)."""

    AJAKAN = "ajakan"
    RENCANA = "rencana"
    BATAS = "batas"
    NILAI = "nilai"
    PENGELOLA = "pengelola"
    UMPAN_BALIK = "umpan_balik"
    SIKLUS = "siklus"
    HASIL = "hasil"
    KEBERATAN = "keberatan"


#: Cannot be switched off, and the page says why.
WAJIB = (JenisPesan.SIKLUS, JenisPesan.HASIL, JenisPesan.KEBERATAN)
#: Ask somebody to do something: at most two in a week.
DORONGAN = (
    JenisPesan.AJAKAN,
    JenisPesan.RENCANA,
    JenisPesan.BATAS,
    JenisPesan.NILAI,
    JenisPesan.PENGELOLA,
)
#: Measured against a tenth that does not get them. What somebody asked for is not.
DIUKUR = (JenisPesan.AJAKAN, JenisPesan.BATAS, JenisPesan.NILAI, JenisPesan.PENGELOLA)


class Nasib(StrEnum):
    """What becomes of one reminder for one person."""

    KIRIM = "kirim"
    SUDAH = "sudah"
    MATI = "mati"
    PENUH = "penuh"
    PEMBANDING = "pembanding"


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


class StatusPengisian(StrEnum):
    """Where the realisation of one period stands. MENUNGGU_KONFIRMASI: filled in by an operator."""

    DRAF = "draf"
    MENUNGGU_KONFIRMASI = "menunggu_konfirmasi"
    DIKIRIM = "dikirim"
    DIKEMBALIKAN = "dikembalikan"


#: What stands in these may still be changed.
PENGISIAN_TERBUKA = (StatusPengisian.DRAF, StatusPengisian.MENUNGGU_KONFIRMASI, StatusPengisian.DIKEMBALIKAN)


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
