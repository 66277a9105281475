"""Money for development, the yearly plan and the scenarios of who goes to what."""

from enum import StrEnum


class SumberDana(StrEnum):
    APBD = "apbd"
    DAK = "dak"
    APBN = "apbn"
    BLUD = "blud"
    MITRA = "mitra"
    HIBAH = "hibah"


class JenisMutasi(StrEnum):
    """What moved on a pagu. KOMITMEN is taken by an approval, REALISASI is what was paid."""

    KOMITMEN = "komitmen"
    LEPAS = "lepas"
    REALISASI = "realisasi"
    UBAH_PAGU = "ubah_pagu"


class StatusRencana(StrEnum):
    DRAF = "draf"
    DITETAPKAN = "ditetapkan"


class StatusSkenario(StrEnum):
    """MENUNGGU: asked for, computed in the background."""

    MENUNGGU = "menunggu"
    DIHITUNG = "dihitung"
    TIDAK_MUNGKIN = "tidak_mungkin"
    DIPAKAI = "dipakai"
