"""Closed lists of a running pair and its end."""

from enum import IntEnum, StrEnum


class StatusPertemuan(StrEnum):
    """Logged by one of the two, confirmed by the other; or planned, or called off."""

    DIRENCANAKAN = "direncanakan"
    MENUNGGU = "menunggu"
    TERJADI = "terjadi"
    TIDAK_COCOK = "tidak_cocok"
    BATAL = "batal"


class SebabBeda(StrEnum):
    """What the other remembers differently; nobody is accused of anything."""

    TANGGAL = "tanggal"
    LAMA = "lama"
    CARA = "cara"
    BELUM_BERTEMU = "belum_bertemu"


class StatusSasaran(StrEnum):
    """A goal counts once both have agreed to it."""

    DIUSULKAN = "diusulkan"
    BERJALAN = "berjalan"
    TERCAPAI = "tercapai"
    DILEPAS = "dilepas"


class Kemajuan(IntEnum):
    """How far a goal is."""

    BELUM_MULAI = 0
    MULAI = 1
    SEPARUH = 2
    HAMPIR = 3
    TERCAPAI = 4


class SebabAkhir(StrEnum):
    """Why a pair ends, in words that blame nobody."""

    SASARAN_TERCAPAI = "sasaran_tercapai"
    MASA_SELESAI = "masa_selesai"
    PINDAH_TUGAS = "pindah_tugas"
    WAKTU_SULIT = "waktu_sulit"
    KEBUTUHAN_BERUBAH = "kebutuhan_berubah"
    INGIN_BERGANTI = "ingin_berganti"


class Peran(StrEnum):
    """Which of the two somebody is."""

    MENTEE = "mentee"
    MENTOR = "mentor"


class JenisSurat(StrEnum):
    """A mark that mentoring lives, and what a mentor is thanked with on paper."""

    KELANGSUNGAN = "kelangsungan"
    KETERANGAN = "keterangan"


class Rasa(IntEnum):
    """An answer to one of the two questions of the pulse."""

    BELUM = 1
    CUKUP = 2
    YA = 3


class Isyarat(StrEnum):
    """What HR sees of the health of a pair, without a word of what the two talk about."""

    TANPA_PERTEMUAN = "tanpa_pertemuan"
    TANPA_SASARAN = "tanpa_sasaran"
    SASARAN_LEWAT = "sasaran_lewat"
    MINTA_DISAPA = "minta_disapa"
