"""Uploaded files at rest: they hold NIK and papers in clear, so they are stored encrypted, piece by piece.

One Fernet token per line; memory stays at one piece, and the key is the one that protects NIK.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from tempfile import TemporaryFile
from typing import Any, BinaryIO, Final

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from asn_karier.lib.sandi import buka_sandi, kunci_sandi
from pegawai.services.berkas import periksa_ukuran

#: Folders: papers of requests; everything else (imports, signed letters).
BUKTI: Final = "bukti"
UMUM: Final = "impor"
LACI: Final = (UMUM, BUKTI)
_POTONG: Final = 512 * 1024


@contextmanager
def tampung(isi: Any) -> Iterator[tuple[BinaryIO, str]]:
    """Copy an upload into an unnamed temporary file; yields it with its SHA-256.

    `isi` is bytes, an open file, or a Django UploadedFile. Stops with DomainError as soon as the size
    limit is passed, whatever length the sender declared; a file that knows its size, before it is read.
    """
    sidik, byte = hashlib.sha256(), 0
    if (ukuran := getattr(isi, "size", None)) is not None:
        periksa_ukuran(ukuran)
    with TemporaryFile() as berkas:
        for potong in _potongan(isi):
            byte += len(potong)
            periksa_ukuran(byte, utuh=isinstance(isi, bytes))
            sidik.update(potong)
            berkas.write(potong)
        periksa_ukuran(byte)
        berkas.seek(0)
        yield berkas, sidik.hexdigest()


def _potongan(isi: Any) -> Iterator[bytes]:
    if isinstance(isi, bytes):
        yield isi
        return
    isi.seek(0)
    while potong := isi.read(_POTONG):
        yield potong


def simpan(berkas: BinaryIO, *, laci: str = UMUM) -> str:
    """Store `berkas` encrypted in the folder `laci` under a name nobody can guess; returns that name."""
    berkas.seek(0)
    with TemporaryFile() as tersandi:
        while potong := berkas.read(_POTONG):
            # latin-1 maps every byte to one character and back: the cipher takes text.
            tersandi.write(kunci_sandi(potong.decode("latin-1")).encode() + b"\n")
        tersandi.seek(0)
        nama = f"{laci}/{timezone.now():%Y}/{secrets.token_hex(16)}.sandi"
        return str(default_storage.save(nama, _BerkasAlir(tersandi)))


class _BerkasAlir(File):  # type: ignore[type-arg]  # generic in the stubs only
    """A storage file that streams from an open one instead of holding its content."""

    def __init__(self, berkas: BinaryIO) -> None:
        super().__init__(berkas)
        self.size = berkas.seek(0, 2)
        berkas.seek(0)


@contextmanager
def buka(nama: str) -> Iterator[BinaryIO]:
    """The stored file in clear, in an unnamed temporary file; DomainError when it is gone or altered."""
    with TemporaryFile() as berkas:
        try:
            with default_storage.open(nama, "rb") as tersandi:
                for baris in tersandi:
                    berkas.write(buka_sandi(baris.strip().decode()).encode("latin-1"))
        except FileNotFoundError as salah:
            raise DomainError(
                "berkas_hilang",
                "Berkas yang diunggah tidak ditemukan lagi.",
                tindakan="Unggah berkas itu sekali lagi.",
            ) from salah
        berkas.seek(0)
        yield berkas


def daftar() -> Iterator[str]:
    """The name of every stored file, drawer by drawer."""
    for laci in LACI:
        for tahun in _isi(laci)[0]:
            yield from (f"{laci}/{tahun}/{nama}" for nama in _isi(f"{laci}/{tahun}")[1])


def _isi(folder: str) -> tuple[list[str], list[str]]:
    """Folders and files; a folder that is not there yet is empty."""
    try:
        return default_storage.listdir(folder)
    except FileNotFoundError:
        return [], []


def disimpan_pada(nama: str) -> datetime | None:
    """When a file was stored; None when it is gone."""
    try:
        return default_storage.get_modified_time(nama)
    except FileNotFoundError:
        return None


def hapus(nama: str) -> None:
    """Remove a stored file; silent when there is none, or when it is gone already."""
    if nama:
        default_storage.delete(nama)
