"""The solver equals trying everything; it says how good its answer is, and why there is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pelatihan.rules.alokasi import StatusHasil, solve
from pelatihan.rules.alokasi_isi import serakah, siapa_cepat
from pelatihan.rules.alokasi_kendala import periksa
from pelatihan.rules.alokasi_masalah import Bagian, Batas, Kendala, Ukuran
from pelatihan.rules.alokasi_mustahil import Hambatan
from pelatihan.tests.soal_alokasi import paksa, soal

#: seats, price, pagu, first day, last day
MURAH = (2, 500_000, 0, 10, 12)
MAHAL = (2, 900_000, 0, 20, 22)
GRATIS = (1, 0, -1, 30, 30)


@st.composite
def acak(buat: st.DrawFn):
    """Up to four people and four classes; limits of every kind."""
    kelas = [
        (
            buat(st.integers(0, 2)),
            buat(st.sampled_from((0, 250_000, 400_000, 1_000_000))),
            buat(st.integers(-1, 1)),
            hari := buat(st.integers(1, 12)),
            hari + buat(st.integers(0, 3)),
        )
        for _ in range(buat(st.integers(1, 4)))
    ]
    calon = [(o, k) for o in range(4) for k in range(len(kelas))]
    ada = buat(st.lists(st.sampled_from(calon), min_size=1, max_size=9, unique=True))
    celah = st.sets(st.integers(0, 3), min_size=1, max_size=2).map(lambda s: tuple(sorted(s)))
    bagian = st.builds(Bagian, st.sampled_from((0, 0, 30, 60)), st.sampled_from(Ukuran))
    return soal(
        [(o, k, buat(st.integers(1, 6)), buat(celah)) for o, k in sorted(ada)],
        kelas=kelas,
        sisa=(buat(st.sampled_from((0, 700_000, 3_000_000))), 900_000),
        terpencil=tuple(buat(st.sets(st.integers(0, 3)))),
        kurang_jp=tuple(buat(st.sets(st.integers(0, 3)))),
        batas=Batas(buat(st.integers(1, 3)), buat(bagian), buat(bagian), buat(st.integers(0, 2))),
    )


@settings(max_examples=60, derandomize=True, deadline=None, database=None)
@given(acak())
def test_the_solver_equals_trying_everything(m):
    terbaik, hasil = paksa(m), solve(m, 20, 0)
    if terbaik is None:
        assert hasil.status is StatusHasil.MUSTAHIL
        assert hasil.hambatan
        return
    assert hasil.status is StatusHasil.TERBUKTI
    assert periksa(m, hasil.dipilih.tolist()) == []
    assert (hasil.nilai, hasil.rupiah, hasil.termurah) == (*terbaik, True)
    assert (hasil.batas_atas, hasil.celah) == (hasil.nilai, 0)


@settings(max_examples=40, derandomize=True, deadline=None, database=None)
@given(acak())
def test_baselines_keep_every_hard_limit(m):
    """They know nothing of shares: that is what they are compared for."""
    lunak = {Kendala.TERPENCIL, Kendala.KURANG_JP, Kendala.PALING_SEDIKIT}
    for dipilih in (serakah(m), siapa_cepat(m)):
        assert {x.kendala for x in periksa(m, dipilih.tolist())} <= lunak


def test_greedy_is_misled_by_the_ratio_and_the_solver_is_not():
    """Two cheap seats look better per rupiah; the dear one closes more within the same pagu."""
    m = soal(
        [(0, 0, 2, (1,)), (1, 1, 3, (1,))],
        kelas=[(1, 500_000, 0, 1, 2), (1, 900_000, 0, 1, 2)],
        sisa=(900_000,),
    )
    assert serakah(m).tolist() == [0]
    assert solve(m, 5, 0).dipilih.tolist() == [1]


def test_first_come_gives_the_last_seat_to_whoever_came_first():
    m = soal([(0, 0, 1, (1,)), (1, 0, 5, (1,))], kelas=[(1, 0, -1, 1, 2)])
    assert siapa_cepat(m).tolist() == [0]
    assert solve(m, 5, 0).dipilih.tolist() == [1]


def test_of_two_ways_to_close_the_same_gap_the_cheaper_one():
    m = soal([(0, 0, 3, (1,)), (0, 1, 3, (1,))], kelas=[MAHAL, MURAH])
    hasil = solve(m, 5, 0)
    assert (hasil.dipilih.tolist(), hasil.rupiah) == ([1], 500_000)


@pytest.mark.parametrize(("ukuran", "harap"), [(Ukuran.KURSI, [1, 2]), (Ukuran.RUPIAH, [2])])
def test_a_share_of_seats_and_a_share_of_rupiah_ask_for_different_things(ukuran, harap):
    """Half of the seats goes to the remote person, or half of the rupiah: their seat is the cheap one."""
    m = soal(
        [(0, 0, 9, (1,)), (1, 0, 8, (1,)), (2, 1, 1, (1,))],
        kelas=[(1, 900_000, 0, 1, 2), (1, 100_000, 0, 5, 6)],
        terpencil=(2,),
        batas=Batas(terpencil=Bagian(50, ukuran)),
    )
    hasil = solve(m, 5, 0)
    assert periksa(m, hasil.dipilih.tolist()) == []
    assert hasil.dipilih.tolist() == ([0, 2] if ukuran is Ukuran.KURSI else harap)


MUSTAHIL = {
    "remote": (
        {"batas": Batas(terpencil=Bagian(30)), "terpencil": ()},
        Hambatan(Kendala.TERPENCIL, 30, 0),
    ),
    "below the floor of JP": (
        {"batas": Batas(kurang_jp=Bagian(50)), "kurang_jp": ()},
        Hambatan(Kendala.KURANG_JP, 50, 0),
    ),
    "rupiah": (
        {"sisa": (1_000_000,), "batas": Batas(paling_sedikit=3)},
        Hambatan(Kendala.PAGU, 500_000, 1_000_000),
    ),
    "more seats than people": (
        {"batas": Batas(paling_sedikit=9)},
        Hambatan(Kendala.PALING_SEDIKIT, 9, 4),
    ),
    "a fixed pair too many for the class": ({"tetap": (0, 1, 2)}, Hambatan(Kendala.KURSI, 1, 4)),
    "fixed pairs on the same days": ({"tetap": (2, 3)}, Hambatan(Kendala.TETAP, 2, 1)),
}


@pytest.mark.parametrize(("isi", "harap"), MUSTAHIL.values(), ids=MUSTAHIL)
def test_the_impossible_names_the_limit(isi, harap):
    m = soal(
        [(0, 0, 2, (1,)), (1, 0, 2, (1,)), (2, 0, 2, (1,)), (2, 1, 2, (2,)), (3, 1, 1, (1,))],
        kelas=[(2, 500_000, 0, 10, 12), (2, 500_000, 0, 12, 13)],
        **isi,
    )
    hasil = solve(m, 5, 0)
    assert hasil.status is StatusHasil.MUSTAHIL
    assert harap in hasil.hambatan


def test_limits_that_clash_only_together_are_named_together():
    """Neither loosening the one share nor the other helps; both have to give way."""
    m = soal(
        [(0, 0, 2, (1,))],
        kelas=[MURAH],
        batas=Batas(terpencil=Bagian(50), kurang_jp=Bagian(50), paling_sedikit=1),
    )
    assert solve(m, 5, 0).hambatan == (
        Hambatan(Kendala.TERPENCIL, 50, 0, sendiri=False),
        Hambatan(Kendala.KURANG_JP, 50, 0, sendiri=False),
    )


def test_nobody_who_could_go_is_an_answer_too():
    m = soal([], kelas=[MURAH])
    assert solve(m, 5, 0).hambatan == (Hambatan(Kendala.PALING_SEDIKIT, 1, 0),)


def banyak_orang(n: int, **isi):
    """So many people for half as many seats; each could close two gaps in four classes."""
    kelas = [(n // 8, 400_000 + 50_000 * k, 0, 10 * k, 10 * k + 12) for k in range(4)]
    pasangan = [
        (o, k, 1 + (7 * o + 5 * k + o * k) % 11, (k % 2, 2 + (o + k) % 2)) for o in range(n) for k in range(4)
    ]
    return soal(pasangan, kelas=kelas, sisa=(n * 150_000,), **isi)


def test_stopped_early_it_says_how_far_the_best_may_be():
    """The bound holds whenever the search stops: the proved best of the same question lies below it."""
    m = banyak_orang(64)
    kasar, tepat = solve(m, 20, 0.2), solve(m, 20, 0)
    assert tepat.status is StatusHasil.TERBUKTI
    assert kasar.nilai <= tepat.nilai <= kasar.batas_atas
    assert kasar.celah <= 0.2
    assert periksa(m, kasar.dipilih.tolist()) == []


def test_without_time_the_greedy_answer_stands_only_when_it_is_fair():
    m = banyak_orang(640)
    hasil = solve(m, 0, 0)
    assert hasil.status is StatusHasil.BATAS_WAKTU
    assert (hasil.nilai >= m.manfaat[serakah(m)].sum(), periksa(m, hasil.dipilih.tolist())) == (True, [])
    sukar = banyak_orang(640, terpencil=(5,), batas=Batas(terpencil=Bagian(20)))
    assert solve(sukar, 0, 0).status is StatusHasil.TANPA_JAWABAN
