"""The gate: size, kind and name of a file, before anything reads it.

The kind is told by the first bytes; the name must agree with it. Every refusal is a DomainError whose
`tindakan` says what to do in Excel.
"""

from __future__ import annotations

import os
from enum import StrEnum
from math import ceil
from pathlib import PurePath
from typing import BinaryIO, Final

from django.conf import settings

from asn_karier.lib.errors import DomainError

MIB: Final = 1024 * 1024
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_BIFF: Final = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
#: Names we look into; what is no table is refused by what it holds.
_AKHIRAN: Final = frozenset({".csv", ".txt", ".xlsx", ".xls", ".xlsb", ".ods", ".htm", ".html", ".json"})
_SIMPAN_XLSX: Final = (
    "Buka berkas di Excel, pilih Simpan Sebagai, jenis «Excel Workbook (.xlsx)», lalu unggah lagi."
)


class Jenis(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


def maks_byte() -> int:
    """Largest accepted upload in bytes (setting ASN_IMPOR_MAKS_BYTE)."""
    return int(settings.ASN_IMPOR_MAKS_BYTE)


def periksa_ukuran(byte: int, *, utuh: bool = True) -> None:
    """DomainError `berkas_kosong` or `berkas_terlalu_besar`. Not `utuh`: only so much was read so far."""
    if byte == 0:
        raise DomainError(
            "berkas_kosong",
            "Berkas ini kosong (0 byte).",
            tindakan="Unduh ulang berkas dari sumbernya, lalu unggah lagi.",
        )
    if byte > maks_byte():
        ukuran = f"berukuran {_mb(byte)} MB" if utuh else "terlalu besar"
        raise DomainError(
            "berkas_terlalu_besar",
            f"Berkas {ukuran}; paling besar {_mb(maks_byte())} MB.",
            tindakan="Bagi berkas menjadi beberapa bagian, misalnya per dinas, lalu unggah satu per satu.",
        )


def _mb(byte: int) -> str:
    """Rounded up to a tenth: a file just above the limit must not read as if it fitted."""
    return f"{ceil(byte * 10 / MIB) / 10:g}".replace(".", ",")


def kenali(berkas: BinaryIO, nama: str) -> Jenis:
    """The kind of file, CSV, XLSX or JSON; leaves the file at its start. Raises DomainError `berkas_...`."""
    byte = berkas.seek(0, os.SEEK_END)
    periksa_ukuran(byte)
    berkas.seek(0)
    awal = berkas.read(4096)
    akhiran = PurePath(nama).suffix.lower()
    _tolak_akhiran(akhiran)
    jenis = _jenis(berkas, awal, akhiran)
    berkas.seek(0)
    return jenis


def _tolak_akhiran(akhiran: str) -> None:
    if akhiran in {".xlsm", ".xltm", ".xlam"}:
        raise DomainError(
            "berkas_bermakro", f"Berkas {akhiran} dapat memuat makro dan tidak dibuka.", tindakan=_SIMPAN_XLSX
        )
    if akhiran not in _AKHIRAN:
        raise DomainError(
            "berkas_jenis_lain",
            f"Berkas berakhiran «{akhiran or 'tanpa akhiran'}» tidak dikenal. Yang diterima: .xlsx, .csv, "
            "dan .json (hanya daftar status usul).",
            tindakan=_SIMPAN_XLSX,
        )


def _jenis(berkas: BinaryIO, awal: bytes, akhiran: str) -> Jenis:
    if awal.startswith(_OLE):
        raise _ole(berkas)
    if awal.startswith(_ZIP):
        return _xlsx(akhiran)
    if awal.startswith(_BIFF) or akhiran in {".xls", ".xlsb", ".ods"} or _berhtml(awal):
        raise _bukan_xlsx(awal)
    if not awal.startswith(_UTF16) and b"\x00" in awal:
        raise DomainError(
            "berkas_bukan_tabel",
            "Isi berkas bukan tabel: bukan CSV dan bukan Excel.",
            tindakan="Unduh ulang berkas dari sumbernya, lalu unggah lagi.",
        )
    if akhiran != ".json" and _berjson(awal):
        raise bukan_json()
    if akhiran == ".xlsx":
        raise DomainError(
            "csv_bernama_xlsx",
            "Nama berkas berakhiran .xlsx, tetapi isinya teks (CSV).",
            tindakan="Ganti akhiran namanya menjadi .csv, atau simpan ulang dari Excel sebagai .xlsx.",
        )
    return Jenis.JSON if akhiran == ".json" else Jenis.CSV


def bukan_json() -> DomainError:
    """What a person reads whose file is JSON where only a table is read."""
    return DomainError(
        "berkas_json",
        "Isi berkas adalah data JSON dari aplikasi lain, bukan tabel.",
        tindakan="Minta ekspor tabel (.xlsx atau .csv) dari aplikasi itu, lalu unggah berkasnya.",
    )


def _xlsx(akhiran: str) -> Jenis:
    if akhiran == ".xlsx":
        return Jenis.XLSX
    raise DomainError(
        "xlsx_bernama_lain",
        f"Nama berkas berakhiran {akhiran}, tetapi isinya buku kerja terkompresi seperti Excel.",
        tindakan=f"Bila ini berkas Excel, ganti akhiran namanya menjadi .xlsx. Bila bukan: {_SIMPAN_XLSX}",
    )


def _ole(berkas: BinaryIO) -> DomainError:
    berkas.seek(0)
    if "EncryptedPackage".encode("utf-16-le") in berkas.read():
        return DomainError(
            "berkas_bersandi",
            "Berkas dikunci dengan kata sandi sehingga tidak dapat dibaca.",
            tindakan="Di Excel pilih File › Info › Protect Workbook, kosongkan sandinya, lalu unggah lagi.",
        )
    return _bukan_xlsx(b"")


def _berhtml(awal: bytes) -> bool:
    return (
        awal.lstrip(b"\xef\xbb\xbf \t\r\n")
        .lower()
        .startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta"))
    )


def _berjson(awal: bytes) -> bool:
    """An object, or a list of them: no header of a table begins so."""
    isi = b"".join(awal.lstrip(b"\xef\xbb\xbf").split())
    return isi.startswith((b'{"', b"[{", b"[["))


def _bukan_xlsx(awal: bytes) -> DomainError:
    if _berhtml(awal):
        return DomainError(
            "berkas_html",
            "Isi berkas adalah halaman web (HTML/XML), walaupun namanya seperti berkas Excel.",
            tindakan=_SIMPAN_XLSX,
        )
    return DomainError(
        "berkas_excel_lama", "Berkas ini bukan .xlsx (misalnya .xls atau .ods).", tindakan=_SIMPAN_XLSX
    )
