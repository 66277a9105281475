"""When a message may come, to whom, and whether it helped. Pure: moments and numbers in, decisions out.

All numbers are decisions of this product (KEPUTUSAN), on the evidence named in the guide for its pages.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from hashlib import blake2b
from math import sqrt
from typing import Final, NamedTuple

from asn_karier.lib.dates import is_working_day
from kinerja.rules.wilson import wilson

#: Messages come from the first of these hours until the second, on the clock of the person.
JAM_BUKA: Final = 7
JAM_TUTUP: Final = 18
#: Friday prayer.
JUMAT: Final = 4
JUMAT_MULAI: Final = time(11, 30)
JUMAT_SELESAI: Final = time(13, 30)

#: At most so many reminders in any seven days.
PALING_BANYAK: Final = 2
SEPEKAN: Final = timedelta(days=7)
#: Days before the last one on which a reminder is due, and how late it still may come after a free day.
AMBANG: Final = (0, 3, 14)
SUSULAN: Final = 4
#: The honest norm stands only where most have done it, and in units where it tells of nobody.
NORMA_PERSEN: Final = 60
NORMA_UNIT: Final = 5
#: One in so many gets no message of a kind that is new.
PEMBANDING: Final = 10
#: With fewer in a group nothing is said about what a message did.
TERSEDIKIT: Final = 10


class Jam(NamedTuple):
    """The hours in which somebody wants messages; never wider than those of everybody."""

    buka: int = JAM_BUKA
    tutup: int = JAM_TUTUP

    @property
    def mulai(self) -> time:
        return time(max(self.buka, JAM_BUKA))

    @property
    def selesai(self) -> time:
        return time(min(self.tutup, JAM_TUTUP))


SEMUA_JAM: Final = Jam()


def is_quiet(setempat: datetime, libur: Collection[date] = (), jam: Jam = SEMUA_JAM) -> bool:
    """Whether nothing may come at this moment of the person's own clock."""
    if not is_working_day(setempat.date(), libur):
        return True
    pukul = setempat.time()
    if not jam.mulai <= pukul < jam.selesai:
        return True
    return setempat.weekday() == JUMAT and JUMAT_MULAI <= pukul < JUMAT_SELESAI


def next_open(setempat: datetime, libur: Collection[date] = (), jam: Jam = SEMUA_JAM) -> datetime:
    """The first moment from `setempat` on at which a message may come."""
    while is_quiet(setempat, libur, jam):
        hari, pukul = setempat.date(), setempat.time()
        if is_working_day(hari, libur) and pukul < jam.mulai:
            setempat = datetime.combine(hari, jam.mulai, setempat.tzinfo)
        elif is_working_day(hari, libur) and pukul < JUMAT_SELESAI < jam.selesai:
            # Quiet in the middle of the day: only Friday has that.
            setempat = datetime.combine(hari, JUMAT_SELESAI, setempat.tzinfo)
        else:
            setempat = datetime.combine(hari + timedelta(days=1), time(), setempat.tzinfo)
    return setempat


def due_threshold(sisa: int) -> int | None:
    """Which reminder is due with `sisa` days left: 14, 3 or 0; one that fell on free days comes late.

    None: none is due. After the last day nothing is sent: who is late is told by the page, not chased.
    """
    for ambang in AMBANG:
        if max(ambang - SUSULAN, -1) < sisa <= ambang:
            return ambang
    return None


def room_left(sudah: Sequence[datetime], pada: datetime) -> int:
    """How many more reminders the seven days before and after `pada` bear."""
    dekat = [s for s in sudah if abs(s - pada) < SEPEKAN]
    return max(PALING_BANYAK - len(dekat), 0)


def is_held_out(siapa: str, jenis: str, siklus_id: int) -> bool:
    """Whether somebody is in the tenth that gets no message of a new kind: always the same answer."""
    sidik = blake2b(f"{siapa}:{jenis}:{siklus_id}".encode(), digest_size=8).digest()
    return int.from_bytes(sidik, "big") % PEMBANDING == 0


def may_state_norm(selesai: int, semua: int) -> bool:
    """Whether 'n of m in your unit have done it' may be said: never where it would advertise the opposite."""
    return semua >= NORMA_UNIT and selesai * 100 >= semua * NORMA_PERSEN


class Selisih(NamedTuple):
    """Difference of two shares in percentage points, with its 95 per cent interval (Newcombe, 1998)."""

    beda: float
    bawah: float
    atas: float

    @property
    def jelas(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.bawah > 0 or self.atas < 0


def difference(dikirim: tuple[int, int], pembanding: tuple[int, int]) -> Selisih | None:
    """Share of (done, all) with the message less that without; None with too few to say anything."""
    if min(dikirim[1], pembanding[1]) < TERSEDIKIT:
        return None
    p1, (b1, a1) = dikirim[0] / dikirim[1], wilson(*dikirim)
    p2, (b2, a2) = pembanding[0] / pembanding[1], wilson(*pembanding)
    beda = p1 - p2
    bawah = beda - sqrt((p1 - b1) ** 2 + (a2 - p2) ** 2)
    atas = beda + sqrt((a1 - p1) ** 2 + (p2 - b2) ** 2)
    return Selisih(100 * beda, 100 * bawah, 100 * atas)
