"""The desk of HR: lessons with their file, questions, and the three levels of a class."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import DomainError
from asn_karier.lib.tests.formulir import terbaca
from pegawai.tests.pabrik import InstansiPabrik, PenggunaPabrik, hr_dari
from pelatihan.enums import StatusPendaftaran
from pelatihan.models import Materi, Pendaftaran
from pelatihan.services.kuis import questions_of
from pelatihan.services.materi import delete_materi, save_materi
from pelatihan.tests.pabrik import PelatihanPabrik
from pelatihan.tests.pabrik_belajar import TIGA_BULAN, KursiPabrik, MateriPabrik, SoalPabrik

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
    ("nama", "isi", "kalimat"),
    [
        ("bahan.pdf", b"PK\x03\x04", "berakhiran «.pdf», tetapi isinya ZIP atau dokumen Office"),
        ("bahan.pdf", b"MZ\x90\x00", "tetapi isinya jenis lain"),
        ("bahan.txt", b"%PDF-1.7", "tetapi isinya PDF"),
        ("suara.mp3", b"\xff\xd8\xff\xe0", "tetapi isinya foto JPG"),
        ("buku.epub", b"PK\x03\x04\x14\x00", ""),
        ("Catatan.TXT", b"Bab 1", ""),
    ],
)
def test_a_file_must_be_what_its_name_says(
    kursi: Pendaftaran, hr: Client, gudang: Path, nama: str, isi: bytes, kalimat: str
) -> None:
    materi = {"pelatihan": kursi.angkatan.pelatihan_id, "urut": 7, "judul": "Baru", "isi": ""}
    jawaban = hr.post(
        reverse("admin:pelatihan_materi_add"), materi | {"unggahan": SimpleUploadedFile(nama, isi)}
    )
    assert (jawaban.status_code == 200) == bool(kalimat)
    assert kalimat in teks(jawaban)
    tersimpan = Materi.objects.filter(urut=7).first()
    assert (tersimpan is None) == bool(kalimat)
    assert tersimpan is None or (gudang / str(tersimpan.berkas.name)).read_bytes() == isi


def test_lessons_are_kept_by_who_keeps_the_programme(kursi: Pendaftaran) -> None:
    milik = Materi.objects.get()
    bersama = MateriPabrik(pelatihan=PelatihanPabrik())
    hr, luar = hr_dari(milik.pelatihan.instansi), hr_dari(InstansiPabrik())

    def tolak(materi: Materi, actor: Any, kode: str) -> None:
        for layanan in (partial(save_materi, unggahan=None), delete_materi):
            with pytest.raises(DomainError) as salah:
                layanan(materi=materi, actor=actor, at=TIGA_BULAN)
            assert salah.value.kode == kode

    tolak(milik, luar, "pelatihan_lain")
    tolak(bersama, hr, "pelatihan_bersama")
    bersama.pelatihan = milik.pelatihan  # nor is one taken away from where it belongs
    with pytest.raises(DomainError, match="bersama"):
        save_materi(materi=bersama, unggahan=None, actor=hr, at=TIGA_BULAN)
    delete_materi(materi=milik, actor=hr, at=TIGA_BULAN)
    assert list(Materi.objects.values_list("pelatihan__instansi", flat=True)) == [None]


def test_what_all_share_is_read_and_copied_with_its_lessons_and_questions(
    hr: Client, kursi: Pendaftaran, gudang: Path
) -> None:
    bersama, instansi = PelatihanPabrik(), kursi.angkatan.instansi
    materi = MateriPabrik(pelatihan=bersama, urut=1, ukuran=4)
    materi.berkas.save("satu.pdf", ContentFile(b"%PDF"))
    soal = SoalPabrik(pelatihan=bersama)
    salin = reverse("admin:pelatihan_pelatihan_salin", args=[bersama.pk])
    for nama, baris in (("materi", materi), ("soalkuis", soal), ("pelatihan", bersama)):
        halaman = teks(hr.get(reverse(f"admin:pelatihan_{nama}_change", args=[baris.pk])))
        assert "bersama semua instansi: dibaca, tidak diubah. Salin pelatihannya" in halaman
        assert f'href="{salin}"' in halaman
        assert "Unggahan" not in halaman
        assert "[&quot;" not in halaman
    hr.post(salin, {"instansi": instansi.pk})
    milik = Materi.objects.get(pelatihan__asal=bersama)
    assert (milik.urut, milik.judul, milik.ukuran) == (1, materi.judul, 4)
    assert sorted(f.read_bytes() for f in (gudang / "materi").iterdir()) == [b"%PDF", b"%PDF", b"lama"]
    assert [s["pertanyaan"] for s in questions_of(milik.pelatihan_id)] == [soal.pertanyaan]
    halaman = teks(hr.get(reverse("admin:pelatihan_materi_change", args=[milik.pk])))
    assert 'name="unggahan"' in halaman
    assert salin not in halaman
    daftar = reverse("admin:pelatihan_materi_changelist")
    halaman = teks(hr.get(reverse("admin:pelatihan_pelatihan_change", args=[milik.pelatihan_id])))
    assert f"{daftar}?pelatihan__exact={milik.pelatihan_id}" in halaman


def test_the_administrator_keeps_what_all_share(client: Client) -> None:
    client.force_login(PenggunaPabrik(is_superuser=True, is_staff=True))
    materi = MateriPabrik(pelatihan=PelatihanPabrik(), urut=1)
    alamat = reverse("admin:pelatihan_materi_change", args=[materi.pk])
    isi = {"pelatihan": materi.pelatihan_id, "urut": 1, "judul": "Diperbaiki", "isi": "Teks."}
    assert client.post(alamat, isi | terbaca(client, alamat)).status_code == 302
    materi.refresh_from_db()
    assert materi.judul == "Diperbaiki"


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
