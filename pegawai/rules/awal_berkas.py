"""What kind of file this is, told by its first bytes: a name and a browser say what they like."""

from __future__ import annotations

from typing import Final

#: Bytes from the start that tell every kind.
SECUKUPNYA: Final = 4096
#: Kinds that begin with the same bytes each time. Office files and EPUB are ZIP.
_AWAL: Final = {
    b"%PDF-": "PDF",
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"PK\x03\x04": "ZIP",
    b"ID3": "MP3",
}
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
#: Control characters that no text holds; tab, line feed, form feed and carriage return are text.
_BUKAN_TEKS: Final = bytes({*range(32), 127} - {9, 10, 12, 13})


def jenis_awal(awal: bytes) -> str:
    """'PDF', 'JPEG', 'PNG', 'ZIP', 'MP3', 'MP4' or 'TEKS'; empty for nothing and for every other kind."""
    for tanda, jenis in _AWAL.items():
        if awal.startswith(tanda):
            return jenis
    if awal[4:8] == b"ftyp":
        return "MP4"
    if _bingkai_mp3(awal):
        return "MP3"
    return "TEKS" if awal and _teks(awal) else ""


def _bingkai_mp3(awal: bytes) -> bool:
    """Sound without a tag: eleven bits of synchronisation, then layer III."""
    return len(awal) > 1 and awal[0] == 0xFF and awal[1] & 0xE6 == 0xE2


def _teks(awal: bytes) -> bool:
    return awal.startswith(_UTF16) or len(awal.translate(None, _BUKAN_TEKS)) == len(awal)
