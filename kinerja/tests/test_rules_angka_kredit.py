"""Angka kredit in exact integers, against fractions."""

from datetime import date
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from kinerja.enums import Predikat
from kinerja.rules.angka_kredit import (
    JF_KEAHLIAN,
    JF_KETERAMPILAN,
    baris_senti,
    jenjang_pada,
    kebutuhan,
    koefisien_milli,
    konversi,
    konversi_tepat,
    persen,
    rentang_golongan,
    selisih_seri,
    seri_kumulatif,
    tahun_menuju,
)
from pegawai.enums import Jenjang
from pegawai.rules.golongan import Golongan, urut_pns

A = aturan_per(date(2026, 11, 21))
J, P = Jenjang, Predikat
JF = (*JF_KETERAMPILAN, *JF_KEAHLIAN)


def setengah_ke_atas(nilai: Fraction) -> int:
    return (nilai + Fraction(1, 2)).__floor__()


@pytest.mark.parametrize(
    ("jenjang", "predikat", "bulan", "senti"),
    [
        (J.PEMULA, P.SANGAT_BAIK, 12, 563),
        (J.PEMULA, P.BUTUH_PERBAIKAN, 12, 281),
        (J.PEMULA, P.SANGAT_KURANG, 12, 94),
        (J.TERAMPIL, P.BAIK, 12, 500),
        (J.MAHIR, P.BUTUH_PERBAIKAN, 12, 938),
        (J.PENYELIA, P.KURANG, 12, 1250),
        (J.AHLI_PERTAMA, P.SANGAT_BAIK, 12, 1875),
        (J.AHLI_PERTAMA, P.BAIK, 2, 208),
        (J.AHLI_PERTAMA, P.BAIK, 10, 1042),
        (J.AHLI_PERTAMA, P.BAIK, 41, 4271),
        (J.AHLI_PERTAMA, P.BAIK, 0, 0),
        (J.AHLI_MUDA, P.BAIK, 12, 2500),
        (J.AHLI_MADYA, P.SANGAT_BAIK, 1, 469),
        (J.AHLI_UTAMA, P.KURANG, 9, 1875),
    ],
)
def test_lines_as_the_official_forms_print_them(jenjang, predikat, bulan, senti):
    assert konversi(jenjang, predikat, bulan, A) == senti


def test_every_line_up_to_four_years_is_the_exact_fraction_rounded_once_half_up():
    for jenjang, predikat, bulan in product(JF, P, range(49)):
        tepat = Fraction(koefisien_milli(jenjang, A), 1000) * Fraction(persen(predikat, A), 100) * bulan / 12
        assert konversi(jenjang, predikat, bulan, A) == setengah_ke_atas(tepat * 100)


@given(st.integers(0, 10**6), st.integers(0, 1000), st.integers(0, 600))
def test_the_integer_formula_equals_the_fraction_for_any_numbers(koefisien, prosen, bulan):
    tepat = Fraction(koefisien * prosen * bulan, 1_200_000)
    assert baris_senti(koefisien, prosen, bulan) == setengah_ke_atas(tepat * 100)


def test_columns_give_what_single_lines_give():
    koefisien = np.array([koefisien_milli(j, A) for j in JF], dtype=np.int64)
    assert baris_senti(koefisien, 75, 7).tolist() == [konversi(j, P.BUTUH_PERBAIKAN, 7, A) for j in JF]


@pytest.mark.parametrize(
    ("jenjang", "pangkat", "berikut"),
    [
        (J.PEMULA, 15, 15),
        (J.TERAMPIL, 20, 60),
        (J.MAHIR, 50, 100),
        (J.PENYELIA, 100, None),
        (J.AHLI_PERTAMA, 50, 100),
        (J.AHLI_MUDA, 100, 200),
        (J.AHLI_MADYA, 150, 450),
        (J.AHLI_UTAMA, 200, None),
    ],
)
def test_needs_of_pangkat_and_jenjang(jenjang, pangkat, berikut):
    assert kebutuhan(jenjang, A) == (pangkat * 100, None if berikut is None else berikut * 100)


