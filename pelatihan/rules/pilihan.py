"""Which programmes to name first for a competency gap, and why."""

from enum import StrEnum
from typing import NamedTuple

from pelatihan.enums import Metode

LANGKAH_DARING = {Metode.DARING: 0, Metode.CAMPURAN: 1, Metode.TATAP_MUKA: 2}


class Program(NamedTuple):
    """What the choice needs to know of one programme. `level` is what a participant can reach (1-5)."""

    pk: int
    level: int
    metode: Metode
    jp: int
    biaya: int  # rupiah per participant


class Alasan(StrEnum):
    MENUTUP = "menutup"
    MENUJU = "menuju"
    DARING_TERPENCIL = "daring_terpencil"


def order_key(program: Program, *, level_wajib: int, terpencil: bool) -> tuple[int, ...]:
    """Smaller comes first.

    A programme that closes the gap precedes one that only leads towards it. Remote units get online
    before mixed before classroom; then the level nearest to the need, then cost, then more JP.
    """
    menutup = program.level >= level_wajib
    jarak = LANGKAH_DARING[program.metode] if terpencil else 0
    return (not menutup, jarak, abs(program.level - level_wajib), program.biaya, -program.jp, program.pk)


def choose(
    program: list[Program], *, level_sekarang: int | None, level_wajib: int, terpencil: bool, banyak: int
) -> list[Program]:
    """The best `banyak`; a programme that does not lift the person above `level_sekarang` is no help."""
    berguna = [p for p in program if p.level >= level_wajib or p.level > (level_sekarang or level_wajib)]
    return sorted(berguna, key=lambda p: order_key(p, level_wajib=level_wajib, terpencil=terpencil))[:banyak]


def reasons(program: Program, *, level_wajib: int, terpencil: bool) -> tuple[Alasan, ...]:
    """Why this programme is named, in the order a person reads them."""
    pertama = Alasan.MENUTUP if program.level >= level_wajib else Alasan.MENUJU
    if terpencil and program.metode == Metode.DARING:
        return (pertama, Alasan.DARING_TERPENCIL)
    return (pertama,)
