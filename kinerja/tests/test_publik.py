"""Public pages: the same for everybody, light, and nothing in them from which one person can be told."""

from __future__ import annotations

import csv
import gzip
import io
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.urls import reverse

from kinerja.enums import JawabanUlasan, StatusTindak
from kinerja.models import LayananPublik
from kinerja.tests.pabrik_warga import (
    JanjiPabrik,
    LayananPabrik,
    MasukanPabrik,
    PerubahanPabrik,
    TopikPabrik,
    UlasanPabrik,
    banyak_ulasan,
)
from pegawai.models import Instansi
from pegawai.tests.pabrik import InstansiPabrik, PenggunaPabrik, UnitKerjaPabrik

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 12, 5, 3, 0, tzinfo=UTC)
BAIK, KURANG = JawabanUlasan.BAIK, JawabanUlasan.KURANG_BAIK
HALAMAN = ("beranda", "pilih", "capaian", "berubah", "forum", "data", "pernyataan")


@pytest.fixture(autouse=True)
def _hari() -> Any:
    with time_machine.travel(SAAT, tick=True):
        yield


@pytest.fixture
def sini() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="batanghari", nama="Pemerintah Batang Hari")
    return satu


@pytest.fixture
def layanan(sini: Instansi) -> LayananPublik:
    satu: LayananPublik = LayananPabrik(unit=UnitKerjaPabrik(instansi=sini, nama="Puskesmas Satu"))
    return satu


def isi(nama: str, *kunci: Any) -> str:
    return Client().get(reverse(f"publik:{nama}", args=["batanghari", *kunci])).content.decode()


# -- what is told -----------------------------------------------------------------------------------


def test_nine_answers_are_too_few(layanan: LayananPublik) -> None:
    banyak_ulasan(layanan, date(2026, 11, 3), *[BAIK] * 9)
    assert "Data terlalu sedikit" in isi("capaian")
    assert "Data terlalu sedikit" in isi("unit", layanan.unit_id)
    assert "menjawab Baik" not in isi("beranda")


def test_ten_answers_of_a_month_that_is_over_are_told(layanan: LayananPublik) -> None:
    banyak_ulasan(layanan, date(2026, 11, 3), *[BAIK] * 8, *[KURANG] * 2)
    assert "80 persen" in isi("capaian")
    assert "80 persen" in isi("unit", layanan.unit_id)


def test_answers_of_this_month_are_not_told_yet(layanan: LayananPublik) -> None:
    banyak_ulasan(layanan, date(2026, 11, 3), *[BAIK] * 10)
    lalu = isi("capaian"), isi("unit", layanan.unit_id)
    banyak_ulasan(layanan, date(2026, 12, 4), *[KURANG] * 30)
    assert [re.sub("Data per.*", "", h) for h in lalu] == [
        re.sub("Data per.*", "", h) for h in (isi("capaian"), isi("unit", layanan.unit_id))
    ]


def test_the_total_leaves_out_the_units_that_are_not_told(sini: Instansi, layanan: LayananPublik) -> None:
    """Else the total less the told units would be the untold one."""
    banyak_ulasan(layanan, date(2026, 11, 3), *[BAIK] * 10)
    kecil = LayananPabrik(unit=UnitKerjaPabrik(instansi=sini, nama="Kantor Kecil"))
    banyak_ulasan(kecil, date(2026, 11, 3), *[KURANG] * 3)
    assert "dari 10 jawaban" in isi("beranda")


def test_words_are_read_only_when_shown_and_only_of_months_that_are_told(layanan: LayananPublik) -> None:
    banyak_ulasan(layanan, date(2026, 11, 3), *[BAIK] * 10)
    UlasanPabrik(layanan=layanan, teks="Menunggu diperiksa orang", hari=date(2026, 11, 3))
    UlasanPabrik(layanan=layanan, tampil=True, teks="Kata November", hari=date(2026, 11, 4))
    UlasanPabrik(layanan=layanan, tampil=True, teks="Kata Desember", hari=date(2026, 12, 1))
    halaman = isi("unit", layanan.unit_id)
    assert "Kata November" in halaman
    assert "Kata Desember" not in halaman
    assert "Menunggu diperiksa orang" not in halaman


