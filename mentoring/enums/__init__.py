"""Closed lists of the mentoring domain. Import them from here only."""

from mentoring.enums.hidup import (
    Isyarat,
    JenisSurat,
    Kemajuan,
    Peran,
    Rasa,
    SebabAkhir,
    SebabBeda,
    StatusPertemuan,
    StatusSasaran,
)
from mentoring.enums.pasangan import (
    AlasanBelum,
    AsalPermintaan,
    CaraBertemu,
    SasaranProgram,
    StatusMentor,
    StatusPasangan,
    StatusPermintaan,
)

__all__ = [
    "AlasanBelum",
    "AsalPermintaan",
    "CaraBertemu",
    "Isyarat",
    "JenisSurat",
    "Kemajuan",
    "Peran",
    "Rasa",
    "SasaranProgram",
    "SebabAkhir",
    "SebabBeda",
    "StatusMentor",
    "StatusPasangan",
    "StatusPermintaan",
    "StatusPertemuan",
    "StatusSasaran",
]
