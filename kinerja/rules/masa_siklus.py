"""The days that a cycle evaluates (PermenPANRB 6/2022: periodic, monthly or quarterly, and yearly)."""

from datetime import date, timedelta
from typing import NamedTuple

from asn_karier.lib.dates import add_months
from kinerja.enums import JenisSiklus

_BULAN = {JenisSiklus.TAHUNAN: 12, JenisSiklus.TRIWULAN: 3, JenisSiklus.BULANAN: 1}


class Masa(NamedTuple):
    """First and last day, both inside."""

    mulai: date
    sampai: date


def masa_siklus(tahun: int, jenis: JenisSiklus, ke: int) -> Masa:
    """The `ke`-th quarter or month of `tahun` (from 1 on); the whole year for TAHUNAN."""
    panjang = _BULAN[jenis]
    mulai = add_months(date(tahun, 1, 1), panjang * max(ke - 1, 0))
    return Masa(mulai, add_months(mulai, panjang) - timedelta(days=1))
