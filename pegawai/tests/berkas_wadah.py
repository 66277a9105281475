"""Hostile containers: a sound workbook in, the same workbook with one thing wrong out."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from pegawai.tests.berkas_buatan import bagian, ganti_bagian

MIB: Final = 1024 * 1024
LEMBAR: Final = "xl/worksheets/sheet1.xml"
UNTAI: Final = "xl/sharedStrings.xml"
GAYA: Final = "xl/styles.xml"
OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
_UTAMA: Final = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def bertanda_ole(aliran: str) -> bytes:
    """A compound file that names one stream ("Workbook": BIFF; "EncryptedPackage": a password)."""
    return OLE + aliran.encode("utf-16-le").ljust(512, b"\0")


def terpotong(isi: bytes) -> bytes:
    return isi[: len(isi) * 2 // 3]


def crc_rusak(isi: bytes) -> bytes:
    """One wrong bit in the checksum of the sheet, in both places where it stands."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        crc = arsip.getinfo(LEMBAR).CRC
    return isi.replace(crc.to_bytes(4, "little"), (crc ^ 1).to_bytes(4, "little"))


def bom_zip(isi: bytes) -> bytes:
    """1 MB that becomes 1 GB: the sheet goes on with zeros."""
    return _dengan_aliran(isi, LEMBAR, bytes(MIB), 1024)


def _dengan_aliran(isi: bytes, nama: str, satu: bytes, kali: int) -> bytes:
    """`nama` becomes `satu` repeated: compressed once, because a full flush makes pieces independent."""
    sisa = ganti_bagian(isi, {nama: b"@"})
    mampat = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    potong = mampat.compress(satu) + mampat.flush(zlib.Z_FULL_FLUSH)
    data = potong * kali + mampat.flush(zlib.Z_FINISH)
    crc = 0
    for _ in range(kali):
        crc = zlib.crc32(satu, crc)
    return _tulis_ulang(sisa, nama, data, crc, len(satu) * kali)


