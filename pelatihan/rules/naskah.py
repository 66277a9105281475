"""The light markup of lessons, read into blocks that a template shows; no HTML passes through.

A blank line ends a paragraph. `# ` begins a heading, `- ` an item, `1. ` a numbered item, `**` stands around
what is bold, and an address that begins with https:// is a link. Everything else is text as typed.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

_JUDUL: Final = re.compile(r"#{1,3} +(\S.*)")
_BUTIR: Final = re.compile(r"[-*•] +(\S.*)")
_NOMOR: Final = re.compile(r"\d{1,3}[.)] +(\S.*)")
_TEBAL: Final = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*")
#: An address ends before the mark that ends its sentence.
_TAUTAN: Final = re.compile(r"https?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]]")


class JenisBlok(StrEnum):
    JUDUL = "judul"
    ALINEA = "alinea"
    BUTIR = "butir"
    NOMOR = "nomor"


class Potong(NamedTuple):
    """A piece of a line. `tautan`: an address, or empty."""

    teks: str
    tebal: bool = False
    tautan: str = ""


class Blok(NamedTuple):
    """One paragraph or heading (its lines), or one list (its items)."""

    jenis: JenisBlok
    baris: list[list[Potong]]


def read_text(isi: str) -> list[Blok]:
    """The blocks of a lesson, in order; nothing for nothing."""
    hasil: list[Blok] = []
    terbuka = False
    for baris in isi.splitlines():
        jenis, teks = _baca(baris.strip())
        if jenis is not None:
            # A heading stands alone; other lines join the block that they follow.
            if terbuka and jenis != JenisBlok.JUDUL and hasil[-1].jenis == jenis:
                hasil[-1].baris.append(_potong(teks))
            else:
                hasil.append(Blok(jenis, [_potong(teks)]))
        terbuka = jenis is not None
    return hasil


def _baca(baris: str) -> tuple[JenisBlok | None, str]:
    if not baris:
        return None, ""
    for pola, jenis in ((_JUDUL, JenisBlok.JUDUL), (_BUTIR, JenisBlok.BUTIR), (_NOMOR, JenisBlok.NOMOR)):
        if cocok := pola.fullmatch(baris):
            return jenis, cocok[1]
    return JenisBlok.ALINEA, baris


def _potong(teks: str) -> list[Potong]:
    """A line in pieces: bold ones, links, and the text between."""
    hasil: list[Potong] = []
    for ke, bagian in enumerate(_TEBAL.split(teks)):
        hasil += _bertaut(bagian, tebal=ke % 2 == 1)
    return hasil


def _bertaut(teks: str, *, tebal: bool) -> Iterator[Potong]:
    akhir = 0
    for cocok in _TAUTAN.finditer(teks):
        if cocok.start() > akhir:
            yield Potong(teks[akhir : cocok.start()], tebal)
        yield Potong(cocok[0], tebal, cocok[0])
        akhir = cocok.end()
    if akhir < len(teks):
        yield Potong(teks[akhir:], tebal)
