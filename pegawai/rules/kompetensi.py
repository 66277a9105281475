"""Which level of a competency counts: an assessment, the atasan's confirmation, a passed training.

What somebody thinks of themself is not among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Final

from asn_karier.lib.dates import add_months
from pegawai.enums import SumberKompetensi

#: KEPUTUSAN, not the law: a leader sees the work of a year, so their word counts for a year.
BULAN_BERLAKU_KONFIRMASI: Final = 12
LEVEL_TERENDAH: Final = 0
LEVEL_TERTINGGI: Final = 5


class Urutan(IntEnum):
    """What a record of levels is worth, the weakest first."""

    ASESMEN_LAMA = 0
    ATASAN_BERLAKU = 1
    ASESMEN_BERLAKU = 2


@dataclass(frozen=True, slots=True)
class Ukuran:
    """A level that somebody measured or confirmed on `tanggal`. `sampai` None: as long as the rule says."""

    level: int | None
    asal: SumberKompetensi
    tanggal: date
    sampai: date | None = None


@dataclass(frozen=True, slots=True)
class Naik:
    """A level that a passed training showed."""

    level: int
    tanggal: date
    nomor_sertifikat: str = ""


@dataclass(frozen=True, slots=True)
class LevelKini:
    """The level that counts today. `sumber` says where it is from; `berlaku` False: it is too old.

    `sampai`: the last day it counts; None for a training, which counts until it is measured anew.
    """

    level: int
    sumber: Ukuran | Naik
    berlaku: bool
    sampai: date | None


def sampai_konfirmasi(tanggal: date) -> date:
    """The last day on which a confirmation of `tanggal` counts."""
    return add_months(tanggal, BULAN_BERLAKU_KONFIRMASI)


def urutan(u: Ukuran, *, per: date, berlaku_sejak: date) -> Urutan | None:
    """What a record is worth on `per`; None when it says nothing (not yet, or a confirmation of long ago).

    `berlaku_sejak`: an assessment without a last day is valid from this day on.
    """
    if u.tanggal > per:
        return None
    if u.asal is SumberKompetensi.ATASAN:
        return Urutan.ATASAN_BERLAKU if u.sampai is not None and u.sampai >= per else None
    berlaku = u.tanggal >= berlaku_sejak if u.sampai is None else u.sampai >= per
    return Urutan.ASESMEN_BERLAKU if berlaku else Urutan.ASESMEN_LAMA


def pilih_level(
    ukuran: Iterable[Ukuran], naik: Iterable[Naik], *, per: date, bulan_berlaku: int
) -> LevelKini | None:
    """The level of one competency on `per`: the best record, raised by trainings passed since the last one.

    `bulan_berlaku`: so many months counts an assessment without a last day. None when nobody has measured
    it. The same choice as `pegawai.facts` makes for many people at once.
    """
    sejak = add_months(per, -bulan_berlaku)
    berkata = [(u, n) for u in ukuran if (n := urutan(u, per=per, berlaku_sejak=sejak)) is not None]
    terukur = _terbaik(berkata, bulan_berlaku)
    tambahan = _sesudah([u for u, _ in berkata], naik, per)
    if tambahan and (terukur is None or tambahan.level > terukur.level):
        return LevelKini(tambahan.level, tambahan, berlaku=True, sampai=None)
    return terukur


def _terbaik(berkata: Sequence[tuple[Ukuran, Urutan]], bulan_berlaku: int) -> LevelKini | None:
    if not berkata:
        return None
    u, n = max(berkata, key=lambda satu: (satu[1], satu[0].tanggal))
    if u.level is None:
        return None
    sampai = u.sampai or add_months(u.tanggal, bulan_berlaku)
    return LevelKini(u.level, u, berlaku=n > Urutan.ASESMEN_LAMA, sampai=sampai)


def _sesudah(ukuran: Iterable[Ukuran], naik: Iterable[Naik], per: date) -> Naik | None:
    """The highest training that no later record has measured anew."""
    terakhir = max((u.tanggal for u in ukuran if u.level is not None), default=date.min)
    dihitung = [n for n in naik if terakhir <= n.tanggal <= per]
    return max(dihitung, key=lambda n: (n.level, n.tanggal), default=None)
