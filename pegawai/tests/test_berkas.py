"""Files of every shape that HR has, and of every shape that nobody should open."""

from __future__ import annotations

import io
import resource
import time
import zipfile
from collections.abc import Callable
from datetime import date

import pytest

from asn_karier.lib.errors import DomainError
from pegawai.services.berkas import (
    Buku,
    Isian,
    Skema,
    Tabel,
    baku,
    buka_buku,
    huruf_kolom,
    nomor_kolom,
    temukan_tabel,
)
from pegawai.services.berkas.pindai import MAKS_KOLOM
from pegawai.tests.berkas_buatan import bagian, csv_dari, ganti_bagian, xlsx

SKEMA = Skema("Contoh", ("NIP", "NAMA", "TMT"))
KEPALA = ["NIP", "NAMA", "TMT"]
SATU = ["198501012010031001", "SITI", "01-04-2022"]
LEMBAR1 = "xl/worksheets/sheet1.xml"


def buka(isi: bytes, nama: str = "berkas.xlsx") -> Buku:
    return buka_buku(io.BytesIO(isi), nama)


def tabel(isi: bytes, nama: str = "berkas.xlsx") -> Tabel:
    return temukan_tabel(buka(isi, nama), SKEMA)


def isian(isi: bytes, nama: str = "berkas.xlsx") -> Isian:
    satu = tabel(isi, nama)
    nomor, sel = next(iter(satu.isi()))
    return Isian(satu, nomor, sel)


def tolak(jalan: Callable[[], object]) -> DomainError:
    with pytest.raises(DomainError) as tangkapan:
        jalan()
    assert tangkapan.value.tindakan, "every refusal says what to do"
    return tangkapan.value


def baca_semua(isi: bytes, nama: str = "berkas.xlsx") -> list[tuple[int, list[object]]]:
    return list(tabel(isi, nama).isi())


BAIK = xlsx({"Data": [KEPALA, SATU]})


# -- what is accepted ---------------------------------------------------------------------------


@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
def test_csv_of_every_encoding_and_separator_reads_the_same(sandi: str, pemisah: str) -> None:
    isi = csv_dari(
        [KEPALA, [SATU[0], "SITI \u2018UMI\u2019" if sandi == "cp1252" else "SITI", SATU[2]]],
        pemisah=pemisah,
        sandi=sandi,
    )
    ((nomor, sel),) = baca_semua(isi, "berkas.csv")
    assert (nomor, sel[0], str(sel[1])[:4]) == (2, SATU[0], "SITI")


def test_xlsx_reads_text_dates_and_numbers_with_their_types() -> None:
    ((_, sel),) = baca_semua(xlsx({"Data": [KEPALA, [SATU[0], 5, date(2022, 4, 1)]]}))
    assert sel == [SATU[0], 5.0, date(2022, 4, 1)]


def test_rows_and_columns_keep_their_place_when_the_sheet_begins_further_down() -> None:
    satu = isian(xlsx({"Data": [["", ""], ["", "", *KEPALA], ["", "", *SATU[:2], "kapan"]]}))
    satu.tanggal("TMT")
    assert satu.galat[0]["sel"] == "E3"


def test_title_rows_above_the_header_are_kept() -> None:
    satu = tabel(xlsx({"Data": [["Rekap 2025"], [], KEPALA, SATU]}))
    assert (satu.baris_kepala, satu.pembuka[0][0]) == (3, "Rekap 2025")


@pytest.mark.parametrize(
    "judul", [" nip ", "N\u200bIP", "\u00a0NIP\u00a0", "\uff2e\uff29\uff30", "Nip", "'NIP"]
)
def test_a_header_is_known_through_case_spaces_and_invisible_signs(judul: str) -> None:
    assert baku(judul) == "NIP"


def test_columns_may_stand_in_any_order() -> None:
    satu = isian(xlsx({"Data": [["TMT", "LAIN", "NAMA", "NIP"], ["01-04-2022", "x", "SITI", SATU[0]]]}))
    assert (satu.teks("NAMA"), satu.tanggal("TMT")) == ("SITI", date(2022, 4, 1))