def test_words_of_a_unit_that_is_not_told_stay_unread(layanan: LayananPublik) -> None:
    UlasanPabrik(layanan=layanan, tampil=True, teks="Kata November", hari=date(2026, 11, 4))
    assert "Kata November" not in isi("unit", layanan.unit_id)


def test_words_are_shown_as_text(layanan: LayananPublik) -> None:
    banyak_ulasan(layanan, date(2026, 11, 3), *[BAIK] * 10)
    UlasanPabrik(layanan=layanan, tampil=True, teks="<script>alert(1)</script>", hari=date(2026, 11, 4))
    halaman = isi("unit", layanan.unit_id)
    assert "<script" not in halaman
    assert "&lt;script&gt;" in halaman


def test_it_is_never_called_the_survey_of_the_law(layanan: LayananPublik) -> None:
    for nama in ("capaian", "data"):
        assert "bukan Survei Kepuasan Masyarakat (SKM)" in isi(nama)


def test_an_overdue_promise_says_so_and_one_kept_late_too(sini: Instansi, layanan: LayananPublik) -> None:
    topik = TopikPabrik(unit=layanan.unit)
    JanjiPabrik(topik=topik, isi="Mesin antrean", tenggat=date(2026, 11, 25))
    JanjiPabrik(
        topik=topik,
        isi="Loket pagi",
        tenggat=date(2026, 11, 1),
        status=StatusTindak.DIJALANKAN,
        selesai=date(2026, 11, 5),
    )
    JanjiPabrik(topik=topik, isi="Kursi roda", status=StatusTindak.TIDAK_DAPAT, alasan="Tidak ada lahan")
    halaman = isi("forum")
    assert "Diterima – lewat tenggat 10 hari" in halaman
    assert "Dijalankan 5 November 2026, 4 hari sesudah tenggat" in halaman
    assert "Tidak dapat dijalankan – Tidak ada lahan" in halaman
    assert "1 lewat tenggat" in isi("beranda")


def test_what_is_not_published_is_on_no_page(sini: Instansi, layanan: LayananPublik) -> None:
    topik = TopikPabrik(unit=layanan.unit, judul="Belum terbit", terbit=False)
    JanjiPabrik(topik=topik, isi="Janji rahasia")
    MasukanPabrik(topik=TopikPabrik(unit=layanan.unit), teks="Masukan menunggu")
    PerubahanPabrik(unit=layanan.unit, tindakan="Perubahan rahasia", terbit=False)
    berkas = [
        b"".join(Client().get(reverse("publik:berkas", args=["batanghari", n, "csv"])).streaming_content)
        for n in ("janji", "yang-berubah")
    ]
    semua = "".join([*(isi(n) for n in HALAMAN), *(b.decode() for b in berkas)])
    assert [k for k in ("Belum terbit", "rahasia", "Masukan menunggu") if k in semua] == []
    assert Client().get(reverse("publik:topik", args=["batanghari", topik.pk])).status_code == 404


def test_a_meeting_shows_its_place_and_its_clock(layanan: LayananPublik) -> None:
    layanan.unit.zona_waktu = "Asia/Jayapura"
    layanan.unit.save()
    topik = TopikPabrik(
        unit=layanan.unit, jenis="pertemuan", tempat="Aula", tanggal=date(2026, 12, 20), jam="09:00"
    )
    halaman = isi("topik", topik.pk)
    assert "20 Desember 2026 pukul 09.00 WIT" in halaman
    assert "Aula" in halaman


# -- the files --------------------------------------------------------------------------------------


def test_the_files_tell_what_the_pages_tell(layanan: LayananPublik) -> None:
    banyak_ulasan(layanan, date(2026, 11, 3), *[BAIK] * 8, *[KURANG] * 2)
    banyak_ulasan(layanan, date(2026, 12, 3), *[BAIK] * 80)
    alamat = reverse("publik:berkas", args=["batanghari", "capaian", "csv"])
    teks = b"".join(Client().get(alamat).streaming_content).decode("utf-8-sig")
    (baris,) = csv.DictReader(io.StringIO(teks))
    assert baris == {
        "unit": "Puskesmas Satu",
        "bulan_awal": "2026-11",
        "bulan_akhir": "2026-11",
        "jawaban": "10",
        "sangat_baik": "0",
        "baik": "8",
        "kurang_baik": "2",
        "tidak_baik": "0",
    }
    data = Client().get(reverse("publik:berkas", args=["batanghari", "capaian", "json"])).json()
    assert data["data"][0]["baik"] == 8
    assert data["lisensi"]["nama"].startswith("Creative Commons")
    assert [k["kolom"] for k in data["kamus"]] == list(data["data"][0])


