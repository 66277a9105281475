"""What may be read of a class, when participants are asked, and when their atasan is."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from asn_karier.lib.dates import add_months

#: Fewer answers than this are read by nobody.
SEDIKITNYA: Final = 5
#: Days after the last day of the class in which participants say what they think of it.
HARI_UMPAN_BALIK: Final = 14
#: Months after the last day of the class from which on the atasan is asked, and until which.
BULAN_PENERAPAN: Final = 3
BULAN_PENERAPAN_AKHIR: Final = 6


class Rentang(NamedTuple):
    """Days from `dari` up to and including `sampai`."""

    dari: date
    sampai: date


def reaction_days(selesai: date) -> Rentang:
    """From the last day of the class on, for two weeks."""
    return Rentang(selesai, selesai + timedelta(days=HARI_UMPAN_BALIK))


def is_readable(jumlah: int, *, ditutup: bool) -> bool:
    """Whether others read `jumlah` answers: from five on, and once no more can come.

    Two looks that differ by one answer would tell whose it is, so there is only one look.
    """
    return ditutup and jumlah >= SEDIKITNYA


def asked_about(hari: date) -> Rentang:
    """Classes with their last day in this span are asked about on `hari`: three to six months later."""
    return Rentang(add_months(hari, -BULAN_PENERAPAN_AKHIR), add_months(hari, -BULAN_PENERAPAN))
