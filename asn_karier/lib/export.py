"""Tables as files: XLSX and CSV that no spreadsheet program runs as formulas.

Every cell that is text is written as text (XLSX: string cells; CSV: OWASP's leading apostrophe), so
that NIP keeps its 18 digits and a name that begins with "=" stays a name. Memory stays flat: rows
are written one by one to a temporary file.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Final

import xlsxwriter
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone

Sel = str | int | float | date | None

#: Rows looked at to size the columns; the rest streams past.
CONTOH_LEBAR: Final = 200
JENIS: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
#: First characters that some spreadsheet program takes for a formula, full-width twins included.
PEMICU: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\u2212")
#: Where another program may begin a new cell; what it skips there before it looks for a formula.
_SEKAT: Final = re.compile("([;,|\t\r\n])")
_SELIP: Final = " \u00a0\u200b\ufeff"
_SELIP_DALAM: Final = f'{_SELIP}"'
_PEMICU_DALAM: Final = tuple(p for p in PEMICU if not p.isspace())
#: A telephone number or a dash after a comma: no letter, so nothing that could run.
_ANGKA: Final = re.compile("[-+\uff0b\uff0d\u2212][0-9 .()/-]*")
#: Longest cell of XLSX; the rest is cut, with a mark.
SEL_TERPANJANG: Final = 32_767
#: Digits that a spreadsheet would round: 15 significant places are what a binary double keeps.
ANGKA_PANJANG: Final = 12


@dataclass(frozen=True, slots=True)
class Tabel:
    """What is written: a heading block (name, value) that says source, time and rules, then the rows."""

    nama_berkas: str
    kepala: Sequence[str]
    baris: Iterable[Sequence[Sel]]
    keterangan: Sequence[tuple[str, str]] = field(default_factory=tuple)
    lembar: str = "Data"


def neutral(teks: str) -> str:
    """Text that no spreadsheet program runs: OWASP's apostrophe before what starts a formula.

    At the start of the cell; after a separator inside it, because Excel splits at the separator of its
    region (";" in Indonesia) and not at ours; and before long digits (NIP), which would be rounded.
    """
    awal, *sisa = _SEKAT.split(teks)
    berangka = len(teks) >= ANGKA_PANJANG and teks.isdigit()
    if berangka or teks.startswith(PEMICU) or teks.lstrip(_SELIP).startswith(PEMICU):
        awal = f"'{awal}"
    return "".join((awal, *map(_neutral_inside, sisa)))


def _neutral_inside(ruas: str) -> str:
    isi = ruas.lstrip(_SELIP_DALAM)
    if not isi.startswith(_PEMICU_DALAM) or _ANGKA.fullmatch(isi):
        return ruas
    return f"{ruas[: len(ruas) - len(isi)]}'{isi}"


def teks_sel(nilai: Sel) -> str:
    """A value as a person reads it: dd-mm-yyyy, empty for nothing."""
    if nilai is None:
        return ""
    if isinstance(nilai, datetime):
        return timezone.localtime(nilai).strftime("%d-%m-%Y %H:%M")
    if isinstance(nilai, date):
        return nilai.strftime("%d-%m-%Y")
    return str(nilai)


def tulis_csv(tabel: Tabel) -> Iterator[str]:
    """Lines of the file, with a BOM so that Excel reads UTF-8; the heading block comes first."""
    penulis = csv.writer(_Gema())
    yield "\ufeff"
    for nama, nilai in tabel.keterangan:
        yield penulis.writerow([neutral(nama), neutral(nilai)])
    if tabel.keterangan:
        yield penulis.writerow([])
    yield penulis.writerow([neutral(k) for k in tabel.kepala])
    for baris in tabel.baris:
        yield penulis.writerow([_sel_csv(nilai) for nilai in baris])


def tulis_xlsx(tabel: Tabel, tujuan: Path) -> int:
    """Write the workbook to `tujuan`; returns the number of rows. Data first, "Keterangan" second."""
    buku = xlsxwriter.Workbook(
        str(tujuan),
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    tebal = buku.add_format({"bold": True})
    lembar = buku.add_worksheet(tabel.lembar[:31])
    lembar.freeze_panes(1, 0)
    baris_semua = iter(tabel.baris)
    contoh = list(islice(baris_semua, CONTOH_LEBAR))
    for kolom, judul in enumerate(tabel.kepala):
        lembar.set_column(kolom, kolom, _lebar(judul, [baris[kolom] for baris in contoh]))
        lembar.write_string(0, kolom, _potong(judul), tebal)
    banyak = 0
    for banyak, baris in enumerate(chain(contoh, baris_semua), start=1):
        for kolom, nilai in enumerate(baris):
            _tulis_sel(lembar, banyak, kolom, nilai)
    _tulis_keterangan(buku, tabel, tebal)
    buku.close()
    return banyak


def _lebar(judul: str, isi: Iterable[Any]) -> int:
    """Width of a column in characters: the longest of its first rows, within reason."""
    return max(10, min(max(len(str(nilai)) for nilai in (judul, *isi)) + 2, 60))


def tautan_unduh(request: HttpRequest, alamat: str, *kunci: Any) -> list[dict[str, str]]:
    """Links, one per kind of file, to a download of exactly what the address of this page filters."""
    saringan = request.GET.urlencode()
    return [
        {"teks": f"Unduh {bentuk.upper()}", "url": f"{reverse(alamat, args=[*kunci, bentuk])}?{saringan}"}
        for bentuk in JENIS
    ]


def unduhan(tabel: Tabel, bentuk: str) -> HttpResponse | StreamingHttpResponse | FileResponse:
    """The table as a download; 404 for a form we do not write."""
    if bentuk == "csv":
        jawaban = StreamingHttpResponse(tulis_csv(tabel), content_type=JENIS["csv"])
        jawaban["Content-Disposition"] = _lampiran(tabel.nama_berkas, "csv")
        return jawaban
    if bentuk == "xlsx":
        return _unduhan_xlsx(tabel)
    raise Http404("Berkas tersedia sebagai XLSX atau CSV.")


def _unduhan_xlsx(tabel: Tabel) -> FileResponse:
    # The name is removed at once; the open file lives until the answer is sent.
    with NamedTemporaryFile(suffix=".xlsx", delete=False) as sementara:
        jalur = Path(sementara.name)
    try:
        tulis_xlsx(tabel, jalur)
        berkas = jalur.open("rb")
    finally:
        jalur.unlink(missing_ok=True)
    jawaban = FileResponse(berkas, content_type=JENIS["xlsx"])
    jawaban["Content-Disposition"] = _lampiran(tabel.nama_berkas, "xlsx")
    return jawaban


class _Gema:
    """A file that hands back what is written to it, so that csv.writer can feed a stream."""

    def write(self, teks: str) -> str:
        return teks


def _sel_csv(nilai: Sel) -> str:
    # A number of ours is a number; everything else may carry what a stranger typed.
    if isinstance(nilai, int | float) and not isinstance(nilai, bool):
        return str(nilai)
    return neutral(teks_sel(nilai))


def _tulis_sel(lembar: Any, baris: int, kolom: int, nilai: Sel) -> None:
    if isinstance(nilai, int | float) and not isinstance(nilai, bool):
        lembar.write_number(baris, kolom, nilai)
    else:
        lembar.write_string(baris, kolom, _potong(teks_sel(nilai)))


def _tulis_keterangan(buku: Any, tabel: Tabel, tebal: Any) -> None:
    if not tabel.keterangan:
        return
    lembar = buku.add_worksheet("Keterangan")
    lembar.set_column(0, 0, 24)
    lembar.set_column(1, 1, 80)
    for nomor, (nama, nilai) in enumerate(tabel.keterangan):
        lembar.write_string(nomor, 0, _potong(nama), tebal)
        lembar.write_string(nomor, 1, _potong(nilai))


def _potong(teks: str) -> str:
    return teks if len(teks) <= SEL_TERPANJANG else f"{teks[: SEL_TERPANJANG - 1]}…"


def _lampiran(nama: str, ekor: str) -> str:
    aman = "".join(h if h.isascii() and (h.isalnum() or h in "-_") else "-" for h in nama.lower())
    return f'attachment; filename="{aman.strip("-") or "data"}.{ekor}"'
