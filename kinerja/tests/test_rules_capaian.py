"""Realisation over target: exact, and silent where a ratio would mislead."""

from decimal import Decimal
from fractions import Fraction

import pytest

from kinerja.enums import AspekIndikator
from kinerja.rules.capaian import Capaian, capaian, persen, ringkasan

D = Decimal


def test_a_realisation_above_its_target_says_how_far():
    c = capaian(D("13.5"), D(12), satuan="laporan")
    assert (c.rasio, c.kalimat) == (Fraction(9, 8), "13,5 dari 12 laporan (112,5 persen).")
    assert c.tercapai


def test_a_realisation_below_its_target_did_not_reach_it():
    c = capaian(D(9), D(12), satuan="laporan", aspek=AspekIndikator.KUANTITAS)
    assert (c.tercapai, c.kalimat) == (False, "9 dari 12 laporan (75 persen).")


@pytest.mark.parametrize(
    ("realisasi", "target", "kalimat"),
    [
        (D(3), None, "Target tanpa angka: capaian tidak dihitung."),
        (None, None, "Target tanpa angka: capaian tidak dihitung."),
        (None, D(12), "Realisasi tanpa angka; target 12 laporan."),
        (D(3), D(0), "Target nol: capaian tidak dihitung."),
    ],
)
def test_a_missing_number_is_said_and_not_guessed(realisasi, target, kalimat):
    assert capaian(realisasi, target, satuan="laporan") == Capaian(None, kalimat)


@pytest.mark.parametrize("aspek", [AspekIndikator.WAKTU, AspekIndikator.BIAYA])
def test_time_and_cost_have_no_ratio_because_less_may_be_better(aspek):
    c = capaian(D(20), D(10), satuan="hari", aspek=aspek)
    assert c.rasio is None
    assert c.kalimat.startswith("Realisasi 20 hari, target 10 hari.")


@pytest.mark.parametrize(
    ("rasio", "teks"),
    [
        (Fraction(0), "0"),
        (Fraction(1, 3), "33,3"),
        (Fraction(2, 3), "66,7"),
        (Fraction(2499, 2500), "99,9"),
        (Fraction(99_999, 100_000), "99,9"),
        (Fraction(1), "100"),
        (Fraction(10_004, 10_000), "100"),
        (Fraction(25), "2.500"),
    ],
)
def test_what_is_short_of_the_target_never_reads_a_hundred(rasio, teks):
    assert persen(rasio) == teks


def test_the_summary_adds_up_to_all_indicators():
    semua = [capaian(D(2), D(1)), capaian(D(1), D(2)), capaian(None, D(2)), capaian(D(1), D(1))]
    assert ringkasan(semua) == "2 dari 4 indikator mencapai target, 1 belum, 1 tidak dihitung."
    assert ringkasan(semua[:1]) == "1 dari 1 indikator mencapai target."
    assert ringkasan([]) == "Belum ada indikator."
