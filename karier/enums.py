"""Closed lists of the career domain."""

from enum import IntEnum, StrEnum


class JalurPangkat(IntEnum):
    """The path of kenaikan pangkat by which a person is judged in a run, or proposed.

    A run judges the penyesuaian ijazah beside that path, as a decision of its own: only a proposal has it.
    """

    TIDAK_BERLAKU = 0
    REGULER = 1
    JABATAN_FUNGSIONAL = 2
    STRUKTURAL = 3
    PENYESUAIAN_IJAZAH = 4
    BELUM_DIHITUNG = 9


#: Paths of kenaikan pangkat that have a rule.
JALUR_DIHITUNG = (JalurPangkat.REGULER, JalurPangkat.JABATAN_FUNGSIONAL, JalurPangkat.STRUKTURAL)
#: The paths that a run tells apart.
JALUR_RUN = (JalurPangkat.TIDAK_BERLAKU, *JALUR_DIHITUNG, JalurPangkat.BELUM_DIHITUNG)


class JenisPutusan(StrEnum):
    """What a run decides about a person. KESIAPAN_JABATAN: the next managerial level (its `sasaran`)."""

    KENAIKAN_PANGKAT = "kenaikan_pangkat"
    PENYESUAIAN_IJAZAH = "penyesuaian_ijazah"
    KENAIKAN_JENJANG = "kenaikan_jenjang"
    KESIAPAN_JABATAN = "kesiapan_jabatan"
    KGB = "kgb"
    SATYALANCANA = "satyalancana"


class StatusRun(StrEnum):
    BERJALAN = "berjalan"
    SELESAI = "selesai"
    SELESAI_DENGAN_KARANTINA = "selesai_dengan_karantina"
    DIBATALKAN = "dibatalkan"


class StatusPotongan(StrEnum):
    """DIBELAH: replaced by two halves while looking for the person whose data cannot be computed."""

    ANTRE = "antre"
    SELESAI = "selesai"
    DIBELAH = "dibelah"
    KARANTINA = "karantina"


class JenisRekomendasi(StrEnum):
    KENAIKAN_PANGKAT = "kenaikan_pangkat"
    PENGEMBANGAN = "pengembangan"


class StatusRekomendasi(StrEnum):
    """TERLAKSANA: proposed, and the golongan is now in the records. Runs set it, nobody decides it."""

    MENUNGGU = "menunggu"
    DITETAPKAN = "ditetapkan"
    TERLAKSANA = "terlaksana"
    DITUNDA = "ditunda"
    DITOLAK = "ditolak"
    GUGUR = "gugur"


class StatusPeringatan(StrEnum):
    """Of a kenaikan pangkat that time would allow. Runs set it, nobody decides it.

    TERSELAMATKAN: something was short and is not any more, in time. TERLEWAT: the first possible period
    has gone by. NAIK: the golongan is in the records. GUGUR: nothing is in sight any more.
    """

    TERBUKA = "terbuka"
    TERSELAMATKAN = "terselamatkan"
    TERLEWAT = "terlewat"
    NAIK = "naik"
    GUGUR = "gugur"


class JenisKeputusan(StrEnum):
    """HR proposes; the authorised official or BKN decides. Undo is a new row."""

    TETAPKAN = "tetapkan"
    TUNDA = "tunda"
    TOLAK = "tolak"
    URUNGKAN = "urungkan"


class AlasanPenjelasan(StrEnum):
    """Why a proposal is not there yet, as HR answers the person."""

    SYARAT = "syarat"
    DATA = "data"
    WAKTU = "waktu"
    DIKEMBALIKAN = "dikembalikan"
    TIDAK_MEMENUHI = "tidak"


class StatusUsul(StrEnum):
    """Where a proposal stands at BKN. DIURUNGKAN: HR took it back; the row waits to be proposed again."""

    DIUSULKAN = "diusulkan"
    BTS = "bts"
    TMS = "tms"
    SK_TERBIT = "sk_terbit"
    DIURUNGKAN = "diurungkan"


class AkibatBerkas(StrEnum):
    """What a fault of the papers leads to. PERIKSA: not recorded here, so nobody can say."""

    BTS = "bts"
    TMS = "tms"
    PERIKSA = "periksa"


