"""Shares of groups: what stays hidden, and when two groups differ."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from karier.rules.pantau import (
    PALING_SEDIKIT,
    TANPA_KELOMPOK,
    Bagian,
    against_others,
    band_usia,
    comparable,
    difference,
    hide_beside,
    hide_small,
    join_small_units,
    tally,
    tell,
    worth_a_look,
)

BARIS = st.lists(
    st.integers(0, 60).flatmap(lambda n: st.integers(0, n).map(lambda ya: Bagian(ya, n))), max_size=8
)


def _nomor(*nilai: int) -> np.ndarray:
    return np.array(nilai, dtype=np.int32)


def test_an_age_belongs_to_the_band_that_begins_with_it() -> None:
    assert band_usia(_nomor(19, 29, 30, 39, 40, 49, 50, 64)).tolist() == [0, 0, 1, 1, 2, 2, 3, 3]


def test_a_share_counts_only_whom_it_concerns_and_whose_group_is_known() -> None:
    kelompok = _nomor(0, 0, 1, 1, TANPA_KELOMPOK)
    termasuk = np.array([True, False, True, True, True])
    ya = np.array([True, True, True, False, True])
    assert tally(kelompok, 3, termasuk, ya) == [Bagian(1, 1), Bagian(1, 2), Bagian(0, 0)]


def test_a_share_of_nobody_is_zero() -> None:
    assert Bagian(0, 0).persen == 0
    assert Bagian(3, 4).persen == 75


@given(BARIS)
def test_what_is_hidden_is_never_isolated_by_subtraction(baris: list[Bagian]) -> None:
    tampil = hide_small(baris)
    tertutup = [b.dari for b, t in zip(baris, tampil, strict=True) if t is None]
    assert all(t is None or t.dari == 0 or t.dari >= PALING_SEDIKIT for t in tampil)
    besar = [b for b in baris if b.dari >= PALING_SEDIKIT]
    assert not tertutup or sum(tertutup) >= PALING_SEDIKIT or not besar


@pytest.mark.parametrize("per_kelompok", [True, False])
@given(data=st.data())
def test_less_what_is_shown_of_one_kind_the_sum_of_both_tells_of_no_few(
    per_kelompok: bool, data: st.DataObject
) -> None:
    baris = data.draw(BARIS)
    panjang = {"min_size": len(baris), "max_size": len(baris)}
    lain = [Bagian(0, n) for n in data.draw(st.lists(st.integers(0, 60), **panjang))]
    tampil = hide_beside(baris, lain, per_kelompok=per_kelompok)
    assert all(t in (None, b) for b, t in zip(baris, tampil, strict=True))
    jumlah = sum(b.dari for b in lain)
    if any(b.dari for b in baris) and 0 < jumlah < PALING_SEDIKIT:
        assert any(t is None and b.dari for b, t in zip(baris, tampil, strict=True))
    if per_kelompok and any(0 < b.dari < PALING_SEDIKIT for b in lain):
        assert set(tampil) <= {None}
    if all(b.dari == 0 or b.dari >= PALING_SEDIKIT for b in lain):
        assert tampil == hide_small(baris)


def test_what_is_large_enough_and_what_is_empty_stay_as_they_are() -> None:
    baris = [Bagian(4, 12), Bagian(0, 0), Bagian(30, 40)]
    assert hide_small(baris) == baris


def test_the_smallest_open_group_covers_a_single_hidden_one() -> None:
    baris = [Bagian(1, 3), Bagian(4, 12), Bagian(30, 40)]
    assert hide_small(baris) == [None, None, Bagian(30, 40)]


def test_hidden_groups_that_are_many_enough_together_need_no_cover() -> None:
    baris = [Bagian(1, 6), Bagian(1, 6), Bagian(30, 40)]
    assert hide_small(baris) == [None, None, Bagian(30, 40)]


def test_small_units_become_one_behind_the_others() -> None:
    kelompok = _nomor(*[0] * 12, *[1] * 6, *[2] * 5, TANPA_KELOMPOK)
    nama, baru = join_small_units(["Dinas A", "UPT B", "UPT C"], kelompok, "Unit kecil")
    assert nama == ["Dinas A", "Unit kecil"]
    assert np.bincount(baru[:-1]).tolist() == [12, 11]
    assert baru[-1] == TANPA_KELOMPOK


def test_a_unit_too_small_for_itself_joins_the_smallest_open_one() -> None:
    kelompok = _nomor(*[0] * 12, *[1] * 3, *[2] * 30)
    nama, baru = join_small_units(["Dinas A", "UPT B", "Dinas C"], kelompok, "Unit kecil")
    assert nama == ["Dinas C", "Unit kecil"]
    assert np.bincount(baru).tolist() == [30, 15]


def test_where_all_units_together_are_too_few_there_is_no_group() -> None:
    nama, baru = join_small_units(["UPT A", "UPT B"], _nomor(0, 0, 1), "Unit kecil")
    assert nama == []
    assert set(baru.tolist()) == {TANPA_KELOMPOK}


def test_a_difference_has_newcombes_interval() -> None:
    # Newcombe 1998, method 10, case (a): 56/70 against 48/80.
    s = difference(Bagian(56, 70), Bagian(48, 80))
    assert (round(s.beda, 2), round(s.bawah, 2), round(s.atas, 2)) == (20.0, 5.24, 33.39)
    assert s.perlu_dilihat


def test_chance_and_trifles_are_not_worth_a_look() -> None:
    assert not difference(Bagian(6, 10), Bagian(5, 10)).perlu_dilihat
    assert not difference(Bagian(53_000, 100_000), Bagian(50_000, 100_000)).perlu_dilihat
    assert difference(Bagian(40_000, 100_000), Bagian(50_000, 100_000)).perlu_dilihat


@given(st.integers(0, 50), st.integers(1, 50), st.integers(0, 50), st.integers(1, 50))
def test_the_interval_holds_the_difference_and_turns_with_its_sides(a: int, m: int, b: int, n: int) -> None:
    satu, dua = Bagian(min(a, m), m), Bagian(min(b, n), n)
    s, balik = difference(satu, dua), difference(dua, satu)
    assert s.bawah - 1e-9 <= s.beda <= s.atas + 1e-9
    assert balik.bawah == pytest.approx(-s.atas)


def test_a_group_is_compared_with_all_others_and_only_when_both_can_be_told() -> None:
    baris = [Bagian(2, 20), Bagian(15, 20), Bagian(3, 4)]
    banding = against_others(baris, 0)
    assert banding is not None
    assert round(banding.beda) == round(10 - 100 * 18 / 24)
    assert against_others(baris, 2) is None
    assert against_others([Bagian(2, 20), Bagian(1, 3)], 0) is None


def test_of_two_groups_one_comparison_is_made_and_of_small_ones_none() -> None:
    assert comparable([Bagian(2, 20), Bagian(15, 20)]) == 1
    assert comparable([Bagian(2, 20), Bagian(1, 3)]) == 0
    assert comparable([Bagian(2, 20), Bagian(15, 20), Bagian(1, 3)]) == 2


def test_who_is_lowest_stands_first() -> None:
    baris = [Bagian(90, 100), Bagian(40, 100), Bagian(70, 100)]
    assert [n for n, _ in worth_a_look(baris)] == [1, 0]


@pytest.mark.parametrize(
    ("dari", "terbaca"), [(0, True), (1, False), (PALING_SEDIKIT - 1, False), (PALING_SEDIKIT, True)]
)
def test_a_sum_of_few_is_not_told_and_a_sum_of_nobody_hides_nothing(dari: int, terbaca: bool) -> None:
    satu = Bagian(dari, dari)
    assert tell(satu) == (satu if terbaca else None)
