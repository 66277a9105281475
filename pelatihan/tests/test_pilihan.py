"""Which programmes are named first, as a table of cases."""

import pytest

from pelatihan.enums import Metode
from pelatihan.rules.pilihan import Alasan, Program, choose, reasons

DARING, CAMPURAN, TATAP_MUKA = Metode.DARING, Metode.CAMPURAN, Metode.TATAP_MUKA


def _program(
    pk: int, *, level: int = 3, metode: Metode = TATAP_MUKA, jp: int = 10, biaya: int = 0
) -> Program:
    return Program(pk, level, metode, jp, biaya)


def _pks(
    program: list[Program], *, sekarang: int | None = 2, wajib: int = 3, terpencil: bool = False
) -> list[int]:
    hasil = choose(program, level_sekarang=sekarang, level_wajib=wajib, terpencil=terpencil, banyak=3)
    return [p.pk for p in hasil]


@pytest.mark.parametrize(
    ("program", "terpencil", "urutan"),
    [
        pytest.param([_program(1), _program(2, metode=DARING)], True, [2, 1], id="remote: online first"),
        pytest.param(
            [_program(1), _program(2, metode=CAMPURAN), _program(3, metode=DARING)],
            True,
            [3, 2, 1],
            id="remote: online, mixed, classroom",
        ),
        pytest.param(
            [_program(1, metode=DARING, biaya=500_000), _program(2, biaya=0)],
            True,
            [1, 2],
            id="remote: before cost",
        ),
        pytest.param(
            [_program(1, metode=DARING, biaya=500_000), _program(2, biaya=0)],
            False,
            [2, 1],
            id="town: cost decides",
        ),
        pytest.param([_program(1, level=5), _program(2, level=3)], False, [2, 1], id="nearest level first"),
        pytest.param([_program(1, jp=4), _program(2, jp=20)], False, [2, 1], id="equal cost: more JP first"),
        pytest.param(
            [_program(9), _program(4)], False, [4, 9], id="a tie is broken by age, always the same way"
        ),
        pytest.param([_program(n) for n in (1, 2, 3, 4)], False, [1, 2, 3], id="three at most"),
    ],
)
def test_the_order_of_programmes_follows_the_need(
    program: list[Program], terpencil: bool, urutan: list[int]
) -> None:
    assert _pks(program, terpencil=terpencil) == urutan


def test_a_programme_that_closes_the_gap_precedes_a_cheaper_one_that_only_leads_there() -> None:
    menuju, menutup = _program(1, level=3, metode=DARING), _program(2, level=4, biaya=900_000)
    assert _pks([menuju, menutup], sekarang=2, wajib=4, terpencil=True) == [2, 1]


def test_a_programme_at_or_below_the_present_level_is_never_named() -> None:
    assert _pks([_program(1, level=2), _program(2, level=1)], sekarang=2, wajib=4) == []


def test_someone_never_assessed_is_offered_only_what_reaches_the_need() -> None:
    assert _pks([_program(1, level=2), _program(2, level=3)], sekarang=None, wajib=3) == [2]


@pytest.mark.parametrize(
    ("program", "terpencil", "alasan"),
    [
        (_program(1, level=3), False, (Alasan.MENUTUP,)),
        (_program(1, level=2), False, (Alasan.MENUJU,)),
        (_program(1, level=3, metode=DARING), True, (Alasan.MENUTUP, Alasan.DARING_TERPENCIL)),
        (_program(1, level=3, metode=DARING), False, (Alasan.MENUTUP,)),
        (_program(1, level=3, metode=CAMPURAN), True, (Alasan.MENUTUP,)),
    ],
)
def test_every_suggestion_carries_its_reasons(
    program: Program, terpencil: bool, alasan: tuple[Alasan, ...]
) -> None:
    assert reasons(program, level_wajib=3, terpencil=terpencil) == alasan
