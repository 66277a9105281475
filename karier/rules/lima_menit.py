"""A leader's weekly five minutes: whom to thank, and the one risk. Suggestions, never a ranking.

Turns, not merit. The direct reports stand in a circle by their keys, and each week the window moves on by
as many as are shown. Whoever has something to be thanked for when the window passes comes up, so a team of
up to thirty-nine is through in a quarter, whatever the leader did with earlier weeks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from karier.enums import AlasanPuji, JenisRisiko

#: A leader is shown no more than these.
TERBANYAK: Final = 3
#: Something older than this is no news any more (a design value, as are all days here).
HARI_FAKTA: Final = 90
#: Whoever was praised in these days steps back behind the others.
HARI_MUNDUR: Final = 28
#: Sent so many days before its last one is early.
HARI_LEBIH_AWAL: Final = 3
#: A post that falls free within these months is worth a thought.
BULAN_KEKOSONGAN: Final = 12
#: A deadline is spoken of this long before.
HARI_TENGGAT: Final = 30
_SEGERA: Final = 7
_BULAN_DEKAT: Final = timedelta(days=182)
_URUT: Final = {alasan: ke for ke, alasan in enumerate(AlasanPuji)}


class FaktaPuji(NamedTuple):
    """Something that a person did, when, and what it was, in words."""

    pegawai: int
    kode: AlasanPuji
    pada: date
    apa: str = ""


class Pujian(NamedTuple):
    """One person to thank, with everything there is to thank for, the newest first."""

    pegawai: int
    fakta: tuple[FaktaPuji, ...]


class Risiko(NamedTuple):
    """`hari`: when it happens, None for what stands already. `jumlah`: of tasks, posts or people."""

    jenis: JenisRisiko
    hari: date | None
    jumlah: int = 1
    apa: str = ""


def awal_minggu(hari: date) -> date:
    """The Monday of a day."""
    return hari - timedelta(days=hari.weekday())


def pilih_pujian(
    tim: Collection[int], fakta: Iterable[FaktaPuji], dipuji: Mapping[int, date], *, hari: date
) -> list[Pujian]:
    """At most three of `tim`. `dipuji`: the last day before this week on which this leader praised them.

    What happened before that day was thanked for. The same all week long: what the leader does in it does
    not change the three.
    """
    senin = awal_minggu(hari)
    baru = _news(fakta, dipuji, senin, hari)
    giliran = _turns(tim, senin)
    calon = sorted(
        (pk for pk in baru if pk in giliran), key=lambda pk: _key(dipuji.get(pk), giliran[pk], senin)
    )
    return [Pujian(pk, baru[pk]) for pk in calon[:TERBANYAK]]


def _news(
    fakta: Iterable[FaktaPuji], dipuji: Mapping[int, date], senin: date, hari: date
) -> dict[int, tuple[FaktaPuji, ...]]:
    menurut: dict[int, list[FaktaPuji]] = defaultdict(list)
    sejak = senin - timedelta(days=HARI_FAKTA)
    for f in fakta:
        if sejak <= f.pada <= hari and f.pada > dipuji.get(f.pegawai, date.min):
            menurut[f.pegawai].append(f)
    return {pk: tuple(sorted(semua, key=_newest)) for pk, semua in menurut.items()}


def _newest(f: FaktaPuji) -> tuple[int, int, str]:
    return -f.pada.toordinal(), _URUT[f.kode], f.apa


def _turns(tim: Collection[int], senin: date) -> dict[int, int]:
    """How far everybody stands from the window of this week, going round."""
    urut = sorted(tim)
    minggu = senin.toordinal() // 7
    return {pk: (ke - minggu * TERBANYAK) % len(urut) for ke, pk in enumerate(urut)}


def _key(dipuji: date | None, giliran: int, senin: date) -> tuple[bool, int]:
    mundur = dipuji is not None and (senin - dipuji).days <= HARI_MUNDUR
    return mundur, giliran


def pilih_risiko(semua: Iterable[Risiko], *, hari: date) -> Risiko | None:
    """The most urgent one: a deadline of this week, a post free within half a year, data, then the rest."""
    nyata = [r for r in semua if r.jumlah and not _too_far(r, hari)]
    return min(nyata, key=lambda r: (_urgency(r, hari), r.hari or hari, r.jenis, r.apa), default=None)


def _too_far(r: Risiko, hari: date) -> bool:
    return r.jenis is JenisRisiko.TENGGAT and (r.hari is None or (r.hari - hari).days > HARI_TENGGAT)


def _urgency(r: Risiko, hari: date) -> int:
    if r.hari is None:
        return 2
    jauh = r.hari - hari
    if r.jenis is JenisRisiko.TENGGAT:
        return 0 if jauh.days <= _SEGERA else 3
    return 1 if jauh <= _BULAN_DEKAT else 4
