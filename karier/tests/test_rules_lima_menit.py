"""Turns, not merit: three to thank, and the one risk of the week."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karier.enums import AlasanPuji, JenisRisiko
from karier.rules.lima_menit import (
    HARI_FAKTA,
    HARI_MUNDUR,
    HARI_TENGGAT,
    TERBANYAK,
    FaktaPuji,
    Risiko,
    awal_minggu,
    pilih_pujian,
    pilih_risiko,
)

SENIN = date(2026, 11, 2)
KAMIS = SENIN + timedelta(days=3)
T, K, D = JenisRisiko.TENGGAT, JenisRisiko.KEKOSONGAN, JenisRisiko.DATA


def f(pegawai: int, hari: int = 1, kode: AlasanPuji = AlasanPuji.PELATIHAN) -> FaktaPuji:
    """Something that happened so many days before the Monday."""
    return FaktaPuji(pegawai, kode, SENIN - timedelta(days=hari))


def siapa(
    tim: range, fakta: list[FaktaPuji], dipuji: dict[int, date] | None = None, hari: date = KAMIS
) -> list[int]:
    return [p.pegawai for p in pilih_pujian(tim, fakta, dipuji or {}, hari=hari)]


@pytest.mark.parametrize("hari", [SENIN, KAMIS, SENIN + timedelta(days=6)])
def test_a_week_begins_on_its_monday(hari: date) -> None:
    assert awal_minggu(hari) == SENIN


def test_at_most_three_and_only_of_the_team_with_something_to_thank_for() -> None:
    tim = range(10)
    assert len(siapa(tim, [f(pk) for pk in tim])) == TERBANYAK
    assert siapa(tim, [f(7), f(99)]) == [7]
    assert siapa(tim, []) == []
    assert siapa(range(0), [f(1)]) == []


def test_the_three_are_the_same_all_week_and_others_the_next() -> None:
    tim = range(10)
    fakta = [f(pk) for pk in tim]
    minggu = [siapa(tim, fakta, hari=SENIN + timedelta(days=n)) for n in range(14)]
    assert len({tuple(m) for m in minggu[:7]}) == 1
    assert not set(minggu[0]) & set(minggu[7])


def test_old_news_and_what_has_not_happened_are_left_out() -> None:
    assert siapa(range(3), [f(1, HARI_FAKTA)]) == [1]
    assert siapa(range(3), [f(1, HARI_FAKTA + 1)]) == []
    assert siapa(range(3), [f(1, -4)]) == []


def test_what_was_thanked_for_is_not_told_again_but_what_came_after_is() -> None:
    assert siapa(range(3), [f(1, 10)], {1: SENIN - timedelta(days=10)}) == []
    assert siapa(range(3), [f(1, 9)], {1: SENIN - timedelta(days=10)}) == [1]


def test_whoever_was_praised_lately_steps_back_behind_the_others() -> None:
    tim = range(6)
    fakta = [f(pk) for pk in tim]
    tiga = siapa(tim, fakta)
    lama = dict.fromkeys(tiga, SENIN - timedelta(days=HARI_MUNDUR))
    assert not set(siapa(tim, fakta, lama)) & set(tiga)
    lewat = dict.fromkeys(tiga, SENIN - timedelta(days=HARI_MUNDUR + 1))
    assert siapa(tim, fakta, lewat) == tiga
    # Where there are not enough others they are shown all the same.
    assert set(siapa(tim, [f(pk) for pk in tiga], lama)) == set(tiga)


def test_the_newest_stands_first_and_one_of_a_day_by_its_kind() -> None:
    satu = [f(1, 3, AlasanPuji.USUL_DICOBA), f(1, 3, AlasanPuji.PELATIHAN), f(1, 1, AlasanPuji.PENGAKUAN)]
    [p] = pilih_pujian([1], satu, {}, hari=KAMIS)
    assert [x.kode for x in p.fakta] == [AlasanPuji.PENGAKUAN, AlasanPuji.PELATIHAN, AlasanPuji.USUL_DICOBA]


def test_more_to_thank_for_brings_nobody_to_the_front() -> None:
    """It is no ranking: how much somebody did does not move their turn."""
    tim = range(12)
    sama = [f(pk) for pk in tim]
    for banyak in tim:
        lebih = sama + [f(banyak, n) for n in range(2, 9)]
        assert siapa(tim, lebih) == siapa(tim, sama)


@given(
    banyak=st.integers(1, 13 * TERBANYAK),
    mulai=st.dates(date(2020, 1, 1), date(2090, 1, 1)),
    memuji=st.lists(st.sets(st.integers(0, TERBANYAK - 1)), min_size=13, max_size=13),
    ada=st.data(),
)
def test_over_a_quarter_everybody_with_a_fact_comes_up(
    banyak: int, mulai: date, memuji: list[set[int]], ada: st.DataObject
) -> None:
    """Whichever of them the leader praises, or none: whoever has news is shown in thirteen weeks."""
    tim = range(1, banyak + 1)
    berjasa = ada.draw(st.sets(st.sampled_from(tim), min_size=1))
    tampil: set[int] = set()
    dipuji: dict[int, date] = {}
    for minggu in range(13):
        hari = awal_minggu(mulai) + timedelta(weeks=minggu)
        fakta = [FaktaPuji(pk, AlasanPuji.PELATIHAN, hari) for pk in berjasa]
        tiga = pilih_pujian(tim, fakta, dipuji, hari=hari)
        tampil |= {p.pegawai for p in tiga}
        for ke in memuji[minggu]:
            if ke < len(tiga):
                dipuji[tiga[ke].pegawai] = hari + timedelta(days=1)
    assert tampil == berjasa


# -- the one risk ------------------------------------------------------------------------------------------


def r(jenis: JenisRisiko, hari: int | None, jumlah: int = 1, apa: str = "") -> Risiko:
    return Risiko(jenis, None if hari is None else KAMIS + timedelta(days=hari), jumlah, apa)


def test_the_order_of_urgency() -> None:
    semua = [r(K, 300), r(T, 20), r(D, None, 2), r(K, 100), r(T, 5)]
    dipilih = []
    while semua:
        satu = pilih_risiko(semua, hari=KAMIS)
        assert satu is not None
        dipilih.append(satu)
        semua.remove(satu)
    assert dipilih == [r(T, 5), r(K, 100), r(D, None, 2), r(T, 20), r(K, 300)]


def test_none_counts_and_deadlines_that_are_far_are_no_risk() -> None:
    assert pilih_risiko([], hari=KAMIS) is None
    assert pilih_risiko([r(D, None, 0), r(T, HARI_TENGGAT + 1), r(T, None)], hari=KAMIS) is None
    assert pilih_risiko([r(T, HARI_TENGGAT)], hari=KAMIS) == r(T, HARI_TENGGAT)


def test_of_equal_ones_the_earlier_then_the_name() -> None:
    assert pilih_risiko([r(T, 3), r(T, 2)], hari=KAMIS) == r(T, 2)
    assert pilih_risiko([r(K, 9, 1, "B"), r(K, 9, 1, "A")], hari=KAMIS) == r(K, 9, 1, "A")
