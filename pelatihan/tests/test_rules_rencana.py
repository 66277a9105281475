"""The plan proposed from gaps: who goes, in what order, with what money, in what month."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelatihan.rules.rencana import (
    ANGKATAN_SETAHUN,
    Bagian,
    Celah,
    Jalan,
    Perlu,
    Tawaran,
    assign_funds,
    propose_plan,
    running_total,
    seats,
    spread_months,
    spread_targets,
)


def celah(*orang: tuple[tuple[int, int], ...]) -> Celah:
    """People as (level, needed level) per competency; (0, 0) is no gap."""
    isi = np.array(orang, dtype=np.int8).reshape(len(orang), -1, 2)
    return Celah(isi[:, :, 0].copy(), isi[:, :, 1].copy())


def tawaran(
    pk: int, *menutup: tuple[int, int], biaya: int = 0, kursi: int | None = None, cocok: str = "111"
) -> Tawaran:
    return Tawaran(pk, biaya, kursi, menutup, np.array([h == "1" for h in cocok]))


TIGA = celah(((1, 3), (2, 3)), ((2, 3), (0, 0)), ((1, 2), (1, 3)))


def test_the_most_levels_for_a_rupiah_come_first() -> None:
    murah = tawaran(1, (0, 3), biaya=100)  # 4 levels of 3 people: 75 a level
    mahal = tawaran(2, (1, 3), biaya=300)  # 3 levels of 2 people: 200 a level
    gratis = tawaran(3, (1, 2))  # 1 level, nothing to pay
    usulan = propose_plan(TIGA, [mahal, murah, gratis])
    assert [(u.pk, u.peserta, u.biaya, u.tingkat) for u in usulan] == [
        (3, 1, 0, 1),
        (1, 3, 300, 4),
        (2, 2, 600, 2),  # one level of the third person is closed already
    ]
    assert usulan[1].bagian == (Bagian(0, 3, 4),)


def test_one_class_may_close_two_gaps_of_one_person() -> None:
    (satu,) = propose_plan(TIGA, [tawaran(1, (0, 3), (1, 3), biaya=10)])
    assert (satu.peserta, satu.tingkat, satu.biaya) == (3, 7, 30)
    assert satu.bagian == (Bagian(0, 3, 4), Bagian(1, 2, 3))


def test_only_those_it_is_meant_for_and_only_as_many_as_there_are_seats() -> None:
    banyak = celah(*[((1, 2),)] * (ANGKATAN_SETAHUN + 2), ((1, 3),))
    (satu,) = propose_plan(banyak, [tawaran(1, (0, 3), kursi=1, cocok="1" * 7)])
    assert (satu.peserta, satu.tingkat) == (
        ANGKATAN_SETAHUN,
        ANGKATAN_SETAHUN + 1,
    )  # the larger gap goes first
    (cocok,) = propose_plan(TIGA, [tawaran(1, (0, 3), cocok="010")])
    assert (cocok.peserta, cocok.tingkat) == (1, 1)


def test_what_closes_nothing_is_not_proposed_and_ties_are_decided_the_same_way_each_time() -> None:
    assert propose_plan(TIGA, [tawaran(1, (0, 1)), tawaran(2, (1, 3), cocok="010")]) == []
    assert propose_plan(TIGA, []) == []
    # What the second would have closed, the first has.
    assert [u.pk for u in propose_plan(TIGA, [tawaran(9, (0, 3)), tawaran(4, (0, 3))])] == [4]


@given(
    orang=st.lists(
        st.lists(st.tuples(st.integers(1, 5), st.integers(0, 5)), min_size=3, max_size=3), min_size=1
    ),
    program=st.lists(
        st.tuples(st.integers(0, 2), st.integers(1, 5), st.integers(0, 900), st.none() | st.integers(1, 3)),
        max_size=6,
    ),
)
def test_no_level_is_closed_twice_and_no_seat_is_given_twice(
    orang: list[list[tuple[int, int]]], program: list[tuple[int, int, int, int | None]]
) -> None:
    c = celah(*(tuple((p, b if b > p else 0) for p, b in o) for o in orang))
    ada = int(np.maximum(c.perlu - c.punya, 0).sum())
    semua = [
        tawaran(n, (k, level), biaya=biaya, kursi=kursi, cocok="1" * len(orang))
        for n, (k, level, biaya, kursi) in enumerate(program)
    ]
    usulan = propose_plan(c, semua)
    assert sum(u.tingkat for u in usulan) <= ada
    assert len({u.pk for u in usulan}) == len(usulan)
    for u in usulan:
        batas = seats(semua[u.pk].kursi)
        assert 0 < u.peserta <= (len(orang) if batas is None else batas)
        assert u.biaya == u.peserta * semua[u.pk].biaya


def test_lines_above_the_pagu_are_marked_and_free_ones_never() -> None:
    assert running_total([60, 50, 0, 10], 100) == [
        Jalan(60, False), Jalan(110, True), Jalan(110, False), Jalan(120, True),
    ]  # fmt: skip


def test_a_fund_pays_a_line_whole_or_not_at_all() -> None:
    assert assign_funds([70, 0, 40, 30, 90], {1: 100, 2: 50}) == [1, None, 2, 1, None]


@pytest.mark.parametrize(("banyak", "bulan"), [(0, []), (1, [2]), (2, [2, 7]), (10, list(range(2, 12)))])
def test_months_run_from_february_to_november(banyak: int, bulan: list[int]) -> None:
    assert spread_months(banyak) == bulan


def test_five_years_take_even_shares() -> None:
    sasaran, sisa = spread_targets([Perlu("a", 12, None, 10)], tahun=range(2027, 2032), pagu=None)
    assert [s.orang for s in sasaran] == [3, 3, 2, 2, 2]
    assert [s.biaya for s in sasaran] == [30, 30, 20, 20, 20]
    assert sisa == {}


def test_seats_and_money_hold_the_share_back_and_the_rest_is_named() -> None:
    perlu = [Perlu("sedikit", 4, None, 100), Perlu("banyak", 50, 6, 10), Perlu("belum", 7, 0, 0)]
    sasaran, sisa = spread_targets(perlu, tahun=[2027, 2028], pagu=200)
    assert [(s.kunci, s.tahun, s.orang) for s in sasaran] == [
        ("banyak", 2027, 6), ("sedikit", 2027, 1), ("banyak", 2028, 6), ("sedikit", 2028, 1),
    ]  # fmt: skip
    assert sisa == {"banyak": 38, "belum": 7, "sedikit": 2}
