"""What is let in as evidence: PDF without active content, photographs made anew. Pure bytes, no database.

The first bytes decide, not the name and not what the browser declared. A photograph is decoded under a
limit and written again: what was hidden behind, beside or inside it (location, a second file) is gone.
A PDF is kept as it is, so it must be nothing but a PDF.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any, Final

from PIL import Image, ImageOps

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from pegawai.enums import JenisBukti
from pegawai.rules.awal_berkas import SECUKUPNYA, jenis_awal

BATAS_BYTE: Final = 5 * 1024 * 1024
#: A phone of today makes 12 to 16 million; decoding more costs memory that other people need.
BATAS_PIKSEL: Final = 25_000_000
#: Longest side of what is kept: a page of A4 stays readable, about 240 dots an inch.
SISI_TERPANJANG: Final = 2_400
MUTU_JPEG: Final = 80
#: A progressive photograph has about ten scans; thousands of empty ones cost minutes.
BATAS_PINDAIAN: Final = 64
#: Of compressed objects of a PDF that are looked into.
BATAS_OBJEK: Final = 20 * 1024 * 1024

#: Kinds of content by the ending of a name: phones call a PNG .jpg, nobody a PDF.
_EKOR: Final = {"pdf": ("PDF",), **dict.fromkeys(("jpg", "jpeg", "png"), ("JPEG", "PNG"))}
_ALIRAN: Final = re.compile(rb"(<<(?:(?!stream).){0,4000}>>)\s{0,4}stream\r?\n(.*?)endstream", re.DOTALL)
#: Names by which a PDF runs something, opens another file, or hides one.
_AKTIF: Final = re.compile(
    rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE)(?![A-Za-z0-9])"
)
_BUKAN_PDF: Final = re.compile(rb"<\s*(?:script|html|svg|iframe|!doctype\s+html|\?php)", re.IGNORECASE)
#: Where a ZIP would end, in the last bytes of a file that is a ZIP too.
_AKHIR_ZIP: Final = b"PK\x05\x06"
_EKOR_ZIP: Final = 66_000
_GALAT_GAMBAR: Final = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    EOFError,
    struct.error,
    zlib.error,
    MemoryError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


def baca_terbatas(berkas: Any) -> bytes:
    """All of an upload (bytes, an open file or an UploadedFile); DomainError as soon as it is too large."""
    if isinstance(berkas, bytes):
        isi = berkas
    else:
        if (ukuran := getattr(berkas, "size", 0)) > BATAS_BYTE:
            raise _terlalu_besar(ukuran)
        berkas.seek(0)
        isi = berkas.read(BATAS_BYTE + 1)
    if len(isi) > BATAS_BYTE:
        raise _terlalu_besar(len(isi))
    if not isi:
        raise DomainError("bukti_kosong", "Berkas itu kosong.", tindakan="Pilih berkas lain atau foto ulang.")
    return bytes(isi)


def periksa(isi: bytes, nama: str) -> tuple[bytes, JenisBukti]:
    """What is kept of a file, and its kind; DomainError for everything else."""
    bentuk = jenis_awal(isi[:SECUKUPNYA])
    if bentuk not in _EKOR.get(nama.rpartition(".")[2].lower(), ()):
        raise DomainError("bukti_jenis", "Berkas harus PDF, JPG, atau PNG.")
    if bentuk == "PDF":
        periksa_pdf(isi)
        return isi, JenisBukti.PDF
    return foto_ulang(isi, bentuk), JenisBukti.JPG


def foto_ulang(isi: bytes, bentuk: str) -> bytes:
    """The picture alone as JPEG: upright, no larger than needed, without metadata."""
    if bentuk == "JPEG" and isi.count(b"\xff\xda") > BATAS_PINDAIAN:
        raise _tak_terbaca()
    try:
        with Image.open(io.BytesIO(isi), formats=(bentuk,)) as gambar:
            lebar, tinggi = gambar.size
            if lebar * tinggi > BATAS_PIKSEL:
                raise DomainError(
                    "bukti_piksel",
                    f"Foto {kata.bilangan(lebar)} × {kata.bilangan(tinggi)} titik terlalu besar.",
                    tindakan="Foto ulang dengan ukuran yang lebih kecil.",
                )
            gambar.draft("RGB", (SISI_TERPANJANG, SISI_TERPANJANG))
            tegak = ImageOps.exif_transpose(gambar)
            tegak.thumbnail((SISI_TERPANJANG, SISI_TERPANJANG))
            keluar = io.BytesIO()
            _di_atas_putih(tegak).save(keluar, "JPEG", quality=MUTU_JPEG, optimize=True)
    except _GALAT_GAMBAR as salah:
        raise _tak_terbaca() from salah
    return keluar.getvalue()


def _di_atas_putih(gambar: Image.Image) -> Image.Image:
    """Transparent parts become paper; the new picture carries nothing of the old one but its dots."""
    lapis = gambar.convert("RGBA") if gambar.mode in ("RGBA", "LA", "P", "PA") else gambar.convert("RGB")
    kertas = Image.new("RGB", lapis.size, "white")
    kertas.paste(lapis, mask=lapis if lapis.mode == "RGBA" else None)
    return kertas


def periksa_pdf(isi: bytes) -> None:
    """Refuse what is more than a PDF to read: scripts, attachments, another kind of file around it."""
    badan, _, sisa = isi.rpartition(b"%%EOF")
    if not badan or sisa.strip(b"\r\n\t \0"):
        raise DomainError(
            "bukti_pdf_rusak",
            "Berkas PDF itu tidak utuh.",
            tindakan="Unduh atau pindai ulang, lalu unggah lagi.",
        )
    kerangka = _ALIRAN.sub(rb"\1", isi)
    if b"/Encrypt" in kerangka:
        raise DomainError(
            "bukti_pdf_terkunci",
            "Berkas PDF itu terkunci dengan kata sandi.",
            tindakan="Simpan ulang tanpa kata sandi, atau foto lembarannya.",
        )
    bagian = (kerangka, *_objek_tersimpan(isi))
    if _AKHIR_ZIP in isi[-_EKOR_ZIP:] or any(_berbahaya(b) for b in bagian):
        raise DomainError(
            "bukti_pdf_aktif",
            "Berkas PDF itu memuat perintah atau berkas lain, jadi tidak dapat diterima.",
            tindakan="Cetak ke PDF, atau foto lembarannya.",
        )


def _berbahaya(bagian: bytes) -> bool:
    # A name may be written with #-codes (/J#53): read them as the viewer would.
    polos = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), bagian)
    return bool(_AKTIF.search(polos) or _BUKAN_PDF.search(polos))


def _objek_tersimpan(isi: bytes) -> Iterator[bytes]:
    """Objects that a PDF keeps compressed (ObjStm), opened under a limit."""
    sisa = BATAS_OBJEK
    for cocok in _ALIRAN.finditer(isi):
        if b"/ObjStm" not in cocok[1]:
            continue
        try:
            terbuka = zlib.decompressobj().decompress(cocok[2], sisa)
        except zlib.error:
            continue  # kept by another filter: a viewer that reads it still opens no other program
        sisa -= len(terbuka)
        yield terbuka
        if sisa <= 0:
            raise _tak_terbaca()


def _terlalu_besar(byte: int) -> DomainError:
    mb = kata.bilangan(-(-byte // (1024 * 1024)))
    return DomainError(
        "bukti_besar", f"Berkas {mb} MB; paling besar 5 MB.", tindakan="Kecilkan atau foto ulang."
    )


def _tak_terbaca() -> DomainError:
    return DomainError(
        "bukti_tak_terbaca", "Berkas itu tidak dapat dibuka.", tindakan="Foto ulang, lalu unggah lagi."
    )