class Pelaku(StrEnum):
    """Who can repair or fulfil a requirement."""

    PEGAWAI = "pegawai"
    ATASAN = "atasan"
    BKPSDM = "bkpsdm"
    BKN = "bkn"
    WAKTU = "waktu"


class Kerahasiaan(IntEnum):
    """KHUSUS (discipline, examination, family): only the person and authorised HR see it."""

    UMUM = 1
    KHUSUS = 2


class SubjekTinjau(StrEnum):
    """What a person may ask a human to look at: a decision of the engine, or what it suggests to learn."""

    KENAIKAN_PANGKAT = "kenaikan_pangkat"
    PENYESUAIAN_IJAZAH = "penyesuaian_ijazah"
    KENAIKAN_JENJANG = "kenaikan_jenjang"
    KESIAPAN_JABATAN = "kesiapan_jabatan"
    KGB = "kgb"
    SATYALANCANA = "satyalancana"
    PENGEMBANGAN = "pengembangan"
    KOTAK_TALENTA = "kotak_talenta"


class PeranKomite(StrEnum):
    """In the committee of talent. SEKRETARIAT prepares and reads, and has no voice about anybody."""

    KETUA = "ketua"
    ANGGOTA = "anggota"
    SEKRETARIAT = "sekretariat"


class JenisPenetapan(StrEnum):
    """What the committee says of a proposed box. Undo is a new row."""

    SETUJU = "setuju"
    LAIN = "lain"
    URUNGKAN = "urungkan"


class Keyakinan(StrEnum):
    """How much the data under a box carry."""

    KUAT = "kuat"
    CUKUP = "cukup"
    TERBATAS = "terbatas"


class KesiapanSuksesi(StrEnum):
    """How soon somebody could take over a post, by what is recorded."""

    SEKARANG = "sekarang"
    SATU_DUA = "satu_dua"
    TIGA_LIMA = "tiga_lima"
    BELUM_DINILAI = "belum_dinilai"


class AsalKandidat(StrEnum):
    """KRS: a released box of the succession group; TAMBAHAN: added by hand, with a reason."""

    KRS = "krs"
    TAMBAHAN = "tambahan"


class StatusTinjau(StrEnum):
    MENUNGGU = "menunggu"
    DIJAWAB = "dijawab"
    DIBATALKAN = "dibatalkan"


class HasilTinjau(StrEnum):
    """What the officer found; none of them changes an outcome by itself."""

    TETAP = "tetap"
    DATA = "data"
    PUTUSAN = "putusan"


class JenisUnit(IntEnum):
    """The kind of work a unit does, as its name tells it."""

    KANTOR = 0
    SEKOLAH = 1
    KESEHATAN = 2
    KEWILAYAHAN = 3


class UkuranDampak(StrEnum):
    """By what people are compared after a training."""

    PREDIKAT = "predikat"
    KOMPETENSI = "kompetensi"
    JP = "jp"


class SebabTanpaAngka(StrEnum):
    """Why a comparison tells no figure. SERAGAM: everybody has the same outcome."""

    KURANG_ORANG = "kurang_orang"
    SERAGAM = "seragam"


class KeputusanPelatihan(StrEnum):
    """What a head of government may decide after a year of training."""

    GILIRAN_JP = "giliran_jp"
    TERPENCIL = "terpencil"
    PAGU = "pagu"
    CATAT_PAGU = "catat_pagu"
    UKUR_BELAJAR = "ukur_belajar"
    CELAH = "celah"
    UNDI_GILIRAN = "undi_giliran"
    TERUSKAN = "teruskan"
    TINJAU_PROGRAM = "tinjau_program"


class UkuranPantau(StrEnum):
    """What HR watches of everybody on duty: a share of those whom it concerns.

    KENAIKAN_TEPAT concerns PNS, PERPANJANGAN concerns PPPK; CELAH who had a gap in the run before.
    """

    JP = "jp"
    RENCANA_DISEPAKATI = "rencana_disepakati"
    RENCANA_SELESAI = "rencana_selesai"
    MENTORING = "mentoring"
    UMPAN_BALIK = "umpan_balik"
    CELAH = "celah"
    KENAIKAN_TEPAT = "kenaikan_tepat"
    PERPANJANGAN = "perpanjangan"


