"""Participation as HR reads it: in quarters, and no unit of fewer than five, not even by subtraction."""

from __future__ import annotations

from itertools import product

import pytest

from kinerja.enums import Kira360
from kinerja.rules import partisipasi_360 as aturan
from kinerja.rules.partisipasi_360 import BarisPartisipasi, Hitungan, partisipasi


def unit(*orang: int) -> dict[int, Hitungan]:
    return {n: Hitungan(o, 2 * o, o) for n, o in enumerate(orang, start=1)}


def ringkas(baris: list[BarisPartisipasi]) -> list[tuple[int | None, int]]:
    return [(b.unit, b.orang) for b in baris]


@pytest.mark.parametrize(
    ("orang", "harap"),
    [
        ((), []),
        ((4,), []),
        ((5,), [(1, 5)]),
        ((5, 9), [(1, 5), (2, 9)]),
        ((3, 4, 9), [(3, 9), (None, 7)]),
        # Four left over would be found by subtraction: the smallest large unit joins them.
        ((4, 7, 9), [(3, 9), (None, 11)]),
        ((2, 6), [(None, 8)]),
        ((2, 2), []),
    ],
)
def test_units_stand_alone_from_five_people_on(
    orang: tuple[int, ...], harap: list[tuple[int | None, int]]
) -> None:
    assert ringkas(partisipasi(unit(*orang))) == harap


@pytest.mark.parametrize(
    ("dijawab", "kira"),
    [
        (0, Kira360.DI_BAWAH_SEPEREMPAT),
        (4, Kira360.DI_BAWAH_SEPEREMPAT),
        (5, Kira360.SEPEREMPAT),
        (10, Kira360.SETENGAH),
        (15, Kira360.TIGA_PEREMPAT),
        (20, Kira360.TIGA_PEREMPAT),
    ],
)
def test_how_much_is_answered_is_told_in_quarters(dijawab: int, kira: Kira360) -> None:
    assert partisipasi({1: Hitungan(9, 20, dijawab)})[0].kira == kira


def periksa_tak_ada_sisa() -> None:
    """What is not shown is nobody, or everybody: nothing to be found by subtraction."""
    for orang in product(range(1, 8), repeat=3):
        baris = partisipasi(unit(*orang))
        tampil = sum(b.orang for b in baris)
        assert all(b.orang >= 5 for b in baris)
        assert tampil in (0, sum(orang)), (orang, baris)


def test_nothing_is_left_over() -> None:
    periksa_tak_ada_sisa()


def test_a_lower_threshold_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aturan, "AMBANG", 3)
    with pytest.raises(AssertionError):
        periksa_tak_ada_sisa()
