"""What a class did."""

from enum import StrEnum
from typing import Final

from pelatihan.enums.angkatan import StatusPendaftaran


class TahapKuis(StrEnum):
    """The same quiz before and after the class."""

    PRA = "pra"
    PASCA = "pasca"


#: Who takes part in a class or took part: they are asked what they know and what they think.
MENGIKUTI: Final = (
    StatusPendaftaran.DISETUJUI,
    StatusPendaftaran.SURAT_TUGAS,
    StatusPendaftaran.SELESAI,
    StatusPendaftaran.TIDAK_LULUS,
)
