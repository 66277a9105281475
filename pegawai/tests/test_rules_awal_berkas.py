"""The first bytes tell what a file is."""

from __future__ import annotations

import pytest

from pegawai.rules.awal_berkas import jenis_awal


@pytest.mark.parametrize(
    ("awal", "jenis"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"ID3\x04\x00", "MP3"),
        (b"\xff\xfb\x90\x44", "MP3"),
        (b"\xff\xf1\x50\x80\x00", ""),  # AAC
        (b"\x00\x00\x00\x20ftypisom", "MP4"),
        ("Naskah «uji» — satu\r\n\tdua\f".encode(), "TEKS"),
        ("Naskah lama: d\xe9j\xe0 vu".encode("cp1252"), "TEKS"),
        ("\ufeffNaskah".encode("utf-16-le"), "TEKS"),
        (b"MZ\x90\x00", ""),
        (bytes.fromhex("d0cf11e0a1b11ae1"), ""),
        (b"", ""),
    ],
)
def test_each_kind_is_told_by_its_beginning(awal: bytes, jenis: str) -> None:
    assert jenis_awal(awal) == jenis
