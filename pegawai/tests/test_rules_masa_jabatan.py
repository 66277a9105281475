"""Months in posts of one level: spans, equal jabatan fungsional, what is not known."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.dates import months_between
from asn_karier.lib.kolom import Kolom
from pegawai.enums import Jenjang
from pegawai.rules.masa_jabatan import SETARA, MasaJabatan, masa_jabatan

PADA = date(2027, 1, 1)
J = Jenjang


def masa(*pos: tuple[int, date, Jenjang | None], banyak: int = 1, pada: date = PADA) -> MasaJabatan:
    """`pos`: (person, TMT, jenjang), sorted."""
    return masa_jabatan(
        np.array([p[0] for p in pos], dtype=np.intp),
        np.array([p[1] for p in pos], dtype="datetime64[D]"),
        Kolom.dari([p[2] for p in pos]),
        banyak=banyak,
        pada=pada,
    )


def baca(m: MasaJabatan, orang: int = 0) -> list[int | None]:
    return [k.baca(orang) for k in (m.pelaksana, m.pengawas, m.administrator)]


@pytest.mark.parametrize(
    ("jenjang", "tingkat"),
    [
        (J.PELAKSANA, 0),
        (J.PEMULA, 0),
        (J.TERAMPIL, 0),
        (J.MAHIR, 0),
        (J.PENYELIA, 0),
        (J.AHLI_PERTAMA, 0),
        (J.PENGAWAS, 1),
        (J.AHLI_MUDA, 1),
        (J.ADMINISTRATOR, 2),
        (J.AHLI_MADYA, 2),
        (J.AHLI_UTAMA, None),
        (J.JPT_PRATAMA, None),
        (J.JPT_MADYA, None),
        (J.JPT_UTAMA, None),
    ],
)
def test_each_jenjang_counts_as_one_level_or_none(jenjang: Jenjang, tingkat: int | None) -> None:
    m = masa((0, date(2025, 1, 1), jenjang))
    assert baca(m) == [24 if t == tingkat else None for t in range(3)]
    assert m.jelas.tolist() == [True]


def test_every_jenjang_of_a_level_is_named_once() -> None:
    semua = [j for sama in SETARA.values() for j in sama]
    assert len(semua) == len(set(semua)) == 10


def test_a_post_lasts_until_the_next_begins_and_the_last_until_the_day_asked_for() -> None:
    m = masa(
        (0, date(2012, 1, 1), J.PELAKSANA),
        (0, date(2016, 3, 15), J.PENGAWAS),
        (0, date(2020, 7, 1), J.ADMINISTRATOR),
    )
    assert baca(m) == [50, 51, 78]


def test_posts_of_one_level_that_follow_each_other_lose_no_days() -> None:
    m = masa(
        (0, date(2020, 1, 1), J.TERAMPIL),
        (0, date(2021, 6, 16), J.PELAKSANA),
        (0, date(2022, 1, 1), J.AHLI_PERTAMA),
        pada=date(2024, 1, 1),
    )
    assert baca(m) == [48, None, None]


def test_a_level_held_twice_is_the_sum_of_whole_months() -> None:
    m = masa(
        (0, date(2020, 1, 1), J.PENGAWAS),
        (0, date(2021, 1, 16), J.AHLI_MADYA),
        (0, date(2022, 1, 1), J.AHLI_MUDA),
        pada=date(2022, 12, 31),
    )
    assert baca(m) == [None, 12 + 11, 11]


def test_less_than_a_month_is_none_yet_but_held() -> None:
    assert baca(masa((0, date(2026, 12, 2), J.PENGAWAS))) == [None, 0, None]


def test_a_post_without_jenjang_ends_the_one_before_and_makes_the_person_unclear() -> None:
    m = masa(
        (0, date(2020, 1, 1), J.PENGAWAS),
        (0, date(2021, 1, 1), None),
        (0, date(2022, 1, 1), J.PENGAWAS),
        (1, date(2020, 1, 1), J.PENGAWAS),
        banyak=3,
    )
    assert [baca(m, i)[1] for i in range(3)] == [12 + 60, 84, None]
    assert m.jelas.tolist() == [False, True, True]


def test_people_do_not_run_into_each_other() -> None:
    m = masa(
        (0, date(2020, 1, 1), J.PELAKSANA),
        (2, date(2024, 1, 1), J.PELAKSANA),
        (2, date(2026, 1, 1), J.PENGAWAS),
        banyak=3,
    )
    assert [baca(m, i) for i in range(3)] == [[84, None, None], [None] * 3, [24, 12, None]]


def test_nobody_with_a_post_is_nobody_with_months() -> None:
    m = masa(banyak=2)
    assert [baca(m, i) for i in range(2)] == [[None] * 3] * 2
    assert m.jelas.tolist() == [True, True]


@given(
    st.lists(
        st.tuples(st.dates(date(1990, 1, 1), date(2026, 12, 31)), st.sampled_from([*J])),
        min_size=1,
        max_size=6,
        unique_by=lambda p: p[0],
    )
)
def test_months_are_those_of_the_calendar_between_the_changes_of_level(
    pos: list[tuple[date, Jenjang]],
) -> None:
    pos = sorted(pos)
    tingkat = {j: t for t, sama in SETARA.items() for j in sama}
    harap: dict[Jenjang, int] = {}
    mulai, kini = pos[0][0], tingkat.get(pos[0][1])
    for tmt, jenjang in [*pos[1:], (PADA, None)]:
        if tmt != PADA and tingkat.get(jenjang) == kini:
            continue
        if kini is not None:
            harap[kini] = harap.get(kini, 0) + months_between(mulai, tmt)
        mulai, kini = tmt, tingkat.get(jenjang)
    assert baca(masa(*((0, tmt, j) for tmt, j in pos))) == [harap.get(t) for t in SETARA]
