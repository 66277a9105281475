"""Who rated whom when, and who should: pure work over ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

#: Longer chains of atasan than this are a fault in the data, not a government.
RANTAI_TERPANJANG: Final = 60


class Ganti(NamedTuple):
    """One recorded change, in the order of recording: who rated before, who rates from `sejak`."""

    lama: int | None
    baru: int | None
    sejak: date


class Ruas(NamedTuple):
    """One stretch with one atasan (None: nobody), both days included."""

    atasan_id: int | None
    mulai: date
    sampai: date


def segments(kini: int | None, catatan: Sequence[Ganti], mulai: date, sampai: date) -> list[Ruas]:
    """The atasan between two days, in order and without gaps; `kini` when no change was ever recorded.

    A change recorded later says how it was from its day on, whatever was recorded before. Whoever is the
    first to be recorded also stands for the time before, when nobody was known.
    """
    titik: list[tuple[date, int | None]] = [(date.min, catatan[0].lama if catatan else kini)]
    for ganti in catatan:
        while len(titik) > 1 and titik[-1][0] >= ganti.sejak:
            titik.pop()
        titik.append((ganti.sejak, ganti.baru))
    if titik[0][1] is None and len(titik) > 1:
        titik[:2] = [(date.min, titik[1][1])]
    hasil: list[Ruas] = []
    akhir = [hari - timedelta(days=1) for hari, _ in titik[1:]] + [date.max]
    for (awal, siapa), ujung in zip(titik, akhir, strict=True):
        a, b = max(awal, mulai), min(ujung, sampai)
        if a > b:
            continue
        if hasil and hasil[-1].atasan_id == siapa:
            hasil[-1] = hasil[-1]._replace(sampai=b)
        else:
            hasil.append(Ruas(siapa, a, b))
    return hasil


def leads_back(atasan: Mapping[int, int | None], dari: int, orang: int) -> bool:
    """Whether the chain above `dari` (itself included) reaches `orang`, or never ends."""
    naik: int | None = dari
    for _ in range(RANTAI_TERPANJANG):
        if naik is None:
            return False
        if naik == orang:
            return True
        naik = atasan.get(naik)
    return True


def first_fit(atasan: Mapping[int, int | None], orang: int, calon: Iterable[int]) -> int | None:
    """The first of `calon` who is not the person and whose own chain does not lead back to them."""
    return next((c for c in calon if not leads_back(atasan, c, orang)), None)
