"""Raters beside each other: an interval for every share, and no word about few people."""

import pytest

from kinerja.enums import Kecenderungan, Predikat
from kinerja.rules.ketat_longgar import compare_raters
from kinerja.rules.wilson import wilson

SB, B, BP = Predikat.SANGAT_BAIK, Predikat.BAIK, Predikat.BUTUH_PERBAIKAN


@pytest.mark.parametrize(
    ("jumlah", "banyak", "bawah", "atas"),
    [(0, 5, 0.0, 0.434), (5, 5, 0.566, 1.0), (5, 10, 0.237, 0.763), (50, 100, 0.404, 0.596)],
)
def test_the_interval_of_a_share_is_that_of_wilson(
    jumlah: int, banyak: int, bawah: float, atas: float
) -> None:
    assert tuple(round(tepi, 3) for tepi in wilson(jumlah, banyak)) == (bawah, atas)


def test_fewer_than_five_people_are_not_compared() -> None:
    assert [p.penilai_id for p in compare_raters({1: [SB] * 4, 2: [B] * 5})] == [2]


def test_the_only_rater_has_nobody_to_be_compared_with() -> None:
    assert compare_raters({1: [SB] * 20}) == []


@pytest.mark.parametrize(
    ("sendiri", "arah"),
    [
        ([SB] * 8 + [B] * 2, Kecenderungan.LONGGAR),
        ([BP] * 8 + [B] * 2, Kecenderungan.KETAT),
        ([B] * 10, Kecenderungan.TAK_BEDA),
        ([SB] * 10 + [BP] * 10, Kecenderungan.TAK_BEDA),
    ],
)
def test_a_rater_is_different_only_when_the_others_lie_outside_the_interval(
    sendiri: list[Predikat], arah: Kecenderungan
) -> None:
    semua = {1: sendiri, 2: [SB] * 2 + [B] * 6 + [BP] * 2, 3: [SB] * 2 + [B] * 6 + [BP] * 2}
    menurut = {p.penilai_id: p.kecenderungan for p in compare_raters(semua)}
    assert menurut[1] is arah


def test_whoever_rates_most_people_stands_first() -> None:
    assert [p.penilai_id for p in compare_raters({1: [B] * 5, 2: [B] * 9, 3: [B] * 5})] == [2, 1, 3]