def _tulis_ulang(isi: bytes, nama: str, data: bytes, crc: int, urai: int) -> bytes:
    """The archive with the compressed bytes of one member given as they are."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as baru:
        for info in lama.infolist():
            if info.filename != nama:
                baru.writestr(info.filename, lama.read(info.filename))
        info = zipfile.ZipInfo(nama)
        info.compress_type, info.file_size, info.compress_size, info.CRC = 8, urai, len(data), crc
        info.header_offset = keluar.tell()
        keluar.write(info.FileHeader(zip64=False) + data)
        baru.filelist.append(info)
        baru.NameToInfo[nama] = info
        baru.start_dir = keluar.tell()
        baru._didModify = True  # type: ignore[attr-defined]
    return keluar.getvalue()


def bom_entitas(isi: bytes) -> bytes:
    """A billion laughs in the shared strings."""
    tingkat = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    kepala = b'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY l0 "lol">' + tingkat + b"]>"
    return ganti_bagian(isi, {UNTAI: kepala + b"<sst " + _UTAMA + b"><si><t>&l9;</t></si></sst>"})


def entitas_luar(isi: bytes) -> bytes:
    """The shared strings ask for a file of the server."""
    kepala = b'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return ganti_bagian(isi, {UNTAI: kepala + b"<sst " + _UTAMA + b"><si><t>&x;</t></si></sst>"})


def entitas_kuadrat(isi: bytes) -> bytes:
    """One long entity used ten thousand times: no nesting, and a gigabyte."""
    kepala = b'<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a "' + b"a" * 100_000 + b'">]>'
    sel = b"".join(
        b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>&a;</t></is></c></row>' % (n, n)
        for n in range(1, 10_001)
    )
    data = kepala + b"<worksheet " + _UTAMA + b"><sheetData>" + sel + b"</sheetData></worksheet>"
    return ganti_bagian(isi, {LEMBAR: data})


def berbaris(isi: bytes, banyak: int) -> bytes:
    """The same sheet with rows added below its own, down to row `banyak`."""
    lembar = bagian(isi, LEMBAR)
    mulai = 1 + max(int(n) for n in re.findall(rb'<row r="(\d+)"', lembar))
    tambah = b"".join(
        b'<row r="%d"><c r="A%d"><v>%d</v></c><c r="B%d"><v>%d</v></c></row>' % (n, n, n * 7, n, n * n)
        for n in range(mulai, banyak + 1)
    )
    return ganti_bagian(isi, {LEMBAR: lembar.replace(b"</sheetData>", tambah + b"</sheetData>")})


def berukuran_palsu(isi: bytes) -> bytes:
    """The sheet declares to reach XFD1048576."""
    lembar = re.sub(rb'<dimension ref="[^"]*"/>', b'<dimension ref="A1:XFD1048576"/>', bagian(isi, LEMBAR))
    assert b"XFD1048576" in lembar
    return ganti_bagian(isi, {LEMBAR: lembar})


def bertahun_1904(isi: bytes) -> bytes:
    """The workbook counts days from 1904, as old Macs did; its date cells with it."""
    buku = bagian(isi, "xl/workbook.xml").replace(b"<workbookPr ", b'<workbookPr date1904="1" ')

    def geser(cocok: re.Match[bytes]) -> bytes:
        return cocok[1] + str(int(cocok[2]) - 1462).encode() + b"</v>"

    lembar, banyak = re.subn(rb'(<c r="[A-Z]+[0-9]+" s="1"><v>)(\d+)</v>', geser, bagian(isi, LEMBAR))
    assert banyak, "no date cell to shift"
    assert b"date1904" in buku
    return ganti_bagian(isi, {"xl/workbook.xml": buku, LEMBAR: lembar})


def rumus_tanpa_nilai(isi: bytes, rumus: bytes = b"1+1") -> bytes:
    """The first cell of row 3 is a formula that nobody computed."""
    return _ganti_sel(isi, b"<f>" + rumus + b"</f>", b"")


def sel_galat(isi: bytes, galat: bytes) -> bytes:
    """The first cell of row 3 holds an error of Excel."""
    return _ganti_sel(isi, b"<v>" + galat + b"</v>", b' t="e"')


def _ganti_sel(isi: bytes, dalam: bytes, atribut: bytes) -> bytes:
    lembar, banyak = re.subn(
        rb'(<row r="(\d+)"[^>]*><c r="[A-Z]+\d+")[^>]*>.*?</c>(?=(?:(?!<row ).)*</row></sheetData>)',
        rb"\1" + atribut + b">" + dalam + b"</c>",
        bagian(isi, LEMBAR),
        count=1,
        flags=re.DOTALL,
    )
    assert banyak == 1
    return ganti_bagian(isi, {LEMBAR: lembar})


def bertaut_luar(isi: bytes) -> bytes:
    """An external link that no cell uses."""
    taut = b'<externalLink xmlns="urn:x"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
    return ganti_bagian(isi, {"xl/externalLinks/externalLink1.xml": taut})


def keluar_folder(isi: bytes) -> bytes:
    return ganti_bagian(isi, {"../../etc/cron.d/jahat": b"* * * * * root id"})


def bertaut_simbolik(isi: bytes) -> bytes:
    """The sheet is a symbolic link of Unix to a file of the server."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            info = zipfile.ZipInfo(nama)
            if nama == LEMBAR:
                info.create_system, info.external_attr = 3, 0o120777 << 16
            baru.writestr(info, b"/etc/passwd" if nama == LEMBAR else lama.read(nama))
    return keluar.getvalue()


def baris_tersembunyi(isi: bytes) -> bytes:
    """Row 3 is hidden by a filter."""
    lembar = bagian(isi, LEMBAR).replace(b'<row r="3"', b'<row r="3" hidden="1"')
    return ganti_bagian(isi, {LEMBAR: lembar})


def bergaya(isi: bytes, *, fon: int = 64_000, gaya: int = 5_000) -> bytes:
    """64,000 fonts, and 5,000 styles that each name one."""
    asal = bagian(isi, GAYA)
    banyak_fon = b'<fonts count="%d">' % fon + b"".join(_fon(fon)) + b"</fonts>"
    xf = b"".join(b'<xf numFmtId="0" fontId="%d" fillId="0" borderId="0" xfId="0"/>' % n for n in range(gaya))
    baru = re.sub(rb"<fonts.*?</fonts>", banyak_fon, asal, flags=re.DOTALL)
    baru = re.sub(
        rb'<cellXfs count="\d+">(.*?)</cellXfs>', lambda m: b"<cellXfs>" + m[1] + xf + b"</cellXfs>", baru
    )
    return ganti_bagian(isi, {GAYA: baru})


def _fon(banyak: int) -> Iterator[bytes]:
    for n in range(banyak):
        yield b'<font><sz val="%d"/><name val="Huruf %d"/></font>' % (n % 400 + 1, n)
