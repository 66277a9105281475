"""What a team sees of how its leader learns: numbers of one person, never a ranking of people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from pegawai.models import Pegawai
from pegawai.services.profil import day_of, zone_of
from pelatihan.models import Narasumber
from pelatihan.services.jp_baca import KartuJp, TahunJp, read_year


class Teladan(NamedTuple):
    """One line: a number and what it counts. `ket`: one sentence more, or empty."""

    jumlah: int
    teks: str
    ket: str = ""


class TeladanPimpinan(NamedTuple):
    """`jp`: the year of the leader as their own page sums it up."""

    jp: TahunJp
    lain: list[Teladan]

    @property
    def kartu(self) -> KartuJp:
        return self.jp.kartu


#: (the leader, year, day of today on their clock) -> a line, or None where nothing can be said.
Pembuat = Callable[[Pegawai, int, date], Teladan | None]
_PEMBUAT: Final[dict[str, Pembuat]] = {}


def daftarkan_teladan(kode: str, pembuat: Pembuat) -> None:
    """A line out of another app; registering a code again replaces it."""
    _PEMBUAT[kode] = pembuat


def example_of(pimpinan: Pegawai, *, at: datetime) -> TeladanPimpinan:
    """What the team of `pimpinan` reads, and what they read themself, of this year."""
    hari_ini = day_of(pimpinan, at)
    lain = [pembuat(pimpinan, hari_ini.year, hari_ini) for pembuat in _PEMBUAT.values()]
    return TeladanPimpinan(read_year(pimpinan, hari_ini.year, at=at), [t for t in lain if t is not None])


def classes_taught(pimpinan: Pegawai, tahun: int, hari_ini: date) -> Teladan:
    """Sessions in which they spoke, this year until now; one query."""
    mengajar = Narasumber.objects.filter(pegawai=pimpinan).values_list("sesi__selesai", flat=True)
    zona = zone_of(pimpinan)
    hari = [_day(selesai, zona) for selesai in mengajar]
    return Teladan(sum(h.year == tahun and h <= hari_ini for h in hari), "sesi pelatihan diajar")


def _day(saat: datetime, zona: str) -> date:
    return saat.astimezone(ZoneInfo(zona)).date()
