"""How long an answer may take, how it rises, and what a trial did."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.enums import ArahUkuran, Perubahan
from kinerja.rules.usul_perbaikan import (
    HARI_JAWAB,
    TINGKAT_TERTINGGI,
    Menunggu,
    batas_jawab,
    boleh_disampaikan,
    naik_bila_lewat,
    perubahan,
)

BATAS = date(2026, 11, 16)


def test_an_answer_takes_fourteen_days() -> None:
    assert batas_jawab(date(2026, 11, 2)) == BATAS


@pytest.mark.parametrize(
    ("tingkat", "hari", "ada", "hasil"),
    [
        (0, BATAS, True, Menunggu(0, BATAS)),
        (0, BATAS + timedelta(days=1), True, Menunggu(1, date(2026, 12, 1))),
        (0, BATAS + timedelta(days=1), False, Menunggu(0, BATAS)),
        (TINGKAT_TERTINGGI, BATAS + timedelta(days=90), True, Menunggu(TINGKAT_TERTINGGI, BATAS)),
    ],
)
def test_it_rises_the_day_after_its_last_one_level_at_a_time(
    tingkat: int, hari: date, ada: bool, hasil: Menunggu
) -> None:
    assert naik_bila_lewat(Menunggu(tingkat, BATAS), hari=hari, ada_di_atas=ada) == hasil


@given(st.lists(st.integers(0, 400), min_size=1, max_size=30))
def test_however_often_it_is_looked_at_nobody_has_fewer_days_than_fourteen(jeda: list[int]) -> None:
    kini, hari, sejak = Menunggu(0, BATAS), date(2026, 11, 2), date(2026, 11, 2)
    for n in jeda:
        hari += timedelta(days=n)
        nanti = naik_bila_lewat(kini, hari=hari, ada_di_atas=True)
        if nanti != kini:
            assert nanti.tingkat == kini.tingkat + 1
            assert (hari - sejak).days > HARI_JAWAB
            sejak = hari
        kini = nanti
    assert kini.tingkat <= TINGKAT_TERTINGGI


@pytest.mark.parametrize(
    ("tingkat", "dari", "di_atas", "boleh"),
    [
        (0, None, True, True),
        (0, None, False, False),
        (1, 0, True, False),
        (TINGKAT_TERTINGGI, None, True, False),
    ],
)
def test_it_is_passed_on_once_and_only_where_somebody_stands_above(
    tingkat: int, dari: int | None, di_atas: bool, boleh: bool
) -> None:
    assert boleh_disampaikan(tingkat=tingkat, disampaikan_dari=dari, di_atas=di_atas) is boleh


@pytest.mark.parametrize(
    ("sebelum", "sesudah", "arah", "hasil"),
    [
        (45, 20, ArahUkuran.TURUN, Perubahan.MEMBAIK),
        (45, 50, ArahUkuran.TURUN, Perubahan.BELUM_MEMBAIK),
        (45, 50, ArahUkuran.NAIK, Perubahan.MEMBAIK),
        (45, 20, ArahUkuran.NAIK, Perubahan.BELUM_MEMBAIK),
        (45, 45, ArahUkuran.NAIK, Perubahan.TETAP),
    ],
)
def test_a_number_is_told_from_where_it_should_go(
    sebelum: int, sesudah: int, arah: ArahUkuran, hasil: Perubahan
) -> None:
    assert perubahan(Decimal(sebelum), Decimal(sesudah), arah) is hasil
