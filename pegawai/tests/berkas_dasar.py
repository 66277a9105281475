"""What a case of the 38 kinds is made of: a sound table, a file, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pegawai.tests.berkas_buatan import csv_dari, xlsx


@dataclass(frozen=True, slots=True)
class Dasar:
    """A sound table. `pembuka` stands above the header; `tanggal` and `nama` are "" where there is none."""

    lembar: str
    kepala: Sequence[str]
    baris: Sequence[Sequence[Any]]
    nip: str
    nama: str = ""
    tanggal: str = ""
    #: A column with a number of two decimals, for the comma of D-37.
    desimal: str = ""
    pembuka: Sequence[Sequence[Any]] = ()
    #: Whether the importer reads CSV; NIP of somebody of another instansi.
    boleh_csv: bool = True
    #: The first visible sheet with the header is read, whatever its name; names are looked over.
    satu_lembar: bool = True
    periksa_nama: bool = False
    nip_lain: str = ""

    def xlsx(self, **lain: Any) -> bytes:
        return xlsx({self.lembar: [*self.pembuka, self.kepala, *self.baris]}, **lain)

    def csv(self, **cara: Any) -> bytes:
        return csv_dari([*self.pembuka, self.kepala, *self.baris], **cara)

    def ubah(self, nomor: int, kolom: str, isi: Any) -> Dasar:
        """The same table with one other cell; row numbers count from 0."""
        baris = [list(b) for b in self.baris]
        baris[nomor][self.kepala.index(kolom)] = isi
        return replace(self, baris=baris)

    def semua(self, kolom: str, ganti: Callable[[Any], Any]) -> Dasar:
        """The same table with one column written otherwise."""
        posisi = self.kepala.index(kolom)
        baris = [[ganti(s) if n == posisi else s for n, s in enumerate(b)] for b in self.baris]
        return replace(self, baris=baris)

    def nilai(self, nomor: int, kolom: str) -> Any:
        return self.baris[nomor][self.kepala.index(kolom)]


@dataclass(frozen=True, slots=True)
class Harap:
    """What must come of a file: refused whole (`kode`), some rows refused (`baris`), or read exactly.

    `kata` must stand in what the person reads: the message, the refused rows or the notes.
    """

    kode: str = ""
    baris: tuple[int, ...] = ()
    kata: str = ""


@dataclass(frozen=True, slots=True)
class Kasus:
    """One file of one kind."""

    kode: str
    judul: str
    buat: Callable[[Dasar], bytes]
    harap: Harap
    nama: str = "berkas.xlsx"
    perlu: tuple[str, ...] = ()
    berat: bool = False

    def __str__(self) -> str:
        return f"{self.kode} {self.judul}"

    def cocok(self, dasar: Dasar) -> bool:
        """Whether this file can be made for this importer."""
        return all(getattr(dasar, p) for p in self.perlu)