class DimensiSetara(StrEnum):
    """By what groups are compared: whether a chance depends on who somebody is or where they work."""

    JENIS_KELAMIN = "jenis_kelamin"
    USIA = "usia"
    WILAYAH = "wilayah"


class StatusIdp(StrEnum):
    """Where an individual plan stands. MENUNGGU_PEGAWAI: the atasan changed words or asks for a change."""

    DRAF = "draf"
    MENUNGGU_ATASAN = "menunggu"
    MENUNGGU_PEGAWAI = "kembali"
    DISEPAKATI = "disepakati"
    SELESAI = "selesai"


class CaraBelajar(StrEnum):
    PENUGASAN = "penugasan"
    SOSIAL = "sosial"
    KLASIKAL = "klasikal"


class StatusButir(StrEnum):
    """DITERUSKAN: it goes on in the plan of the next year."""

    RENCANA = "rencana"
    SELESAI = "selesai"
    DITERUSKAN = "diteruskan"


class AsalButir(StrEnum):
    """Who wrote an item first."""

    SISTEM = "sistem"
    PEGAWAI = "pegawai"
    ATASAN = "atasan"
    REKOMENDASI = "rekomendasi"
    TAHUN_LALU = "tahun_lalu"


class LangkahIdp(StrEnum):
    CATATAN = "catatan"
    KIRIM = "kirim"
    TARIK = "tarik"
    KEMBALIKAN = "kembalikan"
    SETUJU = "setuju"
    BUKA = "buka"
    GABUNG = "gabung"
    SELESAI = "selesai"


class SebabNaskah(StrEnum):
    """Why the words of a plan were kept. LURING: they were taken along to where there is no network."""

    KIRIM = "kirim"
    KEMBALI = "kembali"
    SEPAKAT = "sepakat"
    LURING = "luring"


class StatusKiriman(StrEnum):
    """What became of words that came in from outside: a sheet, or an operator."""

    MENUNGGU = "menunggu"
    DIGABUNG = "digabung"
    DITOLAK = "ditolak"


class JenisUsulIdp(StrEnum):
    TUGAS = "tugas"
    MENTOR = "mentor"
    PEMBIMBING = "pembimbing"
    PROGRAM = "program"
    MANDIRI = "mandiri"
    JABATAN = "jabatan"
    PERBAIKAN = "perbaikan"
    BERBAGI = "berbagi"
    KOMUNITAS = "komunitas"


class AlasanPuji(StrEnum):
    """What a leader may thank somebody for: something that happened, with a date."""

    PELATIHAN = "pelatihan"
    CELAH_TERTUTUP = "celah_tertutup"
    REALISASI_AWAL = "realisasi_awal"
    PENGAKUAN = "pengakuan"
    USUL_DICOBA = "usul_dicoba"


class JenisRisiko(StrEnum):
    """The one risk of a leader's week: about work, a post or data, never a guess about a person."""

    TENGGAT = "tenggat"
    KEKOSONGAN = "kekosongan"
    DATA = "data"


class JalurKarier(StrEnum):
    """Where a career can lead from the present post: at most four of them stand on *Karier saya*."""

    PANGKAT = "pangkat"
    JENJANG = "jenjang"
    PINDAH = "pindah"
    MANAJERIAL = "manajerial"
    KONTRAK = "kontrak"
    PENGEMBANGAN = "pengembangan"


class JenisLangkah(StrEnum):
    """One step of a ladder. PINDAH: to another post of about the same level."""

    JENJANG = "jenjang"
    MANAJERIAL = "manajerial"
    PINDAH = "pindah"


class JenisPenugasan(StrEnum):
    """Work beside or instead of one's own for a while, inside the government."""

    KHUSUS = "khusus"
    DETASERING = "detasering"
    TIM_PROYEK = "tim_proyek"


class StatusPenugasan(StrEnum):
    DIBUKA = "dibuka"
    SELESAI = "selesai"
    DIBATALKAN = "dibatalkan"


class StatusPesertaPenugasan(StrEnum):
    """MENUNGGU: the person said yes, the atasan has not. BERJALAN: both did, and a place is taken."""

    MENUNGGU = "menunggu"
    BERJALAN = "berjalan"
    TIDAK_DILEPAS = "tidak_dilepas"
    MUNDUR = "mundur"
    SELESAI = "selesai"
    TIDAK_SELESAI = "tidak_selesai"
