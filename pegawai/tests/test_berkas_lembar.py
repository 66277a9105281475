"""Sheets that would mislead the reader or fill the memory, and the place that is named."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import pytest

from pegawai.services.berkas import huruf_kolom
from pegawai.services.berkas.luas import MAKS_KOLOM
from pegawai.tests.berkas_buatan import bagian, ganti_bagian, xlsx
from pegawai.tests.berkas_buka import BAIK, KEPALA, LEMBAR1, SATU, baca_semua, buka, isian, tolak


def _lembar(sel: bytes, dimensi: bytes = b"A1:C2") -> bytes:
    return (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<dimension ref="' + dimensi + b'"/><sheetData>' + sel + b"</sheetData></worksheet>"
    )


def _teks(alamat: str, isi: str) -> bytes:
    return f'<c r="{alamat}" t="inlineStr"><is><t>{isi}</t></is></c>'.encode()


def _kepala_xml() -> bytes:
    return (
        b'<row r="1">' + b"".join(_teks(f"{h}1", k) for h, k in zip("ABC", KEPALA, strict=True)) + b"</row>"
    )


SEL_BURUK = [
    ("formula", xlsx({"Data": [KEPALA, [SATU[0], "=1+1", SATU[2]]]}), "sel_rumus", "B2"),
    ("#REF!", xlsx({"Data": [KEPALA, [SATU[0], "=REF", SATU[2]]]}), "sel_galat", "B2"),
    (
        "formula without a value",
        ganti_bagian(BAIK, {LEMBAR1: _lembar(_kepala_xml() + b'<row r="2"><c r="C2"><f>A1</f></c></row>')}),
        "sel_rumus",
        "C2",
    ),
    (
        "a cell at the far end",
        ganti_bagian(
            BAIK, {LEMBAR1: _lembar(_kepala_xml() + b'<row r="2">' + _teks("XFD1048576", "x") + b"</row>")}
        ),
        "berkas_terlalu_luas",
        "",
    ),
    (
        "too many columns",
        ganti_bagian(
            BAIK,
            {
                LEMBAR1: _lembar(
                    _kepala_xml() + b'<row r="2">' + _teks(huruf_kolom(MAKS_KOLOM + 1) + "2", "x") + b"</row>"
                )
            },
        ),
        "berkas_terlalu_luas",
        "",
    ),
    ("no header", xlsx({"Data": [["a", "b"], SATU]}), "kepala_tidak_ada", "NIP"),
    ("empty sheet", xlsx({"Data": []}), "berkas_kosong", ""),
    (
        "double header",
        xlsx({"Data": [[*KEPALA, "nama"], [*SATU, "x"]]}),
        "kepala_ganda",
        "kolom B dan kolom D",
    ),
    ("missing header", xlsx({"Data": [KEPALA[:2], SATU[:2]]}), "kepala_kurang", "TMT"),
    (
        "only in a hidden sheet",
        xlsx({"Lain": [["x"]], "Data": [KEPALA, SATU]}, sembunyi=["Data"]),
        "lembar_tersembunyi",
        "Data",
    ),
]


@pytest.mark.parametrize(("isi", "kode", "sebut"), [s[1:] for s in SEL_BURUK], ids=[s[0] for s in SEL_BURUK])
def test_a_sheet_that_would_mislead_is_refused_and_the_place_is_named(
    isi: bytes, kode: str, sebut: str
) -> None:
    salah = tolak(lambda: baca_semua(isi))
    assert salah.kode == kode
    assert sebut in salah.pesan


def test_an_absurd_declared_dimension_over_few_cells_is_harmless() -> None:
    sel = _kepala_xml() + b'<row r="2">' + _teks("A2", SATU[0]) + b"</row>"
    isi = ganti_bagian(BAIK, {LEMBAR1: _lembar(sel, b"A1:XFD1048576")})
    assert baca_semua(isi)[0][1][0] == SATU[0]


def test_a_shared_text_that_multiplies_is_refused() -> None:
    panjang = b"<sst><si><t>" + b"x" * 30_000 + b"</t></si></sst>"
    sel = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(2, 4000))
    isi = ganti_bagian(BAIK, {"xl/sharedStrings.xml": panjang, LEMBAR1: _lembar(_kepala_xml() + sel)})
    assert tolak(lambda: baca_semua(isi)).kode == "berkas_terlalu_luas"


def test_a_formula_in_a_sheet_that_is_not_read_does_not_matter() -> None:
    isi = xlsx({"Data": [KEPALA, SATU], "Hitung": [["=1+1"]]})
    assert len(baca_semua(isi)) == 1


def _mentah(alamat: str, angka: str) -> bytes:
    """A workbook whose number in B2 or date in C2 is stored as `angka`."""
    isi = xlsx({"Data": [KEPALA, [SATU[0], 5, date(2022, 4, 1)]]})
    pola = rb'(<c r="' + alamat.encode() + rb'"[^>]*><v>)[^<]*'
    lembar = re.sub(pola, rb"\g<1>" + angka.encode(), bagian(isi, LEMBAR1))
    return ganti_bagian(isi, {LEMBAR1: lembar})


@pytest.mark.parametrize("angka", ["-1e18", "-1e999"])
def test_a_date_that_breaks_the_native_reader_refuses_the_file_and_names_the_row(angka: str) -> None:
    salah = tolak(lambda: baca_semua(_mentah("C2", angka)))
    assert (salah.kode, "baris 2 " in salah.pesan) == ("sel_tidak_terbaca", True)


@pytest.mark.parametrize("angka", ["1e300", "1e999", "nan", "-5", "99999999", "3e9"])
def test_a_date_outside_the_calendar_refuses_the_cell(angka: str) -> None:
    satu = isian(_mentah("C2", angka))
    assert satu.tanggal("TMT") is None
    assert satu.galat[0]["sel"] == "C2"


def test_a_header_repeated_with_an_endless_name_is_shown_in_short() -> None:
    panjang = "X" * 30_000
    assert len(tolak(lambda: baca_semua(xlsx({"Data": [[*KEPALA, panjang, panjang]]}))).pesan) < 300


def test_a_sum_that_a_binary_number_cannot_hold_exactly_keeps_its_two_decimals() -> None:
    satu = isian(_mentah("B2", "50.120000000000005"))
    assert (satu.senti("NAMA"), satu.galat) == (5012, [])


# -- a cell that stands elsewhere than the scan believes would fill the memory ----------------------


@pytest.mark.parametrize(
    "tanda",
    [
        b'<c r="azz3000"',
        b'<c x:r="A2" r="AZZ3000"',
        b'<c z-r="A2" r="AZZ3000"',
        b'<c z="r=\'A2\'" r="AZZ3000"',
        b'<c r="A2" r="AZZ3000"',
        b'<c z=">" r="AZZ3000"',
        b'<c r="AZZ000000003000"',
        b'<c r="$AZZ$3000"',
        b'<x-y:c r="AZZ3000"',
    ],
)
def test_an_unusual_address_does_not_hide_a_far_cell(tanda: bytes) -> None:
    tutup = b"</x-y:c></row>" if b"x-y" in tanda else b"</c></row>"
    isi = tanda + b' t="inlineStr"><is><t>x</t></is>' + tutup
    lembar = _lembar(_kepala_xml() + b'<row r="2">' + isi).replace(
        b"<worksheet ", b'<worksheet xmlns:x="urn:x" xmlns:x-y="urn:y" '
    )
    salah = tolak(lambda: baca_semua(ganti_bagian(BAIK, {LEMBAR1: lembar})))
    assert salah.kode in {"berkas_terlalu_luas", "berkas_rusak"}


def test_a_cell_without_an_address_stands_in_its_far_row() -> None:
    jauh = b'<row r="1048576"><c t="inlineStr"><is><t>x</t></is></c></row>'
    isi = ganti_bagian(BAIK, {LEMBAR1: _lembar(_kepala_xml() + jauh)})
    assert tolak(lambda: baca_semua(isi)).kode == "berkas_terlalu_luas"


def test_an_empty_row_far_below_is_harmless() -> None:
    """Excel writes it when the rows below a table are hidden."""
    sel = _kepala_xml() + b'<row r="2">' + _teks("A2", SATU[0]) + b'</row><row r="1048576" hidden="1"/>'
    assert baca_semua(ganti_bagian(BAIK, {LEMBAR1: _lembar(sel)}))[0][1][0] == SATU[0]


@pytest.mark.parametrize("isi", [b"a<!-- -->" + b"x" * 30_000, b"<![CDATA[" + b"x" * 30_000 + b"]]>"])
def test_a_shared_text_hidden_from_the_scan_is_refused(isi: bytes) -> None:
    sel = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(2, 4000))
    untai = b"<sst><si><t>" + isi + b"</t></si></sst>"
    buku = ganti_bagian(BAIK, {"xl/sharedStrings.xml": untai, LEMBAR1: _lembar(_kepala_xml() + sel)})
    assert tolak(lambda: baca_semua(buku)).kode == "berkas_entitas"


def test_shared_texts_are_measured_whatever_the_case_of_their_name() -> None:
    sel = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(2, 4000))
    untai = b"<sst><si><t>" + b"x" * 30_000 + b"</t></si></sst>"
    buku = ganti_bagian(
        _tanpa_untai(), {"xl/SharedStrings.xml": untai, LEMBAR1: _lembar(_kepala_xml() + sel)}
    )
    assert tolak(lambda: baca_semua(buku)).kode == "berkas_terlalu_luas"


def test_a_text_that_the_file_does_not_hold_is_damage() -> None:
    sel = _kepala_xml() + b'<row r="2"><c r="A2" t="s"><v>7</v></c></row>'
    buku = ganti_bagian(_tanpa_untai(), {LEMBAR1: _lembar(sel)})
    assert tolak(lambda: baca_semua(buku)).kode == "berkas_rusak"


@pytest.mark.parametrize("nama", ["Data", "Lain"])
def test_sheets_that_share_a_name_or_a_part_are_refused(nama: str) -> None:
    buku = bagian(BAIK, "xl/workbook.xml")
    lagi = f'<sheet name="{nama}" sheetId="9" r:id="rId1"/></sheets>'.encode()
    isi = ganti_bagian(BAIK, {"xl/workbook.xml": buku.replace(b"</sheets>", lagi)})
    assert tolak(lambda: buka(isi)).kode == "berkas_rusak"


def _tanpa_untai() -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BAIK)) as lama, zipfile.ZipFile(keluar, "w") as baru:
        for nama in lama.namelist():
            if nama != "xl/sharedStrings.xml":
                baru.writestr(nama, lama.read(nama))
    return keluar.getvalue()