@pytest.mark.parametrize(
    ("keluarga", "golongan", "jenjang"),
    [
        (JF_KEAHLIAN, "III/a", J.AHLI_PERTAMA),
        (JF_KEAHLIAN, "III/d", J.AHLI_MUDA),
        (JF_KEAHLIAN, "IV/c", J.AHLI_MADYA),
        (JF_KEAHLIAN, "IV/d", J.AHLI_UTAMA),
        (JF_KETERAMPILAN, "II/a", J.PEMULA),
        (JF_KETERAMPILAN, "II/d", J.TERAMPIL),
        (JF_KETERAMPILAN, "III/b", J.MAHIR),
        (JF_KETERAMPILAN, "III/d", J.PENYELIA),
    ],
)
def test_the_jenjang_of_a_category_that_holds_a_golongan(keluarga, golongan, jenjang):
    assert jenjang_pada(Golongan.pns(golongan), keluarga, A) is jenjang


def test_a_golongan_outside_the_category_has_no_jenjang():
    with pytest.raises(DomainError, match="Tidak ada jenjang"):
        jenjang_pada(Golongan.pns("I/d"), JF_KETERAMPILAN, A)


def test_only_jabatan_fungsional_earn_angka_kredit():
    with pytest.raises(DomainError, match="hanya untuk jenjang jabatan fungsional"):
        konversi(J.PENGAWAS, P.BAIK, 12, A)


def test_a_negative_span_is_refused():
    with pytest.raises(DomainError, match=r"^Tanggal mulai harus sebelum tanggal selesai$") as tolak:
        konversi(J.MAHIR, P.BAIK, -1, A)
    assert tolak.value.kode == "bulan_negatif"


def test_whole_years_until_a_shortage_is_filled():
    kurang = np.array([5000, 1250, 1251, 1, 0, -5], dtype=np.int64)
    koefisien = np.full(6, koefisien_milli(J.AHLI_PERTAMA, A), dtype=np.int64)
    assert tahun_menuju(kurang, koefisien, persen(P.BAIK, A)).tolist() == [4, 1, 2, 1, 0, 0]
    assert tahun_menuju(kurang[:1], koefisien[:1], persen(P.SANGAT_BAIK, A)).tolist() == [3]
    # A row that is masked anyway must not divide by nothing.
    assert tahun_menuju(np.array([3]), np.array([0]), 100).tolist() == [3]


def test_before_rounding_a_line_is_the_exact_fraction():
    for jenjang, predikat, bulan in product(JF, P, range(13)):
        tepat = Fraction(koefisien_milli(jenjang, A), 1000) * Fraction(persen(predikat, A), 100) * bulan / 12
        assert konversi_tepat(jenjang, predikat, bulan, A) == tepat


def test_quarters_are_totals_by_the_formula_and_their_differences_add_up():
    kumulatif = seri_kumulatif(J.AHLI_PERTAMA, P.BAIK, [3, 6, 9, 12], A)
    assert kumulatif == [313, 625, 938, 1250]
    assert selisih_seri(kumulatif) == [313, 312, 313, 312]


@given(st.sampled_from(JF), st.sampled_from(P), st.sets(st.integers(1, 60), min_size=1))
def test_the_periods_of_any_series_add_up_to_its_last_total(jenjang, predikat, bulan):
    kumulatif = seri_kumulatif(jenjang, predikat, sorted(bulan), A)
    assert sum(selisih_seri(kumulatif)) == kumulatif[-1] == konversi(jenjang, predikat, max(bulan), A)


@pytest.mark.parametrize("bulan", [[0, 3], [3, 3], [6, 3], [-3]])
def test_months_of_a_series_must_rise(bulan):
    with pytest.raises(DomainError, match="harus naik") as tolak:
        seri_kumulatif(J.AHLI_PERTAMA, P.BAIK, bulan, A)
    assert tolak.value.kode == "bulan_tidak_urut"


def test_the_range_of_a_jenjang():
    assert rentang_golongan(J.AHLI_MADYA, A) == (urut_pns("IV/a"), urut_pns("IV/c"))
