"""Evidence files made on the spot: good ones, and what somebody might try instead."""

import io
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

LOKASI = 0x8825


def foto(*, lebar=400, tinggi=300, bentuk="JPEG", arah=None, lokasi=False) -> bytes:
    """A photograph, red on the left and blue on the right; `arah` is the EXIF orientation."""
    gambar = Image.new("RGB", (lebar, tinggi), "red")
    gambar.paste("blue", (lebar // 2, 0, lebar, tinggi))
    exif = Image.Exif()
    if arah:
        exif[0x0112] = arah
    if lokasi:
        exif[0x010F] = "KAMERA-RAHASIA"
        exif.get_ifd(LOKASI)[1] = "S"
    keluar = io.BytesIO()
    gambar.save(keluar, bentuk, exif=exif)
    return keluar.getvalue()


def pdf(isi: bytes = b"", *, objek: bytes = b"", ekor: bytes = b"\n") -> bytes:
    """A PDF of one empty page; `isi` stands in its catalogue, `objek` in a compressed object stream."""
    aliran = b""
    if objek:
        padat = zlib.compress(objek)
        aliran = (
            b"5 0 obj\n<< /Type /ObjStm /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n"
        )
        aliran %= (len(padat), padat)
    return (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R " + isi + b" >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n"
        + aliran
        + b"trailer\n<< /Root 1 0 R /Size 6 >>\nstartxref\n9\n%%EOF"
        + ekor
    )


def unggahan(nama: str = "sk.pdf", isi: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, pdf() if isi is None else isi)
