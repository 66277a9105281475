"""Periodic predikat turned into angka kredit (PerBKN 3/2023 Ps 12-13), until the year replaces them.

What has been collected up to a period is reckoned by the formula and rounded once; a line is what its
period adds to it. Four quarters of one predikat therefore make the figure of the year, to the hundredth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months, first_of_month_on_or_after
from kinerja.enums import Predikat
from kinerja.rules.angka_kredit import baris_senti, koefisien_milli, persen
from kinerja.rules.masa import Segmen

_SEHARI: Final = timedelta(days=1)


class Evaluasi(NamedTuple):
    """One announced part of a quarter or month, both days included; `kunci`: of its cycle."""

    kunci: int
    mulai: date
    sampai: date
    predikat: Predikat


class BarisPeriodik(NamedTuple):
    """What one evaluation adds in one jenjang, in senti; `mulai`: the first month that it counts."""

    kunci: int
    segmen: Segmen
    mulai: date
    bulan: int
    persen: int
    senti: int


class Sementara(NamedTuple):
    """What the periodic lines of one year have in a balance until the year replaces them, in senti."""

    sah: int
    draf: int


def baris_periodik(segmen: Sequence[Segmen], evaluasi: Sequence[Evaluasi], a: Aturan) -> list[BarisPeriodik]:
    """A line for each evaluation in each jenjang (`masa.segmen_setahun`), in order of time.

    A whole month of the jenjang counts for the evaluation that holds its last day (KEPUTUSAN: so a month
    in which the atasan changed is not lost, and none is counted twice).
    """
    return [b for s in segmen for b in _sesegmen(s, evaluasi, a)]


def _sesegmen(s: Segmen, evaluasi: Sequence[Evaluasi], a: Aturan) -> Iterator[BarisPeriodik]:
    koefisien = koefisien_milli(s.jenjang, a)
    awal = first_of_month_on_or_after(s.mulai)
    sisa = [add_months(awal, n) for n in range(s.bulan)]
    terkumpul = sebelum = 0
    for e in sorted(evaluasi, key=lambda e: e.mulai):
        bulan = [b for b in sisa if _memuat(e, b)]
        if not bulan:
            continue
        sisa = [b for b in sisa if b not in bulan]
        terkumpul += persen(e.predikat, a) * len(bulan)
        kumulatif = baris_senti(koefisien, terkumpul, 1)
        yield BarisPeriodik(e.kunci, s, bulan[0], len(bulan), persen(e.predikat, a), kumulatif - sebelum)
        sebelum = kumulatif


def _memuat(e: Evaluasi, bulan: date) -> bool:
    """Whether the last day of a month lies in the evaluation."""
    return e.mulai <= add_months(bulan, 1) - _SEHARI <= e.sampai
