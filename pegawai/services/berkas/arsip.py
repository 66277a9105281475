"""A zip archive that may be hostile: listed first, then unpacked piece by piece within its own word.

`zipfile` reads as many bytes as the directory promises; another reader may follow the compressed stream
to its end. So the stream is inflated here and must end exactly where the directory says: after this,
no reader can be surprised by a bomb.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

from asn_karier.lib.errors import DomainError
from pegawai.services.berkas.gerbang import MIB

MAKS_ANGGOTA: Final = 500
MAKS_URAI: Final = 250 * MIB
#: XML of a real table shrinks 10 to 40 times; a bomb, a thousand.
MAKS_RASIO: Final = 120
_RASIO_BERLAKU_DARI: Final = 10 * MIB
_POTONG: Final = 256 * 1024
_METODE: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def rusak() -> DomainError:
    return DomainError(
        "berkas_rusak",
        "Berkas Excel ini terpotong atau rusak, sehingga isinya tidak lengkap.",
        tindakan="Unduh ulang berkas dari sumbernya, periksa bahwa Excel dapat membukanya, lalu unggah lagi.",
    )


def _bom(sebab: str) -> DomainError:
    return DomainError(
        "berkas_bom_zip",
        f"Isi berkas tidak wajar: {sebab}.",
        tindakan="Salin tabelnya saja ke buku kerja baru, simpan sebagai .xlsx atau .csv, lalu unggah lagi.",
    )


class Arsip:
    """The members of one XLSX.

    DomainError `berkas_rusak`, `berkas_bom_zip`, `berkas_bersandi` or `berkas_bermakro`.
    """

    def __init__(self, berkas: BinaryIO, byte: int) -> None:
        self._berkas = berkas
        try:
            with zipfile.ZipFile(berkas) as zip_:
                self.anggota = {info.filename: info for info in zip_.infolist()}
                banyak = len(zip_.infolist())
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as salah:
            raise rusak() from salah
        self._periksa(banyak, byte)

    def _periksa(self, banyak: int, byte: int) -> None:
        urai = sum(info.file_size for info in self.anggota.values())
        # A spreadsheet reader looks parts up without regard to case.
        if banyak > MAKS_ANGGOTA or banyak != len({nama.lower() for nama in self.anggota}):
            raise _bom("terlalu banyak berkas di dalamnya, atau ada yang bernama sama")
        if urai > MAKS_URAI or (urai > _RASIO_BERLAKU_DARI and urai > byte * MAKS_RASIO):
            raise _bom(f"setelah dibuka menjadi {urai / MIB:.0f} MB")
        for nama, info in self.anggota.items():
            _periksa_anggota(nama, info)

    def potongan(self, nama: str) -> Iterator[bytes]:
        """The unpacked bytes of one member, in pieces."""
        info = self.anggota[nama]
        keluar = sidik = 0
        for potong in self._urai(info):
            keluar += len(potong)
            sidik = zlib.crc32(potong, sidik)
            if keluar > info.file_size:
                raise _bom("ukuran sebenarnya melebihi yang tertulis")
            yield potong
        if keluar != info.file_size or sidik != info.CRC:
            raise rusak()

    def _urai(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        self._berkas.seek(info.header_offset)
        kepala = self._berkas.read(30)
        if len(kepala) < 30 or not kepala.startswith(b"PK\x03\x04"):
            raise rusak()
        posisi = info.header_offset + 30 + sum(struct.unpack("<HH", kepala[26:30]))
        mentah = self._mentah(posisi, info.compress_size)
        return mentah if info.compress_type == zipfile.ZIP_STORED else _kempiskan(mentah)

    def _mentah(self, posisi: int, sisa: int) -> Iterator[bytes]:
        while sisa:
            # Seek each time: the caller may read another member between two pieces.
            self._berkas.seek(posisi)
            blok = self._berkas.read(min(_POTONG, sisa))
            if not blok:
                raise rusak()
            posisi += len(blok)
            sisa -= len(blok)
            yield blok


def _kempiskan(mentah: Iterator[bytes]) -> Iterator[bytes]:
    pengurai = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for blok in mentah:
            data = blok
            while data and not pengurai.eof:
                yield pengurai.decompress(data, _POTONG * 4)
                data = pengurai.unconsumed_tail
        yield pengurai.flush(_POTONG * 4)
    except zlib.error as salah:
        raise rusak() from salah
    if not pengurai.eof:
        raise rusak()


def _periksa_anggota(nama: str, info: zipfile.ZipInfo) -> None:
    if info.flag_bits & 0x1:
        raise DomainError(
            "berkas_bersandi",
            "Berkas dikunci dengan kata sandi sehingga tidak dapat dibaca.",
            tindakan="Simpan ulang tanpa kata sandi, lalu unggah lagi.",
        )
    if nama.startswith(("/", "\\")) or ".." in nama.replace("\\", "/").split("/"):
        raise _bom("ada nama berkas yang menunjuk ke luar")
    if info.compress_type not in _METODE:
        raise rusak()
    if nama.lower().endswith("vbaproject.bin"):
        raise DomainError(
            "berkas_bermakro",
            "Berkas ini memuat makro dan tidak dibuka.",
            tindakan="Simpan ulang sebagai «Excel Workbook (.xlsx)» tanpa makro, lalu unggah lagi.",
        )
