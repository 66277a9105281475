"""Cells as people leave them, and the ones that must not be guessed."""

from __future__ import annotations

from datetime import date

import pytest

from pegawai.services.berkas import Isian
from pegawai.tests.berkas_buatan import csv_dari, xlsx
from pegawai.tests.berkas_buka import KEPALA, SATU, isian


def sel(kolom: str, nilai: object) -> Isian:
    isi = dict(zip(KEPALA, SATU, strict=True)) | {kolom: nilai}
    return isian(xlsx({"Data": [KEPALA, [isi[k] for k in KEPALA]]}))


@pytest.mark.parametrize(
    ("mentah", "bersih"),
    [
        ("'0812", "0812"),
        ("null", ""),
        ("NULL", ""),
        ("'null", ""),
        ("  a \u00a0 b ", "a b"),
        ("\u200bx", "x"),
        (5, "5"),
    ],
)
def test_text_loses_its_guard_apostrophe_null_and_outer_spaces(mentah: object, bersih: str) -> None:
    assert sel("NAMA", mentah).teks("NAMA") == bersih


@pytest.mark.parametrize("mentah", ["SITI\u202eIMU", "SITI\x07", "\u2066SITI"])
def test_hidden_control_signs_refuse_the_cell(mentah: str) -> None:
    satu = isian(csv_dari([KEPALA, [SATU[0], mentah, SATU[2]]]), "a.csv")
    assert satu.teks("NAMA") == ""
    assert (satu.galat[0]["kolom"], satu.galat[0]["sel"]) == ("NAMA", "B2")


def test_a_cell_above_a_thousand_characters_is_refused() -> None:
    satu = sel("NAMA", "x" * 1001)
    satu.teks("NAMA")
    assert "1001" in satu.galat[0]["masalah"]


@pytest.mark.parametrize(
    "mentah", [198501012010031001, 1.98501012010031e17, "1.98E+17", "1,98501E+17", "198501012010031001.0"]
)
def test_a_nip_that_was_a_number_is_refused_and_never_repaired(mentah: object) -> None:
    satu = sel("NIP", mentah)
    assert satu.nip("NIP") is None
    assert "angka" in satu.galat[0]["masalah"]
    assert "Text" in satu.galat[0]["perbaikan"]
    assert satu.galat[0]["sel"] == "A2"


def test_a_nip_rounded_by_a_spreadsheet_is_recognised_by_its_zeros() -> None:
    satu = sel("NIP", "198501012010031000")
    assert satu.nip("NIP") is None
    assert "tersimpan sebagai angka" in satu.galat[0]["perbaikan"]


@pytest.mark.parametrize("mentah", ["19850101 201003 1 001", "'198501012010031001", "19850101.201003.1.001"])
def test_a_nip_with_apostrophe_spaces_or_dots_is_read(mentah: str) -> None:
    nip = sel("NIP", mentah).nip("NIP")
    assert nip is not None
    assert nip.angka == SATU[0]


@pytest.mark.parametrize(
    ("mentah", "tanggal"),
    [
        ("01-04-2022", date(2022, 4, 1)),
        ("01/04/2022", date(2022, 4, 1)),
        ("2022-04-01", date(2022, 4, 1)),
        ("2022-04-01 00:00:00", date(2022, 4, 1)),
        (date(2022, 4, 1), date(2022, 4, 1)),
        ("'01-04-2022", date(2022, 4, 1)),
    ],
)
def test_the_date_forms_of_real_files_are_read(mentah: object, tanggal: date) -> None:
    assert sel("TMT", mentah).tanggal("TMT") == tanggal


@pytest.mark.parametrize(
    "mentah", ["31-02-2022", "00-01-2022", "13-13-2022", "kemarin", "44652", "01-04-22", "01-01-0022"]
)
def test_an_impossible_date_is_refused_with_row_and_column(mentah: str) -> None:
    satu = sel("TMT", mentah)
    assert satu.tanggal("TMT") is None
    assert satu.galat[0]["sel"] == "C2"


