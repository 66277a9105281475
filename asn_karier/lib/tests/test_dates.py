"""Calendar arithmetic, one date and a column of dates side by side."""

from datetime import date, timedelta

import numpy as np
import pytest

from asn_karier.lib import dates


def larik(*hari: date) -> np.ndarray:
    return np.array(hari, dtype="datetime64[D]")


@pytest.mark.parametrize(
    ("mulai", "bulan", "harap"),
    [
        (date(2023, 4, 1), 48, date(2027, 4, 1)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 3, 15), -3, date(2025, 12, 15)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_adding_months_keeps_the_day_or_takes_the_last_of_the_month(mulai, bulan, harap):
    assert dates.add_months(mulai, bulan) == harap
    assert dates.add_months_column(larik(mulai), bulan)[0].item() == harap


@pytest.mark.parametrize(
    ("mulai", "sampai", "harap"),
    [
        (date(2026, 1, 1), date(2026, 2, 1), 1),
        (date(2026, 1, 2), date(2026, 2, 1), 0),
        (date(2026, 1, 15), date(2026, 3, 14), 1),
        (date(2026, 1, 15), date(2026, 3, 15), 2),
        (date(2022, 4, 1), date(2026, 4, 1), 48),
        (date(2026, 5, 1), date(2026, 4, 1), 0),
    ],
)
def test_only_whole_months_count(mulai, sampai, harap):
    assert dates.months_between(mulai, sampai) == harap
    assert dates.months_between_column(larik(mulai), sampai)[0] == harap


@pytest.mark.parametrize(
    ("lahir", "per", "harap"),
    [
        (date(1970, 6, 15), date(2026, 6, 14), 55),
        (date(1970, 6, 15), date(2026, 6, 15), 56),
        (date(1968, 2, 29), date(2026, 2, 28), 57),
        (date(1968, 2, 29), date(2026, 3, 1), 58),
        (date(1968, 2, 29), date(2028, 2, 29), 60),
    ],
)
def test_age_counts_birthdays_and_29_february_is_1_march_elsewhere(lahir, per, harap):
    assert dates.age(lahir, per) == harap


@pytest.mark.parametrize(
    ("hari", "harap"),
    [
        (date(2026, 4, 1), date(2026, 4, 1)),
        (date(2026, 4, 2), date(2026, 5, 1)),
        (date(2026, 12, 31), date(2027, 1, 1)),
    ],
)
def test_the_first_of_the_month_on_or_after(hari, harap):
    assert dates.first_of_month_on_or_after(hari) == harap
    assert dates.first_of_month_on_or_after_column(larik(hari))[0].item() == harap


def test_the_first_of_the_next_month_is_never_the_day_itself():
    assert dates.first_of_next_month(date(2026, 4, 1)) == date(2026, 5, 1)


def test_columns_agree_with_single_dates_on_every_day_of_a_leap_cycle():
    hari = [date(2023, 12, 30) + timedelta(days=n) for n in range(1500)]
    kolom, per = larik(*hari), date(2026, 3, 30)
    tahun = np.full(len(hari), 58)
    for bulan in (-13, 1, 24, 48):
        assert dates.add_months_column(kolom, bulan).tolist() == [dates.add_months(h, bulan) for h in hari]
    assert dates.months_between_column(kolom, per).tolist() == [dates.months_between(h, per) for h in hari]
    assert dates.add_years_column(kolom, tahun).tolist() == [dates.add_years(h, 58) for h in hari]


def test_unknown_dates_stay_unknown():
    kosong = np.array(["NaT"], dtype="datetime64[D]")
    assert np.isnat(dates.add_months_column(kosong, 5))[0]
    assert np.isnat(dates.first_of_month_on_or_after_column(kosong))[0]
