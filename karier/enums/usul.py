"""What is recommended and proposed, and what people ask to have looked at."""

from enum import StrEnum


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


class StatusTinjau(StrEnum):
    MENUNGGU = "menunggu"
    DIJAWAB = "dijawab"
    DIBATALKAN = "dibatalkan"


class HasilTinjau(StrEnum):
    """What the officer found; none of them changes an outcome by itself."""

    TETAP = "tetap"
    DATA = "data"
    PUTUSAN = "putusan"
