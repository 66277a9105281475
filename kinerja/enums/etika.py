"""The yearly case of ethics."""

from enum import IntEnum, StrEnum


class KeluargaKasus(IntEnum):
    """For whom a case is written. The numbers of the families are those of `jenisJabatan` of SIASN."""

    SEMUA = 0
    STRUKTURAL = 1
    FUNGSIONAL = 2
    PELAKSANA = 4


class StatusKasus(StrEnum):
    """A draft is seen by HR only; after SELESAI it is read, and nothing is added."""

    DRAF = "draf"
    TERBIT = "terbit"
    SELESAI = "selesai"
