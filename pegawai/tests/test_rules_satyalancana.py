"""Satyalancana Karya Satya: which degree is next, and on which day it is reached."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.dates import add_years, years_between
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import Kolom
from pegawai.enums import TingkatHukuman
from pegawai.rules.satyalancana import (
    URUT_HUKUMAN,
    derajat,
    derajat_sasaran,
    hukuman_menghalangi,
    nama_derajat,
    tanggal_derajat,
    tanggal_dicapai,
)

A = aturan_per(date(2026, 11, 21))


def sasaran(tmt, dimiliki, per):
    return derajat_sasaran(
        Kolom.satu(tmt, tanggal=True), Kolom.satu(dimiliki, tanggal=False), per=per, a=A
    ).baca(0)


def test_the_degrees_stand_in_order_with_their_years():
    assert list(derajat(A).items()) == [("X_PERUNGGU", 10), ("XX_PERAK", 20), ("XXX_EMAS", 30)]
    assert [nama_derajat(n, A) for n in (10, 20, 30, 0, 15)] == [
        "X_PERUNGGU",
        "XX_PERAK",
        "XXX_EMAS",
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("lama", "dimiliki", "harap"),
    [
        (0, None, 10),
        (9, None, 10),
        (10, None, 10),
        (19, None, 10),
        (20, None, 20),
        (29, None, 20),
        (30, None, 30),
        (45, None, 30),
        (5, 0, 10),
        (9, 10, 20),
        (15, 10, 20),
        (25, 10, 20),
        (31, 10, 30),
        (15, 20, 30),
        (31, 20, 30),
        (31, 30, None),
        (9, 30, None),
    ],
)
def test_the_next_degree_is_the_highest_reached_that_is_not_held_else_the_one_above(lama, dimiliki, harap):
    assert sasaran(date(2026 - lama, 3, 1), dimiliki, date(2026, 6, 1)) == harap


@pytest.mark.parametrize(
    ("tmt", "per", "harap"),
    [
        (date(2006, 3, 1), date(2026, 2, 28), 10),
        (date(2006, 3, 1), date(2026, 3, 1), 20),
        (date(1996, 2, 29), date(2026, 2, 28), 20),
        (date(1996, 2, 29), date(2026, 3, 1), 30),
        (date(2006, 12, 31), date(2026, 12, 30), 10),
        (date(2006, 12, 31), date(2026, 12, 31), 20),
        (None, date(2026, 12, 31), 10),
    ],
)
def test_service_is_counted_to_the_day(tmt, per, harap):
    assert sasaran(tmt, None, per) == harap


@given(st.dates(date(1980, 1, 1), date(2026, 1, 1)), st.sampled_from((10, 20, 30)))
def test_a_degree_is_reached_on_the_anniversary_and_not_the_day_before(tmt, tahun):
    hari = tanggal_dicapai(Kolom.satu(tmt), Kolom.satu(tahun)).baca(0)
    assert hari == add_years(tmt, tahun)
    assert years_between(tmt, hari) == tahun
    assert years_between(tmt, hari - timedelta(days=1)) == tahun - 1
    assert sasaran(tmt, None, hari) == tahun
    assert sasaran(tmt, None, hari - timedelta(days=1)) == max(tahun - 10, 10)


def test_one_person_gets_the_day_of_every_degree():
    assert tanggal_derajat(date(1996, 2, 29), A) == {
        "X_PERUNGGU": date(2006, 3, 1),
        "XX_PERAK": date(2016, 2, 29),
        "XXX_EMAS": date(2026, 3, 1),
    }


def test_sedang_and_berat_stand_in_the_way():
    assert {TingkatHukuman.RINGAN: 1, TingkatHukuman.SEDANG: 2, TingkatHukuman.BERAT: 3} == URUT_HUKUMAN
    assert hukuman_menghalangi(A) == 2


def test_before_the_rules_are_in_force_there_is_no_degree():
    with pytest.raises(DomainError, match="satyalancana"):
        derajat(aturan_per(date(2022, 12, 31)))
