"""Whose rare knowledge leaves, how soon, and who could learn it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from karier.rules.pewaris import PALING_BANYAK, Pemegang, horizon, knowledge_leaving

PER = date(2026, 11, 21)
LAMA = date(2050, 1, 1)


def p(kunci: int, level: int = 4, pensiun: date | None = LAMA, **lain: Any) -> Pemegang:
    isi: dict[str, Any] = {"kompetensi": "komunikasi", "unit": "000001", "atasan": None, **lain}
    return Pemegang(kunci, isi["kompetensi"], level, isi["unit"], pensiun, isi["atasan"])


@pytest.mark.parametrize(
    ("pensiun", "tahun"),
    [
        (date(2027, 11, 21), 1),
        (date(2027, 11, 22), 2),
        (date(2031, 11, 21), 5),
        (date(2031, 11, 22), None),
        (date(2026, 11, 20), None),
        (None, None),
    ],
)
def test_the_horizon_is_the_smallest_that_holds_the_day(pensiun: date | None, tahun: int | None) -> None:
    assert horizon(pensiun, PER) == tahun


def test_rare_is_what_nobody_of_the_unit_keeps_or_few_of_the_government() -> None:
    pergi = p(1, 4, date(2027, 6, 1))
    lain_unit = [p(n, 4, unit="000002") for n in range(10, 14)]
    (w,) = knowledge_leaving([pergi, *lain_unit], PER)
    assert (w.tahun, w.sisa_unit, w.sisa, w.langka_di_instansi) == (1, 0, 4, False)
    # Somebody of the same level stays in the unit, and enough elsewhere: not rare.
    assert knowledge_leaving([pergi, p(2), *lain_unit], PER) == []
    # Few in the government: rare although a colleague stays.
    (w,) = knowledge_leaving([pergi, p(2)], PER)
    assert w.langka_di_instansi
    # Who retires in the same time, or on an unknown day, is no keeper.
    (w,) = knowledge_leaving([pergi, p(2, 4, date(2027, 1, 1)), p(3, 5, None)], PER)[:1]
    assert (w.sisa_unit, w.sisa) == (0, 0)


def test_what_is_common_or_below_the_level_that_teaches_is_left_out() -> None:
    assert knowledge_leaving([p(1, 3, date(2027, 6, 1))], PER) == []
    assert knowledge_leaving([p(1, 5)], PER) == []
    assert knowledge_leaving([], PER) == []


def test_heirs_stay_long_stand_within_reach_and_not_in_the_line() -> None:
    pergi = p(1, 5, date(2028, 6, 1), atasan=7)
    semua = [
        pergi, p(2, 4), p(3, 3), p(4, 4, date(2060, 1, 1)), p(5, 2), p(6, 4, atasan=1), p(7, 4),
        p(8, 4, date(2030, 1, 1)), p(9, 4, unit="000002"), p(10, 3),
    ]  # fmt: skip
    w = knowledge_leaving(semua, PER)[0]
    assert [c.kunci for c in w.pewaris] == [4, 2, 3]
    assert len(w.pewaris) == PALING_BANYAK


def test_the_most_urgent_first() -> None:
    tahun = {1: date(2031, 1, 1), 2: date(2027, 1, 1), 3: date(2028, 1, 1), 4: date(2027, 3, 1)}
    orang = [p(n, 4, h, unit=f"00000{n}") for n, h in tahun.items()]
    assert [w.pemegang.kunci for w in knowledge_leaving(orang, PER)] == [2, 4, 3, 1]
