"""Periods of kenaikan pangkat under two regimes, and their windows."""

from datetime import date, timedelta

import numpy as np
import pytest

from asn_karier.lib.aturan import Aturan, aturan_per
from karier.rules.periode import periode_mulai, periode_mulai_kolom, periode_sah, proposal_window, target_tmt

AKHIR = date(9999, 12, 1)
LAMA = aturan_per(date(2025, 9, 30))
BARU = aturan_per(date(2025, 10, 1))


@pytest.mark.parametrize("bulan", range(1, 13))
def test_the_old_regime_has_six_periods_and_the_new_one_twelve(bulan):
    assert periode_sah(date(2025, bulan, 1), LAMA) is (bulan % 2 == 0)
    assert periode_sah(date(2026, bulan, 1), BARU)


@pytest.mark.parametrize("a", [LAMA, BARU])
def test_a_period_starts_on_the_first(a):
    assert not periode_sah(date(2026, 4, 2), a)
    assert not periode_sah(date(2026, 4, 15), a)


@pytest.mark.parametrize(
    ("tmt", "buka", "tutup"),
    [
        (date(2026, 4, 1), date(2026, 2, 16), date(2026, 3, 15)),
        (date(2027, 1, 1), date(2026, 11, 16), date(2026, 12, 15)),
        (date(2027, 2, 1), date(2026, 12, 16), date(2027, 1, 15)),
    ],
)
def test_a_proposal_is_taken_in_from_the_16th_two_months_before_to_the_15th(tmt, buka, tutup):
    assert proposal_window(tmt, BARU) == (buka, tutup)


@pytest.mark.parametrize(
    ("per", "a", "harap"),
    [
        (date(2026, 11, 15), BARU, date(2026, 12, 1)),
        (date(2026, 11, 16), BARU, date(2027, 1, 1)),
        (date(2026, 12, 1), BARU, date(2027, 1, 1)),
        (date(2026, 12, 31), BARU, date(2027, 2, 1)),
        (date(2025, 3, 15), LAMA, date(2025, 4, 1)),
        (date(2025, 3, 16), LAMA, date(2025, 6, 1)),
    ],
)
def test_the_target_is_the_first_period_whose_window_is_still_open(per, a, harap):
    assert target_tmt(per, a) == harap


@pytest.mark.parametrize("a", [LAMA, BARU])
def test_columns_find_the_same_period_as_single_dates(a):
    hari = [date(2025, 1, 1) + timedelta(days=n) for n in range(800)]
    kolom = periode_mulai_kolom(np.array(hari, dtype="datetime64[D]"), a)
    assert kolom.tolist() == [periode_mulai(h, a) for h in hari]


def test_periods_may_lie_in_any_months_of_the_year():
    a = Aturan({"periode_kp": LAMA["periode_kp"].dengan({"angka/bulan_periode": [4, 10]})}, "uji")
    hari = [date(2026, 2, 1), date(2026, 4, 1), date(2026, 4, 2), date(2026, 9, 30), date(2026, 10, 2)]
    harap = [date(2026, 4, 1), date(2026, 4, 1), date(2026, 10, 1), date(2026, 10, 1), date(2027, 4, 1)]
    assert [periode_mulai(h, a) for h in hari] == harap
    assert periode_mulai_kolom(np.array(hari, dtype="datetime64[D]"), a).tolist() == harap


def test_unknown_dates_stay_unknown():
    assert np.isnat(periode_mulai_kolom(np.array(["NaT"], dtype="datetime64[D]"), BARU))[0]


def test_a_period_past_the_calendar_is_unknown():
    hari = np.array([AKHIR, date(9999, 12, 2), date.max], dtype="datetime64[D]")
    assert periode_mulai_kolom(hari, BARU).tolist() == [AKHIR, None, None]
