"""A stream scan of the XML inside an XLSX, before a spreadsheet reader holds it in memory.

Finds what would hurt or mislead: entities, more cells than memory allows, strings that multiply, and
formula and error cells with their address.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from asn_karier.lib.errors import DomainError
from asn_karier.lib.kata import bilangan
from pegawai.services.berkas.arsip import Arsip, rusak
from pegawai.services.berkas.gerbang import MIB
from pegawai.services.berkas.luas import MAKS_BARIS, MAKS_KOLOM, terlalu_luas

#: A spreadsheet reader needs about 95 bytes per cell at its peak: 150 MB.
MAKS_SEL: Final = 1_600_000
UNTAI: Final = "xl/sharedStrings.xml"
MAKS_TEKS: Final = 64 * MIB
_PAKAI_CSV: Final = "Simpan sebagai CSV (UTF-8), atau hapus baris dan kolom kosong di luar tabel."
_AWALAN: Final = rb"<(?:[^\s<>/]*:)?"
_TOKEN: Final = re.compile(
    _AWALAN + rb"(?:c(?=[\s/>])([^>]*)>|(f)(?=[\s/>])|v(?:\s[^>]*)?>([^<]*)|(row)(?=[\s/>])([^>]*)>)"
)
_ATRIBUT: Final = re.compile(rb"""\s([\w:.-]+)\s*=\s*(?:"([^"<>&]*)"|'([^'<>&]*)')""")
_ATRIBUT_SAH: Final = re.compile(rb"""(?:\s+[\w:.-]+\s*=\s*(?:"[^"<>&]*"|'[^'<>&]*'))*\s*/?""")
_ALAMAT: Final = re.compile(rb"([A-Z]{1,3})([1-9][0-9]{0,6})")
_NOMOR: Final = re.compile(rb"[1-9][0-9]{0,6}")
# The usual spelling of spreadsheet programs, found in bulk: whole tags, so that nothing hides in them.
_SEL_LAZIM: Final = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: (?:s|t|cm|vm)="\w+")*/?>')
_SEL: Final = re.compile(_AWALAN + rb"c(?=[\s/>])")
_BARIS_LAZIM: Final = re.compile(rb'<row r="([1-9][0-9]{0,6})"(?: (?!r=)[\w:.]+="[^"<>&]*")*/?>')
_BARIS: Final = re.compile(_AWALAN + rb"row(?=[\s/>])")
_UNTAI_LAZIM: Final = re.compile(rb't="s"[^>]*><v>(\d{1,8})</v>')
_MEMAKAI_UNTAI: Final = re.compile(rb"""\bt\s*=\s*["']s["']""")
_RUMUS: Final = re.compile(_AWALAN + rb"f[\s/>]")
_SALAH: Final = re.compile(rb"""\bt\s*=\s*["']e["']""")
_UNTAI: Final = re.compile(_AWALAN + rb"(?:(si)(?=[\s/>])|t(?:\s[^>]*)?>([^<]*))")
_BARIS_SEMBUNYI: Final = re.compile(_AWALAN + rb"""row\s[^>]*\bhidden\s*=\s*["'](?:1|true)["']""")
#: What may hide text from a scan and not from a reader; no spreadsheet program writes it in a table.
_SEMBUNYI: Final = (b"<!--", b"<![CDATA[")


@dataclass(slots=True)
class HasilPindai:
    """What one sheet holds. Addresses are as Excel shows them, empty when there is none."""

    baris: int = 0
    kolom: int = 0
    sel: int = 0
    teks: int = 0
    tersembunyi: int = 0
    rumus: str = ""
    galat: str = ""


def tolak_entitas(arsip: Arsip, nama: str) -> None:
    """DomainError `berkas_entitas` when an XML part declares a document type or hides what it says."""
    terlarang: tuple[bytes, ...] = (b"<!DOCTYPE", b"<!ENTITY")
    if "worksheets" in nama or nama.lower() == UNTAI.lower():
        terlarang += _SEMBUNYI
    ekor = b""
    for nomor, potong in enumerate(arsip.potongan(nama)):
        data = ekor + potong
        if any(kata in data for kata in terlarang) or (nomor == 0 and b"\x00" in data[:200]):
            raise DomainError(
                "berkas_entitas",
                "Berkas memuat perintah XML yang tidak dipakai Excel, sehingga tidak dibuka.",
                tindakan="Salin tabelnya ke buku kerja baru, simpan sebagai .xlsx, lalu unggah lagi.",
            )
        ekor = data[-16:]


def panjang_untai(arsip: Arsip, nama: str) -> array[int]:
    """Length in bytes of each shared string, in order."""
    hasil = array("L")
    for potong in _utuh(arsip, nama):
        for cocok in _UNTAI.finditer(potong):
            if cocok[1]:
                hasil.append(0)
            elif hasil:
                hasil[-1] += len(cocok[2])
    return hasil


def pindai_lembar(arsip: Arsip, nama: str, untai: array[int]) -> HasilPindai:
    """Extent and traps of one sheet; DomainError `berkas_terlalu_luas` when it would not fit in memory."""
    return _Pemindai(untai).jalankan(arsip, nama)


