"""What a certificate says when it is checked, letter by letter, and the code that its QR carries.

The code is `<text>.<signature>`, both in base64: the text is a JSON list that anybody can read, the signature
proves it without asking anybody.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Final, NamedTuple

from asn_karier.lib.errors import DomainError

#: First element of the list; another number will be another shape.
VERSI: Final = 1
#: Letters of a number: none that is mistaken for another on paper.
HURUF: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
#: 30 ** 12 numbers a year (58 bits): nobody finds one by trying.
PANJANG_ACAK: Final = 12
_NOMOR: Final = re.compile(r"(\d{4})([2-9A-HJKMNP-TV-Z]{12})")


class IsiSertifikat(NamedTuple):
    """What is signed. `inisial` stands for the holder: who holds the paper knows the name."""

    nomor: str
    inisial: str
    judul: str
    jp: int
    tanggal: date
    penerbit: str
    kunci: str


def susun_nomor(tahun: int, acak: str) -> str:
    """'2027-7F3K-9Q2M-XX4T'."""
    return "-".join([str(tahun), *(acak[i : i + 4] for i in range(0, len(acak), 4))])


def baca_nomor(teks: str) -> str | None:
    """The number in its one spelling, however it was typed; None when it cannot be one."""
    cocok = _NOMOR.fullmatch(re.sub(r"[\s\-./]", "", teks).upper())
    return susun_nomor(int(cocok[1]), cocok[2]) if cocok else None


def inisial(nama: str) -> str:
    """'S. A.' for 'Siti Aminah': the first letter of each word that begins with one."""
    return " ".join(f"{kata[0].upper()}." for kata in nama.split() if kata[0].isalpha())


def susun_muatan(isi: IsiSertifikat) -> str:
    """The text that is signed."""
    baris = [VERSI, *isi._replace(tanggal=isi.tanggal.isoformat())]  # type: ignore[arg-type]
    return json.dumps(baris, ensure_ascii=False, separators=(",", ":"))


def baca_muatan(teks: str) -> IsiSertifikat:
    """Read a text whose signature was checked; DomainError `kode_versi` for a shape of another release."""
    try:
        versi, nomor, siapa, judul, jp, tanggal, penerbit, kunci = json.loads(teks)
        if versi != VERSI:
            raise ValueError(versi)
        return IsiSertifikat(nomor, siapa, judul, int(jp), date.fromisoformat(tanggal), penerbit, kunci)
    except (ValueError, TypeError) as salah:
        raise DomainError(
            "kode_versi",
            "Kode itu bukan kode sertifikat yang dikenal halaman ini.",
            tindakan="Ketik nomor sertifikatnya.",
        ) from salah


def pisah_kode(kode: str) -> tuple[str, str]:
    """(text, signature), both still in base64; DomainError `kode_rusak` when it is not two parts."""
    bagian = kode.strip().split(".")
    if len(bagian) != 2 or not all(bagian):
        raise DomainError(
            "kode_rusak", "Kode itu tidak utuh.", tindakan="Pindai ulang, atau ketik nomor sertifikatnya."
        )
    return bagian[0], bagian[1]
