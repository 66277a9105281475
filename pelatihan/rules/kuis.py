"""The light quiz: when it is open, and what the answers are worth."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from pelatihan.enums import TahapKuis

#: How many choices a question has.
PILIHAN_SEDIKITNYA: Final = 2
PILIHAN_PALING_BANYAK: Final = 5
#: The answer of somebody who does not know; never right, and better than a guess.
BELUM_TAHU: Final = 0
#: Days after the last day of the class in which the quiz afterwards is still taken.
HARI_SESUDAH: Final = 30
_SEN: Final = Decimal("0.01")


class KeadaanKuis(StrEnum):
    """How one stage of the quiz stands for one participant."""

    TANPA_SOAL = "tanpa_soal"
    BELUM = "belum"
    BUKA = "buka"
    SELESAI = "selesai"
    DIISI_PENYELENGGARA = "diisi_penyelenggara"
    TUTUP = "tutup"


class Jadwal(NamedTuple):
    """First and last day of the class, and the day on the clock of the participant."""

    mulai: date
    selesai: date
    hari: date


class Terisi(NamedTuple):
    """What a participant has already: stages answered here, and stages that have a mark."""

    dijawab: frozenset[TahapKuis]
    bernilai: frozenset[TahapKuis]


def last_day(tahap: TahapKuis, mulai: date, selesai: date) -> date:
    """Before: until the first day is over. After: thirty days more than the class."""
    return mulai if tahap == TahapKuis.PRA else selesai + timedelta(days=HARI_SESUDAH)


def quiz_state(tahap: TahapKuis, jadwal: Jadwal, terisi: Terisi, *, banyak_soal: int) -> KeadaanKuis:
    """What the participant meets. Who has answered afterwards is not asked any more what they knew before."""
    if tahap in terisi.dijawab:
        return KeadaanKuis.SELESAI
    if tahap in terisi.bernilai:
        return KeadaanKuis.DIISI_PENYELENGGARA
    if not banyak_soal:
        return KeadaanKuis.TANPA_SOAL
    if tahap == TahapKuis.PASCA and jadwal.hari < jadwal.selesai:
        return KeadaanKuis.BELUM
    terlambat = jadwal.hari > last_day(tahap, jadwal.mulai, jadwal.selesai)
    sudah_sesudah = tahap == TahapKuis.PRA and TahapKuis.PASCA in terisi.dijawab
    return KeadaanKuis.TUTUP if terlambat or sudah_sesudah else KeadaanKuis.BUKA


def count_right(kunci: Sequence[int], jawaban: Sequence[int]) -> int:
    """How many answers are the right choice. ValueError when their number differs."""
    return sum(benar == jawab for benar, jawab in zip(kunci, jawaban, strict=True))


def mark(benar: int, banyak: int) -> Decimal:
    """0-100 with two decimals, half up: 2 of 3 is 66.67."""
    return (Decimal(100 * benar) / banyak).quantize(_SEN, ROUND_HALF_UP)
