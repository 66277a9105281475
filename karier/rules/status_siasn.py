"""What the status numbers of the proposal service of SIASN mean for a proposal here.

Only the numbers that change something are named; every other one is a step inside BKN or the instansi,
in which the proposal is under way.
"""

from __future__ import annotations

from typing import Final

from karier.enums import StatusUsul

#: Papers to be mended, in any of the places where they can be sent back.
_BTS: Final = frozenset({5, 14, 34, 50, 52, 67})
_TMS: Final = frozenset({6, 13})
#: The SK is made and signed, or its content already stands in the profile.
_SK: Final = frozenset({11, 31, 32, 49})
#: The proposal was removed in SIASN.
DIHAPUS: Final = 99
_TERTINGGI: Final = 67
_BULAT, _RUANG_TERBANYAK, _RUANG_IV = 10, 4, 5


def status_usul(nomor: int) -> StatusUsul | None:
    """Where the proposal stands; None for a number that is not known, or a removed proposal."""
    if nomor in _BTS:
        return StatusUsul.BTS
    if nomor in _TMS:
        return StatusUsul.TMS
    if nomor in _SK:
        return StatusUsul.SK_TERBIT
    return StatusUsul.DIUSULKAN if 1 <= nomor <= _TERTINGGI else None


def urut_golongan(kode: int) -> int | None:
    """The golongan 1-17 of a SIASN golongan id (11 is I/a, 45 is IV/e); None for anything else."""
    gol, ruang = divmod(kode, _BULAT)
    tertinggi = _RUANG_IV if gol == _RUANG_TERBANYAK else _RUANG_TERBANYAK
    if not (1 <= gol <= _RUANG_TERBANYAK and 1 <= ruang <= tertinggi):
        return None
    return (gol - 1) * _RUANG_TERBANYAK + ruang
