"""Evidence files: what is let in, what is kept of it, and how it leaves again."""

import hashlib
import io
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone
from PIL import Image

from asn_karier.lib.errors import DomainError
from asn_karier.lib.models import Jejak
from pegawai.models import Bukti
from pegawai.services.bukti import buka_bukti, hapus_bukti, simpan_bukti
from pegawai.services.bukti_periksa import BATAS_BYTE, SISI_TERPANJANG, periksa
from pegawai.tests.berkas_bukti import foto, pdf, unggahan
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik
from pegawai.views.bukti import unduhan_bukti

HTML = b"<html><script>alert(1)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
EXE = b"MZ\x90\x00" + b"\0" * 200
ZIP = b"PK\x03\x04" + b"\0" * 40 + b"PK\x05\x06" + b"\0" * 18


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        (f"sk.{ekor}", isi)
        for isi in (HTML, SVG, EXE, ZIP, b"<?php system($_GET[0]);")
        for ekor in ("pdf", "jpg", "png")
    ]
    + [
        ("sk.html", pdf()),
        ("sk.svg", foto()),
        ("sk", pdf()),
        ("sk.pdf.exe", pdf()),
        ("sk.jpg", pdf()),
        ("sk.pdf", foto()),
        ("sk.gif", b"GIF89a" + b"\0" * 50),
        ("sk.pdf", b" " + pdf()),
        ("sk.pdf", HTML + pdf()),
        ("../../etc/passwd", pdf()),
    ],
)
def test_anything_but_a_pdf_or_a_photograph_is_refused_by_its_first_bytes_and_its_name(nama, isi):
    with pytest.raises(DomainError) as galat:
        periksa(isi, nama)
    assert galat.value.pesan == "Berkas harus PDF, JPG, atau PNG."


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (pdf(b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "bukti_pdf_aktif"),
        (pdf(b"/OpenAction << /S /J#61vaScript >>"), "bukti_pdf_aktif"),
        (pdf(b"/AA << /S /Launch >>"), "bukti_pdf_aktif"),
        (pdf(b"/Names << /EmbeddedFiles 9 0 R >>"), "bukti_pdf_aktif"),
        (pdf(objek=b"<< /S /JavaScript >>"), "bukti_pdf_aktif"),
        (pdf(objek=b" " * 30_000_000), "bukti_tak_terbaca"),
        (pdf(HTML), "bukti_pdf_aktif"),
        (pdf(SVG), "bukti_pdf_aktif"),
        (pdf(b"(" + ZIP + b")"), "bukti_pdf_aktif"),
        (pdf(ekor=ZIP), "bukti_pdf_rusak"),
        (pdf(ekor=HTML), "bukti_pdf_rusak"),
        (pdf()[:200], "bukti_pdf_rusak"),
        (pdf(b"/Encrypt 9 0 R"), "bukti_pdf_terkunci"),
    ],
)
def test_a_pdf_that_is_more_than_a_page_to_read_is_refused(isi, kode):
    with pytest.raises(DomainError) as galat:
        periksa(isi, "sk.pdf")
    assert galat.value.kode == kode
    assert galat.value.tindakan


def test_a_plain_pdf_is_kept_byte_for_byte_also_when_its_page_data_looks_like_a_command():
    isi = pdf(objek=b"<< /Type /Annot /Title (JS) >>", ekor=b"\r\n")
    gambar = isi.replace(
        b"trailer", b"6 0 obj\n<< /Length 9 >>\nstream\n/JS (x) <script>\nendstream\nendobj\ntrailer"
    )
    assert periksa(gambar, "SK.PDF")[0] == gambar


@pytest.mark.parametrize("isi", [foto()[:300], b"\xff\xd8\xff" + b"\0" * 80, foto(bentuk="PNG")[:60]])
def test_a_broken_photograph_is_refused_with_what_to_do(isi):
    with pytest.raises(DomainError) as galat:
        periksa(isi, "foto.jpg")
    assert (galat.value.kode, galat.value.tindakan) == ("bukti_tak_terbaca", "Foto ulang, lalu unggah lagi.")


@pytest.mark.parametrize("sisi", [(6_000, 6_000), (14_000, 14_000)])
def test_a_small_file_that_unpacks_into_a_huge_picture_is_refused_before_it_is_decoded(sisi):
    keluar = io.BytesIO()
    Image.new("1", sisi).save(keluar, "PNG")
    assert keluar.tell() < BATAS_BYTE
    with pytest.raises(DomainError) as galat:
        periksa(keluar.getvalue(), "foto.png")
    assert galat.value.kode in ("bukti_piksel", "bukti_tak_terbaca")


