"""What a round may show, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest

from kinerja.enums import NilaiBerakhlak, Pita360
from kinerja.rules import umpan_360 as aturan
from kinerja.rules.umpan_360 import BUTIR, SEMUA_BUTIR
from kinerja.tests.jawaban_360 import BAWAHAN, BUTIR_SATU, dunia, jawab, nama, tampil

# -- five or more -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rekan", "bawahan", "diundang", "harap"),
    [
        (0, 0, (0, 0), []),
        (4, 0, (8, 0), []),
        (5, 0, (8, 0), ["rekan"]),
        (0, 5, (0, 8), ["bawahan"]),
        (5, 5, (8, 8), ["rekan", "bawahan"]),
        (4, 5, (8, 8), ["gabungan"]),
        (7, 2, (8, 8), ["gabungan"]),
        (3, 2, (8, 8), ["gabungan"]),
        (2, 2, (8, 8), []),
        # Somebody was asked and nobody of them answered: the others do not stand alone because of that.
        (5, 0, (8, 1), ["gabungan"]),
        (4, 0, (8, 1), []),
    ],
)
def test_groups_stand_apart_else_together_else_not_at_all(
    rekan: int, bawahan: int, diundang: tuple[int, int], harap: list[str]
) -> None:
    assert nama(tampil(dunia(rekan, bawahan), diundang)) == harap


@pytest.mark.parametrize(
    ("nilai", "pita"),
    [
        ((1, 1, 1, 1, 1), Pita360.JARANG),
        ((1, 2, 2, 2, 2), Pita360.JARANG),
        ((2, 2, 2, 2, 2), Pita360.KADANG),
        ((2, 2, 2, 3, 3), Pita360.KADANG),
        ((2, 2, 2, 3, 3, 3), Pita360.CUKUP_SERING),
        ((2, 3, 3, 3, 3), Pita360.CUKUP_SERING),
        ((3, 3, 3, 3, 3), Pita360.SERING),
        ((4, 4, 4, 4, 4), Pita360.SERING),
        ((4, 4, 4, 4), None),
        # Who cannot tell is no answer.
        ((4, 4, 4, 4, 0), None),
        ((4, 4, 4, 4, 0, 4), Pita360.SERING),
    ],
)
def test_a_value_is_shown_as_the_band_of_its_average(nilai: tuple[int, ...], pita: Pita360 | None) -> None:
    assert aturan.pita_dari([dict.fromkeys(BUTIR_SATU, n) for n in nilai], BUTIR_SATU) == pita


@pytest.mark.parametrize(
    ("nilai", "rata"),
    [((1, 4), Fraction(5, 2)), ((0, 4), Fraction(4)), ((0, 0), None), ((3, 0), Fraction(3))],
)
def test_a_giver_counts_once_with_what_they_could_tell(nilai: tuple[int, int], rata: Fraction | None) -> None:
    assert aturan.rata_orang(dict(zip(BUTIR_SATU, nilai, strict=True)), BUTIR_SATU) == rata


def test_a_value_that_too_few_could_judge_is_missing_and_the_others_stand() -> None:
    tak_tahu = dict.fromkeys(SEMUA_BUTIR, 3) | dict.fromkeys(BUTIR_SATU, 0)
    [t] = tampil([*dunia(4), jawab(5)._replace(nilai=tak_tahu)], (8, 0))
    assert set(NilaiBerakhlak) - set(t.pita) == {NilaiBerakhlak.AKUNTABEL}


def test_sentences_of_a_shown_group_are_kept_and_empty_ones_are_not() -> None:
    [t] = tampil([*dunia(3), jawab(4, baik="Rapi"), jawab(5, baik="Rapi", tingkatkan="Lebih awal")], (8, 0))
    assert (t.baik, t.tingkatkan) == ({("Rapi", 2)}, {("Lebih awal", 1)})


def test_every_value_has_two_questions_of_its_own() -> None:
    assert {len(b) for b in BUTIR.values()} == {2}
    assert len(set(SEMUA_BUTIR)) == 2 * len(NilaiBerakhlak)


# -- no small difference ------------------------------------------------------------------------


def kumpulan(*isi: Sequence[int]) -> list[frozenset[int]]:
    return [frozenset(i) for i in isi]


@pytest.mark.parametrize(
    ("himpunan", "aman"),
    [
        (kumpulan(), True),
        (kumpulan(range(5)), True),
        (kumpulan(range(4)), False),
        (kumpulan(range(7), range(7)), True),
        (kumpulan(range(7), range(6)), False),
        (kumpulan(range(6), range(11)), True),
        (kumpulan(range(6), range(10)), False),
        (kumpulan(range(5), range(5, 10)), True),
        (kumpulan(range(5), range(4, 10)), False),
        # Each pair differs by enough, the three together leave one person.
        (kumpulan(range(5), range(5, 10), range(11)), False),
    ],
)
def test_what_is_shown_leaves_no_part_of_fewer_than_five(himpunan: list[frozenset[int]], aman: bool) -> None:
    assert aturan.aman(himpunan) is aman


def test_a_second_round_with_the_same_givers_is_shown() -> None:
    assert nama(tampil(dunia(6), (8, 0), kumpulan(range(1, 7)))) == ["rekan"]


def test_a_second_round_with_one_giver_less_is_not() -> None:
    assert tampil(dunia(5), (8, 0), kumpulan(range(1, 7))) == []


def test_groups_that_would_differ_by_few_are_shown_together_when_that_is_safe() -> None:
    terbit = kumpulan([*range(1, 6), *range(100, 105)])
    pindah = [
        jawab(i)._replace(peran=BAWAHAN if i == 5 else j.peran) for j in dunia(5, 5) for i in [j.penjawab]
    ]
    assert nama(tampil(pindah, terbit=terbit)) == ["gabungan"]
