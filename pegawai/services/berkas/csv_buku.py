"""CSV as people save it: UTF-8 with or without BOM, UTF-16, Windows-1252; four separators."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO, Final

from asn_karier.lib.errors import DomainError
from asn_karier.lib.kata import bilangan
from pegawai.services.berkas.bentuk import BarisMentah, Lembar
from pegawai.services.berkas.gerbang import Jenis
from pegawai.services.berkas.luas import periksa_luas, terlalu_luas

PEMISAH: Final = (",", ";", "\t", "|")
#: Characters of one row, all its lines together: five times what the widest real row holds.
MAKS_REKAMAN: Final = 262_144
_CONTOH_BARIS: Final = 20
_SIMPAN_CSV: Final = "Simpan ulang dari Excel sebagai «CSV UTF-8» atau .xlsx, lalu unggah lagi."


class BukuCsv:
    """Read as a stream: memory does not grow with the file."""

    def __init__(self, berkas: BinaryIO) -> None:
        self.jenis = Jenis.CSV
        self.lembar: tuple[Lembar, ...] = (Lembar(""),)
        self._berkas = berkas
        self._sandi = _tebak_sandi(berkas)
        self._pemisah = max(PEMISAH, key=self._kecocokan)

    def baris(self, lembar: str) -> Iterator[BarisMentah]:
        """Rows of the only sheet; DomainError `csv_rusak` or `berkas_terlalu_luas` names the row."""
        for nomor, sel in self._rekaman(self._pemisah):
            periksa_luas(nomor, len(sel))
            yield nomor, list(sel)

    def tersembunyi(self, lembar: str) -> int:
        """A CSV hides nothing."""
        return 0

    def _rekaman(self, pemisah: str) -> Iterator[tuple[int, list[str]]]:
        penakar = _Penakar(self._teks())
        try:
            for sel in csv.reader(penakar, delimiter=pemisah):
                yield penakar.nomor, sel
                penakar.lanjut()
        except csv.Error as salah:
            raise DomainError(
                "csv_rusak",
                f"Baris {penakar.nomor} tidak dapat dibaca: ada tanda kutip yang tidak ditutup, "
                "atau isi sel yang terlalu panjang.",
                tindakan=_SIMPAN_CSV,
            ) from salah

    def _teks(self) -> io.TextIOWrapper:
        self._berkas.seek(0)
        return io.TextIOWrapper(_TakDitutup(self._berkas), encoding=self._sandi, newline="")

    def _kecocokan(self, pemisah: str) -> tuple[int, int]:
        """How many of the first rows agree on a width, and that width: text has separators at random."""
        lebar: Counter[int] = Counter()
        try:
            for _, sel in islice(self._rekaman(pemisah), _CONTOH_BARIS):
                lebar[len(sel)] += 1
        except DomainError:
            pass  # `baris` meets the same fault and names it
        return max(((banyak, kolom) for kolom, banyak in lebar.items() if kolom > 1), default=(0, 0))


class _Penakar:
    """Physical lines for csv.reader, never more of them than one row may hold."""

    def __init__(self, teks: io.TextIOWrapper) -> None:
        self.nomor = 1
        self._teks = teks
        self._sisa = MAKS_REKAMAN

    def __iter__(self) -> _Penakar:
        return self

    def __next__(self) -> str:
        baris = self._teks.readline(self._sisa + 1)
        if not baris and self._sisa < MAKS_REKAMAN:
            # The reader would take all rows since the quote for one cell, and say nothing.
            raise csv.Error("the file ends inside a quoted cell")
        if not baris:
            raise StopIteration
        self._sisa -= len(baris)
        if self._sisa < 0:
            sebab = f"baris {bilangan(self.nomor)} melebihi {bilangan(MAKS_REKAMAN)} huruf"
            raise terlalu_luas(sebab, _SIMPAN_CSV)
        return baris

    def lanjut(self) -> None:
        """The reader has taken one row; the next begins."""
        self.nomor += 1
        self._sisa = MAKS_REKAMAN


class _TakDitutup(io.BufferedIOBase):
    """Lets a text reader go without closing the file below it."""

    def __init__(self, berkas: BinaryIO) -> None:
        self._berkas = berkas

    def readable(self) -> bool:
        return True

    def read1(self, size: int | None = -1, /) -> bytes:
        return self._berkas.read(-1 if size is None else size)

    def read(self, size: int | None = -1, /) -> bytes:
        return self.read1(size)

    def __getattr__(self, nama: str) -> Any:
        raise AttributeError(nama)


def _tebak_sandi(berkas: BinaryIO) -> str:
    berkas.seek(0)
    awal = berkas.read(4)
    if awal.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _pastikan(berkas, "utf-16")
    if awal.startswith(codecs.BOM_UTF8):
        return _pastikan(berkas, "utf-8-sig")
    return "utf-8" if _terbaca(berkas, "utf-8") else _pastikan(berkas, "cp1252")


def _pastikan(berkas: BinaryIO, sandi: str) -> str:
    if _terbaca(berkas, sandi):
        return sandi
    raise DomainError(
        "csv_sandi_huruf", "Huruf dalam berkas CSV ini tidak dapat dikenali.", tindakan=_SIMPAN_CSV
    )


def _terbaca(berkas: BinaryIO, sandi: str) -> bool:
    pengurai = codecs.getincrementaldecoder(sandi)()
    berkas.seek(0)
    try:
        while potong := berkas.read(1 << 20):
            if "\x00" in pengurai.decode(potong):
                return False
        pengurai.decode(b"", final=True)
    except UnicodeError:
        return False
    return True
