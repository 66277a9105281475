"""Which pejabat penilai evaluates which part of a quarter or month (PermenPANRB 6/2022).

Each evaluates the days on which they were the atasan. KEPUTUSAN, the sources name no smallest part: a
part holds at least one whole month of the calendar, else it joins the next one, or the last one before
it; who comes back within the period keeps the days between; days of somebody who cannot rate any more
(retired, moved, nobody recorded) go to the neighbour too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from kinerja.rules.masa import bulan_penuh

_SEHARI: Final = timedelta(days=1)


class Ruas(NamedTuple):
    """A stretch with one pejabat penilai (None: nobody recorded), both days included."""

    penilai_id: int | None
    mulai: date
    sampai: date


def bagi_masa(
    ruas: Sequence[Ruas], *, boleh: Collection[int], kini: int | None, tetap: Sequence[Ruas] = ()
) -> list[Ruas]:
    """The parts of a period that are still to be rated, in order of time.

    `ruas`: who was the atasan, without gaps. `boleh`: who can rate today. `kini`: the atasan of today, who
    rates what nobody else can. `tetap`: what was signed already: it stays as it is, and only the days
    around it are divided.
    """
    kelompok = [[*ruas]]
    for t in tetap:
        kelompok = [k for satu in kelompok for k in _belah(satu, t) if k]
    return [b for k in kelompok for b in _bagi(k, boleh, kini)]


def _belah(ruas: Sequence[Ruas], t: Ruas) -> tuple[list[Ruas], list[Ruas]]:
    """What lies before and what lies after something signed."""
    sebelum = [r._replace(sampai=min(r.sampai, t.mulai - _SEHARI)) for r in ruas if r.mulai < t.mulai]
    sesudah = [r._replace(mulai=max(r.mulai, t.sampai + _SEHARI)) for r in ruas if r.sampai > t.sampai]
    return sebelum, sesudah


def _bagi(ruas: list[Ruas], boleh: Collection[int], kini: int | None) -> list[Ruas]:
    mampu = _gabungkan(ruas, lambda r: r.penilai_id not in boleh)
    if not mampu and kini in boleh:
        mampu = [Ruas(kini, ruas[0].mulai, ruas[-1].sampai)]
    return _gabungkan(_sekali(mampu), lambda r: not bulan_penuh(r.mulai, r.sampai + _SEHARI))


def _gabungkan(ruas: Sequence[Ruas], kurang: Callable[[Ruas], bool]) -> list[Ruas]:
    """Parts that cannot stand join the next one, the last ones the one before; none when none can stand."""
    hasil: list[Ruas] = []
    mulai: date | None = None
    for satu in ruas:
        r = satu._replace(mulai=mulai or satu.mulai)
        mulai = r.mulai if kurang(r) else None
        if mulai is None:
            hasil.append(r)
    if mulai is not None and hasil:
        hasil[-1] = hasil[-1]._replace(sampai=ruas[-1].sampai)
    return hasil


def _sekali(ruas: Sequence[Ruas]) -> list[Ruas]:
    """Every rater once: who comes back keeps the days between."""
    hasil: list[Ruas] = []
    for r in ruas:
        lalu = next((n for n, h in enumerate(hasil) if h.penilai_id == r.penilai_id), len(hasil))
        mulai = hasil[lalu].mulai if lalu < len(hasil) else r.mulai
        hasil[lalu:] = [r._replace(mulai=mulai)]
    return hasil