@pytest.mark.parametrize(
    ("mentah", "rupiah"),
    [
        ("1500000", 1_500_000),
        (1_500_000, 1_500_000),
        ("Rp1.500.000", 1_500_000),
        ("Rp. 1.500.000,00", 1_500_000),
        ("750.000,-", 750_000),
        ("0", 0),
        ("", None),
    ],
)
def test_rupiah_are_read_as_people_write_them(mentah: object, rupiah: int | None) -> None:
    satu = sel("NAMA", mentah)
    assert satu.rupiah("NAMA", 2_000_000) == rupiah
    assert not satu.galat


@pytest.mark.parametrize("mentah", ["gratis", "1.5", "1,500,000", "2000001", "-5", "1.500,50"])
def test_what_is_no_whole_rupiah_is_refused(mentah: str) -> None:
    satu = sel("NAMA", mentah)
    assert satu.rupiah("NAMA", 2_000_000) is None
    assert satu.galat[0]["perbaikan"] == "Tulis seperti 1.500.000 atau 1500000, paling banyak 2.000.000."


@pytest.mark.parametrize(
    ("mentah", "senti"),
    [
        ("42,50", 4250),
        ("42.5", 4250),
        (42.5, 4250),
        (150, 15000),
        ("", None),
        ("1.234,50", 123450),
        ("1,234.5", 123450),
        ("1.234.567,05", 123456705),
        ("9999999,99", 999999999),
    ],
)
def test_a_number_with_two_decimals_becomes_hundredths(mentah: object, senti: int | None) -> None:
    assert sel("NAMA", mentah).senti("NAMA") == senti


SANGAT_BESAR = ["9E999999", "1E900000", "1e99", "9" * 19, "9" * 100_000]


@pytest.mark.parametrize(
    "mentah",
    ["42,505", "abc", "-1", "+1", "NaN", "Infinity", "1_000", "\u0661\u0662", "1,", ",5", *SANGAT_BESAR],
)
def test_what_is_no_such_number_is_refused(mentah: str) -> None:
    satu = _csv(mentah)
    assert satu.senti("NAMA") is None
    assert satu.galat[0]["sel"] == "B2"


@pytest.mark.parametrize("mentah", ["1.250", "1,250", "12.500"])
def test_a_number_that_may_be_a_thousand_or_a_fraction_is_refused_and_not_guessed(mentah: str) -> None:
    satu = _csv(mentah)
    assert satu.senti("NAMA") is None
    assert "1234,50" in satu.galat[0]["perbaikan"]


@pytest.mark.parametrize("mentah", [*SANGAT_BESAR, "1.5", "-1", "NaN", "\u0662\u0660\u0662\u0665", "2e3"])
def test_what_is_no_whole_number_is_refused(mentah: str) -> None:
    satu = _csv(mentah)
    assert satu.bilangan("NAMA", 1, 5000) is None
    assert satu.galat[0]["sel"] == "B2"


@pytest.mark.parametrize(
    "mentah",
    [*SANGAT_BESAR, "NaN", "99-99-9999", "01-01-0000", "\u0660\u0661-04-2022"],
)
def test_what_is_no_date_is_refused(mentah: str) -> None:
    satu = _csv(mentah, "TMT")
    assert satu.tanggal("TMT") is None
    assert satu.galat[0]["sel"] == "C2"


@pytest.mark.parametrize("mentah", SANGAT_BESAR)
def test_a_huge_number_is_no_nip(mentah: str) -> None:
    satu = _csv(mentah, "NIP")
    assert satu.nip("NIP") is None
    assert satu.galat[0]["sel"] == "A2"


def _csv(mentah: str, kolom: str = "NAMA") -> Isian:
    isi = dict(zip(KEPALA, SATU, strict=True)) | {kolom: mentah}
    return isian(csv_dari([KEPALA, [isi[k] for k in KEPALA]]), "a.csv")
