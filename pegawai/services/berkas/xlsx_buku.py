"""XLSX, scanned before it is read: see `arsip` and `pindai`."""

from __future__ import annotations

import os
import posixpath
from array import array
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final, TypeVar
from xml.etree import ElementTree

from python_calamine import CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from asn_karier.lib.errors import DomainError
from pegawai.services.berkas.arsip import Arsip, rusak
from pegawai.services.berkas.bentuk import BarisMentah, Lembar, Nilai
from pegawai.services.berkas.gerbang import Jenis
from pegawai.services.berkas.pindai import UNTAI, HasilPindai, panjang_untai, pindai_lembar, tolak_entitas

_H = TypeVar("_H")
_BUKU: Final = "xl/workbook.xml"
_RELASI: Final = "xl/_rels/workbook.xml.rels"
#: Excel allows 31 characters.
_MAKS_NAMA: Final = 100
_MAKS_XML_KECIL: Final = 1024 * 1024


class BukuXlsx:
    """One sheet is in memory at a time; DomainError `berkas_...` for everything that must not be read."""

    def __init__(self, berkas: BinaryIO) -> None:
        self.jenis = Jenis.XLSX
        self._arsip = Arsip(berkas, berkas.seek(0, os.SEEK_END))
        self._bagian = self._peta_lembar()
        for nama in self._arsip.anggota:
            if nama.lower().endswith((".xml", ".rels", ".vml")):
                tolak_entitas(self._arsip, nama)
        untai = [nama for nama in self._arsip.anggota if nama.lower() == UNTAI.lower()]
        self._untai = panjang_untai(self._arsip, untai[0]) if untai else array("L")
        berkas.seek(0)
        self._buku = _jaga(lambda: CalamineWorkbook.from_filelike(berkas))
        self.lembar: tuple[Lembar, ...] = tuple(
            Lembar(m.name, m.visible == SheetVisibleEnum.Visible)
            for m in self._buku.sheets_metadata
            if m.name in self._bagian
        )
        self._terbuka: tuple[str, CalamineSheet] | None = None
        self._tersembunyi: dict[str, int] = {}

    def baris(self, lembar: str) -> Iterator[BarisMentah]:
        """Rows of one sheet; DomainError `sel_rumus` or `sel_galat` names the first such cell."""
        isi = self._buka(lembar)
        # iter_rows counts rows from 1 but drops the empty columns on the left.
        kiri: list[Nilai] = [""] * (isi.start[1] if isi.start else 0)
        semua, nomor = isi.iter_rows(), 0
        while (sel := _sel_baris(semua, lembar, nomor := nomor + 1)) is not None:
            yield nomor, [*kiri, *sel]

    def tersembunyi(self, lembar: str) -> int:
        """Hidden rows of a sheet that was opened."""
        return self._tersembunyi.get(lembar, 0)

    def _buka(self, lembar: str) -> CalamineSheet:
        if self._terbuka is None or self._terbuka[0] != lembar:
            hasil = pindai_lembar(self._arsip, self._bagian[lembar], self._untai)
            _tolak_jebakan(lembar, hasil)
            self._tersembunyi[lembar] = hasil.tersembunyi
            self._terbuka = None  # let the other sheet go before this one comes
            self._terbuka = (lembar, _jaga(lambda: self._buku.get_sheet_by_name(lembar)))
        return self._terbuka[1]

    def _peta_lembar(self) -> dict[str, str]:
        """Sheet name to its part of the archive."""
        akar, relasi = posixpath.dirname(_BUKU), self._xml(_RELASI)
        tujuan = {
            r.get("Id", ""): posixpath.normpath(posixpath.join(akar, r.get("Target", "")).removeprefix("/"))
            if not r.get("Target", "").startswith("/")
            else r.get("Target", "")[1:]
            for r in relasi
        }
        if len(tujuan) != len(relasi):
            raise rusak()
        peta: dict[str, str] = {}
        for simpul in self._xml(_BUKU).iter():
            if simpul.tag.endswith("}sheet"):
                kunci = next((v for k, v in simpul.attrib.items() if k.endswith("}id")), "")
                bagian = tujuan.get(kunci, "")
                if bagian in self._arsip.anggota and "worksheets" in bagian:
                    _daftar(peta, simpul.get("name", ""), bagian)
        return peta

    def _xml(self, nama: str) -> ElementTree.Element:
        if nama not in self._arsip.anggota or self._arsip.anggota[nama].file_size > _MAKS_XML_KECIL:
            raise rusak()
        tolak_entitas(self._arsip, nama)
        try:
            return ElementTree.fromstring(b"".join(self._arsip.potongan(nama)))  # noqa: S314  (no DOCTYPE inside)
        except ElementTree.ParseError as salah:
            raise rusak() from salah


def _daftar(peta: dict[str, str], nama: str, bagian: str) -> None:
    # Sheets that share a name or a part could be read again and again.
    if nama in peta or bagian in peta.values() or len(nama) > _MAKS_NAMA:
        raise rusak()
    peta[nama] = bagian


def _sel_baris(semua: Iterator[list[Nilai]], lembar: str, nomor: int) -> list[Nilai] | None:
    # Cells become values only now, and a date far outside the calendar makes the native reader panic.
    try:
        return _jaga(lambda: next(semua, None))
    except DomainError as salah:
        raise DomainError(
            "sel_tidak_terbaca",
            f"Lembar «{lembar}», baris {nomor} berisi tanggal yang tidak ada dalam kalender Excel.",
            tindakan="Ketik ulang tanggal pada baris itu, simpan, lalu unggah lagi.",
        ) from salah


def _jaga(baca: Callable[[], _H]) -> _H:
    """Any trouble of the reader is a damaged file, also a panic of its native part."""
    try:
        return baca()
    except Exception as salah:
        raise rusak() from salah
    except BaseException as salah:
        # A panic in Rust is no Exception; a keyboard interrupt is none either and must go on.
        if type(salah).__name__ != "PanicException":
            raise
        raise rusak() from salah


def _tolak_jebakan(lembar: str, hasil: HasilPindai) -> None:
    if hasil.galat:
        raise DomainError(
            "sel_galat",
            f"Lembar «{lembar}», sel {hasil.galat} berisi kesalahan Excel (misalnya #REF! atau #N/A).",
            tindakan="Perbaiki sel itu atau ketik isinya, simpan, lalu unggah lagi.",
        )
    if hasil.rumus:
        raise DomainError(
            "sel_rumus",
            f"Lembar «{lembar}», sel {hasil.rumus} berisi rumus. Yang dibaca hanya isi yang diketik.",
            tindakan="Salin tabelnya, Tempel Khusus sebagai Nilai (Paste Values), simpan, lalu unggah lagi.",
        )
