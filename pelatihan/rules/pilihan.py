"""Which programmes to name first for a competency gap, and why."""

from enum import StrEnum
from typing import NamedTuple

from pegawai.enums import JenisJabatan, Jenjang
from pelatihan.enums import Metode

LANGKAH_DARING = {Metode.DARING: 0, Metode.CAMPURAN: 1, Metode.TATAP_MUKA: 2}


class Pemangku(NamedTuple):
    """Who would follow it: the jabatan held. What is not recorded is None, or empty for the name."""

    jenis: JenisJabatan | None
    jenjang: Jenjang | None
    jabatan: str


class Sasaran(NamedTuple):
    """Whom a programme is meant for. All that is named must fit; both jenjang are named or neither."""

    jenis: JenisJabatan | None = None
    jenjang_dari: Jenjang | None = None
    jenjang_sampai: Jenjang | None = None
    nama_jabatan: str = ""


class Program(NamedTuple):
    """What the choice needs to know of one programme. `level` is what a participant can reach (1-5)."""

    pk: int
    level: int
    metode: Metode
    jp: int
    biaya: int  # rupiah per participant
    sasaran: tuple[Sasaran, ...] = ()


class Alasan(StrEnum):
    MENUTUP = "menutup"
    MENUJU = "menuju"
    DARING_TERPENCIL = "daring_terpencil"


def is_meant_for(sasaran: tuple[Sasaran, ...], pemangku: Pemangku) -> bool:
    """Whether one of `sasaran` fits; a programme that names none is meant for everybody."""
    return not sasaran or any(_cocok(s, pemangku) for s in sasaran)


def order_key(program: Program, *, level_wajib: int, terpencil: bool) -> tuple[int, ...]:
    """Smaller comes first.

    A programme that closes the gap precedes one that only leads towards it. Remote units get online
    before mixed before classroom; then the level nearest to the need, then cost, then more JP.
    """
    menutup = program.level >= level_wajib
    jarak = LANGKAH_DARING[program.metode] if terpencil else 0
    return (not menutup, jarak, abs(program.level - level_wajib), program.biaya, -program.jp, program.pk)


def choose(
    program: list[Program],
    *,
    level_sekarang: int | None,
    level_wajib: int,
    terpencil: bool,
    pemangku: Pemangku,
    banyak: int,
) -> list[Program]:
    """The best `banyak` of those meant for this jabatan.

    A programme that does not lift the person above `level_sekarang` is no help.
    """
    sesuai = [p for p in program if is_meant_for(p.sasaran, pemangku)]
    berguna = [p for p in sesuai if p.level >= level_wajib or p.level > (level_sekarang or level_wajib)]
    return sorted(berguna, key=lambda p: order_key(p, level_wajib=level_wajib, terpencil=terpencil))[:banyak]


def reasons(program: Program, *, level_wajib: int, terpencil: bool) -> tuple[Alasan, ...]:
    """Why this programme is named, in the order a person reads them."""
    pertama = Alasan.MENUTUP if program.level >= level_wajib else Alasan.MENUJU
    if terpencil and program.metode == Metode.DARING:
        return (pertama, Alasan.DARING_TERPENCIL)
    return (pertama,)


def _cocok(s: Sasaran, pemangku: Pemangku) -> bool:
    # Whole words: what is for a Perencana is not for a Perencanaan something.
    nama = f"{pemangku.jabatan} ".casefold().startswith(f"{s.nama_jabatan} ".lstrip().casefold())
    return nama and _cocok_jenis(s.jenis, pemangku.jenis) and _cocok_jenjang(s, pemangku.jenjang)


def _cocok_jenis(perlu: JenisJabatan | None, punya: JenisJabatan | None) -> bool:
    if punya is JenisJabatan.RANGKAP and perlu is not JenisJabatan.PELAKSANA:
        return True  # holds a structural and a functional jabatan at once
    return perlu is None or perlu is punya


def _cocok_jenjang(s: Sasaran, punya: Jenjang | None) -> bool:
    if s.jenjang_dari is None or s.jenjang_sampai is None:
        return True
    return punya is not None and s.jenjang_dari <= punya <= s.jenjang_sampai
