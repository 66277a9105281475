"""Quiet hours, caps, the tenth that is left out, and what may be said about the effect."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kinerja.rules.pengingat import (
    Jam,
    difference,
    due_threshold,
    is_held_out,
    is_quiet,
    may_state_norm,
    next_open,
    room_left,
)


def saat(hari: int, jam: int, menit: int = 0) -> datetime:
    """November 2026: the 23rd is a Monday."""
    return datetime(2026, 11, hari, jam, menit, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kapan", "tenang"),
    [
        (saat(23, 6, 59), True),
        (saat(23, 7), False),
        (saat(23, 17, 59), False),
        (saat(23, 18), True),
        (saat(28, 10), True),  # Saturday
        (saat(29, 10), True),
        (saat(27, 11, 29), False),  # Friday
        (saat(27, 11, 30), True),
        (saat(27, 13, 29), True),
        (saat(27, 13, 30), False),
        (saat(26, 12), False),  # Thursday at noon
    ],
)
def test_nothing_comes_at_night_at_weekends_and_at_friday_prayer(kapan, tenang):
    assert is_quiet(kapan) is tenang


def test_a_holiday_is_quiet():
    assert is_quiet(saat(23, 10), {date(2026, 11, 23)})


def test_somebody_may_want_fewer_hours_but_never_more():
    assert is_quiet(saat(23, 8), jam=Jam(9, 16))
    assert is_quiet(saat(23, 16), jam=Jam(9, 16))
    assert is_quiet(saat(23, 20), jam=Jam(0, 24))


@pytest.mark.parametrize(
    ("kapan", "buka"),
    [
        (saat(23, 9, 15), saat(23, 9, 15)),
        (saat(23, 4), saat(23, 7)),
        (saat(23, 19), saat(24, 7)),
        (saat(27, 12), saat(27, 13, 30)),
        (saat(27, 18), saat(30, 7)),
        (saat(28, 9), saat(30, 7)),
    ],
)
def test_what_comes_in_quiet_hours_waits_for_the_first_open_one(kapan, buka):
    assert next_open(kapan) == buka


def test_a_holiday_on_monday_moves_it_to_tuesday():
    assert next_open(saat(28, 9), {date(2026, 11, 30)}) == datetime(2026, 12, 1, 7, tzinfo=UTC)


def test_hours_that_end_before_the_friday_prayer_is_over_wait_for_monday():
    assert next_open(saat(27, 12), jam=Jam(8, 12)) == saat(30, 8)


@pytest.mark.parametrize(
    ("sisa", "ambang"),
    [(15, None), (14, 14), (11, 14), (10, None), (4, None), (3, 3), (1, 3), (0, 0), (-1, None), (-3, None)],
)
def test_reminders_are_due_two_weeks_and_three_days_before_and_on_the_day(sisa, ambang):
    assert due_threshold(sisa) == ambang


def test_two_in_any_seven_days_and_no_more():
    senin = saat(23, 9)
    assert room_left([], senin) == 2
    assert room_left([senin - timedelta(days=6)], senin) == 1
    assert room_left([senin - timedelta(days=6), senin + timedelta(days=2)], senin) == 0
    assert room_left([senin - timedelta(days=7)], senin) == 2
    assert room_left([senin] * 3, senin) == 0


def test_a_tenth_is_left_out_and_always_the_same_people():
    siapa = [f"orang-{n}" for n in range(5000)]
    pembanding = {s for s in siapa if is_held_out(s, "batas", 7)}
    assert 400 < len(pembanding) < 600
    assert pembanding == {s for s in siapa if is_held_out(s, "batas", 7)}
    assert pembanding != {s for s in siapa if is_held_out(s, "ajakan", 7)}


@pytest.mark.parametrize(
    ("selesai", "semua", "boleh"),
    [(38, 45, True), (3, 5, True), (2, 5, False), (26, 45, False), (4, 4, False)],
)
def test_a_norm_is_told_only_where_most_have_done_it(selesai, semua, boleh):
    assert may_state_norm(selesai, semua) is boleh


def test_with_few_people_nothing_is_said_about_the_effect():
    assert difference((90, 100), (5, 9)) is None


def test_the_difference_comes_with_its_interval():
    hasil = difference((56, 70), (48, 80))  # Newcombe (1998), example a, method 10
    assert hasil is not None
    assert (round(hasil.beda, 1), round(hasil.bawah, 1), round(hasil.atas, 1)) == (20.0, 5.2, 33.4)
    assert hasil.jelas


def test_an_interval_around_zero_settles_nothing():
    hasil = difference((9, 10), (9, 10))
    assert hasil is not None
    assert not hasil.jelas


def test_a_message_that_harmed_is_seen_too():
    hasil = difference((10, 100), (90, 100))
    assert hasil is not None
    assert hasil.atas < 0
    assert hasil.jelas
