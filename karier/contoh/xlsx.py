"""XLSX in flat memory whose bytes depend on the content only."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path

import xlsxwriter

Sel = str | int | float | date | None


class BukuXlsx:
    """Rows are written one after the other; a text cell stays text, so NIP keeps its digits."""

    def __init__(self, buku: xlsxwriter.Workbook) -> None:
        self._buku = buku
        self._tanggal = buku.add_format({"num_format": "dd-mm-yyyy"})
        self._nomor = 0

    def lembar(self, nama: str) -> None:
        """Start the next sheet."""
        self._lembar = self._buku.add_worksheet(nama)
        self._nomor = 0

    def baris(self, isi: Iterable[Sel]) -> None:
        """Write one row; None leaves the cell empty."""
        for kolom, nilai in enumerate(isi):
            self._sel(kolom, nilai)
        self._nomor += 1

    def _sel(self, kolom: int, nilai: Sel) -> None:
        if isinstance(nilai, str):
            self._lembar.write_string(self._nomor, kolom, nilai)
        elif isinstance(nilai, date):
            self._lembar.write_datetime(self._nomor, kolom, datetime.combine(nilai, time()), self._tanggal)
        elif nilai is not None:
            self._lembar.write_number(self._nomor, kolom, nilai)


@contextmanager
def buka_xlsx(berkas: Path, per: date) -> Iterator[BukuXlsx]:
    """Open a new workbook; `per` is its creation date, so that equal content gives equal bytes."""
    buku = xlsxwriter.Workbook(str(berkas), {"constant_memory": True})
    buku.set_properties({"created": datetime.combine(per, time())})
    yield BukuXlsx(buku)
    buku.close()
