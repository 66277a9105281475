"""A class and who takes part in it."""

from enum import StrEnum
from typing import Final


class StatusAngkatan(StrEnum):
    DISIAPKAN = "disiapkan"
    DIBUKA = "dibuka"
    DITUTUP = "ditutup"
    SELESAI = "selesai"
    DIBATALKAN = "dibatalkan"


class StatusPendaftaran(StrEnum):
    """From the waiting list to the end. `DAFTAR_TUNGGU` holds no seat; refused and withdrawn give it back."""

    DAFTAR_TUNGGU = "daftar_tunggu"
    MENUNGGU_ATASAN = "menunggu_atasan"
    MENUNGGU_BKPSDM = "menunggu_bkpsdm"
    DISETUJUI = "disetujui"
    SURAT_TUGAS = "surat_tugas"
    SELESAI = "selesai"
    TIDAK_LULUS = "tidak_lulus"
    TIDAK_HADIR = "tidak_hadir"
    DITOLAK = "ditolak"
    DIBATALKAN = "dibatalkan"


#: Those who hold a seat that somebody else cannot have.
BERKURSI: Final = (
    StatusPendaftaran.MENUNGGU_ATASAN,
    StatusPendaftaran.MENUNGGU_BKPSDM,
    StatusPendaftaran.DISETUJUI,
    StatusPendaftaran.SURAT_TUGAS,
    StatusPendaftaran.SELESAI,
    StatusPendaftaran.TIDAK_LULUS,
    StatusPendaftaran.TIDAK_HADIR,
)
#: Not over yet: these days are taken, and the person may still withdraw.
PENDAFTARAN_BERJALAN: Final = (
    StatusPendaftaran.DAFTAR_TUNGGU,
    StatusPendaftaran.MENUNGGU_ATASAN,
    StatusPendaftaran.MENUNGGU_BKPSDM,
    StatusPendaftaran.DISETUJUI,
    StatusPendaftaran.SURAT_TUGAS,
)


class CaraHadir(StrEnum):
    """How presence became known."""

    KODE = "kode"
    PENYELENGGARA = "penyelenggara"
