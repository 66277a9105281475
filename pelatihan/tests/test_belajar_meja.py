"""The desk of HR: lessons with their file, questions, and the three levels of a class."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from asn_karier.lib.tests.formulir import terbaca
from pegawai.tests.pabrik import hr_dari
from pelatihan.enums import StatusPendaftaran
from pelatihan.models import Materi, Pendaftaran
from pelatihan.services.kuis import questions_of
from pelatihan.tests.pabrik_belajar import TIGA_BULAN, KursiPabrik, MateriPabrik

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def gudang(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def kursi() -> Pendaftaran:
    satu: Pendaftaran = KursiPabrik()
    MateriPabrik(pelatihan=satu.angkatan.pelatihan, urut=2).berkas.save("abc.pdf", ContentFile(b"lama"))
    return satu


@pytest.fixture
def hr(kursi: Pendaftaran, client: Client) -> Client:
    client.force_login(hr_dari(kursi.angkatan.instansi))
    return client


def teks(jawaban: Any) -> str:
    isi: str = jawaban.content.decode()
    return isi


def test_hr_replaces_a_file_and_the_old_one_is_gone(
    kursi: Pendaftaran, hr: Client, gudang: Path, django_capture_on_commit_callbacks: Any
) -> None:
    materi = Materi.objects.get(pelatihan=kursi.angkatan.pelatihan)
    alamat = reverse("admin:pelatihan_materi_change", args=[materi.pk])
    isi = {"pelatihan": materi.pelatihan_id, "urut": 2, "judul": "Baru", "isi": materi.isi}

    def kirim(**lain: Any) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return hr.post(alamat, isi | terbaca(hr, alamat) | lain)

    salah = kirim(unggahan=SimpleUploadedFile("virus.exe", b"MZ"))
    assert salah.status_code == 200
    assert kirim(unggahan=SimpleUploadedFile("Bahan Ajar.PDF", b"%PDF-1.7 baru")).status_code == 302
    materi.refresh_from_db()
    assert (materi.judul, materi.ukuran) == ("Baru", 13)
    assert [f.name for f in (gudang / "materi").iterdir()] == [Path(materi.berkas.name or "").name]
    assert "Bahan" not in (materi.berkas.name or "")
    unduh: Any = hr.get(reverse("admin:pelatihan_materi_berkas", args=[materi.pk]))
    assert b"".join(unduh.streaming_content) == b"%PDF-1.7 baru"
    assert 'filename="2-baru.pdf"' in unduh["Content-Disposition"]
    assert "Isi teks materi, atau unggah berkasnya." in teks(kirim(isi="", hapus_berkas="on"))
    assert kirim(hapus_berkas="on").status_code == 302
    assert list((gudang / "materi").iterdir()) == []


@pytest.mark.parametrize(
    ("pilihan", "jawaban", "kalimat"),
    [
        ("Ya", 1, "dua sampai lima pilihan"),
        ("Ya\nTidak\nya", 1, "Ada pilihan yang sama"),
        ("Ya\nTidak", 3, "Isi nomor 1 sampai 2"),
        (" Ya \n\nTidak  sama ", 2, ""),
    ],
)
def test_hr_types_choices_line_by_line(
    kursi: Pendaftaran, hr: Client, pilihan: str, jawaban: int, kalimat: str
) -> None:
    program = kursi.angkatan.pelatihan
    isi = {"pelatihan": program.pk, "urut": 9, "pertanyaan": "Benar?", "pilihan": pilihan, "jawaban": jawaban}
    alamat = reverse("admin:pelatihan_soalkuis_add")
    jadi = hr.post(alamat, isi)
    if kalimat:
        assert kalimat in teks(jadi)
        return
    assert jadi.status_code == 302
    assert questions_of(program.pk)[-1] == {
        "pertanyaan": "Benar?",
        "pilihan": ["Ya", "Tidak sama"],
        "jawaban": 2,
    }


@time_machine.travel(TIGA_BULAN, tick=False)
def test_the_desk_shows_the_three_levels_of_a_class(kursi: Pendaftaran, hr: Client) -> None:
    Pendaftaran.objects.filter(pk=kursi.pk).update(
        nilai_pra=50, nilai_pasca=80, status=StatusPendaftaran.SELESAI
    )
    KursiPabrik(angkatan=kursi.angkatan, nilai_pra=60, nilai_pasca=70, lulus=True)
    hr.force_login(hr_dari(kursi.angkatan.instansi))
    alamat = reverse("admin:pelatihan_evaluasi_kelas", args=[kursi.angkatan_id])
    assert alamat in teks(hr.get(reverse("admin:pelatihan_evaluasi")))
    halaman = teks(hr.get(alamat))
    for kalimat in (
        "2 peserta mempunyai kedua nilai",
        "t = 2,00 (derajat bebas 1)",
        "0 dari 2 peserta yang lulus",
    ):
        assert kalimat in halaman
    assert kursi.pegawai.nama in halaman
    lain = hr_dari(KursiPabrik(angkatan__instansi__kode="nabire").angkatan.instansi)
    luar = Client()
    luar.force_login(lain)
    assert luar.get(alamat).status_code == 404
