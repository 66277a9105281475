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
    JenisLangkah,
    baris_senti,
    jenjang_pada,
    kebutuhan,
    koefisien_milli,
    konversi,
    kumulatif,
    langkah,
    persen,
    seri_periodik,
    tahun_menuju,
)
from pegawai.enums import Jenjang
from pegawai.rules.golongan import Golongan

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


def test_quarters_add_up_to_the_year():
    assert kumulatif(J.AHLI_PERTAMA, P.BAIK, [3, 6, 9, 12], A) == [313, 625, 938, 1250]
    assert seri_periodik(J.AHLI_PERTAMA, P.BAIK, [3, 6, 9, 12], A) == [313, 312, 313, 312]


@given(st.sampled_from(JF), st.sampled_from(list(P)), st.sets(st.integers(1, 12), min_size=1).map(sorted))
def test_any_series_of_periods_adds_up_to_its_last_running_total(jenjang, predikat, bulan):
    assert sum(seri_periodik(jenjang, predikat, bulan, A)) == konversi(jenjang, predikat, bulan[-1], A)


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
    ("keluarga", "golongan", "jenis", "target"),
    [
        (JF_KEAHLIAN, "III/a", JenisLangkah.PANGKAT, 50),
        (JF_KEAHLIAN, "III/b", JenisLangkah.JENJANG, 100),
        (JF_KEAHLIAN, "III/c", JenisLangkah.PANGKAT, 100),
        (JF_KEAHLIAN, "III/d", JenisLangkah.JENJANG, 200),
        (JF_KEAHLIAN, "IV/a", JenisLangkah.PANGKAT, 150),
        (JF_KEAHLIAN, "IV/b", JenisLangkah.PANGKAT, 150),
        (JF_KEAHLIAN, "IV/c", JenisLangkah.JENJANG, 450),
        (JF_KEAHLIAN, "IV/d", JenisLangkah.PANGKAT, 200),
        (JF_KEAHLIAN, "IV/e", JenisLangkah.PUNCAK, 0),
        (JF_KETERAMPILAN, "II/a", JenisLangkah.JENJANG, 15),
        (JF_KETERAMPILAN, "II/c", JenisLangkah.PANGKAT, 20),
        (JF_KETERAMPILAN, "II/d", JenisLangkah.JENJANG, 60),
        (JF_KETERAMPILAN, "III/d", JenisLangkah.PUNCAK, 0),
    ],
)
def test_the_next_step_at_every_golongan(keluarga, golongan, jenis, target):
    g = Golongan.pns(golongan)
    assert langkah(jenjang_pada(g, keluarga, A), g, A) == (jenis, target * 100)


def test_a_pangkat_below_the_jenjang_has_no_known_need():
    with pytest.raises(DomainError, match="di bawah pangkat terendah"):
        langkah(J.AHLI_MUDA, Golongan.pns("III/b"), A)


def test_a_golongan_outside_the_category_has_no_jenjang():
    with pytest.raises(DomainError, match="Tidak ada jenjang"):
        jenjang_pada(Golongan.pns("I/d"), JF_KETERAMPILAN, A)


def test_only_jabatan_fungsional_earn_angka_kredit():
    with pytest.raises(DomainError, match="hanya untuk jenjang jabatan fungsional"):
        konversi(J.PENGAWAS, P.BAIK, 12, A)


def test_a_negative_span_is_refused():
    with pytest.raises(DomainError, match="sebelum tanggal selesai"):
        konversi(J.MAHIR, P.BAIK, -1, A)


def test_whole_years_until_a_shortage_is_filled():
    kurang = np.array([5000, 1250, 1251, 1, 0, -5], dtype=np.int64)
    koefisien = np.full(6, koefisien_milli(J.AHLI_PERTAMA, A), dtype=np.int64)
    assert tahun_menuju(kurang, koefisien, persen(P.BAIK, A)).tolist() == [4, 1, 2, 1, 0, 0]
    assert tahun_menuju(kurang[:1], koefisien[:1], persen(P.SANGAT_BAIK, A)).tolist() == [3]
