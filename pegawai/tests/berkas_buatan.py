"""Files made in code for import tests: SIASN rows, CSV, XLSX, and archives with one thing wrong."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter

from pegawai.rules.siasn import KOLOM_69

AT = datetime.fromisoformat("2026-11-21T08:00:00+07:00")
PNS_ID = "A" * 30


def baris_siasn(nomor: int = 1, **ubah: str) -> dict[str, str]:
    """A sound PNS row; the keys of `ubah` write _ for the space of a header."""
    isi = dict.fromkeys(KOLOM_69, "null") | {
        "PNS ID": f"{PNS_ID}{nomor:02d}",
        "NIP BARU": f"'1985010{nomor % 9 + 1}2010031{nomor:03d}",
        "NAMA": f"ORANG {nomor}",
        "TEMPAT LAHIR NAMA": "Contoh",
        "TANGGAL LAHIR": f"0{nomor % 9 + 1}-01-1985",
        "JENIS KELAMIN": "M",
        "NIK": f"'15049901018500{nomor:02d}",
        "EMAIL": f"orang{nomor}@contoh.invalid",
        "JENIS PEGAWAI NAMA": "PNS Daerah",
        "KEDUDUKAN HUKUM ID": "01",
        "KEDUDUKAN HUKUM NAMA": "Aktif",
        "STATUS CPNS PNS": "P",
        "TMT CPNS": "01-03-2010",
        "TMT PNS": "01-04-2011",
        "GOL AKHIR ID": "32",
        "GOL AKHIR NAMA": "III/b",
        "TMT GOLONGAN": "01-04-2022",
        "MK TAHUN": "12",
        "MK BULAN": "1",
        "JENIS JABATAN ID": "4",
        "JENIS JABATAN NAMA": "Jabatan Fungsional Umum",
        "JABATAN ID": "B" * 32,
        "JABATAN NAMA": "Pengelola Kepegawaian",
        "TMT JABATAN": "01-04-2022",
        "TINGKAT PENDIDIKAN ID": "40",
        "PENDIDIKAN NAMA": "S-1 Contoh",
        "TAHUN LULUS": "2008",
    }
    return isi | {kunci.replace("_", " "): nilai for kunci, nilai in ubah.items()}


def baris_pppk(nomor: int = 1, **ubah: str) -> dict[str, str]:
    """A PPPK whose golongan stands in the letters of the PNS scale, as real files have it."""
    pppk = {
        "NIP_BARU": f"1990010{nomor % 9 + 1}2022211{nomor:03d}",
        "TANGGAL_LAHIR": f"0{nomor % 9 + 1}-01-1990",
        "JENIS_PEGAWAI_NAMA": "PPPK",
        "KEDUDUKAN_HUKUM_ID": "71",
        "KEDUDUKAN_HUKUM_NAMA": "PPPK Aktif",
        "STATUS_CPNS_PNS": "null",
        "TMT_CPNS": "01-03-2022",
        "TMT_PNS": "null",
        "GOL_AKHIR_NAMA": "III/a",
        "GOL_AKHIR_ID": "31",
        "TMT_GOLONGAN": "01-03-2022",
    }
    return baris_siasn(nomor, **(pppk | ubah))


def nip(nomor: int) -> str:
    """The NIP of `baris_siasn(nomor)`."""
    return baris_siasn(nomor)["NIP BARU"].lstrip("'")


def csv_siasn(
    *baris: Mapping[str, str], kolom: Sequence[str] = KOLOM_69, pemisah: str = ",", sandi: str = "utf-8"
) -> bytes:
    """The export as CSV, with any header and encoding."""
    return csv_dari([kolom, *([b[k] for k in kolom] for b in baris)], pemisah=pemisah, sandi=sandi)


def csv_dari(baris: Iterable[Sequence[str]], *, pemisah: str = ",", sandi: str = "utf-8") -> bytes:
    keluar = io.StringIO()
    csv.writer(keluar, delimiter=pemisah).writerows(baris)
    return keluar.getvalue().encode(sandi)


def xlsx(lembar: Mapping[str, Iterable[Sequence[Any]]], *, sembunyi: Sequence[str] = ()) -> bytes:
    """A workbook; text stays text, `=...` becomes a formula, numbers and dates keep their type."""
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(keluar, {"in_memory": True})
    tanggal = buku.add_format({"num_format": "dd-mm-yyyy"})
    for nama, semua in lembar.items():
        satu = buku.add_worksheet(nama)
        for nomor, baris in enumerate(semua):
            for kolom, nilai in enumerate(baris):
                _sel(satu, nomor, kolom, nilai, tanggal)
        if nama in sembunyi:
            satu.hide()
        elif sembunyi:
            satu.activate()
            satu.set_first_sheet()
    buku.close()
    return keluar.getvalue()


def _sel(lembar: Any, nomor: int, kolom: int, nilai: Any, tanggal: Any) -> None:
    if isinstance(nilai, str) and nilai.startswith("="):
        lembar.write_formula(nomor, kolom, nilai, None, "#REF!" if "REF" in nilai else 2)
    elif isinstance(nilai, str) and nilai:
        lembar.write_string(nomor, kolom, nilai)
    elif isinstance(nilai, date):
        lembar.write_datetime(nomor, kolom, nilai, tanggal)
    elif nilai not in ("", None):
        lembar.write_number(nomor, kolom, nilai)


def xlsx_siasn(*baris: Mapping[str, Any], kolom: Sequence[str] = KOLOM_69) -> bytes:
    return xlsx({"Data": [kolom, *([b[k] for k in kolom] for b in baris)]})


def ganti_bagian(isi: bytes, ganti: Mapping[str, bytes]) -> bytes:
    """The same archive with some members replaced or added."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            if nama not in ganti:
                baru.writestr(nama, lama.read(nama))
        for nama, data in ganti.items():
            baru.writestr(nama, data)
    return keluar.getvalue()


def bagian(isi: bytes, nama: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return arsip.read(nama)
