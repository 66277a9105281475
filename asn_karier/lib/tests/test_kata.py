"""Dates and numbers as people write them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from asn_karier.lib import kata


@pytest.mark.parametrize(
    ("nilai", "harap"),
    [
        (4250, "42,5"),
        (5000, "50"),
        (313, "3,13"),
        (5, "0,05"),
        (0, "0"),
        (125050, "1.250,5"),
        (100000, "1.000"),
        (-250, "-2,5"),
    ],
)
def test_hundredths_read_as_decimal_numbers(nilai, harap):
    assert kata.senti(nilai) == harap


@pytest.mark.parametrize(
    ("bulan", "harap"), [(0, "0 bulan"), (11, "11 bulan"), (12, "1 tahun"), (29, "2 tahun 5 bulan")]
)
def test_spans_read_in_years_and_months(bulan, harap):
    assert kata.lama(bulan) == harap


def test_dates_carry_the_name_of_the_month():
    assert kata.tanggal(date(2027, 1, 1)) == "1 Januari 2027"
    assert kata.bulan_tahun(date(2026, 12, 31)) == "Desember 2026"


@pytest.mark.parametrize(
    ("butir", "harap"), [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")]
)
def test_lists_read_as_a_sentence(butir, harap):
    assert kata.daftar(butir) == harap


@pytest.mark.parametrize(
    ("teks", "harap"),
    [("Angka kredit", "angka kredit"), ("SK jabatan", "SK jabatan"), ("WhatsApp", "WhatsApp")],
)
def test_a_title_inside_a_sentence_keeps_abbreviations(teks, harap):
    assert kata.huruf_kecil_awal(teks) == harap


def test_a_moment_is_written_with_its_hour():
    assert kata.waktu(datetime(2027, 1, 1, 9, 5)) == "1 Januari 2027 pukul 09.05"  # noqa: DTZ001
    timur = datetime(2027, 1, 1, 9, 5, tzinfo=ZoneInfo("Asia/Jayapura"))
    assert kata.waktu(timur) == "1 Januari 2027 pukul 09.05 WIT"


@pytest.mark.parametrize(
    ("nilai", "harap"), [(0, "0,00"), (200, "2,00"), (250, "2,50"), (123456, "1.234,56")]
)
def test_angka_kredit_always_has_two_decimals(nilai, harap):
    assert kata.angka_kredit(nilai) == harap


@pytest.mark.parametrize(
    ("mulai", "sampai", "harap"),
    [
        (date(2027, 5, 5), date(2027, 5, 5), "5 Mei 2027"),
        (date(2027, 5, 5), date(2027, 5, 7), "5–7 Mei 2027"),
        (date(2027, 5, 30), date(2027, 6, 2), "30 Mei–2 Juni 2027"),
        (date(2026, 5, 30), date(2027, 5, 2), "30 Mei 2026–2 Mei 2027"),
    ],
)
def test_a_span_of_days_says_each_month_and_year_once(mulai, sampai, harap):
    assert kata.rentang(mulai, sampai) == harap
