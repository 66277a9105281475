"""Small groups are told together, and no sum isolates them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pegawai.rules.gabung import Kelompok, Terbuka, gabung_kecil

N = 5


def gabung(*kelompok):
    return gabung_kecil(list(kelompok), N, "Lainnya")


def test_groups_that_are_large_enough_stand_alone():
    semua = [Kelompok("A", 5, 3), Kelompok("B", 40, 0)]
    assert gabung(*semua) == Terbuka(semua, None, ditahan=False)


def test_small_groups_are_one_group_with_the_last_day_of_all():
    besar = Kelompok("A", 9, 3)
    maret, juli = date(2026, 3, 1), date(2026, 7, 1)
    kecil = [Kelompok("B", 3, 2, maret), Kelompok("C", 2, 1, juli), Kelompok("D", 1, 0)]
    satu = Kelompok("Lainnya", 6, 3, juli)
    assert gabung(besar, *kecil) == Terbuka([besar], satu, ditahan=False)


def test_a_single_small_group_takes_the_smallest_large_one_with_it():
    hasil = gabung(Kelompok("A", 9, 3), Kelompok("B", 6, 4), Kelompok("C", 2, 1))
    assert hasil == Terbuka([Kelompok("A", 9, 3)], Kelompok("Lainnya", 8, 5), ditahan=False)


def test_too_few_people_altogether_are_not_told_about():
    assert gabung(Kelompok("A", 2, 1), Kelompok("B", 2, 1)) == Terbuka([], None, ditahan=True)


def test_nobody_is_nothing():
    assert gabung() == Terbuka([], None, ditahan=False)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 9)), max_size=8))
def test_nothing_that_is_told_is_about_fewer_people(isi):
    semua = [Kelompok(str(n), orang, jumlah) for n, (orang, jumlah) in enumerate(isi)]
    hasil = gabung(*semua)
    terbuka = [*hasil.sendiri, *([hasil.gabungan] if hasil.gabungan else [])]
    assert all(k.orang >= N for k in terbuka)
    # What a known total minus everything shown leaves is nobody, or all of too few people.
    sisa = sum(k.orang for k in semua) - sum(k.orang for k in terbuka)
    assert sisa == 0 or (hasil.ditahan and not terbuka)
