"""What was learned: marks before and after a class, pair by pair (level 2 of Kirkpatrick)."""

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, stdev
from typing import Final, NamedTuple

#: Differences of marks (two decimals) that are nearer to each other than this are the same difference.
_SAMA: Final = 1e-9


class Berpasangan(NamedTuple):
    """Both marks of the same people, 0-100. None: too few people to say (`t` and `dz` need two of them).

    `kenaikan` is the mean of the differences; `t` the paired t statistic with n - 1 degrees of freedom, `dz`
    the same mean in standard deviations of the differences (Cohen). Both are None where everybody differs
    by the same: then there is no spread to compare with.
    """

    n: int
    rata_pra: float | None
    rata_pasca: float | None
    kenaikan: float | None
    naik: int
    tetap: int
    turun: int
    t: float | None
    dz: float | None


def paired(pra: Sequence[float], pasca: Sequence[float]) -> Berpasangan:
    """Compare two marks of the same people, in the same order. ValueError when the lengths differ."""
    beda = [float(b) - float(a) for a, b in zip(pra, pasca, strict=True)]
    n = len(beda)
    naik, turun = sum(d > _SAMA for d in beda), sum(d < -_SAMA for d in beda)
    if n == 0:
        return Berpasangan(0, None, None, None, 0, 0, 0, None, None)
    dz = _dz(beda)
    return Berpasangan(
        n=n,
        rata_pra=fmean(map(float, pra)),
        rata_pasca=fmean(map(float, pasca)),
        kenaikan=fmean(beda),
        naik=naik,
        tetap=n - naik - turun,
        turun=turun,
        t=None if dz is None else dz * sqrt(n),
        dz=dz,
    )


def _dz(beda: list[float]) -> float | None:
    if len(beda) < 2:
        return None
    simpangan = stdev(beda)
    return None if simpangan < _SAMA else fmean(beda) / simpangan
