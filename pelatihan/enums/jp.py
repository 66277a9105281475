"""Activities that people report themselves."""

from enum import StrEnum


class StatusKegiatan(StrEnum):
    #: Entered by somebody else; counts once the person has said yes.
    MENUNGGU_KONFIRMASI = "menunggu_konfirmasi"
    MENUNGGU = "menunggu"
    DITERIMA = "diterima"
    FOTO_ULANG = "foto_ulang"
    DITOLAK = "ditolak"
    DITARIK = "ditarik"


#: With whom it is: the person may still change it, or take it back.
KEGIATAN_TERBUKA = (StatusKegiatan.MENUNGGU_KONFIRMASI, StatusKegiatan.MENUNGGU, StatusKegiatan.FOTO_ULANG)


class Ragam(StrEnum):
    """How something is learned (70:20:10)."""

    PENUGASAN = "penugasan"
    SOSIAL = "sosial"
    PELATIHAN = "pelatihan"


class BentukBerkas(StrEnum):
    """The two shapes in which SIASN keeps what this ledger keeps in one."""

    DIKLAT = "diklat"
    KURSUS = "kursus"