class _Pemindai:
    """Bulk searches over each piece; a piece written in an unusual way is read cell by cell."""

    def __init__(self, untai: array[int]) -> None:
        self.hasil = HasilPindai()
        self._untai = untai
        self._terpanjang = max(untai, default=0)
        self._baris = self._kolom = 0
        self._jenis = b""

    def jalankan(self, arsip: Arsip, nama: str) -> HasilPindai:
        for potong in _utuh(arsip, nama):
            if not self._borongan(potong):
                self._satuan(potong)
            if b"hidden" in potong:
                self.hasil.tersembunyi += len(_BARIS_SEMBUNYI.findall(potong))
            self._ukur()
        return self.hasil

    def _borongan(self, potong: bytes) -> bool:
        """Count in bulk; False when the piece holds anything this does not understand."""
        alamat, baris = _SEL_LAZIM.findall(potong), _BARIS_LAZIM.findall(potong)
        untai = _UNTAI_LAZIM.findall(potong)
        if len(alamat) != len(_SEL.findall(potong)) or len(untai) != len(_MEMAKAI_UNTAI.findall(potong)):
            return False
        if len(baris) != len(_BARIS.findall(potong)):
            return False
        if _RUMUS.search(potong) or _SALAH.search(potong):
            return False
        h = self.hasil
        h.sel += len(alamat)
        if alamat:
            h.kolom = max(h.kolom, *(nomor_kolom(a.decode()) for a in {a for a, _ in alamat}))
            h.baris = max(h.baris, *(int(b) for b in {b for _, b in alamat}))
        try:
            h.teks += sum(map(self._untai.__getitem__, map(int, untai)))
        except IndexError:
            return False
        self._ingat(alamat, baris)
        return True

    def _ingat(self, alamat: list[tuple[bytes, bytes]], baris: list[bytes]) -> None:
        """Where the bulk ended: a cell without an address in the next piece stands beside it."""
        if baris:
            self._baris = int(baris[-1])
        if alamat:
            huruf, nomor = alamat[-1]
            self._baris, self._kolom = max(self._baris, int(nomor)), nomor_kolom(huruf.decode())

    def _satuan(self, potong: bytes) -> None:
        for cocok in _TOKEN.finditer(potong):
            if cocok[1] is not None:
                self._sel(cocok[1])
            elif cocok[3] is not None:
                self._pakai_untai(cocok[3])
            elif cocok[2]:
                self.hasil.rumus = self.hasil.rumus or self._alamat()
            else:
                nomor = _atribut(cocok[5], _NOMOR).get(b"r")
                self._baris, self._kolom = int(nomor) if nomor else self._baris + 1, 0

    def _sel(self, mentah: bytes) -> None:
        atribut = _atribut(mentah, _ALAMAT)
        if b"r" in atribut and (alamat := _ALAMAT.fullmatch(atribut[b"r"])):
            self._kolom, self._baris = nomor_kolom(alamat[1].decode()), max(self._baris, int(alamat[2]))
        else:
            self._kolom += 1
        self._jenis = atribut.get(b"t", b"")
        h = self.hasil
        if self._jenis == b"e":
            h.galat = h.galat or self._alamat()
        h.sel += 1
        h.baris, h.kolom = max(h.baris, self._baris), max(h.kolom, self._kolom)

    def _pakai_untai(self, teks: bytes) -> None:
        if self._jenis != b"s":
            return
        try:
            self.hasil.teks += self._untai[int(teks)]
        except ValueError:
            self.hasil.teks += self._terpanjang
        except IndexError as salah:
            raise rusak() from salah

    def _alamat(self) -> str:
        return f"{huruf_kolom(self._kolom or 1)}{self._baris}"

    def _ukur(self) -> None:
        h = self.hasil
        if h.baris > MAKS_BARIS or h.kolom > MAKS_KOLOM:
            raise terlalu_luas(
                f"{bilangan(h.baris)} baris dan {bilangan(h.kolom)} kolom, "
                f"paling banyak {bilangan(MAKS_BARIS)} baris dan {MAKS_KOLOM} kolom"
            )
        if max(h.sel, h.baris * h.kolom) > MAKS_SEL or h.teks > MAKS_TEKS:
            raise terlalu_luas(f"{bilangan(h.sel)} sel untuk dibaca sebagai Excel", _PAKAI_CSV)


def _atribut(mentah: bytes, bentuk: re.Pattern[bytes]) -> dict[bytes, bytes]:
    """Attributes of a cell or row; DomainError `berkas_rusak` where another reader may find another place."""
    semua = [(nama, satu or dua) for nama, satu, dua in _ATRIBUT.findall(mentah)]
    hasil = dict(semua)
    sah = _ATRIBUT_SAH.fullmatch(mentah) and len(hasil) == len(semua)
    if not sah or any(nama.endswith(b":r") for nama in hasil):
        raise rusak()
    if b"r" in hasil and not bentuk.fullmatch(hasil[b"r"]):
        raise rusak()
    return hasil


def _utuh(arsip: Arsip, nama: str) -> Iterator[bytes]:
    """The member in pieces that never cut a cell in two: each ends before the last cell it began."""
    ekor = b""
    for potong in arsip.potongan(nama):
        data = ekor + potong
        batas = max(
            data.rfind(b"<c "),
            data.rfind(b"<row "),
            *map(data.rfind, (b":c ", b":row ", b"<si>", b":si>")),
            0,
        )
        batas = data.rfind(b"<", 0, batas + 1)
        if batas > 0:
            yield data[:batas]
            data = data[batas:]
        if len(data) > 4 * MIB:
            raise terlalu_luas("satu sel berisi lebih dari 4 MB")
        ekor = data
    yield ekor


def huruf_kolom(nomor: int) -> str:
    """1 is A, 27 is AA."""
    huruf = ""
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def nomor_kolom(huruf: str) -> int:
    """A is 1, AA is 27."""
    nomor = 0
    for h in huruf:
        nomor = nomor * 26 + ord(h) - 64
    return nomor