def test_a_photograph_with_thousands_of_scans_is_refused():
    with pytest.raises(DomainError):
        periksa(foto() + b"\xff\xda\0\0" * 1000, "foto.jpg")


def test_a_photograph_is_made_anew_upright_smaller_and_without_what_the_phone_wrote_into_it():
    asli = foto(lebar=3_000, tinggi=1_500, arah=6, lokasi=True)
    assert b"KAMERA-RAHASIA" in asli
    isi, _ = periksa(asli + HTML, "foto.JPEG")
    assert not any(rahasia in isi for rahasia in (b"KAMERA-RAHASIA", b"Exif", b"<script>"))
    gambar = Image.open(io.BytesIO(isi))
    assert gambar.size == (SISI_TERPANJANG // 2, SISI_TERPANJANG)  # turned by a quarter: portrait
    atas, bawah = gambar.getpixel((600, 200)), gambar.getpixel((600, 2_200))
    assert atas[0] > 200 > 60 > atas[2]
    assert bawah[2] > 200 > 60 > bawah[0]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_png_becomes_a_photograph_on_white(mode):
    keluar = io.BytesIO()
    Image.new(mode, (30, 20)).save(keluar, "PNG")
    isi, jenis = periksa(keluar.getvalue(), "foto.png")
    assert jenis == "jpg"
    assert Image.open(io.BytesIO(isi)).mode == "RGB"


def test_a_file_over_the_limit_is_refused_by_what_it_says_and_by_what_it_holds():
    besar = unggahan(isi=b"%PDF-" + b"0" * BATAS_BYTE)
    besar.size = 10  # a length that lies
    for berkas in (besar, unggahan(isi=b"%PDF-" + b"0" * 12_000_000)):
        with pytest.raises(DomainError) as galat:
            simpan_bukti(berkas=berkas, pengguna=None, at=timezone.now())
        assert galat.value.pesan in ("Berkas 6 MB; paling besar 5 MB.", "Berkas 12 MB; paling besar 5 MB.")
    with pytest.raises(DomainError, match="kosong"):
        simpan_bukti(berkas=unggahan(isi=b""), pengguna=None, at=timezone.now())


@pytest.mark.django_db
def test_evidence_lies_encrypted_under_a_random_name_and_leaves_only_as_an_attachment(
    django_capture_on_commit_callbacks,
):
    orang, akun = PegawaiPabrik(), PenggunaPabrik()
    nama = '../../x\r\nSet-Cookie: a=b"; <script>.pdf'
    bukti = simpan_bukti(berkas=unggahan(nama), pengguna=akun, at=timezone.now())
    tersimpan = Path(settings.MEDIA_ROOT) / bukti.berkas
    assert b"%PDF" not in tersimpan.read_bytes()
    assert bukti.berkas.startswith("bukti/")
    assert "script" not in bukti.berkas
    assert "\n" not in bukti.nama
    assert "/" not in bukti.nama
    isi = buka_bukti(bukti=bukti, pegawai_id=orang.pk, pengguna=akun, kanal="admin", keperluan="Usul data")
    assert hashlib.sha256(isi).hexdigest() == bukti.sidik
    jejak = Jejak.objects.get(tindakan="unduh_bukti")
    assert (jejak.subjek_id, jejak.pelaku_id, jejak.keperluan) == (orang.pk, akun.pk, "Usul data")
    jawaban = unduhan_bukti(bukti, isi)
    assert jawaban["Content-Disposition"] == f'attachment; filename="bukti-{bukti.pk}.pdf"'
    assert jawaban["X-Content-Type-Options"] == "nosniff"
    assert jawaban["Content-Security-Policy"].startswith("sandbox")
    Bukti.objects.filter(pk=bukti.pk).update(sidik="0" * 64)
    bukti.refresh_from_db()
    with pytest.raises(DomainError, match="tidak lagi sama"):
        buka_bukti(bukti=bukti, pegawai_id=orang.pk, pengguna=akun, kanal="admin", keperluan="")
    with django_capture_on_commit_callbacks(execute=True):
        hapus_bukti(bukti)
        assert tersimpan.exists()  # what rolls back must find its file again
    assert not tersimpan.exists()
    assert not Bukti.objects.exists()
