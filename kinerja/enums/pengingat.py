"""Messages of a cycle, and what becomes of them."""

from enum import StrEnum


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
