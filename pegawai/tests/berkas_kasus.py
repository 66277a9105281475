"""The 38 kinds of files that go wrong, each made from a sound table of any importer.

A kind may have several files. `Dasar` is the sound table: header, rows, and which column is what; a case
answers with a file name and bytes, and with what must come of it (`Harap`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final

from pegawai.tests import berkas_wadah as w
from pegawai.tests.berkas_buatan import xlsx
from pegawai.tests.berkas_dasar import Dasar, Harap, Kasus

TEPAT: Final = Harap()
_CSV: Final = ("boleh_csv",)


def semua_kasus() -> Iterator[Kasus]:
    """Every file, in the order of its kind."""
    yield from sorted((*_wadah(), *_luas(), *_kepala(), *_sel(), *_isi()), key=lambda k: k.kode)


def _wadah() -> Iterator[Kasus]:
    def dari(ubah: Callable[[bytes], bytes]) -> Callable[[Dasar], bytes]:
        return lambda d: ubah(d.xlsx())

    def tolak(kode: str, kata: str = "") -> Harap:
        return Harap(kode=kode, kata=kata)

    rusak, entitas = tolak("berkas_rusak", "Unduh ulang"), tolak("berkas_entitas", "buku kerja baru")
    sandi, makro = tolak("berkas_bersandi", "kata sandi"), tolak("berkas_bermakro", "makro")
    yield Kasus("D-01", "0 byte", lambda d: b"", tolak("", "kosong"))
    yield Kasus("D-02", "CSV bernama .xlsx", lambda d: d.csv(), tolak("csv_bernama_xlsx", ".csv"))
    yield Kasus(
        "D-03", "BIFF .xls bernama .xlsx", lambda d: w.bertanda_ole("Workbook"), tolak("berkas_excel_lama")
    )
    yield Kasus("D-04", "tabel HTML bernama .xls", _html, tolak("berkas_html", "halaman web"), "a.xls")
    yield Kasus("D-05", "zip terpotong", dari(w.terpotong), rusak)
    yield Kasus("D-06", "CRC salah", dari(w.crc_rusak), rusak)
    yield Kasus("D-07", "berkata sandi (OLE)", lambda d: w.bertanda_ole("EncryptedPackage"), sandi)
    yield Kasus("D-08", ".xlsm bermakro", lambda d: d.xlsx(), makro, "a.xlsm")
    yield Kasus(
        "D-08", "makro di dalam .xlsx", lambda d: w.ganti_bagian(d.xlsx(), {"xl/vbaProject.bin": b"x"}), makro
    )
    yield Kasus(
        "D-09", "bom zip 1 MB ke 1 GB", dari(w.bom_zip), tolak("berkas_bom_zip", "tidak wajar"), berat=True
    )
    yield Kasus("D-10", "bom entitas", dari(w.bom_entitas), entitas)
    yield Kasus("D-11", "entitas luar (XXE)", dari(w.entitas_luar), entitas)
    yield Kasus("D-12", "entitas kuadrat", dari(w.entitas_kuadrat), entitas)
    yield Kasus("D-32", "tautan luar yang tidak dipakai", dari(w.bertaut_luar), TEPAT)
    yield Kasus("D-33", "nama ../ di dalam zip", dari(w.keluar_folder), tolak("berkas_bom_zip", "ke luar"))
    yield Kasus("D-33", "tautan simbolik di dalam zip", dari(w.bertaut_simbolik), tolak("", "lagi"))
    yield Kasus("D-38", "64.000 fon, 5.000 gaya", dari(w.bergaya), TEPAT)


def _html(d: Dasar) -> bytes:
    sel = "".join(f"<tr>{''.join(f'<td>{s}</td>' for s in b)}</tr>" for b in (d.kepala, *d.baris))
    return f"<html><body><table>{sel}</table></body></html>".encode()


def _luas() -> Iterator[Kasus]:
    luas = Harap(kode="berkas_terlalu_luas", kata="Tabel terlalu luas")
    yield Kasus("D-13", "1.048.576 baris", lambda d: w.berbaris(d.xlsx(), 1_048_576), luas, berat=True)
    yield Kasus("D-13", "1.048.576 baris CSV", _csv_panjang, luas, "a.csv", _CSV, berat=True)
    yield Kasus("D-14", "16.384 kolom", lambda d: _lebar(d).xlsx(), luas)
    yield Kasus("D-14", "16.384 kolom CSV", lambda d: _lebar(d).csv(), luas, "a.csv", _CSV)
    yield Kasus("D-15", "ukuran palsu XFD1048576", lambda d: w.berukuran_palsu(d.xlsx()), TEPAT)


def _lebar(d: Dasar) -> Dasar:
    tambah = [f"K{n}" for n in range(16_384 - len(d.kepala))]
    return replace(d, kepala=[*d.kepala, *tambah])


def _csv_panjang(d: Dasar) -> bytes:
    awal = d.csv()
    return awal + b"".join(b"x,%d\r\n" % n for n in range(1_048_576))


def _kepala() -> Iterator[Kasus]:
    tanpa = Harap(kode="kepala_tidak_ada", kata="judul kolom")
    ganda = Harap(kode="kepala_ganda", kata="ada dua kali")
    yield Kasus("D-16", "tanpa judul kolom", lambda d: replace(d, kepala=["x"] * len(d.kepala)).xlsx(), tanpa)
    yield Kasus("D-17", "judul kolom teracak", lambda d: _teracak(d).xlsx(), TEPAT)
    yield Kasus("D-18", "judul kolom ganda", lambda d: _bertambah(d, d.nip).xlsx(), ganda)
    yield Kasus("D-19", "NBSP dan karakter nol dalam judul", lambda d: _berhias(d).xlsx(), TEPAT)
    yield Kasus("D-19", "judul besar digabung di atas tabel", _tergabung, TEPAT)


def _teracak(d: Dasar) -> Dasar:
    return replace(d, kepala=list(d.kepala)[::-1], baris=[list(b)[::-1] for b in d.baris])


def _bertambah(d: Dasar, judul: str) -> Dasar:
    return replace(d, kepala=[*d.kepala, judul], baris=[[*b, "x"] for b in d.baris])


def _berhias(d: Dasar) -> Dasar:
    return replace(d, kepala=["\ufeff\u00a0" + k.replace(" ", "\u00a0 ") + "\u200b " for k in d.kepala])


def _tergabung(d: Dasar) -> bytes:
    isi = replace(d, pembuka=[["REKAP KEPEGAWAIAN"], [], *d.pembuka]).xlsx()
    lembar = w.bagian(isi, w.LEMBAR)
    gabung = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells>'
    return w.ganti_bagian(isi, {w.LEMBAR: lembar.replace(b"</sheetData>", gabung)})


def _sel() -> Iterator[Kasus]:
    angka = Harap(baris=(1,), kata="tersimpan sebagai angka")
    tgl = ("tanggal",)
    yield Kasus(
        "D-20", "NIP tersimpan sebagai angka", lambda d: d.ubah(1, d.nip, 1.98501012010031e17).xlsx(), angka
    )
    yield Kasus(
        "D-20",
        "NIP 1,98E+17 sebagai teks",
        lambda d: d.ubah(1, d.nip, "1,98E+17").csv(),
        angka,
        "a.csv",
        _CSV,
    )
    yield Kasus(
        "D-21", "31/02/2024 sebagai teks", lambda d: d.ubah(1, d.tanggal, "31/02/2024").xlsx(),
        Harap(baris=(1,), kata="tidak ada dalam kalender"), perlu=tgl,
    )  # fmt: skip
    yield Kasus(
        "D-22", "sistem tanggal 1904", lambda d: w.bertahun_1904(_bertanggal(d).xlsx()), TEPAT, perlu=tgl
    )
    yield Kasus(
        "D-23", "hari/bulan/tahun", lambda d: d.semua(d.tanggal, _pisah("/")).xlsx(), TEPAT, perlu=tgl
    )
    yield Kasus(
        "D-23", "bulan/hari/tahun", lambda d: _bulan_dulu(d).xlsx(),
        Harap(kode="tanggal_bulan_dulu", kata="bulan/hari/tahun"), perlu=tgl,
    )  # fmt: skip
    yield Kasus(
        "D-24", "tanggal sebagai angka seri", lambda d: d.ubah(1, d.tanggal, 44652).xlsx(),
        Harap(baris=(1,), kata="angka seri Excel"), perlu=tgl,
    )  # fmt: skip
    yield from _rumus()


def _rumus() -> Iterator[Kasus]:
    rumus, galat = Harap(kode="sel_rumus", kata="rumus"), Harap(kode="sel_galat", kata="kesalahan Excel")
    yield Kasus("D-25", "rumus tanpa nilai", lambda d: w.rumus_tanpa_nilai(d.xlsx()), rumus)
    yield Kasus("D-26", "#REF!", lambda d: w.sel_galat(d.xlsx(), b"#REF!"), galat)
    yield Kasus("D-26", "#N/A", lambda d: w.sel_galat(d.xlsx(), b"#N/A"), galat)
    yield Kasus(
        "D-32", "DDE dalam rumus", lambda d: w.rumus_tanpa_nilai(d.xlsx(), b"cmd|'/c calc'!A1"), rumus
    )
    yield Kasus(
        "D-32", "rumus ke buku kerja lain", lambda d: w.rumus_tanpa_nilai(d.xlsx(), b"[1]Sheet1!A1"), rumus
    )


def _tanggal(nilai: Any) -> date:
    if isinstance(nilai, date):
        return nilai
    hari, bulan, tahun = str(nilai).split("-")
    return date(int(tahun), int(bulan), int(hari))


def _bertanggal(d: Dasar) -> Dasar:
    return d.semua(d.tanggal, _tanggal)


def _pisah(tanda: str) -> Callable[[Any], str]:
    return lambda nilai: _tanggal(nilai).strftime(f"%d{tanda}%m{tanda}%Y")


def _bulan_dulu(d: Dasar) -> Dasar:
    semua = d.semua(d.tanggal, lambda nilai: _tanggal(nilai).strftime("%m/%d/%Y"))
    return semua.ubah(2, d.tanggal, "03/25/2022")


def _isi() -> Iterator[Kasus]:
    nama, csv = ("nama",), _CSV
    yield Kasus(
        "D-27",
        "NIP ganda",
        lambda d: replace(d, baris=[*d.baris, d.baris[0]]).xlsx(),
        Harap(baris=(0, -1), kata="baris"),
    )
    yield Kasus(
        "D-28", "NIP milik instansi lain", lambda d: d.ubah(1, d.nip, d.nip_lain).xlsx(),
        Harap(baris=(1,), kata="instansi"), perlu=("nip_lain",),
    )  # fmt: skip
    rahasia = Harap(baris=(1,), kata="karakter tersembunyi")
    yield Kasus("D-29", "pembalik arah", _bernama("SITI \u202eINEM"), rahasia, perlu=nama)
    yield Kasus(
        "D-29",
        "karakter kendali",
        lambda d: d.ubah(1, d.nama, "SITI\x07").csv(),
        rahasia,
        "a.csv",
        (*nama, *csv),
    )
    for judul, isi in (("emoji", "SITI \U0001f600"), ("huruf kembar", "SIT\u0406")):
        yield Kasus(
            "D-29", judul, _bernama(isi), Harap(kata="bukan huruf Latin"), perlu=("nama", "periksa_nama")
        )
    yield from _isi_lain()


def _isi_lain() -> Iterator[Kasus]:
    nama, csv = ("nama",), _CSV
    yield Kasus("D-30", "JSON", _json, Harap(kode="berkas_json", kata="JSON"), "data.json")
    yield Kasus("D-30", "JSON bernama .csv", _json, Harap(kode="berkas_json", kata="JSON"), "data.csv")
    yield Kasus("D-30", "kolom tambahan", lambda d: _bertambah(d, "KOLOM ASING").xlsx(), TEPAT)
    yield Kasus(
        "D-30", "jenis isi keliru", lambda d: d.ubah(1, d.nip, True).csv(), Harap(baris=(1,)), "a.csv", csv
    )
    yield Kasus(
        "D-31",
        "sel 32.767 karakter",
        _bernama("A" * 32_767),
        Harap(baris=(1,), kata="terlalu panjang"),
        perlu=nama,
    )
    yield Kasus(
        "D-34", "lembar tersembunyi", lambda d: _dua_lembar(d, sembunyi=True),
        Harap(kode="lembar_tersembunyi", kata="Unhide"),
    )  # fmt: skip
    yield Kasus(
        "D-34", "dua lembar", lambda d: _dua_lembar(d), Harap(kata="Lembar yang tidak dibaca: «Catatan»")
    )
    yield Kasus(
        "D-34", "baris tersembunyi", lambda d: w.baris_tersembunyi(d.xlsx()), Harap(kata="baris tersembunyi")
    )
    yield Kasus("D-35", "separuh baris salah", _separuh, Harap(baris=(0, 2, 4), kata="18 angka"))
    yield Kasus("D-36", "berkas yang sama dua kali", lambda d: d.xlsx(), TEPAT)
    for judul, cara in _TULISAN.items():
        yield Kasus("D-37", judul, _csv_cara(cara), TEPAT, "a.csv", csv)
    yield Kasus("D-37", "koma desimal", _berkoma, TEPAT, perlu=("desimal",))


_TULISAN: Final[dict[str, dict[str, str]]] = {
    "UTF-16": {"sandi": "utf-16"},
    "BOM": {"sandi": "utf-8-sig"},
    "pemisah titik koma": {"pemisah": ";"},
    "pemisah tab, Windows-1252": {"pemisah": "\t", "sandi": "cp1252"},
}


def _csv_cara(cara: dict[str, str]) -> Callable[[Dasar], bytes]:
    return lambda d: d.csv(**cara)


def _bernama(isi: str) -> Callable[[Dasar], bytes]:
    return lambda d: d.ubah(1, d.nama, isi).xlsx()


def _berkoma(d: Dasar) -> bytes:
    return d.semua(d.desimal, lambda n: f"{n:.2f}".replace(".", ",")).xlsx()


def _json(d: Dasar) -> bytes:
    return json.dumps([dict(zip(d.kepala, map(str, b), strict=True)) for b in d.baris], indent=1).encode()


def _dua_lembar(d: Dasar, *, sembunyi: bool = False) -> bytes:
    isi = {d.lembar: [*d.pembuka, d.kepala, *d.baris], "Catatan": [["Dibuat untuk rapat"]]}
    return xlsx(isi, sembunyi=[d.lembar] if sembunyi else [])


def _separuh(d: Dasar) -> bytes:
    for nomor in (0, 2, 4):
        d = d.ubah(nomor, d.nip, "12345")
    return d.xlsx()
