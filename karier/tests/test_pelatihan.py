"""Pelatihan of an ASN: what fits, the way to apply, the catalogue, one programme."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.template import Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from karier.services.cocok import technical_gaps_of
from karier.tests.pembaca import halaman, sebagai
from pegawai.models import Pegawai
from pegawai.tests.pabrik import InstansiPabrik
from pegawai.tests.pabrik_kompetensi import (
    AsesmenPabrik,
    KompetensiTeknisPabrik,
    LevelTeknisPabrik,
    StandarKompetensiPabrik,
    StandarTeknisPabrik,
)
from pelatihan.models import Materi
from pelatihan.tests.pabrik import KompetensiPelatihanPabrik, PelatihanPabrik, SasaranPelatihanPabrik
from pelatihan.tests.pabrik_katalog import KelasMeiPabrik, MitraPabrik
from pelatihan.views import bagian
from pelatihan.views.bagian import Bagian, daftarkan_bagian

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
HALAMAN = "karier:pelatihan"
#: What stands in the place of a file.
TEMPLAT: Any = Template("<h2>{{ isi.judul }}</h2>")
#: With the sections of other slices: as many as any page of the portal.
TERBANYAK = 47


@pytest.fixture
def kurang(saya: Pegawai) -> Pegawai:
    """Komunikasi one level short."""
    StandarKompetensiPabrik(jabatan=saya.riwayat_jabatan.get().jabatan, komunikasi=3)
    AsesmenPabrik(pegawai=saya, komunikasi=2)
    return saya


def cari(client: Client, **saring: str) -> str:
    jawaban = client.get(reverse(HALAMAN), saring)
    assert jawaban.status_code == 200
    return str(jawaban.content.decode())


# -- what fits ----------------------------------------------------------------------------------


def test_three_clicks_from_the_home_to_the_application(kurang: Pegawai) -> None:
    semua = [KelasMeiPabrik(pelatihan=p, instansi=kurang.instansi) for p in PelatihanPabrik.create_batch(4)]
    client = sebagai(kurang)
    satu = _tautan(halaman(client, "karier:beranda"), "3 pelatihan cocok untuk Anda")
    isi = str(client.get(satu).content.decode())
    assert isi.count('<section class="kartu">') == 3
    assert "Menutup celah Komunikasi level 2 ke 3; 8 JP; daring; tanpa biaya; 5–7 Mei 2027." in isi
    assert "30 dari 30 kursi tersisa. Pendaftaran sampai 30 April 2027." in isi
    dua = _tautan(isi, f"Daftar {semua[0].pelatihan}")
    tiga = client.get(dua).content.decode()
    assert "Kirim pendaftaran" in tiga
    assert semua[0].pelatihan.nama in tiga


def _tautan(isi: str, teks: str) -> str:
    """Where the link with these words leads, words for screen readers included."""
    for alamat, dalam in re.findall(r'<a [^>]*?href="([^"]+)"[^>]*>(.*?)</a>', isi, re.DOTALL):
        if re.sub(r"<[^>]+>", "", dalam).strip() == teks:
            return str(alamat)
    raise AssertionError(f"Tidak ada tautan «{teks}»")


def test_a_programme_without_a_class_says_so_and_offers_no_button(kurang: Pegawai) -> None:
    PelatihanPabrik()
    isi = halaman(sebagai(kurang), HALAMAN)
    assert "Belum ada jadwal." in isi
    assert ">Daftar<" not in isi


@pytest.mark.parametrize(
    ("keadaan", "kalimat"),
    [
        ("kurang", "Belum ada pelatihan yang cocok bulan ini."),
        ("cukup", "Tidak ada celah kompetensi yang tercatat untuk jabatan Anda."),
        ("gagal", "Saran belum dapat disusun dari data yang tercatat."),
    ],
)
def test_a_page_without_suggestions_says_why(
    saya: Pegawai, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, keadaan: str, kalimat: str
) -> None:
    if keadaan == "kurang":
        request.getfixturevalue("kurang")
    if keadaan == "gagal":
        monkeypatch.setattr("karier.views.pelatihan.all_gaps", _rusak)
    isi = halaman(sebagai(saya), HALAMAN)
    assert kalimat in isi
    assert ("Data pelatihan belum dapat dimuat" in isi) is (keadaan == "gagal")


def _rusak(*_: object, **__: object) -> Any:
    raise ValueError


def test_technical_gaps_join_the_others_the_largest_first(kurang: Pegawai) -> None:
    jabatan = kurang.riwayat_jabatan.get().jabatan
    data, sandi = (KompetensiTeknisPabrik(nama=nama) for nama in ("Data", "Sandi"))
    for teknis in (data, sandi):
        StandarTeknisPabrik(jabatan=jabatan, kompetensi=teknis)
    LevelTeknisPabrik(pegawai=kurang, kompetensi=data, level=1)
    kursus = PelatihanPabrik(nama="Kursus Data", kompetensi=None)
    KompetensiPelatihanPabrik(pelatihan=kursus, kompetensi="", teknis=data)
    PelatihanPabrik(nama="Kursus Bicara")
    assert [c.teks for c in technical_gaps_of(kurang.pk)] == ["Data level 1 ke 3", "Sandi sampai level 3"]
    isi = halaman(sebagai(kurang), HALAMAN)
    assert isi.index("Kursus Data</a>") < isi.index("Kursus Bicara</a>")
    assert "Menutup celah Data level 1 ke 3;" in isi
    assert "Yang dapat membantu: Data level 1 ke 3" in halaman(sebagai(kurang), "karier:beranda")


# -- the catalogue ------------------------------------------------------------------------------


def test_the_catalogue_keeps_what_was_asked_from_page_to_page(saya: Pegawai) -> None:
    for ke in range(21):
        PelatihanPabrik(nama=f"Etika {ke:02d}", bidang="Etika")
    PelatihanPabrik(nama="Lain", bidang="Data")
    client = sebagai(saya)
    satu = cari(client, q="etika", bidang="Etika", metode="daring", jp="pendek")
    assert "21 pelatihan sesuai saringan." in satu
    assert 'value="etika"' in satu
    assert '<option value="Etika" selected>' in satu
    assert satu.count('class="ket"') == 20
    dua = str(client.get(_tautan(satu, "Berikutnya ›").replace("&amp;", "&")).content.decode())
    assert "Etika 20" in dua
    assert "Baris 21–21 dari 21" in dua


@pytest.mark.parametrize(
    "saring",
    [{"q": "\x00"}, {"bidang": "a\x00b"}, {"jp": "-1"}, {"metode": "x"}, {"mulai": "-9"}, {"mulai": "99999"}],
)
def test_whatever_is_typed_into_the_address_is_answered(saya: Pegawai, saring: dict[str, str]) -> None:
    PelatihanPabrik()
    assert "Semua pelatihan" in cari(sebagai(saya), **saring)


def test_a_class_reads_as_open_or_full_in_the_catalogue(saya: Pegawai) -> None:
    for nama, terisi in (("Ada kursi", 29), ("Penuh", 30)):
        KelasMeiPabrik(pelatihan=PelatihanPabrik(nama=nama), instansi=saya.instansi, terisi=terisi)
    client = sebagai(saya)
    isi = cari(client, jadwal="dibuka")
    assert "Dibuka</span>" in isi
    assert "Kuota penuh – daftar tunggu</span>" in isi
    assert "Tidak ada pelatihan yang sesuai saringan." in cari(client, q="tidak ada")


# -- one programme ------------------------------------------------------------------------------


def test_a_programme_tells_what_for_whom_and_when(saya: Pegawai) -> None:
    mitra = MitraPabrik(instansi=saya.instansi, nama="Universitas Contoh")
    p = PelatihanPabrik(instansi=saya.instansi, mitra=mitra, ukuran_mb=40, ulang_bulan=24, biaya=250_000)
    SasaranPelatihanPabrik(pelatihan=p, nama_unit="Puskesmas")
    Materi.objects.create(pelatihan=p, urut=1, judul="Pengantar", ukuran=2 * 1024 * 1024)
    KelasMeiPabrik(pelatihan=p, instansi=saya.instansi, nama="Penuh", penuh=True)
    KelasMeiPabrik(pelatihan=p, instansi=saya.instansi, nama="Batal", status="dibatalkan")
    KelasMeiPabrik(pelatihan=p, instansi=saya.instansi, nama="Rahasia", status="disiapkan")
    isi = halaman(sebagai(saya), "karier:program", p.pk)
    for teks in (
        "Universitas Contoh", "40 MB", "Setiap 2 tahun", "Rp 250.000 per peserta", "Puskesmas",
        "Komunikasi sampai level 3", "Pengantar (2,0", "Kuota penuh – daftar tunggu",
        "30 kursi, semua terisi; tanpa biaya. Pendaftaran sampai 30 April 2027.", "Dibatalkan penyelenggara",
    ):  # fmt: skip
        assert teks in isi, teks
    assert "Rahasia" not in isi
    assert len(re.findall(r">Daftar<", isi)) == 1


def test_what_another_government_offers_is_not_here(saya: Pegawai) -> None:
    lain = PelatihanPabrik(nama="Kursus mereka", instansi=InstansiPabrik())
    client = sebagai(saya)
    assert client.get(reverse("karier:program", args=[lain.pk])).status_code == 404
    assert "Kursus mereka" not in cari(client)


# -- sections of other slices -------------------------------------------------------------------


@pytest.fixture
def tempat(monkeypatch: pytest.MonkeyPatch) -> None:
    """No section of any slice."""
    monkeypatch.setattr(bagian, "_PEMBUAT", {})


@pytest.mark.usefixtures("tempat")
def test_other_slices_fill_their_places_in_the_order_of_the_page(saya: Pegawai) -> None:
    """One that fails is named, and takes no other along."""
    for kode in ("kelas_saya", "jp"):
        isi_bagian = Bagian(TEMPLAT, {"judul": f"Isi {kode}"})
        daftarkan_bagian(kode, lambda _, isi=isi_bagian: isi)  # type: ignore[misc]
    isi = halaman(sebagai(saya), HALAMAN)
    assert isi.index("Isi jp") < isi.index("Isi kelas_saya") < isi.index("Semua pelatihan")
    daftarkan_bagian("jp", _rusak)
    isi = halaman(sebagai(saya), HALAMAN)
    assert "Data pelatihan belum dapat dimuat" in isi
    assert "Isi kelas_saya" in isi
    with pytest.raises(ValueError, match="Unknown place"):
        daftarkan_bagian("entah", _rusak)


# -- cost ---------------------------------------------------------------------------------------


def test_the_page_costs_the_same_with_one_programme_and_with_twenty(kurang: Pegawai) -> None:
    client, banyak = sebagai(kurang), []
    for tambah in (1, 19):
        for p in PelatihanPabrik.create_batch(tambah, bidang="Etika"):
            SasaranPelatihanPabrik(pelatihan=p, nama_jabatan=kurang.riwayat_jabatan.get().jabatan.nama)
            KelasMeiPabrik(pelatihan=p, instansi=kurang.instansi)
        halaman(client, HALAMAN)
        with CaptureQueriesContext(connection) as tangkap:
            halaman(client, HALAMAN)
        banyak.append(len(tangkap))
    assert banyak[0] == banyak[1]
    assert banyak[1] <= TERBANYAK
