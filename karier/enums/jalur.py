"""Career paths and assignments."""

from enum import StrEnum


class JalurKarier(StrEnum):
    """Where a career can lead from the present post: at most four of them stand on *Karier saya*."""

    PANGKAT = "pangkat"
    JENJANG = "jenjang"
    PINDAH = "pindah"
    MANAJERIAL = "manajerial"
    KONTRAK = "kontrak"
    PENGEMBANGAN = "pengembangan"


class JenisLangkah(StrEnum):
    """One step of a ladder. PINDAH: to another post of about the same level."""

    JENJANG = "jenjang"
    MANAJERIAL = "manajerial"
    PINDAH = "pindah"


class JenisPenugasan(StrEnum):
    """Work beside or instead of one's own for a while, inside the government."""

    KHUSUS = "khusus"
    DETASERING = "detasering"
    TIM_PROYEK = "tim_proyek"


class StatusPenugasan(StrEnum):
    DIBUKA = "dibuka"
    SELESAI = "selesai"
    DIBATALKAN = "dibatalkan"


class StatusPesertaPenugasan(StrEnum):
    """MENUNGGU: the person said yes, the atasan has not. BERJALAN: both did, and a place is taken."""

    MENUNGGU = "menunggu"
    BERJALAN = "berjalan"
    TIDAK_DILEPAS = "tidak_dilepas"
    MUNDUR = "mundur"
    SELESAI = "selesai"
    TIDAK_SELESAI = "tidak_selesai"
