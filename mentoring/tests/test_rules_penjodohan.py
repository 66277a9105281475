"""The best assignment: against every assignment, against another solver, and against its own proof."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from mentoring.rules.kolom_jodoh import Bilangan
from mentoring.rules.penjodohan import TANPA, assign, greedy, others, value, weights
from mentoring.rules.periksa_jodoh import Cacat, prove


def soal(benih: int, mentee: int, mentor: int, boleh: float = 0.6) -> tuple[Bilangan, Bilangan]:
    """Points as the rule gives them, some pairs impossible, some mentors without a place."""
    acak = np.random.default_rng(benih)
    nilai = np.where(acak.random((mentee, mentor)) < boleh, acak.integers(35, 101, (mentee, mentor)), 0)
    return nilai.astype(np.int64), acak.integers(0, 3, mentor).astype(np.int64)


def terbaik_dari_semua(nilai: Bilangan, tempat: Bilangan) -> tuple[int, int]:
    """Most people, then most points, of every assignment there is: by what is left of the places."""
    n, m = nilai.shape
    keadaan: dict[tuple[int, ...], tuple[int, int]] = {tuple(tempat.tolist()): (0, 0)}
    for i in range(n):
        berikut = dict(keadaan)
        for sisa, (orang, poin) in keadaan.items():
            for j in range(m):
                if sisa[j] and nilai[i, j]:
                    kunci = (*sisa[:j], sisa[j] - 1, *sisa[j + 1 :])
                    calon = (orang + 1, poin + int(nilai[i, j]))
                    berikut[kunci] = max(berikut.get(kunci, (0, 0)), calon)
        keadaan = berikut
    return max(keadaan.values())


def satu_satu(nilai: Bilangan, tempat: Bilangan) -> tuple[int, int]:
    """The same for very small ones without any cleverness, to check the checker of checkers."""
    n, m = nilai.shape
    semua = []
    for pilihan in product(range(-1, m), repeat=n):
        jodoh = np.array(pilihan, dtype=np.int64)
        dapat = np.flatnonzero(jodoh >= 0)
        cukup = (np.bincount(jodoh[dapat], minlength=m) <= tempat).all()
        if cukup and (nilai[dapat, jodoh[dapat]] > 0).all():
            semua.append(value(nilai, jodoh))
    return max(semua)


def dicari(nilai: Bilangan, tempat: Bilangan) -> Bilangan:
    return assign(weights(nilai, tempat), tempat)


@pytest.mark.parametrize("benih", range(5))
def test_the_comparison_itself_is_right(benih: int) -> None:
    nilai, tempat = soal(benih, 4, 3)
    assert terbaik_dari_semua(nilai, tempat) == satu_satu(nilai, tempat)


@pytest.mark.parametrize("benih", range(60))
def test_eight_by_eight_is_the_best_of_all_assignments(benih: int) -> None:
    nilai, tempat = soal(benih, 8, 8, boleh=(0.2, 0.5, 0.9)[benih % 3])
    jodoh = dicari(nilai, tempat)
    assert value(nilai, jodoh) == terbaik_dari_semua(nilai, tempat)
    assert prove(weights(nilai, tempat), tempat, jodoh).cacat is None


def _highs(bobot: Bilangan, tempat: Bilangan) -> int:
    """The greatest sum by HiGHS, a row per person and per mentor."""
    baris, kolom = np.nonzero(bobot)
    n, m = bobot.shape
    satu = np.ones(len(baris))
    urut = np.arange(len(baris))
    orang = coo_array((satu, (baris, urut)), shape=(n, len(baris)))
    mentor = coo_array((satu, (kolom, urut)), shape=(m, len(baris)))
    hasil: Any = milp(
        -bobot[baris, kolom].astype(float),
        constraints=[LinearConstraint(orang, ub=1), LinearConstraint(mentor, ub=tempat)],
        bounds=Bounds(0, 1),
        integrality=np.ones(len(baris)),
        options={"mip_rel_gap": 0},
    )
    assert hasil.success
    return round(-hasil.fun)


@pytest.mark.parametrize("benih", [1, 2, 3])
def test_three_hundred_by_seventy_five_is_what_highs_finds(benih: int) -> None:
    nilai, tempat = soal(benih, 300, 75, boleh=0.3)
    # People first, then points: small enough for the tolerances of another solver.
    bobot = np.where(nilai > 0, nilai + 1_000, 0)
    jodoh = assign(bobot, tempat)
    assert int(bobot[jodoh >= 0, jodoh[jodoh >= 0]].sum()) == _highs(bobot, tempat)
    assert prove(bobot, tempat, jodoh).cacat is None
    # And the weights in use reach as many people and points.
    assert value(nilai, dicari(nilai, tempat)) >= value(nilai, jodoh)


def test_by_hand_is_never_better_and_sometimes_worse() -> None:
    lebih = 0
    for benih in range(30):
        nilai, tempat = soal(benih, 12, 8, boleh=0.4)
        bobot = weights(nilai, tempat)
        tangan, terbaik = value(nilai, greedy(bobot, tempat)), value(nilai, assign(bobot, tempat))
        assert tangan <= terbaik
        lebih += tangan < terbaik
    assert lebih > 10


def test_as_many_people_as_possible_come_before_points() -> None:
    nilai = np.array([[100, 40], [45, 0]], dtype=np.int64)
    assert dicari(nilai, np.array([1, 1])).tolist() == [1, 0]


def test_who_has_waited_longest_is_served_when_nothing_else_tells() -> None:
    nilai = np.full((4, 1), 70, dtype=np.int64)
    assert dicari(nilai, np.array([1])).tolist() == [0, TANPA, TANPA, TANPA]
    assert dicari(nilai, np.array([2])).tolist() == [0, 0, TANPA, TANPA]


def test_without_room_for_a_queue_points_still_come_first() -> None:
    nilai = np.zeros((20_000, 2), dtype=np.int64)
    nilai[:, 0], nilai[7, 1] = 60, 61
    tempat = np.array([20_000, 1], dtype=np.int64)
    bobot = weights(nilai, tempat)
    assert bobot[0, 0] == bobot[-1, 0]
    assert bobot[7, 1] == bobot[0, 0] + 1


@pytest.mark.parametrize("bentuk", [(0, 3), (3, 0), (0, 0)])
def test_nobody_and_no_mentor(bentuk: tuple[int, int]) -> None:
    nilai, tempat = np.zeros(bentuk, dtype=np.int64), np.ones(bentuk[1], dtype=np.int64)
    assert dicari(nilai, tempat).tolist() == [TANPA] * bentuk[0]
    assert prove(nilai, tempat, np.full(bentuk[0], TANPA)).cacat is None


def test_the_other_suggestions_are_the_best_that_have_a_place() -> None:
    nilai = np.array([50, 90, 70, 0, 80], dtype=np.int64)
    tempat = np.array([1, 1, 1, 1, 0], dtype=np.int64)
    assert others(nilai, 1, tempat, 2) == [2, 0]
    assert others(nilai, TANPA, tempat, 5) == [1, 2, 0]


# -- the checker ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("benih", range(40))
def test_the_checker_catches_an_assignment_that_was_made_worse(benih: int) -> None:
    nilai, tempat = soal(benih, 10, 6)
    bobot = weights(nilai, tempat)
    jodoh = assign(bobot, tempat)
    buruk = jodoh.copy()
    buruk[np.flatnonzero(jodoh >= 0)[benih % 3]] = TANPA
    assert prove(bobot, tempat, jodoh).cacat is None
    assert prove(bobot, tempat, buruk).cacat is Cacat.ADA_YANG_LEBIH_BAIK


@pytest.mark.parametrize("benih", range(40))
def test_the_checker_says_the_same_as_all_assignments_of_a_random_one(benih: int) -> None:
    nilai, tempat = soal(benih, 6, 4)
    bobot = weights(nilai, tempat)
    acak = np.random.default_rng(benih + 1_000)
    jodoh = greedy(np.where(acak.random(bobot.shape) < 0.7, bobot, 0), tempat)
    best = int(sum(bobot[i, j] for i, j in enumerate(assign(bobot, tempat).tolist()) if j >= 0))
    ini = int(sum(bobot[i, j] for i, j in enumerate(jodoh.tolist()) if j >= 0))
    assert (prove(bobot, tempat, jodoh).cacat is None) == (ini == best)


def test_two_who_would_both_gain_by_changing_places_are_found() -> None:
    bobot = np.array([[5, 9], [9, 5]], dtype=np.int64)
    tempat = np.array([1, 1])
    assert prove(bobot, tempat, np.array([0, 1])).cacat is Cacat.ADA_YANG_LEBIH_BAIK
    bukti = prove(bobot, tempat, np.array([1, 0]))
    assert bukti.cacat is None
    assert int(bukti.mentee.sum() + (bukti.mentor * tempat).sum()) == 18


@pytest.mark.parametrize(
    ("jodoh", "cacat"),
    [([0, 1], Cacat.TIDAK_MUNGKIN), ([0, 0], Cacat.LEBIH_TEMPAT), ([0, TANPA], None)],
)
def test_an_impossible_pair_and_too_many_are_named(jodoh: list[int], cacat: Cacat | None) -> None:
    bobot = np.array([[5, 0], [4, 0]], dtype=np.int64)
    assert prove(bobot, np.array([1, 1]), np.array(jodoh)).cacat is cacat


@pytest.mark.parametrize("benih", range(10))
def test_prices_make_both_sums_one(benih: int) -> None:
    nilai, tempat = soal(benih, 40, 15)
    bobot = weights(nilai, tempat)
    jodoh = assign(bobot, tempat)
    bukti = prove(bobot, tempat, jodoh)
    dapat = np.flatnonzero(jodoh >= 0)
    assert int(bukti.mentee.sum() + (bukti.mentor * tempat).sum()) == int(bobot[dapat, jodoh[dapat]].sum())
