"""Activities that people report themselves."""

from enum import StrEnum


class StatusKegiatan(StrEnum):
    MENUNGGU = "menunggu"
    DITERIMA = "diterima"
    FOTO_ULANG = "foto_ulang"
    DITOLAK = "ditolak"
    DITARIK = "ditarik"
