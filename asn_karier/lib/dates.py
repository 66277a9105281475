"""Calendar arithmetic of personnel law: whole months, whole years, first of the month.

Every function has one meaning for one date and for a column of dates (`datetime64[D]`).
"""

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

Tanggal = npt.NDArray[np.datetime64]
Bilangan = npt.NDArray[np.int64]

#: Saturday and Sunday, as `date.weekday()` counts.
AKHIR_PEKAN = (5, 6)

_SATU_HARI = np.timedelta64(1, "D")

# The years in which all dates of personnel law lie, with room; others take the slow way of numpy.
_AWAL, _AKHIR = np.datetime64("1850-01", "M"), np.datetime64("2200-01", "M")
#: First day of each month, and the month of each day, both from _AWAL on: a look-up is twenty times faster.
_HARI_PERTAMA = np.arange(_AWAL, _AKHIR).astype("datetime64[D]")
_BULAN = np.arange(_HARI_PERTAMA[0], _HARI_PERTAMA[-1] + 31).astype("datetime64[M]")


def add_months(tanggal: date, bulan: int) -> date:
    """The same day `bulan` months later; a day that does not exist becomes the last of its month."""
    indeks = tanggal.year * 12 + tanggal.month - 1 + bulan
    tahun, bulan_nol = divmod(indeks, 12)
    hari = min(tanggal.day, monthrange(tahun, bulan_nol + 1)[1])
    return date(tahun, bulan_nol + 1, hari)


def add_years(tanggal: date, tahun: int) -> date:
    """The anniversary; 29 February falls on 1 March in a year without it (aturan: BUP)."""
    try:
        return tanggal.replace(year=tanggal.year + tahun)
    except ValueError:
        return date(tanggal.year + tahun, 3, 1)


def months_between(mulai: date, sampai: date) -> int:
    """Whole months of service from `mulai` up to `sampai`; a part of a month is dropped.

    The month of the start counts when it starts on the 1st, because then it is whole.
    Negative spans count as 0.
    """
    bulan = (sampai.year - mulai.year) * 12 + sampai.month - mulai.month
    return max(bulan - (sampai.day < mulai.day), 0)


def years_between(mulai: date, sampai: date) -> int:
    """Whole years from `mulai` up to `sampai`; 29 February has its anniversary on 1 March."""
    tahun = sampai.year - mulai.year
    return max(tahun - (sampai < add_years(mulai, tahun)), 0)


def age(tanggal_lahir: date, per: date) -> int:
    """Age in whole years on `per`."""
    return years_between(tanggal_lahir, per)


def first_of_month_on_or_after(tanggal: date) -> date:
    """`tanggal` itself when it is the 1st, else the 1st of the next month."""
    return tanggal if tanggal.day == 1 else add_months(tanggal.replace(day=1), 1)


def first_of_next_month(tanggal: date) -> date:
    """The 1st of the month after `tanggal`."""
    return add_months(tanggal.replace(day=1), 1)


def is_working_day(
    tanggal: date, libur: Collection[date] = (), akhir_pekan: Collection[int] = AKHIR_PEKAN
) -> bool:
    """Neither a holiday of `libur` nor a weekday (0 Monday to 6 Sunday) of `akhir_pekan`."""
    return tanggal.weekday() not in akhir_pekan and tanggal not in libur


def add_working_days(
    tanggal: date, banyak: int, libur: Collection[date] = (), akhir_pekan: Collection[int] = AKHIR_PEKAN
) -> date:
    """The `banyak`-th working day after `tanggal`; `tanggal` itself never counts. 0 gives it back.

    ValueError for a negative number, or when every day of the week is free.
    """
    if banyak < 0 or len({*akhir_pekan}) >= 7:
        raise ValueError("Counting working days needs a number from 0 and a day of work in the week")
    tutup = frozenset(libur)
    while banyak:
        tanggal += timedelta(days=1)
        banyak -= is_working_day(tanggal, tutup, akhir_pekan)
    return tanggal


def working_days_between(
    mulai: date, sampai: date, libur: Collection[date] = (), akhir_pekan: Collection[int] = AKHIR_PEKAN
) -> int:
    """Working days after `mulai` up to and including `sampai`; 0 when `sampai` lies earlier."""
    tutup = frozenset(libur)
    hari = range(1, (sampai - mulai).days + 1)
    return sum(is_working_day(mulai + timedelta(days=n), tutup, akhir_pekan) for n in hari)


def month_of(tanggal: Tanggal) -> Tanggal:
    """The months (`datetime64[M]`) in which the days lie; NaT stays NaT."""
    return _cari(tanggal, _BULAN, _HARI_PERTAMA[0], "datetime64[M]")


def first_day(bulan: Tanggal) -> Tanggal:
    """The first days (`datetime64[D]`) of the months; NaT stays NaT."""
    return _cari(bulan, _HARI_PERTAMA, _AWAL, "datetime64[D]")


def _cari(kunci: Tanggal, tabel: Tanggal, awal: np.datetime64, jenis: str) -> Tanggal:
    # Also NaT, the lowest number, is out of the table.
    letak = kunci.view(np.int64) - awal.astype(np.int64)
    if letak.size and letak.min() >= 0 and letak.max() < len(tabel):
        hasil: Tanggal = tabel[letak]
        return hasil
    return kunci.astype(jenis)


def add_months_column(tanggal: Tanggal, bulan: int | Bilangan) -> Tanggal:
    """Column form of `add_months`, one number of months or one per row; NaT stays unknown."""
    bulan_awal = month_of(tanggal)
    hari = tanggal - first_day(bulan_awal)
    tujuan = bulan_awal + np.asarray(bulan, dtype="timedelta64[M]")
    terakhir = first_day(tujuan + np.timedelta64(1, "M")) - _SATU_HARI
    hasil: Tanggal = np.minimum(first_day(tujuan) + hari, terakhir)
    return hasil


def add_years_column(tanggal: Tanggal, tahun: Bilangan) -> Tanggal:
    """Column form of `add_years`, each row with its own number of years."""
    bulan_awal = month_of(tanggal)
    hari = tanggal - first_day(bulan_awal)
    # The day offset spills 29 February over to 1 March by itself.
    tujuan = bulan_awal + (tahun * 12).astype("timedelta64[M]")
    hasil: Tanggal = first_day(tujuan) + hari
    return hasil


def months_between_column(mulai: Tanggal, sampai: date | Tanggal) -> Bilangan:
    """Column form of `months_between`, up to one date for all or one per row.

    Rows of unknown dates hold no meaning (mask them).
    """
    akhir = np.asarray(sampai, dtype="datetime64[D]")
    bulan_mulai, bulan_akhir = month_of(mulai), month_of(akhir)
    bulan = bulan_akhir.astype(np.int64) - bulan_mulai.astype(np.int64)
    hari_mulai = (mulai - first_day(bulan_mulai)).astype(np.int64)
    hari_akhir = (akhir - first_day(bulan_akhir)).astype(np.int64)
    hasil: Bilangan = np.maximum(bulan - (hari_akhir < hari_mulai), 0)
    return hasil


def first_of_month_on_or_after_column(tanggal: Tanggal) -> Tanggal:
    """Column form of `first_of_month_on_or_after`; NaT stays NaT."""
    awal = month_of(tanggal)
    naik = first_day(awal) < tanggal
    hasil: Tanggal = first_day(awal + naik.astype("timedelta64[M]"))
    return hasil
