"""Pola distribusi: caps round down, floors round up, small groups are not judged."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from kinerja.enums import Predikat, PredikatOrganisasi
from kinerja.rules.distribusi import dinilai, habis_dibulatkan, kuota, pelanggaran, terbanyak
from kinerja.rules.isian import SINGKATAN

A = aturan_per(date(2026, 11, 21))
P, O = Predikat, PredikatOrganisasi  # noqa: E741


def orang(sb=0, b=0, bp=0, k=0, sk=0):
    return dict(zip(SINGKATAN.values(), (sb, b, bp, k, sk), strict=True))


def langgar(organisasi, **jumlah):
    return [(p.kode, p.boleh, p.ada) for p in pelanggaran(organisasi, orang(**jumlah), A)]


@pytest.mark.parametrize(
    ("organisasi", "batas"),
    [
        (O.ISTIMEWA, {"maks_SB": 70}),
        (O.BAIK, {"maks_B": 70, "min_BP_K": 1}),
        (O.BUTUH_PERBAIKAN, {"min_BP": 60, "maks_SB": 10}),
        (O.KURANG, {"min_K": 60, "min_BP": 10, "maks_SB": 10}),
        (O.SANGAT_KURANG, {"min_SK": 60, "min_BP_K": 10, "maks_SB": 0}),
    ],
)
def test_the_bounds_of_a_hundred_people(organisasi, batas):
    assert {b.kode: b.jumlah for b in kuota(organisasi, 100, A)} == batas


@pytest.mark.parametrize(
    ("organisasi", "n", "batas"),
    [
        (O.ISTIMEWA, 20, {"maks_SB": 14}),
        (O.ISTIMEWA, 9, {"maks_SB": 6}),
        (O.BAIK, 11, {"maks_B": 7, "min_BP_K": 1}),
        (O.BUTUH_PERBAIKAN, 25, {"min_BP": 15, "maks_SB": 2}),
        (O.BUTUH_PERBAIKAN, 9, {"min_BP": 6, "maks_SB": 0}),
        (O.KURANG, 11, {"min_K": 7, "min_BP": 2, "maks_SB": 1}),
        (O.SANGAT_KURANG, 0, {"min_SK": 0, "min_BP_K": 0, "maks_SB": 0}),
    ],
)
def test_bounds_are_whole_people(organisasi, n, batas):
    assert {b.kode: b.jumlah for b in kuota(organisasi, n, A)} == batas


@given(st.sampled_from(O), st.integers(0, 10_000))
def test_a_cap_is_the_floor_and_a_floor_is_the_ceiling_of_the_exact_share(organisasi, n):
    tabel = A["pola_distribusi"].tabel(organisasi.name)
    for b in kuota(organisasi, n, A):
        baris = tabel[b.kode]
        tepat = Fraction(n * baris["nilai"], 100) if baris["satuan"] == "persen" else Fraction(baris["nilai"])
        harap = tepat.__floor__() if b.paling_banyak else tepat.__ceil__()
        assert (b.jumlah, b.paling_banyak) == (harap, b.kode.startswith("maks_"))


def test_two_predikat_in_one_bound_are_added():
    batas = {b.kode: b.predikat for b in kuota(O.SANGAT_KURANG, 10, A)}
    assert batas["min_BP_K"] == (P.BUTUH_PERBAIKAN, P.KURANG)
    assert batas["min_SK"] == (P.SANGAT_KURANG,)


@pytest.mark.parametrize(
    ("organisasi", "jumlah", "harap"),
    [
        (O.ISTIMEWA, {"sb": 70, "b": 30}, []),
        (O.ISTIMEWA, {"sb": 71, "b": 29}, [("maks_SB", 70, 71)]),
        (O.ISTIMEWA, {"sb": 50, "b": 50}, []),
        (O.ISTIMEWA, {"sb": 49, "b": 51}, [("terbanyak", 51, 49)]),
        (O.BAIK, {"sb": 20, "b": 70, "bp": 10}, []),
        (O.BAIK, {"sb": 30, "b": 69, "k": 1}, []),
        (O.BAIK, {"sb": 30, "b": 70}, [("min_BP_K", 1, 0)]),
        (O.BAIK, {"sb": 20, "b": 75, "bp": 5}, [("maks_B", 70, 75)]),
        (O.BAIK, {"sb": 60, "b": 30, "bp": 10}, [("terbanyak", 60, 30)]),
        (O.BUTUH_PERBAIKAN, {"sb": 10, "b": 30, "bp": 60}, []),
        (O.BUTUH_PERBAIKAN, {"sb": 11, "b": 29, "bp": 60}, [("maks_SB", 10, 11)]),
        (O.BUTUH_PERBAIKAN, {"sb": 5, "b": 36, "bp": 59}, [("min_BP", 60, 59)]),
        (O.KURANG, {"b": 30, "bp": 10, "k": 60}, []),
        (O.KURANG, {"b": 31, "bp": 9, "k": 60}, [("min_BP", 10, 9)]),
        (O.KURANG, {"sb": 11, "b": 19, "bp": 11, "k": 59}, [("min_K", 60, 59), ("maks_SB", 10, 11)]),
        (O.SANGAT_KURANG, {"b": 30, "bp": 5, "k": 5, "sk": 60}, []),
        (O.SANGAT_KURANG, {"b": 31, "bp": 4, "k": 5, "sk": 60}, [("min_BP_K", 10, 9)]),
        (O.SANGAT_KURANG, {"sb": 1, "b": 29, "bp": 10, "sk": 60}, [("maks_SB", 0, 1)]),
        (
            O.SANGAT_KURANG,
            {"b": 41, "bp": 20, "sk": 39},
            [("min_SK", 60, 39), ("terbanyak", 41, 39)],
        ),
    ],
)
def test_what_a_distribution_breaks(organisasi, jumlah, harap):
    assert langgar(organisasi, **jumlah) == harap


def test_a_breach_names_the_predikat_it_is_about():
    satu = pelanggaran(O.ISTIMEWA, orang(sb=40, b=60), A)[0]
    assert satu.predikat == (P.SANGAT_BAIK,)
    assert pelanggaran(O.BAIK, orang(sb=30, b=70), A)[0].predikat == (P.BUTUH_PERBAIKAN, P.KURANG)


@pytest.mark.parametrize(
    ("organisasi", "predikat"),
    [
        (O.ISTIMEWA, P.SANGAT_BAIK),
        (O.BAIK, P.BAIK),
        (O.BUTUH_PERBAIKAN, P.BUTUH_PERBAIKAN),
        (O.KURANG, P.KURANG),
        (O.SANGAT_KURANG, P.SANGAT_KURANG),
    ],
)
def test_the_predikat_that_most_people_have(organisasi, predikat):
    assert terbanyak(organisasi, A) is predikat


def test_a_group_of_four_is_not_judged_and_one_of_five_is():
    assert [dinilai(n, A) for n in (0, 4, 5)] == [False, False, True]


@pytest.mark.parametrize(
    ("organisasi", "n", "kode"),
    [
        (O.BUTUH_PERBAIKAN, 9, ["maks_SB"]),
        (O.BUTUH_PERBAIKAN, 10, []),
        (O.KURANG, 5, ["maks_SB"]),
        (O.ISTIMEWA, 1, ["maks_SB"]),
        (O.ISTIMEWA, 2, []),
        # Nobody by the rule itself, and a floor of nobody: neither comes of rounding.
        (O.SANGAT_KURANG, 9, []),
        (O.SANGAT_KURANG, 0, []),
    ],
)
def test_a_cap_that_rounding_takes_away_is_told(organisasi, n, kode):
    assert habis_dibulatkan(organisasi, n, A) == kode
