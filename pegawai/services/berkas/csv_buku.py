"""CSV as people save it: UTF-8 with or without BOM, UTF-16, Windows-1252; four separators."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from asn_karier.lib.errors import DomainError
from pegawai.services.berkas.bentuk import BarisMentah, Lembar
from pegawai.services.berkas.gerbang import Jenis

PEMISAH: Final = (",", ";", "\t", "|")
_CONTOH_BARIS: Final = 20
_SIMPAN_CSV: Final = "Simpan ulang dari Excel sebagai «CSV UTF-8» atau .xlsx, lalu unggah lagi."


class BukuCsv:
    """Read as a stream: memory does not grow with the file."""

    def __init__(self, berkas: BinaryIO) -> None:
        self.jenis = Jenis.CSV
        self.lembar: tuple[Lembar, ...] = (Lembar(""),)
        self._berkas = berkas
        self._sandi = _tebak_sandi(berkas)
        self._pemisah = _tebak_pemisah(self._teks())

    def _teks(self) -> io.TextIOWrapper:
        self._berkas.seek(0)
        return io.TextIOWrapper(_TakDitutup(self._berkas), encoding=self._sandi, newline="")

    def baris(self, lembar: str) -> Iterator[BarisMentah]:
        """Rows of the only sheet; DomainError `csv_rusak` names the row that cannot be read."""
        nomor = 0
        try:
            for nomor, sel in enumerate(csv.reader(self._teks(), delimiter=self._pemisah), start=1):
                yield nomor, list(sel)
        except csv.Error as salah:
            raise DomainError(
                "csv_rusak",
                f"Baris {nomor + 1} tidak dapat dibaca: ada tanda kutip yang tidak ditutup, "
                "atau isi sel yang terlalu panjang.",
                tindakan=_SIMPAN_CSV,
            ) from salah


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


def _tebak_pemisah(teks: io.TextIOWrapper) -> str:
    """The separator that stands most often in one of the first lines: the header has the most."""
    baris = [teks.readline(65_536) for _ in range(_CONTOH_BARIS)]
    return max(PEMISAH, key=lambda p: max(b.count(p) for b in baris))
