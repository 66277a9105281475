"""The door of this package: a file becomes a Buku."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO, Final

from pegawai.services.berkas.bentuk import Buku
from pegawai.services.berkas.csv_buku import BukuCsv
from pegawai.services.berkas.gerbang import Jenis, kenali
from pegawai.services.berkas.json_buku import BukuJson
from pegawai.services.berkas.xlsx_buku import BukuXlsx


def buka_buku(berkas: BinaryIO, nama: str) -> Buku:
    """Open a CSV, XLSX or JSON. `berkas` must be seekable and stay open; DomainError `berkas_...`."""
    return _BUKU[kenali(berkas, nama)](berkas)


_BUKU: Final[dict[Jenis, Callable[[BinaryIO], Buku]]] = {
    Jenis.CSV: BukuCsv,
    Jenis.XLSX: BukuXlsx,
    Jenis.JSON: BukuJson,
}