def test_the_first_visible_sheet_with_the_header_is_read() -> None:
    isi = xlsx({"Catatan": [["halo"]], "Isi": [KEPALA, SATU], "Lama": [KEPALA]})
    assert tabel(isi).lembar == "Isi"


def test_a_namespace_prefix_in_the_sheet_changes_nothing() -> None:
    mentah = bagian(BAIK, LEMBAR1).replace(b"<worksheet xmlns=", b"<worksheet xmlns:x=")
    for nama in (b"worksheet", b"sheetData", b"row", b"c", b"v", b"dimension"):
        mentah = mentah.replace(b"<" + nama + b" ", b"<x:" + nama + b" ").replace(
            b"<" + nama + b">", b"<x:" + nama + b">"
        )
        mentah = mentah.replace(b"</" + nama + b">", b"</x:" + nama + b">")
    galat = b'<x:c r="B2" t="e"><x:v>#REF!</x:v></x:c>'
    mentah = mentah.replace(b"</x:row></x:sheetData>", galat + b"</x:row></x:sheetData>")
    assert "B2" in tolak(lambda: baca_semua(ganti_bagian(BAIK, {LEMBAR1: mentah}))).pesan


def test_column_letters_count_like_excel() -> None:
    assert [huruf_kolom(n) for n in (1, 26, 27, 69, 703)] == ["A", "Z", "AA", "BQ", "AAA"]
    assert all(nomor_kolom(huruf_kolom(n)) == n for n in range(1, 1000))


# -- what is refused before it is opened --------------------------------------------------------


MIB = 1024 * 1024


def _bom() -> bytes:
    keluar = io.BytesIO()
    with (
        zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip,
        arsip.open(LEMBAR1, "w", force_zip64=True) as lembar,
    ):
        for _ in range(300):
            lembar.write(bytes(MIB))
    return keluar.getvalue()


def _bom_berbohong() -> bytes:
    """The directory promises 1 KB; the stream goes on for 64 MB."""
    isi = ganti_bagian(BAIK, {"xl/theme/theme1.xml": b" " * 64 * MIB})
    return isi.replace((64 * MIB).to_bytes(4, "little"), (1024).to_bytes(4, "little"))


def _berkata_sandi() -> bytes:
    isi = bytearray(BAIK)
    for tanda, geser in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        awal = isi.find(tanda)
        while awal >= 0:
            isi[awal + geser] |= 1
            awal = isi.find(tanda, awal + 4)
    return bytes(isi)


def _crc_rusak() -> bytes:
    with zipfile.ZipFile(io.BytesIO(BAIK)) as arsip:
        crc = arsip.getinfo(LEMBAR1).CRC
    return BAIK.replace(crc.to_bytes(4, "little"), (crc ^ 1).to_bytes(4, "little"))


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
ENTITAS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    b"<sst><si><t>&b;</t></si></sst>"
)
LUAR = b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><sst/>'

