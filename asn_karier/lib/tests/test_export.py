"""Files that no spreadsheet program runs, and that keep 18 digits."""

import csv
import time
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.http import Http404
from python_calamine import CalamineWorkbook

from asn_karier.lib.export import Tabel, neutral, teks_sel, tulis_csv, tulis_xlsx, unduhan

# Closing an answer ends a request, and the end of a request looks at the database connections.
pytestmark = pytest.mark.django_db
NIP = "198501012010012001"
JAHAT = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff201",
    "\u22121",
    " =1",
]


def tabel(*baris, **lain):
    return Tabel("Uji coba", ("NIP", "Nama"), list(baris), **lain)


def baca_csv(t):
    return list(csv.reader(StringIO("".join(tulis_csv(t)).removeprefix("\ufeff"))))


def baca_xlsx(t, tmp_path):
    jalur = tmp_path / "uji.xlsx"
    tulis_xlsx(t, jalur)
    return CalamineWorkbook.from_path(jalur)


@pytest.mark.parametrize("teks", JAHAT)
def test_text_that_could_run_is_neutralised_in_csv(teks):
    assert neutral(teks).startswith("'")
    assert baca_csv(tabel([NIP, teks]))[1][1].startswith("'")


@pytest.mark.parametrize("pemisah", [";", ",", "|", "\t", "\n", "\r\n", "; ", ';"', ";\u00a0", ";;", ";\t"])
@pytest.mark.parametrize("rumus", ["=HYPERLINK(A1)", "+A1", "-2+3+cmd", "@SUM(A1)", "\uff1d1"])
def test_a_formula_after_any_separator_is_neutralised(pemisah, rumus):
    """Excel of Indonesia splits a line at ";", wherever we put our commas."""
    assert neutral(f"Budi{pemisah}{rumus}") == f"Budi{pemisah}'{rumus}"


def test_no_cell_of_a_line_split_at_semicolons_begins_a_formula():
    baris = "".join(tulis_csv(tabel([NIP, 'Budi;"=HYPERLINK(""x"")";\n=1+1;Ani'])))
    sel = [sel for satu in csv.reader(StringIO(baris, newline=""), delimiter=";") for sel in satu]
    assert not [s for s in sel if s.strip().startswith(("=", "+", "-", "@"))]


def test_many_separators_cost_no_more_than_their_length():
    mulai = time.monotonic()
    neutral(";" * 200_000 + " -1" * 200_000)
    assert time.monotonic() - mulai < 2


@pytest.mark.parametrize(
    "teks",
    [
        "Andi",
        "III/b",
        "3-4",
        "a=b",
        "",
        "O'Neil",
        "Siti Aminah, S.Kom., M.M.",
        "Jl. Mawar 1; RT 02 | RW 03, -",
        "Telepon 0812-3456-7890, +62 (812) 3456-7890",
        "turun; -12.5",
        "baris satu\r\nbaris dua",
        "a;;b,\t|c",
    ],
)
def test_ordinary_text_stays_as_it_is(teks):
    assert neutral(teks) == teks


def test_a_nip_is_guarded_as_text_in_csv():
    assert baca_csv(tabel([NIP, "Andi"]))[1][0] == f"'{NIP}"


def test_the_csv_begins_with_a_bom_and_the_heading_block():
    t = tabel([NIP, "Andi"], keterangan=[("Sumber", "Karier ASN")])
    assert "".join(tulis_csv(t)).startswith("\ufeffSumber,Karier ASN\r\n\r\nNIP,Nama\r\n")


def test_a_separator_or_quote_in_a_name_stays_in_its_cell():
    assert baca_csv(tabel([NIP, 'A, "B"\nC']))[1][1] == 'A, "B"\nC'


@pytest.mark.parametrize("teks", [*JAHAT, NIP, "http://contoh.go.id", "12,5"])
def test_every_text_is_a_string_cell_in_xlsx(teks, tmp_path):
    jalur = tmp_path / "uji.xlsx"
    tulis_xlsx(tabel([teks, "Andi"]), jalur)
    with ZipFile(jalur) as buku:
        lembar = buku.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in lembar
    assert "<v>" not in lembar.split("</row>")[1]
    assert "hyperlink" not in lembar


def test_a_nip_keeps_its_eighteen_digits_in_xlsx(tmp_path):
    assert baca_xlsx(tabel([NIP, "Andi"]), tmp_path).get_sheet_by_name("Data").to_python()[1] == [NIP, "Andi"]


def test_numbers_stay_numbers(tmp_path):
    t = Tabel("Uji", ("A", "B"), [[7, 2.5]])
    assert baca_xlsx(t, tmp_path).get_sheet_by_name("Data").to_python()[1] == [7, 2.5]


def test_negative_numbers_of_ours_stay_numbers_in_csv():
    assert baca_csv(Tabel("Uji", ("A", "B"), [[-7, -2.5]]))[1] == ["-7", "-2.5"]


def test_the_second_sheet_says_where_the_rows_come_from(tmp_path):
    buku = baca_xlsx(tabel([NIP, "Andi"], keterangan=[("Sumber", "=Karier")]), tmp_path)
    assert buku.sheet_names == ["Data", "Keterangan"]
    assert buku.get_sheet_by_name("Keterangan").to_python() == [["Sumber", "=Karier"]]


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (None, ""),
        (date(2026, 4, 1), "01-04-2026"),
        (datetime(2026, 4, 1, 18, 0, tzinfo=UTC), "02-04-2026 01:00"),
        (5, "5"),
    ],
)
def test_values_read_as_people_write_them(nilai, teks):
    assert teks_sel(nilai) == teks


def test_a_cell_longer_than_a_sheet_can_hold_is_cut_with_a_mark(tmp_path):
    isi = baca_xlsx(tabel([NIP, "a" * 40_000]), tmp_path).get_sheet_by_name("Data").to_python()[1][1]
    assert (len(isi), isi[-1]) == (32_767, "…")


@pytest.mark.parametrize("bentuk", ["csv", "xlsx"])
def test_a_download_is_an_attachment_with_a_harmless_name(bentuk):
    t = Tabel('../hasil "x"\r\n', ("A",), [["b"]])
    jawaban = unduhan(t, bentuk)
    isi = b"".join(jawaban.streaming_content)
    jawaban.close()
    assert jawaban["Content-Disposition"] == f'attachment; filename="hasil--x.{bentuk}"'
    assert isi.startswith(b"\xef\xbb\xbf" if bentuk == "csv" else b"PK")


def test_a_form_that_does_not_exist_is_not_found():
    with pytest.raises(Http404):
        unduhan(tabel(), "pdf")


def test_an_empty_list_still_has_its_heading(tmp_path):
    assert baca_xlsx(tabel(), tmp_path).get_sheet_by_name("Data").to_python() == [["NIP", "Nama"]]


def test_a_workbook_is_a_zip_that_another_program_opens():
    jawaban = unduhan(tabel([NIP, "Andi"]), "xlsx")
    isi = b"".join(jawaban.streaming_content)
    jawaban.close()
    assert CalamineWorkbook.from_filelike(BytesIO(isi)).sheet_names == ["Data"]
