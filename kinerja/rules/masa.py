"""The whole months of a year in each jenjang: what a yearly predikat is converted over.

PerBKN 3/2023 Ps 12-13: each part of the year with the koefisien of its own jenjang. A month counts for
the jenjang held on all of its days, so the month of a TMT belongs to the new jenjang when the TMT is
the 1st and to nobody otherwise (KEPUTUSAN: the sources show whole months only).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from asn_karier.lib.dates import add_months, first_of_month_on_or_after, months_between
from kinerja.rules.angka_kredit import JF_KEAHLIAN, JF_KETERAMPILAN
from pegawai.enums import Jenjang

_FUNGSIONAL: Final = frozenset((*JF_KETERAMPILAN, *JF_KEAHLIAN))


class Jabatan(NamedTuple):
    """A post: since when, and its jenjang (None: nobody has recorded it)."""

    tmt: date
    jenjang: int | None


class Segmen(NamedTuple):
    """A part of a year in one jabatan fungsional: its first day and its whole months."""

    jenjang: Jenjang
    mulai: date
    bulan: int


def segmen_setahun(riwayat: Sequence[Jabatan], tahun: int, pak_sampai: date | None = None) -> list[Segmen]:
    """The parts of `tahun` in a jabatan fungsional after the last day of the PAK, in order of time.

    `riwayat` by rising TMT. Another post in the same jenjang goes on with it; a part without a whole
    month is left out.
    """
    awal, akhir = date(tahun, 1, 1), date(tahun + 1, 1, 1)
    if pak_sampai is not None:
        awal = max(awal, pak_sampai + timedelta(days=1))
    hasil = []
    for (tmt, jenjang), (berikut, _) in pairwise([*_runtun(riwayat), Jabatan(akhir, None)]):
        mulai = max(tmt, awal)
        bulan = bulan_penuh(mulai, min(berikut, akhir))
        if jenjang is not None and jenjang in _FUNGSIONAL and bulan:
            hasil.append(Segmen(Jenjang(jenjang), mulai, bulan))
    return hasil


def bulan_penuh(mulai: date, sampai: date) -> int:
    """Months of the calendar that lie wholly in [mulai, sampai)."""
    return months_between(first_of_month_on_or_after(mulai), sampai)


def akhir_masa(mulai: date, bulan: int) -> date:
    """The day after the last of so many whole months."""
    return add_months(first_of_month_on_or_after(mulai), bulan)


def _runtun(riwayat: Sequence[Jabatan]) -> list[Jabatan]:
    """One line per unbroken run of a jenjang."""
    hasil: list[Jabatan] = []
    for jabatan in riwayat:
        if not hasil or hasil[-1].jenjang != jabatan.jenjang:
            hasil.append(jabatan)
    return hasil
