"""A catalogue from a file: own programmes are made and changed, nothing else is touched."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from pegawai.enums import BentukPengembangan as B
from pegawai.enums import JenisPeran, StatusBaris
from pegawai.models import BarisImpor, Impor, Instansi
from pegawai.services.berkas import buka_buku
from pegawai.services.impor import periksa, upload
from pegawai.tests.bantu_impor import diterapkan, hitung
from pegawai.tests.berkas_buatan import AT, csv_dari
from pegawai.tests.pabrik import InstansiPabrik, PenggunaPabrik, PeranPabrik, hr_dari
from pelatihan.enums import Metode
from pelatihan.models import Pelatihan
from pelatihan.tests.pabrik import PelatihanPabrik

pytestmark = pytest.mark.django_db
KEPALA = ["nama", "jalur", "penyelenggara", "jp", "biaya", "kompetensi"]


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


def cek(instansi: Instansi, *baris: list[str], kepala: list[str] = KEPALA) -> Impor:
    isi = csv_dari([kepala, *baris])
    hr = hr_dari(instansi)
    return periksa(
        upload(instansi=instansi, jenis="katalog", nama_berkas="k.csv", isi=isi, actor=hr, at=AT).pk
    )


def test_rows_make_own_programmes_and_change_those_of_the_same_name(instansi: Instansi) -> None:
    bersama = PelatihanPabrik(nama="Kursus Data")
    lama = PelatihanPabrik(nama="Dialog", instansi=instansi, jp=4, metode=Metode.CAMPURAN)
    impor = cek(
        instansi,
        ["Kursus Data", "E-Learning", "LAN", "20", "", "Komunikasi 3; Kerja Sama 2"],
        ["DIALOG", "Seminar", "", "6", "Rp50.000", "Komunikasi 4"],
    )
    assert hitung(impor) == {"baru": 1, "berubah": 1}
    berubah = BarisImpor.objects.get(status=StatusBaris.BERUBAH)
    assert {b["kolom"]: (b["lama"], b["baru"]) for b in berubah.beda} == {
        "JP": ("4", "6"),
        "Biaya": ("0", "50000"),
        "Bentuk": ("E-learning", "Seminar"),
        "Komunikasi": ("3", "4"),
    }
    diterapkan(impor)
    baru = Pelatihan.objects.get(nama="Kursus Data", instansi=instansi)
    assert (baru.jp, baru.metode, baru.penyelenggara, baru.biaya) == (20, Metode.DARING, "LAN", 0)
    assert {k.kompetensi: k.level for k in baru.kompetensi.all()} == {"komunikasi": 3, "kerja_sama": 2}
    lama.refresh_from_db()
    assert (lama.jp, lama.metode, lama.nama) == (6, Metode.CAMPURAN, "Dialog")
    bersama.refresh_from_db()
    assert (bersama.jp, baru.asal) == (8, bersama)
    assert "Kursus Data" not in [p.nama for p in Pelatihan.objects.untuk(instansi.pk).filter(instansi=None)]
    assert hitung(cek(instansi, ["Dialog", "Seminar", "", "6", "50000", "Komunikasi 4"])) == {"sama": 1}


@pytest.mark.parametrize(
    ("baris", "masalah"),
    [
        (["A", "Seminar", "", "", "", ""], "kosong"),
        (["A", "", "", "4", "", ""], "kosong"),
        (["A", "Piknik", "", "4", "", ""], "bentuk ini tidak dikenal"),
        (["A", "Seminar", "", "4", "gratis", ""], "bukan jumlah rupiah"),
        (["A", "Seminar", "", "empat", "", ""], "bukan bilangan yang wajar"),
        (["A", "Seminar", "", "4", "", "Sabar 3"], "kompetensi ini tidak dikenal"),
        (["B", "Seminar", "", "4", "", ""], "sama dengan baris 2"),
    ],
)
def test_a_row_that_cannot_be_read_says_what_to_put_right(
    instansi: Instansi, baris: list[str], masalah: str
) -> None:
    impor = cek(instansi, ["B", "Seminar", "", "4", "", ""], baris)
    assert hitung(impor) == {"baru": 1, "ditolak": 1}
    assert masalah in BarisImpor.objects.get(status=StatusBaris.DITOLAK).galat[0]["masalah"]


def test_a_programme_that_changed_since_the_check_is_not_written_over(instansi: Instansi) -> None:
    impor = cek(instansi, ["Dialog", "Seminar", "", "6", "", ""])
    PelatihanPabrik(nama="Dialog", instansi=instansi, jp=4)
    diterapkan(impor)
    assert hitung(Impor.objects.get(pk=impor.pk)) == {"ditolak": 1}
    assert Pelatihan.objects.get(nama="Dialog").jp == 4


def test_what_stands_in_a_catalogue_already_is_not_asked_again(instansi: Instansi) -> None:
    bersama = PelatihanPabrik(nama="Kursus Data", biaya=75_000, kompetensi__level=4)
    PelatihanPabrik(nama="Dialog", instansi=instansi, jp=4)
    impor = cek(
        instansi, ["dialog", "", "LAN", "", "", ""], ["Kursus  Data", "", "BPSDM", "", "", "Integritas 2"]
    )
    assert hitung(impor) == {"baru": 1, "berubah": 1}
    (ingat,) = BarisImpor.objects.get(status=StatusBaris.BARU).peringatan
    assert ingat["masalah"] == "sama dengan pelatihan bersama"
    diterapkan(impor)
    assert Pelatihan.objects.get(nama="Dialog").penyelenggara == "LAN"
    salinan = Pelatihan.objects.get(asal=bersama)
    assert (salinan.penyelenggara, salinan.jp, salinan.biaya) == ("BPSDM", 8, 75_000)
    assert {k.kompetensi: k.level for k in salinan.kompetensi.all()} == {"komunikasi": 4, "integritas": 2}


def test_rows_that_lack_something_come_back_as_a_file_to_complete(instansi: Instansi, client: Client) -> None:
    """A list as agencies keep it: no column for JP, the form in one of two columns, a form that is none."""
    impor = cek(
        instansi,
        ["Arsip digital", "teknis", "", "BPSDM"],
        ["Pelatihan Kepemimpinan Pengawas", "struktural", "Pelatihan Struktural Kepemimpinan", "LAN"],
        ["Sertifikasi Arsiparis", "sertifikasi", "", ""],
        kepala=["nama", "jenis", "jalur", "penyelenggara"],
    )
    assert hitung(impor) == {"ditolak": 3}
    client.force_login(hr_dari(instansi))
    halaman = client.get(reverse("admin:pegawai_impor_change", args=[impor.pk])).content.decode()
    alamat = reverse("admin:pegawai_impor_lengkapi", args=[impor.pk])
    assert f'<a href="{alamat}">' in halaman
    assert 'scope="col">Pelatihan</th>' in halaman
    kepala, *baris = unduhan(client, alamat)
    assert [b[:2] for b in baris] == [
        ["Arsip digital", "teknis"],
        ["Pelatihan Kepemimpinan Pengawas", "Pelatihan Struktural Kepemimpinan"],
        ["Sertifikasi Arsiparis", "sertifikasi"],
    ]
    assert baris[0][-1] == "JP: kosong. Isi jam pelajaran menurut kurikulumnya, misalnya 24."
    assert "BENTUK: bentuk ini tidak dikenal" in baris[2][-1]
    baris[2][1] = "Kursus"
    lengkap = [[*b[:2], "24", *b[3:]] for b in baris]
    diterapkan(cek(instansi, *lengkap, kepala=kepala))
    assert list(Pelatihan.objects.order_by("nama").values_list("nama", "bentuk", "jp", "penyelenggara")) == [
        ("Arsip digital", B.DIKLAT_TEKNIS, 24, "BPSDM"),
        ("Pelatihan Kepemimpinan Pengawas", B.DIKLAT_STRUKTURAL, 24, "LAN"),
        ("Sertifikasi Arsiparis", B.KURSUS, 24, ""),
    ]


def unduhan(client: Client, alamat: str) -> list[list[str]]:
    jawaban: Any = client.get(alamat)
    isi = BytesIO(b"".join(jawaban.streaming_content))
    buku = buka_buku(isi, "unduhan.xlsx")
    return [[str(s) for s in sel] for _, sel in buku.baris(buku.lembar[0].nama)]


def test_the_file_to_complete_is_for_hr_of_the_government(instansi: Instansi, client: Client) -> None:
    impor = cek(instansi, ["A", "Seminar", "", "", "", ""])
    alamat = reverse("admin:pegawai_impor_lengkapi", args=[impor.pk])
    client.force_login(hr_dari(InstansiPabrik()))
    assert client.get(alamat).status_code == 404
    PeranPabrik(
        pengguna=(auditor := PenggunaPabrik(is_staff=True)), jenis=JenisPeran.AUDITOR, instansi=instansi
    )
    client.force_login(auditor)
    assert client.get(alamat).status_code == 404


def test_the_catalogue_leads_to_its_upload_and_an_empty_file(instansi: Instansi, client: Client) -> None:
    client.force_login(hr_dari(instansi))
    unggah = f"{reverse('admin:pegawai_impor_add')}?jenis=katalog"
    assert unggah in client.get(reverse("admin:pelatihan_pelatihan_changelist")).content.decode()
    assert '<option value="katalog" selected>' in client.get(unggah).content.decode()
    contoh = client.get(reverse("admin:pegawai_impor_contoh", args=["katalog"])).content
    buku = buka_buku(BytesIO(contoh), "contoh.xlsx")
    assert next(iter(buku.baris(buku.lembar[0].nama)))[1][:3] == ["NAMA", "BENTUK", "JP"]


def test_the_order_in_which_a_database_keeps_a_row_changes_nothing(instansi: Instansi) -> None:
    """PostgreSQL sorts the keys of JSON by their length."""
    PelatihanPabrik(nama="Dialog", instansi=instansi, jp=4, kompetensi=None)
    impor = cek(instansi, ["Dialog", "Seminar", "BKN", "6", "50000", "Kerja Sama 2; Integritas 2"])
    baris = BarisImpor.objects.get()
    balik = {
        k: dict(reversed(v.items())) if isinstance(v, dict) else v for k, v in reversed(baris.data.items())
    }
    BarisImpor.objects.update(data=balik)
    diterapkan(impor)
    assert hitung(Impor.objects.get(pk=impor.pk)) == {"berubah": 1}
    assert Pelatihan.objects.get().penyelenggara == "BKN"
