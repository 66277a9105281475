"""Which programmes to name first for what somebody lacks, and why."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from asn_karier.lib.dates import add_months
from pegawai.enums import JenisJabatan, Jenjang
from pelatihan.enums import Metode

LANGKAH_DARING = {Metode.DARING: 0, Metode.CAMPURAN: 1, Metode.TATAP_MUKA: 2}
#: A size that nobody noted comes after every known one.
UKURAN_TAK_TERCATAT = 100_000


class Pemangku(NamedTuple):
    """Who would follow it: the jabatan held and where. What is not recorded is None, or empty.

    `unit`: the name of their unit and of every unit above it.
    """

    jenis: JenisJabatan | None
    jenjang: Jenjang | None
    jabatan: str
    unit: tuple[str, ...] = ()


class Sasaran(NamedTuple):
    """Whom a programme is meant for. All that is named must fit; both jenjang are named or neither."""

    jenis: JenisJabatan | None = None
    jenjang_dari: Jenjang | None = None
    jenjang_sampai: Jenjang | None = None
    nama_jabatan: str = ""
    nama_unit: str = ""


class Kebutuhan(NamedTuple):
    """One competency that the jabatan asks for and the person lacks (levels 1-5).

    `kunci`: the code of one of the nine, or the key of a technical one. `level_sekarang` None: never
    assessed.
    """

    kunci: str | int
    nama: str
    level_sekarang: int | None
    level_wajib: int

    @property
    def besar(self) -> int:
        """Levels that are missing; where nobody has assessed, one is the least that can be said."""
        return 1 if self.level_sekarang is None else self.level_wajib - self.level_sekarang


class Program(NamedTuple):
    """What the choice needs to know of one programme for one competency.

    `level`: what a participant can reach in it (1-5). `ulang_bulan`: months after which it is taken again.
    `terakhir`: when the person last finished it. `berkursi`: a class of the own government is open and has
    a seat left.
    """

    pk: int
    level: int
    metode: Metode
    jp: int
    biaya: int  # rupiah per participant
    sasaran: tuple[Sasaran, ...] = ()
    ukuran_mb: int | None = None
    ulang_bulan: int | None = None
    terakhir: date | None = None
    berkursi: bool = False


class Alasan(StrEnum):
    MENUTUP = "menutup"
    MENUJU = "menuju"
    DARING_TERPENCIL = "daring_terpencil"


class Pilihan(NamedTuple):
    """One programme, and the need that it was chosen for."""

    program: Program
    kebutuhan: Kebutuhan


def is_meant_for(sasaran: tuple[Sasaran, ...], pemangku: Pemangku) -> bool:
    """Whether one of `sasaran` fits; a programme that names none is meant for everybody."""
    return not sasaran or any(_cocok(s, pemangku) for s in sasaran)


def is_due(terakhir: date | None, ulang_bulan: int | None, hari: date) -> bool:
    """Whether somebody who finished it on `terakhir` is to take it (again) on `hari`."""
    if terakhir is None:
        return True
    return ulang_bulan is not None and add_months(terakhir, ulang_bulan) <= hari


def helps(level: int, kebutuhan: Kebutuhan) -> bool:
    """Whether a programme that leads to `level` lifts the person; without an assessment it must reach all."""
    return level >= kebutuhan.level_wajib or level > (kebutuhan.level_sekarang or kebutuhan.level_wajib)


def order_key(program: Program, *, level_wajib: int, terpencil: bool) -> tuple[int, ...]:
    """Smaller comes first.

    What has a seat now, then what closes the gap before what only leads towards it. Remote units get
    online before mixed before classroom and small downloads before large ones; then the level nearest to
    the need, then cost, then more JP.
    """
    unduh = UKURAN_TAK_TERCATAT if program.ukuran_mb is None else program.ukuran_mb
    jauh = (LANGKAH_DARING[program.metode], unduh) if terpencil else (0, 0)
    jarak = abs(program.level - level_wajib)
    siap, menutup = program.berkursi, program.level >= level_wajib
    return (not siap, not menutup, *jauh, jarak, program.biaya, -program.jp, program.pk)


def rank(
    program: Sequence[Program], kebutuhan: Kebutuhan, *, terpencil: bool, pemangku: Pemangku, hari: date
) -> list[Program]:
    """Those that help with one need, are meant for this jabatan and not done yet; the best first."""
    berguna = [
        p
        for p in program
        if helps(p.level, kebutuhan)
        and is_meant_for(p.sasaran, pemangku)
        and is_due(p.terakhir, p.ulang_bulan, hari)
    ]
    return sorted(berguna, key=lambda p: order_key(p, level_wajib=kebutuhan.level_wajib, terpencil=terpencil))


def take_turns(peringkat: Sequence[tuple[Kebutuhan, Sequence[Program]]], banyak: int) -> list[Pilihan]:
    """At most `banyak` programmes for all needs, each once.

    The needs take turns in their order, so that the largest does not fill the page alone; what has a seat
    now goes before what has none.
    """
    antre: list[tuple[bool, int, int, Pilihan]] = []
    for urut, (kebutuhan, program) in enumerate(peringkat):
        for siap, sejenis in groupby(program, key=lambda p: p.berkursi):
            antre += [(not siap, giliran, urut, Pilihan(p, kebutuhan)) for giliran, p in enumerate(sejenis)]
    terpilih: dict[int, Pilihan] = {}
    for *_, pilihan in sorted(antre, key=lambda a: a[:3]):
        terpilih.setdefault(pilihan.program.pk, pilihan)
    return list(terpilih.values())[:banyak]


def reasons(program: Program, *, level_wajib: int, terpencil: bool) -> tuple[Alasan, ...]:
    """Why this programme is named, in the order a person reads them."""
    pertama = Alasan.MENUTUP if program.level >= level_wajib else Alasan.MENUJU
    if terpencil and program.metode == Metode.DARING:
        return (pertama, Alasan.DARING_TERPENCIL)
    return (pertama,)


def _cocok(s: Sasaran, pemangku: Pemangku) -> bool:
    # Whole words: what is for a Perencana is not for a Perencanaan something.
    nama = f"{pemangku.jabatan} ".casefold().startswith(f"{s.nama_jabatan} ".lstrip().casefold())
    tempat = _cocok_unit(s.nama_unit, pemangku.unit)
    return nama and tempat and _cocok_jenis(s.jenis, pemangku.jenis) and _cocok_jenjang(s, pemangku.jenjang)


def _cocok_unit(perlu: str, unit: tuple[str, ...]) -> bool:
    return not perlu or any(perlu.casefold() in nama.casefold() for nama in unit)


def _cocok_jenis(perlu: JenisJabatan | None, punya: JenisJabatan | None) -> bool:
    if punya is JenisJabatan.RANGKAP and perlu is not JenisJabatan.PELAKSANA:
        return True  # holds a structural and a functional jabatan at once
    return perlu is None or perlu is punya


def _cocok_jenjang(s: Sasaran, punya: Jenjang | None) -> bool:
    if s.jenjang_dari is None or s.jenjang_sampai is None:
        return True
    return punya is not None and s.jenjang_dari <= punya <= s.jenjang_sampai
