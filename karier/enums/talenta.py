"""Talent and succession."""

from enum import StrEnum


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
