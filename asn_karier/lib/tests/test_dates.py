"""Calendar arithmetic, one date and a column of dates side by side."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        (date(1970, 6, 15), date(1970, 6, 14), 0),
        (date(1970, 6, 15), date(1969, 1, 1), 0),
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


# -- working days -----------------------------------------------------------------------------

SENIN = date(2026, 7, 13)
HARI = st.dates(date(2023, 1, 1), date(2032, 12, 31))


@pytest.mark.parametrize("geser", range(14))
def test_monday_to_friday_are_working_days_unless_they_are_holidays(geser):
    hari = SENIN + timedelta(days=geser)
    assert dates.is_working_day(hari) is (geser % 7 < 5)
    assert not dates.is_working_day(hari, {hari})
    assert dates.is_working_day(hari, akhir_pekan=(6,)) is (geser % 7 < 6)


@pytest.mark.parametrize(
    ("mulai", "banyak", "harap"),
    [
        (SENIN, 0, SENIN),
        (SENIN, 1, date(2026, 7, 14)),
        (SENIN, 4, date(2026, 7, 17)),
        (SENIN, 5, date(2026, 7, 20)),
        (date(2026, 7, 18), 1, date(2026, 7, 20)),
        (date(2026, 7, 19), 1, date(2026, 7, 20)),
        (date(2026, 7, 17), 1, date(2026, 7, 20)),
        (date(2026, 7, 14), 15, date(2026, 8, 4)),
        (date(2024, 2, 28), 2, date(2024, 3, 1)),
        (date(2026, 12, 31), 1, date(2027, 1, 1)),
    ],
)
def test_working_days_are_counted_from_the_day_after(mulai, banyak, harap):
    assert dates.add_working_days(mulai, banyak) == harap


def test_a_holiday_moves_the_day_by_one_and_a_holiday_on_a_weekend_does_not():
    assert dates.add_working_days(SENIN, 5, [date(2026, 7, 15)]) == date(2026, 7, 21)
    assert dates.add_working_days(SENIN, 5, [date(2026, 7, 18)]) == date(2026, 7, 20)
    assert dates.add_working_days(SENIN, 5, [SENIN]) == date(2026, 7, 20)


def test_a_week_of_six_days_counts_saturday():
    assert dates.add_working_days(SENIN, 5, akhir_pekan=(6,)) == date(2026, 7, 18)


@pytest.mark.parametrize(("banyak", "akhir_pekan"), [(-1, (5, 6)), (1, range(7))])
def test_a_count_that_never_ends_is_refused(banyak, akhir_pekan):
    with pytest.raises(ValueError, match="Counting working days"):
        dates.add_working_days(SENIN, banyak, akhir_pekan=akhir_pekan)


@pytest.mark.parametrize(
    ("mulai", "sampai", "harap"),
    [
        (SENIN, SENIN, 0),
        (SENIN, date(2026, 7, 14), 1),
        (SENIN, date(2026, 7, 19), 4),
        (SENIN, date(2026, 7, 20), 5),
        (date(2026, 7, 20), SENIN, 0),
    ],
)
def test_working_days_between_leave_out_the_first_day(mulai, sampai, harap):
    assert dates.working_days_between(mulai, sampai) == harap


def test_working_days_between_leave_out_holidays_and_the_weekend_that_is_kept():
    minggu = (SENIN, date(2026, 7, 20))
    assert dates.working_days_between(*minggu, [date(2026, 7, 15)]) == 4
    assert dates.working_days_between(*minggu, akhir_pekan=(6,)) == 6


@given(HARI, st.integers(0, 60), st.sets(HARI), st.sampled_from([(5, 6), (6,), ()]))
def test_counting_on_and_counting_between_are_inverse(mulai, banyak, libur, akhir_pekan):
    sampai = dates.add_working_days(mulai, banyak, libur, akhir_pekan)
    assert dates.working_days_between(mulai, sampai, libur, akhir_pekan) == banyak
    assert banyak == 0 or dates.is_working_day(sampai, libur, akhir_pekan)


def test_every_day_of_the_table_and_days_beyond_it_have_their_month():
    luar = ["1700-02-28", "1849-12-31", "2200-01-01", "9999-12-31", "NaT"]
    semua = np.arange("1849-12-30", "2200-01-03", dtype="datetime64[D]")
    for hari in (semua[2:-2], semua, np.array(luar, dtype="datetime64[D]"), semua[:0]):
        bulan = dates.month_of(hari)
        assert np.array_equal(bulan, hari.astype("datetime64[M]"), equal_nan=True)
        assert np.array_equal(dates.first_day(bulan), bulan.astype("datetime64[D]"), equal_nan=True)
