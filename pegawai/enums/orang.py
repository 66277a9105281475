"""People, their posts and their records."""

from enum import IntEnum, StrEnum


class JenisPegawai(IntEnum):
    """UU 20/2023: an ASN is a PNS or a PPPK."""

    PNS = 1
    PPPK = 2


class StatusKepegawaian(IntEnum):
    """A PNS is a candidate (CPNS) first; a PPPK has neither status."""

    CPNS = 1
    PNS = 2
    PPPK = 3


class JenisKelamin(StrEnum):
    PRIA = "L"
    WANITA = "P"


class KedudukanHukum(IntEnum):
    """Legal standing, as SIASN codes it; LAINNYA keeps a code we do not know, never guesses."""

    AKTIF = 1
    CLTN = 2
    TUGAS_BELAJAR = 3
    PEMBERHENTIAN_SEMENTARA = 4
    UANG_TUNGGU = 5
    MASA_PERSIAPAN_PENSIUN = 6
    HUKUMAN_DISIPLIN = 7
    PPPK_AKTIF = 71
    PPPK_TIDAK_AKTIF = 72
    LAINNYA = 99


class JenisJabatan(IntEnum):
    """SIASN `jenisJabatan`: 1 struktural, 2 fungsional tertentu, 3 rangkap, 4 fungsional umum (pelaksana)."""

    STRUKTURAL = 1
    FUNGSIONAL = 2
    RANGKAP = 3
    PELAKSANA = 4


class JenisPlt(StrEnum):
    """Who leads a unit for a while: pelaksana tugas (nobody holds the post) or pelaksana harian."""

    PLT = "plt"
    PLH = "plh"


class Jenjang(IntEnum):
    """Jenjang jabatan. Comparison across the three families has no meaning in law."""

    PELAKSANA = 10
    PEMULA = 21
    TERAMPIL = 22
    MAHIR = 23
    PENYELIA = 24
    AHLI_PERTAMA = 31
    AHLI_MUDA = 32
    AHLI_MADYA = 33
    AHLI_UTAMA = 34
    PENGAWAS = 41
    ADMINISTRATOR = 42
    JPT_PRATAMA = 43
    JPT_MADYA = 44
    JPT_UTAMA = 45


class Eselon(IntEnum):
    """SIASN `eselonId`: legacy attribute of a structural post; the lower number is the higher post."""

    I_A_UTAMA = 10
    I_A = 11
    I_B = 12
    II_A = 21
    II_B = 22
    III_A = 31
    III_B = 32
    IV_A = 41
    IV_B = 42
    V_A = 51
    V_B = 52


class TingkatPendidikan(IntEnum):
    """SIASN `tingkatPendidikanId`; the ids happen to rise with the level."""

    SD = 5
    SLTP = 10
    SLTP_KEJURUAN = 12
    SLTA = 15
    SLTA_KEJURUAN = 17
    SLTA_KEGURUAN = 18
    DIPLOMA_I = 20
    DIPLOMA_II = 25
    DIPLOMA_III = 30
    DIPLOMA_IV = 35
    S1 = 40
    PROFESI = 42
    S2 = 45
    SPESIALIS = 47
    SUBSPESIALIS = 49
    S3 = 50


class TingkatHukuman(StrEnum):
    """PP 94/2021; SIASN `jenisTingkatHukumanId`."""

    RINGAN = "R"
    SEDANG = "S"
    BERAT = "B"


class StatusDisiplin(IntEnum):
    DALAM_PEMERIKSAAN = 1
    DIJATUHKAN = 2
    DIBATALKAN = 3


class KodePenghargaan(IntEnum):
    """SIASN `hargaId` of Satyalancana Karya Satya; LAINNYA keeps every other award by its name."""

    LAINNYA = 0
    SATYALANCANA_X = 201
    SATYALANCANA_XX = 202
    SATYALANCANA_XXX = 203


class JenisUjian(IntEnum):
    UJIAN_DINAS_TK_I = 1
    UJIAN_DINAS_TK_II = 2
    UPKP = 3
    UJI_KOMPETENSI_JENJANG = 4


class StatusJadwalUjian(StrEnum):
    RENCANA = "rencana"
    SELESAI = "selesai"
    DIBATALKAN = "dibatalkan"


class StatusPeserta(StrEnum):
    """Of one participant of an examination; every one but TERDAFTAR and DIBATALKAN is a result."""

    TERDAFTAR = "terdaftar"
    LULUS = "lulus"
    TIDAK_LULUS = "tidak_lulus"
    TIDAK_HADIR = "tidak_hadir"
    DIBATALKAN = "dibatalkan"


class KompetensiMansoskul(StrEnum):
    """PermenPANRB 38/2017: eight managerial competencies and one socio-cultural, in official order."""

    INTEGRITAS = "integritas"
    KERJA_SAMA = "kerja_sama"
    KOMUNIKASI = "komunikasi"
    ORIENTASI_HASIL = "orientasi_hasil"
    PELAYANAN_PUBLIK = "pelayanan_publik"
    PENGEMBANGAN_DIRI = "pengembangan_diri"
    MENGELOLA_PERUBAHAN = "mengelola_perubahan"
    PENGAMBILAN_KEPUTUSAN = "pengambilan_keputusan"
    PEREKAT_BANGSA = "perekat_bangsa"


class SumberKompetensi(StrEnum):
    """Where a level comes from, the strongest first. What somebody says of themself is kept elsewhere."""

    ASESMEN = "asesmen"
    ATASAN = "atasan"


class BentukPengembangan(IntEnum):
    """The 25 forms of competency development; SIASN `jenisDiklatId`."""

    DIKLAT_STRUKTURAL = 1
    DIKLAT_FUNGSIONAL = 2
    DIKLAT_TEKNIS = 3
    WORKSHOP = 4
    PELATIHAN_MANAJERIAL = 5
    PELATIHAN_SOSIAL_KULTURAL = 6
    SOSIALISASI = 7
    BIMBINGAN_TEKNIS = 8
    SEMINAR = 9
    MAGANG = 10
    KURSUS = 11
    PENATARAN = 12
    KLASIKAL_LAINNYA = 13
    COACHING = 14
    MENTORING = 15
    E_LEARNING = 16
    PELATIHAN_JARAK_JAUH = 17
    DETASERING = 18
    PEMBELAJARAN_ALAM_TERBUKA = 19
    PATOK_BANDING = 20
    PERTUKARAN_PNS_SWASTA = 21
    BELAJAR_MANDIRI = 22
    KOMUNITAS_BELAJAR = 23
    BIMBINGAN_DI_TEMPAT_KERJA = 24
    NONKLASIKAL_LAINNYA = 25


class Register(StrEnum):
    """A register whose completeness a named officer can declare (see CakupanData)."""

    HUKUMAN_DISIPLIN = "hukuman_disiplin"
    UJIAN = "ujian"
    ANGKA_KREDIT = "angka_kredit"
    PENGEMBANGAN = "pengembangan"
    RIWAYAT_JABATAN = "riwayat_jabatan"
