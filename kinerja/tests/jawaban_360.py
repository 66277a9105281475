"""Answers of a made-up round, for the tests of what may be shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kinerja.enums import NilaiBerakhlak, Peran360
from kinerja.rules import umpan_360 as aturan
from kinerja.rules.umpan_360 import BUTIR, SEMUA_BUTIR, Jawab

REKAN, BAWAHAN = Peran360.REKAN, Peran360.BAWAHAN
BAWAHAN_DARI = 100
BUTIR_SATU = BUTIR[NilaiBerakhlak.AKUNTABEL]


def jawab(penjawab: int, nilai: int = 3, **lain: Any) -> Jawab:
    """A peer, or a subordinate from number 100 on, who gives every question the same answer."""
    peran = BAWAHAN if penjawab >= BAWAHAN_DARI else REKAN
    return Jawab(penjawab, peran, dict.fromkeys(SEMUA_BUTIR, nilai), **lain)


def dunia(rekan: int, bawahan: int = 0, nilai: int = 3) -> list[Jawab]:
    return [jawab(i, nilai) for i in (*range(1, rekan + 1), *range(100, 100 + bawahan))]


def tampil(
    jawaban: Sequence[Jawab],
    diundang: tuple[int, int] = (8, 8),
    terbit: Sequence[frozenset[int]] = (),
) -> list[aturan.Terbitan]:
    undangan = dict(zip((REKAN, BAWAHAN), diundang, strict=True))
    return aturan.terbitkan(jawaban, diundang=undangan, terbit=terbit)


def nama(terbitan: Sequence[aturan.Terbitan]) -> list[str]:
    return [t.kelompok.value for t in terbitan]
