"""The text of a PDF that we made, for tests: glyphs back to letters by the maps that the file carries."""

from __future__ import annotations

import re
import zlib

_OBJEK = re.compile(rb"(?:^|\n)(\d+) 0 obj(.*?)\nendobj", re.DOTALL)
_ALIRAN = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_PASANG = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
_TULIS = re.compile(rb"/(f\d+) [\d.]+ Tf|(\()|(\]TJ|Tj)")
_LOLOS = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_HURUF = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def teks_pdf(isi: bytes) -> str:
    """Every line of every page, in the order of writing, one under the other."""
    objek = {int(m[1]): m[2] for m in _OBJEK.finditer(isi)}
    font = _font(objek)
    halaman = [m for o in objek.values() if b"/Type/Page/" in o for m in re.findall(rb"/Contents (\d+)", o)]
    return "\n".join(baris for nomor in halaman for baris in _baris(_aliran(objek[int(nomor)]), font))


def _font(objek: dict[int, bytes]) -> dict[bytes, dict[int, str]]:
    """Resource name of a font -> glyph -> letters."""
    hasil: dict[bytes, dict[int, str]] = {}
    for o in objek.values():
        for nama, nomor in re.findall(rb"/(f\d+) (\d+) 0 R", o):
            peta = re.search(rb"/ToUnicode (\d+)", objek[int(nomor)])
            if peta:
                pasang = _PASANG.findall(_aliran(objek[int(peta[1])]))
                hasil[nama] = {int(a, 16): bytes.fromhex(b.decode()).decode("utf-16-be") for a, b in pasang}
    return hasil


def _baris(isi: bytes, font: dict[bytes, dict[int, str]]) -> list[str]:
    hasil, kini, huruf, posisi = [], "", dict[int, str](), 0
    while m := _TULIS.search(isi, posisi):
        posisi = m.end()
        if m[1]:
            huruf, kini = font[m[1]], ""  # what stood before names a language, not letters
        elif m[2]:
            akhir = _tutup(isi, posisi)
            byte = _LOLOS.sub(_satu, isi[posisi:akhir])
            kini += "".join(huruf.get(int.from_bytes(byte[i : i + 2]), "") for i in range(0, len(byte), 2))
            posisi = akhir + 1
        else:
            hasil.append(kini)
            kini = ""
    return hasil


def _tutup(isi: bytes, posisi: int) -> int:
    """Where a string ends: parentheses inside it may stand in pairs."""
    dalam = 1
    while dalam:
        if isi[posisi] == ord("\\"):
            posisi += 1
        else:
            dalam += {ord("("): 1, ord(")"): -1}.get(isi[posisi], 0)
        posisi += 1
    return posisi - 1


def _satu(m: re.Match[bytes]) -> bytes:
    return bytes([int(m[1], 8)]) if len(m[1]) == 3 else _HURUF.get(m[1], m[1])


def _aliran(objek: bytes) -> bytes:
    m = _ALIRAN.search(objek)
    assert m is not None
    return zlib.decompress(m[1])
