"""Predikat out of two ratings, and labels as they travel."""

from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from kinerja.enums import Predikat, Rating
from kinerja.rules.predikat import predikat_dari, predikat_dari_label, rating_dari_label

A = aturan_per(date(2026, 11, 21))
BAWAH, SESUAI, ATAS = Rating
SK, K, BP, B, SB = Predikat


@pytest.mark.parametrize(
    ("hasil", "perilaku", "harap"),
    [
        (ATAS, ATAS, SB),
        (ATAS, SESUAI, B),
        (ATAS, BAWAH, K),
        (SESUAI, ATAS, B),
        (SESUAI, SESUAI, B),
        (SESUAI, BAWAH, K),
        (BAWAH, ATAS, BP),
        (BAWAH, SESUAI, BP),
        (BAWAH, BAWAH, SK),
    ],
)
def test_all_nine_cells_of_the_matrix(hasil, perilaku, harap):
    assert predikat_dari(hasil, perilaku, A) is harap


@pytest.mark.parametrize(
    ("label", "harap"),
    [
        ("DIATAS EKSPEKTASI", ATAS),
        ("Di Atas Espektasi", ATAS),
        ("diatas espektasi", ATAS),
        ("SESUAI ESPEKTASI", SESUAI),
        ("Sesuai ekspektasi", SESUAI),
        ("DIBAWAH EKSPEKTASI", BAWAH),
        ("di bawah ekspektasi ", BAWAH),
        ("1", ATAS),
        ("2", SESUAI),
        ("3", BAWAH),
    ],
)
def test_rating_labels_are_read_as_bkn_writes_them(label, harap):
    assert rating_dari_label(label) is harap


@pytest.mark.parametrize(
    ("label", "harap"),
    [
        ("SANGAT BAIK", SB),
        ("Baik", B),
        ("BUTUH PERBAIKAN", BP),
        ("PERLU PERBAIKAN", BP),
        ("Cukup", BP),
        ("KURANG", K),
        ("Kurang/misconduct", K),
        ("SANGAT KURANG", SK),
        ("1", SB),
        ("5", SK),
        ("SB", SB),
        ("BP", BP),
    ],
)
def test_predikat_labels_are_read_with_their_variants(label, harap):
    assert predikat_dari_label(label) is harap


def test_an_unknown_label_is_refused_with_what_to_write():
    with pytest.raises(DomainError, match="Sesuai ekspektasi"):
        rating_dari_label("lumayan")
    with pytest.raises(DomainError, match="Butuh Perbaikan"):
        predikat_dari_label("9")


@pytest.mark.parametrize("predikat", list(Predikat))
def test_the_siasn_code_runs_the_other_way(predikat):
    assert predikat_dari_label(str(predikat.kode_siasn)) is predikat
