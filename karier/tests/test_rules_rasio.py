"""Exact points: weighted means, classes and roundings of ratios, against fractions.Fraction."""

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.kolom import Kolom
from karier.rules.rasio import Rasio, dua_desimal, rerata, tertimbang

poin = st.fractions(-20, 130, max_denominator=1000)


def rasio(*nilai):
    """Several people with exact points; None is unknown."""
    pecahan = [Fraction(n) if n is not None else None for n in nilai]
    atas = np.array([p.numerator if p is not None else 0 for p in pecahan])
    bawah = np.array([p.denominator if p is not None else 1 for p in pecahan])
    return Rasio.dari(atas, bawah, np.array([p is not None for p in pecahan]))


@given(st.lists(st.tuples(poin, st.integers(0, 100)), min_size=1, max_size=7))
def test_a_weighted_mean_is_exact_and_holds_its_parts_within_the_scale(bagian):
    nilai = {str(i): Rasio.satu(n) for i, (n, _) in enumerate(bagian)}
    bobot = {str(i): b for i, (_, b) in enumerate(bagian)}
    dijepit = [min(max(n, Fraction(0)), Fraction(100)) for n, _ in bagian]
    harap = sum(n * b for n, (_, b) in zip(dijepit, bagian, strict=True)) / 100
    assert tertimbang(nilai, bobot).pecahan() == harap
    assert rerata([n for n, _ in bagian]) == sum(dijepit) / len(dijepit)


def test_one_unknown_part_leaves_the_mean_unknown():
    hasil = tertimbang({"a": rasio(50, 50, None), "b": rasio(100, None, None)}, {"a": 50, "b": 50})
    assert [hasil.pecahan(i) for i in range(3)] == [75, None, None]


def test_what_is_stored_is_rounded_down_and_what_is_printed_half_up():
    r = rasio(Fraction("79.995"), Fraction("79.9949"), 80, None)
    assert [r.senti().baca(i) for i in range(4)] == [7999, 7999, 8000, None]
    assert [dua_desimal(r.pecahan(i)) for i in range(4)] == [80, Fraction("79.99"), 80, None]
    assert [r.pita((60, 80)).baca(i) for i in range(4)] == [1, 1, 2, None]


def test_a_ratio_over_nothing_is_unknown():
    r = Rasio.dari(np.array([5, 5]), np.array([0, 1]), np.array([True, True]))
    assert [r.pecahan(0), r.pecahan(1)] == [None, 5]
    assert (r.pembilang.tolist(), r.penyebut.tolist()) == ([0, 5], [1, 1])
    assert r.hanya(np.array([True, False])).ada.tolist() == [False, False]


def test_columns_may_count_in_parts_of_a_point():
    kolom = Kolom.dari([7999, None])
    assert [Rasio.kolom(kolom, 100).pecahan(i) for i in (0, 1)] == [Fraction("79.99"), None]
    assert Rasio.kolom(kolom).pecahan() == 7999
    assert Rasio.kolom(kolom).jepit().pecahan() == 100
    assert Rasio.satu(Fraction(-1)).jepit().pecahan() == 0