@pytest.mark.parametrize(("nama", "bentuk"), [("capaian", "xlsx"), ("ulasan", "csv"), ("capaian", "html")])
def test_other_files_do_not_exist(sini: Instansi, nama: str, bentuk: str) -> None:
    assert Client().get(reverse("publik:berkas", args=["batanghari", nama, bentuk])).status_code == 404


# -- the same for everybody -------------------------------------------------------------------------


def test_one_government_needs_no_list(layanan: LayananPublik) -> None:
    assert Client().get("/publik/")["Location"] == "/publik/batanghari/"


def test_several_governments_are_listed_and_the_one_for_trials_is_not(layanan: LayananPublik) -> None:
    LayananPabrik(unit=UnitKerjaPabrik(instansi=InstansiPabrik(kode="nabire", nama="Pemerintah Nabire")))
    coba = InstansiPabrik(kode="contoh", nama="Kabupaten Contoh", uji_coba=True)
    tutup = LayananPabrik(unit=UnitKerjaPabrik(instansi=coba))
    halaman = Client().get("/publik/").content.decode()
    assert "Pemerintah Nabire" in halaman
    assert "Kabupaten Contoh" not in halaman
    assert Client().get("/publik/contoh/").status_code == 404
    assert Client().get(reverse("publik:ulas", args=[tutup.kode])).status_code == 404


@pytest.mark.parametrize("nama", HALAMAN)
def test_a_page_is_kept_for_minutes_and_sets_no_cookie(layanan: LayananPublik, nama: str) -> None:
    jawaban = Client().get(reverse(f"publik:{nama}", args=["batanghari"]))
    assert not jawaban.cookies
    if nama != "pilih":
        assert jawaban["Cache-Control"] == "public, max-age=300"


@pytest.mark.parametrize("nama", HALAMAN)
def test_whoever_is_signed_in_sees_the_same_and_leaves_no_copy(layanan: LayananPublik, nama: str) -> None:
    client = Client()
    client.force_login(PenggunaPabrik(nama="Nama Rahasia"))
    jawaban = client.get(reverse(f"publik:{nama}", args=["batanghari"]))
    assert "no-store" in jawaban["Cache-Control"]
    assert jawaban.content.decode() == isi(nama)


def test_a_form_with_its_key_is_kept_by_nobody_in_between(layanan: LayananPublik) -> None:
    jawaban = Client().get(reverse("publik:ulas", args=[layanan.kode]))
    assert set(jawaban["Cache-Control"].split(", ")) == {"private", "no-cache"}


@pytest.mark.parametrize("nama", HALAMAN)
def test_a_page_is_light(sini: Instansi, nama: str) -> None:
    """Thirty units, a hundred changes, thirty topics: at most 30 KB at first and 10 KB again, 4 requests."""
    for ke in range(30):
        unit = UnitKerjaPabrik(instansi=sini, nama=f"Unit Layanan Kecamatan Nomor {ke}")
        banyak_ulasan(LayananPabrik(unit=unit), date(2026, 11, 3), *[BAIK] * 10)
        JanjiPabrik(topik=TopikPabrik(unit=unit))
        for lagi in range(3):
            PerubahanPabrik(unit=unit, tindakan=f"perubahan nomor {ke} bagian {lagi}")
    halaman = isi(nama)
    acuan = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', halaman))
    ulang = len(gzip.compress(halaman.encode(), 6))
    statis = [Path(settings.STATICFILES_DIRS[0]) / a.removeprefix("/static/") for a in acuan]
    pertama = ulang + sum(len(gzip.compress(b.read_bytes(), 6)) for b in statis)
    assert ulang <= 10 * 1024
    assert pertama <= 30 * 1024
    assert 1 + len(acuan) <= 4
    assert "<script" not in halaman
