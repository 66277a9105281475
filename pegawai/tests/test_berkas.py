"""Files of every shape that HR has, and of every shape that nobody should open."""

from __future__ import annotations

import io
import resource
import time
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from asn_karier.lib.errors import DomainError
from pegawai.services.berkas import (
    baku,
    huruf_kolom,
    nomor_kolom,
)
from pegawai.services.brankas import tampung
from pegawai.tests.berkas_buatan import bagian, csv_dari, ganti_bagian, xlsx
from pegawai.tests.berkas_buka import BAIK, KEPALA, LEMBAR1, SATU, baca_semua, buka, isian, tabel, tolak

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


@pytest.mark.lambat
def test_a_bomb_costs_neither_time_nor_memory() -> None:
    isi, mulai = _bom(), time.monotonic()
    sebelum = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    tolak(lambda: buka(isi))
    assert time.monotonic() - mulai < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - sebelum < 150 * 1024


def test_a_file_above_the_limit_is_refused(settings: object) -> None:
    settings.ASN_IMPOR_MAKS_BYTE = 100  # type: ignore[attr-defined]
    assert tolak(lambda: buka(BAIK)).kode == "berkas_terlalu_besar"


def test_the_refusal_names_the_size_of_the_file_and_the_limit(settings: object) -> None:
    settings.ASN_IMPOR_MAKS_BYTE = 1024 * 1024  # type: ignore[attr-defined]
    berkas = SimpleUploadedFile("besar.csv", b"a" * (3 * 1024 * 1024))
    for isi in (berkas, b"a" * (3 * 1024 * 1024)):
        with pytest.raises(DomainError) as besar, tampung(isi):
            pass
        assert besar.value.pesan == "Berkas berukuran 3 MB; paling besar 1 MB."
    with pytest.raises(DomainError) as hampir, tampung(b"a" * (1024 * 1024 + 1)):
        pass
    assert "1,1 MB" in hampir.value.pesan


def test_a_stream_of_unknown_size_is_not_given_one(settings: object) -> None:
    settings.ASN_IMPOR_MAKS_BYTE = 1024 * 1024  # type: ignore[attr-defined]
    with pytest.raises(DomainError) as besar, tampung(io.BytesIO(b"a" * (3 * 1024 * 1024))):
        pass
    assert besar.value.pesan == "Berkas terlalu besar; paling besar 1 MB."
