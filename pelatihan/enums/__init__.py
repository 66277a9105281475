"""Closed lists of the training domain. Import them from here only."""

from pelatihan.enums.akpk import StatusMandiri
from pelatihan.enums.anggaran import JenisMutasi, StatusRencana, StatusSkenario, SumberDana
from pelatihan.enums.angkatan import (
    BERKURSI,
    PENDAFTARAN_BERJALAN,
    CaraHadir,
    StatusAngkatan,
    StatusPendaftaran,
)
from pelatihan.enums.evaluasi import MENGIKUTI, TahapKuis
from pelatihan.enums.jp import KEGIATAN_TERBUKA, BentukBerkas, Ragam, StatusKegiatan
from pelatihan.enums.katalog import JenisMitra, Metode
from pelatihan.enums.sertifikat import HasilPeriksa

__all__ = [
    "BERKURSI",
    "KEGIATAN_TERBUKA",
    "MENGIKUTI",
    "PENDAFTARAN_BERJALAN",
    "BentukBerkas",
    "CaraHadir",
    "HasilPeriksa",
    "JenisMitra",
    "JenisMutasi",
    "Metode",
    "Ragam",
    "StatusAngkatan",
    "StatusKegiatan",
    "StatusMandiri",
    "StatusPendaftaran",
    "StatusRencana",
    "StatusSkenario",
    "SumberDana",
    "TahapKuis",
]
