"""How deep a unit stands in a list that people keep in Excel: dashes, spaces or numbering.

One way of writing per file: numbering when it has points (1, 1.1, 1.1.2), else dashes, else leading spaces.
Widths are steps of the narrowest one, so that two dashes per level and four spaces per level both read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_NOMOR: Final = re.compile(r"(?P<nomor>[0-9]{1,3}(?:\.[0-9]{1,3})*)[.)]?")
_NAMA_BERNOMOR: Final = re.compile(_NOMOR.pattern + r"[\s\u00a0]+(?P<sisa>\S.*)")
_TANDA: Final = "-\u2010\u2011\u2012\u2013\u2014\u2022>"
_AWAL: Final = re.compile(rf"[{re.escape(_TANDA)}\s\u00a0]*")
_LEBAR_TAB: Final = 4
#: Numbering is the way of a file when at least this share of its rows is numbered (in percent).
_BERNOMOR: Final = 80


@dataclass(frozen=True, slots=True)
class Takuk:
    """A name without its indent, and its width as written: parts of a number, dashes or spaces."""

    nama: str
    lebar: int


def baca_takuk(nama: Sequence[str], nomor: Sequence[str]) -> list[Takuk]:
    """Each row by the way of writing of the whole list. `nomor`: the column of numbers, "" where empty."""
    for tebakan in (_menurut_nomor(nama, nomor), _menurut_nomor_nama(nama)):
        if tebakan is not None:
            return tebakan
    awal = [n[: len(n) - len(_AWAL.sub("", n, count=1))] for n in nama]
    bertanda = any(_tanda(a) for a in awal)
    return [
        Takuk(n[len(a) :].strip(), _tanda(a) if bertanda else _spasi(a))
        for n, a in zip(nama, awal, strict=True)
    ]


def kedalaman(semua: Sequence[Takuk]) -> list[int | None]:
    """Levels from 0; None for a row that lies between two levels."""
    kiri = min((t.lebar for t in semua), default=0)
    lebar = [t.lebar - kiri for t in semua]
    langkah = min((n for n in lebar if n), default=1)
    return [None if n % langkah else n // langkah for n in lebar]


def _tanda(awal: str) -> int:
    return sum(h in _TANDA for h in awal)


def _spasi(awal: str) -> int:
    return sum(_LEBAR_TAB if h == "\t" else 1 for h in awal)


def _menurut_nomor(nama: Sequence[str], nomor: Sequence[str]) -> list[Takuk] | None:
    cocok = [_NOMOR.fullmatch(n.strip()) for n in nomor]
    bertitik = any(c and "." in c["nomor"] for c in cocok)
    if not bertitik or sum(c is not None for c in cocok) * 100 < _BERNOMOR * len(nama):
        return None
    return [
        Takuk(_AWAL.sub("", n, count=1).strip(), c["nomor"].count(".") if c else 0)
        for n, c in zip(nama, cocok, strict=True)
    ]


def _menurut_nomor_nama(nama: Sequence[str]) -> list[Takuk] | None:
    cocok = [_NAMA_BERNOMOR.fullmatch(n.strip()) for n in nama]
    bertitik = any(c and "." in c["nomor"] for c in cocok)
    if not bertitik or sum(c is not None for c in cocok) * 100 < _BERNOMOR * len(nama):
        return None
    return [
        Takuk(c["sisa"].strip(), c["nomor"].count(".")) if c else Takuk(n.strip(), 0)
        for n, c in zip(nama, cocok, strict=True)
    ]
