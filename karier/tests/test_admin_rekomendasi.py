"""The list of recommendations and its decisions at the HR desk."""

from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.models import Jejak
from karier.enums import JenisKeputusan, JenisRekomendasi, StatusRekomendasi
from karier.models import Rekomendasi
from karier.tests.bantu import belum_ak, memenuhi, putuskan
from karier.tests.jalan import jalankan_sampai_selesai
from mentoring.tests.pabrik import ProfilMentorPabrik
from pegawai.enums import JenisPeran, KompetensiMansoskul
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PenggunaPabrik, PeranPabrik, hr_dari, nyatakan_lengkap
from pelatihan.tests.pabrik import KompetensiPelatihanPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]

CELAH = "Komunikasi level 1 ke 3"


@pytest.fixture
def orang() -> Pegawai:
    """Someone with a gap in Komunikasi, a training that closes it, and a mentor who could help."""
    orang = belum_ak()
    nyatakan_lengkap(orang.instansi)
    KompetensiPelatihanPabrik(
        kompetensi=KompetensiMansoskul.KOMUNIKASI, level=3, pelatihan__nama="Komunikasi Layanan"
    )
    jalankan_sampai_selesai(orang.instansi)
    return orang


@pytest.fixture
def usul(orang: Pegawai) -> Rekomendasi:
    usul: Rekomendasi = orang.rekomendasi.get(jenis=JenisRekomendasi.PENGEMBANGAN)
    return usul


@pytest.fixture
def meja(client: Client, orang: Pegawai) -> Client:
    client.force_login(hr_dari(orang.instansi))
    return client


def halaman(client: Client, nama: str, *kunci: Any) -> str:
    jawaban = client.get(reverse(f"admin:karier_rekomendasi_{nama}", args=kunci))
    assert jawaban.status_code == 200
    return unescape(jawaban.content.decode())


def unduh(client: Client, bentuk: str = "csv", saringan: str = "") -> str:
    jawaban = client.get(reverse("admin:karier_rekomendasi_unduh", args=[bentuk]) + saringan)
    assert jawaban.status_code == 200
    return b"".join(jawaban.streaming_content).decode("utf-8-sig")


# -- development ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("nama", "sisa"), [("change", []), ("putuskan", ["tetapkan"])])
def test_who_decides_about_development_reads_the_gap_and_what_would_close_it(
    meja: Client, usul: Rekomendasi, nama: str, sisa: list[str]
) -> None:
    isi = halaman(meja, nama, usul.pk, *sisa)
    assert CELAH in isi
    assert "Komunikasi Layanan" in isi
    assert "Lihat semua syarat" not in isi


def test_a_possible_mentor_is_named(meja: Client, orang: Pegawai, usul: Rekomendasi) -> None:
    ProfilMentorPabrik(pegawai__instansi=orang.instansi, pegawai__nama="SRI MENTOR")
    assert "SRI MENTOR" in halaman(meja, "change", usul.pk)


def test_an_auditor_does_not_read_the_levels_of_an_assessment(
    client: Client, orang: Pegawai, usul: Rekomendasi
) -> None:
    auditor = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=auditor, jenis=JenisPeran.AUDITOR, instansi=orang.instansi)
    client.force_login(auditor)
    assert CELAH not in halaman(client, "change", usul.pk)


def test_after_a_decision_about_development_its_own_page_comes_back(meja: Client, usul: Rekomendasi) -> None:
    url = reverse("admin:karier_rekomendasi_putuskan", args=[usul.pk, "tetapkan"])
    jawaban = meja.post(url, {"alasan": "", "versi": usul.versi})
    assert jawaban.url == reverse("admin:karier_rekomendasi_change", args=[usul.pk])
    usul.refresh_from_db()
    assert usul.status == StatusRekomendasi.DITETAPKAN


def test_a_step_that_is_not_open_now_has_no_button(meja: Client, usul: Rekomendasi) -> None:
    isi = halaman(meja, "putuskan", usul.pk, "urungkan")
    assert "Langkah ini tidak tersedia" in isi
    assert "Ya, urungkan" not in isi


# -- the list as a file -------------------------------------------------------------------------------


def test_the_file_holds_what_the_list_shows_and_who_decided(meja: Client, orang: Pegawai) -> None:
    siap = memenuhi(instansi=orang.instansi, nama="SITI SIAP")
    jalankan_sampai_selesai(orang.instansi)
    putuskan(siap, hr_dari(orang.instansi), JenisKeputusan.TETAPKAN)

    isi = unduh(meja, saringan=f"?status__exact={StatusRekomendasi.DITETAPKAN}")

    assert f"'{siap.nip}" in isi
    assert "III/c" in isi
    assert "Sesuai berkas" in isi
    assert orang.nip not in isi
    assert Jejak.objects.filter(tindakan="unduh", subjek_id=siap.pk).exists()


def test_the_file_is_offered_to_whoever_decides_and_to_nobody_else(client: Client, orang: Pegawai) -> None:
    auditor = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=auditor, jenis=JenisPeran.AUDITOR, instansi=orang.instansi)
    client.force_login(auditor)
    assert "Unduh CSV" not in halaman(client, "changelist")
    assert client.get(reverse("admin:karier_rekomendasi_unduh", args=["csv"])).status_code == 404

    client.force_login(hr_dari(orang.instansi))
    assert "Unduh CSV" in halaman(client, "changelist")


def test_queries_of_the_file_do_not_grow_with_its_rows(meja: Client, orang: Pegawai) -> None:
    def kueri() -> int:
        with CaptureQueriesContext(connection) as catatan:
            unduh(meja)
        return len(catatan)

    sedikit = kueri()
    for _ in range(5):
        belum_ak(instansi=orang.instansi)
    jalankan_sampai_selesai(orang.instansi)
    assert kueri() == sedikit
