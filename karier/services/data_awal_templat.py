"""The empty workbook Data awal: headers, NIP columns as text, and a sheet that lists every code."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from karier.rules import data_awal as spek

KODE: Final = "Kode"
BARIS_DISIAPKAN: Final = 5000
_RATING: Final = ("DI ATAS EKSPEKTASI", "SESUAI EKSPEKTASI", "DI BAWAH EKSPEKTASI")
_PREDIKAT: Final = ("SANGAT BAIK", "BAIK", "BUTUH PERBAIKAN", "KURANG", "SANGAT KURANG")
#: Column of a sheet -> the words that its cells may hold.
PILIHAN: Final[dict[tuple[str, str], Sequence[str]]] = {
    (spek.PREDIKAT, "RATING HASIL KERJA"): _RATING,
    (spek.PREDIKAT, "RATING PERILAKU KERJA"): _RATING,
    (spek.PREDIKAT, "PREDIKAT"): _PREDIKAT,
    (spek.PAK, "JENJANG"): tuple(spek.JENJANG),
    (spek.DISIPLIN, "STATUS"): tuple(spek.STATUS_DISIPLIN),
    (spek.DISIPLIN, "TINGKAT"): ("RINGAN", "SEDANG", "BERAT"),
    (spek.UJIAN, "JENIS"): tuple(spek.JENIS_UJIAN),
    (spek.UJIAN, "LULUS"): (spek.YA, spek.TIDAK),
    (spek.PENGHARGAAN, "JENIS"): tuple(spek.JENIS_PENGHARGAAN),
    (spek.JP, "BENTUK"): tuple(spek.BENTUK),
}
_TANGGAL: Final = frozenset({"BERLAKU SAMPAI", "MULAI", "SAMPAI", "TANGGAL", "TANGGAL SELESAI"})
_BILANGAN: Final = frozenset(
    {"TAHUN", "JP", "ANGKA KREDIT", *spek.KOMPETENSI.values(), *spek.TALENTA_KOLOM.values()}
)
_PETUNJUK: Final = (
    "Isi hanya lembar yang perlu. Jangan mengubah nama lembar dan judul kolom.",
    "NIP diketik sebagai teks 18 angka; kolomnya sudah disiapkan, jangan diubah formatnya.",
    "Tanggal: hari-bulan-tahun, misalnya 31-12-2024. Angka kredit: dua desimal. Kompetensi: level 1-5.",
    "Sel kosong tidak menghapus data yang sudah ada.",
    "Penghargaan: NAMA hanya untuk jenis LAINNYA. Talenta: skor 0 sampai 100, paling banyak dua desimal.",
    "Disiplin: satu baris satu kasus dengan status terakhirnya. Pembatalan memuat nomor SK hukumannya.",
)


def template() -> bytes:
    """An XLSX file, ready to fill in; it holds no data."""
    keluar = BytesIO()
    buku = xlsxwriter.Workbook(keluar, {"in_memory": True})
    gaya = {  # format 49 is "Text"
        "judul": buku.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "teks": buku.add_format({"num_format": 49}),
        "tanggal": buku.add_format({"num_format": "dd-mm-yyyy"}),
    }
    letak = _letak_kode()
    for nama, kepala in spek.LEMBAR.items():
        _lembar(buku.add_worksheet(nama), nama, kepala, gaya, letak)
    _lembar_kode(buku.add_worksheet(KODE), gaya)
    buku.close()
    return keluar.getvalue()


def _lembar(
    lembar: Any, nama: str, kepala: Sequence[str], gaya: dict[str, Any], letak: dict[tuple[str, str], str]
) -> None:
    lembar.freeze_panes(1, 1)
    for kolom, judul in enumerate(kepala):
        lembar.write_string(0, kolom, judul, gaya["judul"])
        lembar.set_column(kolom, kolom, max(len(judul) + 2, 14), _gaya(judul, gaya))
        if (nama, judul) in letak:
            lembar.data_validation(
                1, kolom, BARIS_DISIAPKAN, kolom, {"validate": "list", "source": letak[(nama, judul)]}
            )


def _gaya(judul: str, gaya: dict[str, Any]) -> Any:
    if judul in _TANGGAL:
        return gaya["tanggal"]
    return None if judul in _BILANGAN else gaya["teks"]


def _letak_kode() -> dict[tuple[str, str], str]:
    """Where the words of each column stand on the sheet Kode."""
    awal = len(_PETUNJUK) + 2
    hasil = {}
    for nomor, (kunci, kata) in enumerate(PILIHAN.items()):
        huruf = chr(ord("A") + nomor)
        hasil[kunci] = f"={KODE}!${huruf}${awal + 1}:${huruf}${awal + len(kata)}"
    return hasil


def _lembar_kode(lembar: Any, gaya: dict[str, Any]) -> None:
    for nomor, kalimat in enumerate(_PETUNJUK):
        lembar.write_string(nomor, 0, kalimat)
    awal = len(_PETUNJUK) + 1
    for kolom, ((nama, judul), kata) in enumerate(PILIHAN.items()):
        lembar.write_string(awal, kolom, f"{nama}: {judul}", gaya["judul"])
        lembar.set_column(kolom, kolom, 28)
        for nomor, satu in enumerate(kata, start=1):
            lembar.write_string(awal + nomor, kolom, satu)
