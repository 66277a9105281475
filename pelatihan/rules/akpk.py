"""AKPK: what is known about a level, and when it is a gap. Nobody's word about themself makes one."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from pegawai.enums import SumberKompetensi
from pegawai.rules.kompetensi import LevelKini, Naik
from pelatihan.enums import StatusMandiri

#: The person may write.
TERBUKA: Final = frozenset({StatusMandiri.DRAF, StatusMandiri.DIKEMBALIKAN})


class Keyakinan(StrEnum):
    """How a level is known, the surest first."""

    ASESMEN = "asesmen"
    ATASAN = "atasan"
    PELATIHAN = "pelatihan"
    ASESMEN_LAMA = "asesmen_lama"
    DIRI = "diri"
    BELUM = "belum"


def keyakinan(kini: LevelKini | None, level_diri: int | None) -> Keyakinan:
    """How the level is known that a page shows: a record if there is any, else the person's own word."""
    if kini is None:
        return Keyakinan.BELUM if level_diri is None else Keyakinan.DIRI
    if isinstance(kini.sumber, Naik):
        return Keyakinan.PELATIHAN
    if not kini.berlaku:
        return Keyakinan.ASESMEN_LAMA
    return Keyakinan.ASESMEN if kini.sumber.asal is SumberKompetensi.ASESMEN else Keyakinan.ATASAN


def celah(kini: LevelKini | None, wajib: int) -> int | None:
    """Levels short, 0 when none; None where nothing valid is on record, whatever the person says."""
    return max(wajib - kini.level, 0) if kini is not None and kini.berlaku else None


def perlu_dinilai(kini: Iterable[LevelKini | None]) -> bool:
    """Whether a competency that the post asks for has no valid level."""
    return any(k is None or not k.berlaku for k in kini)


def dapat_diisi(status: StatusMandiri | None) -> bool:
    """Nothing yet, pulled back, or sent back by the atasan."""
    return status is None or status in TERBUKA
