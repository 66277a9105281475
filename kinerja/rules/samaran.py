"""What a citizen wrote, made safe to store and to show: hidden characters out, people and numbers masked.

The mask is a proposal: a moderator reads it before anybody else does. It rather hides a word too much.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Final

from kinerja.rules.kata_umum import BIASA, SAPAAN

NAMA: Final = "[nama]"
NOMOR: Final = "[nomor]"
AKUN: Final = "[akun]"

#: Marks that stack on one letter; more than these are drawn over other lines.
TUMPUKAN: Final = 3
BARIS_KOSONG: Final = re.compile(r"\n{3,}")
SPASI: Final = re.compile(r"[^\S\n]+")

_SUREL: Final = re.compile(r"[^\s@,;]{1,64}@[^\s@,;]{1,255}|(?<!\w)@\w{2,40}", re.UNICODE)
_TAUTAN: Final = re.compile(r"(?:https?://|www\.)\S{1,300}", re.IGNORECASE)
#: NIP, NIK, telephone, account: seven digits and more, also in groups.
_ANGKA: Final = re.compile(r"(?<!\d)\+?\d(?:[ .\-]{0,2}\d){6,24}(?!\d)")
#: Our own masks, left as they are; and several names one after the other, which are one person.
_TANDA: Final = re.compile(r"(\[nama\]|\[nomor\]|\[akun\])")
_BERURUT: Final = re.compile(r"\[nama\](?:[ .]{1,2}\[nama\])+")
_KATA: Final = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?", re.UNICODE)


def rapikan(teks: str) -> str:
    """Plain text: no control, no direction override, no invisible letter, no tower of marks."""
    hasil: list[str] = []
    tumpuk = 0
    for huruf in unicodedata.normalize("NFC", teks.replace("\r\n", "\n").replace("\r", "\n")):
        golongan = unicodedata.category(huruf)
        tumpuk = tumpuk + 1 if golongan in ("Mn", "Me") else 0
        if tumpuk > TUMPUKAN or (golongan in ("Cc", "Cs", "Co", "Cn") and huruf not in "\n\t"):
            continue
        if golongan == "Cf" and huruf != "\u200d":  # what joins the parts of one emoji
            continue
        hasil.append("\n" if golongan in ("Zl", "Zp") else huruf)
    return BARIS_KOSONG.sub("\n\n", SPASI.sub(" ", "".join(hasil))).strip()


def kata_dalam(teks: str) -> frozenset[str]:
    """The words of a text, small letters."""
    return frozenset(k[0].casefold() for k in _KATA.finditer(teks))


def samarkan(teks: str, nama: Collection[str] = ()) -> str:
    """`teks` with addresses, long numbers and people masked.

    A word is a person where it follows a form of address, or where it is a word of somebody's name
    (`nama`, small letters) and no common word.
    """
    bersih = _ANGKA.sub(NOMOR, _SUREL.sub(AKUN, _TAUTAN.sub(AKUN, teks)))
    bagian = (p if _TANDA.fullmatch(p) else _orang(p, frozenset(nama)) for p in _TANDA.split(bersih))
    return _BERURUT.sub(NAMA, "".join(bagian))


def _orang(teks: str, nama: frozenset[str]) -> str:
    """A piece without masks: the words of people masked."""
    potong: list[str] = []
    lalu, sesudah = 0, _Sesudah()
    for cocok in _KATA.finditer(teks):
        sela = teks[lalu : cocok.start()]
        potong += [sela, NAMA if sesudah.orang(sela, cocok[0], nama) else cocok[0]]
        lalu = cocok.end()
    return "".join((*potong, teks[lalu:]))


class _Sesudah:
    """What came before a word: a form of address, a masked name, or neither."""

    def __init__(self) -> None:
        self.sapaan = False
        self.nama = False

    def orang(self, sela: str, kata: str, nama: frozenset[str]) -> bool:
        """Whether `kata` is a word of a name; remembers what it was for the next one."""
        kecil, dekat = kata.casefold(), _dekat(sela)
        biasa = kecil in BIASA
        dikenal = len(kecil) > 2 and kecil in nama
        disapa = self.sapaan and dekat and kecil not in SAPAAN
        lanjutan = self.nama and dekat and kata[:1].isupper()
        ya = not biasa and (dikenal or disapa or lanjutan)
        self.sapaan, self.nama = (kecil in SAPAAN and not ya), ya
        return ya


def _dekat(sela: str) -> bool:
    """Between two words of one name stands a space or a dot."""
    return sela.strip(" .") == "" and len(sela) <= 3