BERKAS_BURUK: list[tuple[str, Callable[[], bytes], str, str]] = [
    ("0 bytes", lambda: b"", "a.xlsx", "berkas_kosong"),
    ("csv named xlsx", lambda: csv_dari([KEPALA, SATU]), "a.xlsx", "csv_bernama_xlsx"),
    ("xlsx named csv", lambda: BAIK, "a.csv", "xlsx_bernama_lain"),
    ("biff named xlsx", lambda: OLE, "a.xlsx", "berkas_excel_lama"),
    ("bare biff", lambda: b"\x09\x08\x10\x00" + bytes(60), "a.xls", "berkas_excel_lama"),
    ("html named xls", lambda: b"<html><table><tr><td>NIP</td></tr></table></html>", "a.xls", "berkas_html"),
    ("html named xlsx", lambda: b"\xef\xbb\xbf<!DOCTYPE html><table>", "a.xlsx", "berkas_html"),
    ("password, ole", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "berkas_bersandi"),
    ("password, zip", _berkata_sandi, "a.xlsx", "berkas_bersandi"),
    ("macro by name", lambda: BAIK, "a.xlsm", "berkas_bermakro"),
    ("macro inside", lambda: ganti_bagian(BAIK, {"xl/vbaProject.bin": b"x"}), "a.xlsx", "berkas_bermakro"),
    ("truncated zip", lambda: BAIK[: len(BAIK) // 2], "a.xlsx", "berkas_rusak"),
    ("wrong crc", _crc_rusak, "a.xlsx", "berkas_rusak"),
    (
        "not a workbook",
        lambda: ganti_bagian(BAIK, {"xl/workbook.xml": b"<workbook"}),
        "a.xlsx",
        "berkas_rusak",
    ),
    ("zip bomb", _bom, "a.xlsx", "berkas_bom_zip"),
    ("lying zip bomb", _bom_berbohong, "a.xlsx", "berkas_bom_zip"),
    ("name outside", lambda: ganti_bagian(BAIK, {"../../luar.xml": b"<x/>"}), "a.xlsx", "berkas_bom_zip"),
    (
        "many members",
        lambda: ganti_bagian(BAIK, {f"xl/m{n}.bin": b"" for n in range(600)}),
        "a.xlsx",
        "berkas_bom_zip",
    ),
    (
        "entity bomb",
        lambda: ganti_bagian(BAIK, {"xl/sharedStrings.xml": ENTITAS}),
        "a.xlsx",
        "berkas_entitas",
    ),
    ("external entity", lambda: ganti_bagian(BAIK, {"xl/styles.xml": LUAR}), "a.xlsx", "berkas_entitas"),
    (
        "hidden encoding",
        lambda: ganti_bagian(BAIK, {LEMBAR1: ENTITAS.decode().encode("utf-16")}),
        "a.xlsx",
        "berkas_entitas",
    ),
    ("binary csv", lambda: bytes(range(256)) * 10, "a.csv", "berkas_bukan_tabel"),
    ("open quote", lambda: csv_dari([KEPALA]) + b'"x,' + b"y" * 200_000, "a.csv", "csv_rusak"),
    ("picture", lambda: b"\x89PNG\r\n", "a.png", "berkas_jenis_lain"),
]


@pytest.mark.parametrize(
    ("buat", "nama", "kode"), [b[1:] for b in BERKAS_BURUK], ids=[b[0] for b in BERKAS_BURUK]
)
def test_a_file_that_must_not_be_read_is_refused_with_a_reason(
    buat: Callable[[], bytes], nama: str, kode: str
) -> None:
    isi = buat()
    assert tolak(lambda: baca_semua(isi, nama)).kode == kode


def test_a_bomb_costs_neither_time_nor_memory() -> None:
    isi, mulai = _bom(), time.monotonic()
    sebelum = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    tolak(lambda: buka(isi))
    assert time.monotonic() - mulai < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - sebelum < 150 * 1024


def test_a_file_above_the_limit_is_refused(settings: object) -> None:
    settings.ASN_IMPOR_MAKS_BYTE = 100  # type: ignore[attr-defined]
    assert tolak(lambda: buka(BAIK)).kode == "berkas_terlalu_besar"


# -- what is refused inside a sheet --------------------------------------------------------------


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


# -- cells ---------------------------------------------------------------------------------------


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
    ("mentah", "senti"), [("42,50", 4250), ("42.5", 4250), (42.5, 4250), (150, 15000), ("", None)]
)
def test_a_number_with_two_decimals_becomes_hundredths(mentah: object, senti: int | None) -> None:
    assert sel("NAMA", mentah).senti("NAMA") == senti


@pytest.mark.parametrize("mentah", ["42,505", "abc", "-1", "NaN", "1e99"])
def test_what_is_no_such_number_is_refused(mentah: str) -> None:
    satu = sel("NAMA", mentah)
    assert satu.senti("NAMA") is None
    assert satu.galat
