"""The door of this package: a file becomes a Buku."""

from __future__ import annotations

from typing import BinaryIO

from pegawai.services.berkas.bentuk import Buku
from pegawai.services.berkas.csv_buku import BukuCsv
from pegawai.services.berkas.gerbang import Jenis, kenali
from pegawai.services.berkas.xlsx_buku import BukuXlsx


def buka_buku(berkas: BinaryIO, nama: str) -> Buku:
    """Open a CSV or XLSX. `berkas` must be seekable and stay open; raises DomainError `berkas_...`."""
    return BukuCsv(berkas) if kenali(berkas, nama) is Jenis.CSV else BukuXlsx(berkas)
