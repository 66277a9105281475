"""The work of a day through the browser, counted in clicks: nothing is typed into the database."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from asn_karier.tests.peramban import Peramban
from karier.contoh import bangun_daerah, tulis_berkas
from karier.models import Rekomendasi, RunEvaluasi
from karier.tests.jalan import selesaikan
from kinerja.enums import Predikat, Rating, StatusPenilaian, StatusSiklus
from kinerja.models import Penilaian
from kinerja.tests.pabrik import SiklusPabrik, predikat_tahun
from pegawai.models import Impor, Pegawai, Pengguna
from pegawai.services.impor_kerja import periksa, terapkan
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari, nyatakan_lengkap

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]

SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
SANDI = "kereta-sawah-pelangi"
BERKAS = (
    ("unit_kerja", "unit"),
    ("siasn", "siasn"),
    ("ekinerja_2024", "ekinerja"),
    ("ekinerja_2025", "ekinerja"),
    ("data_awal", "data_awal"),
)
#: Links and buttons pressed after signing in; typing and choosing are not counted.
ANGGARAN_KLIK = {
    "impor_satu_berkas": 3,
    "nyatakan_lengkap": 3,
    "periksa_dan_jalankan": 3,
    "usulkan_satu_pegawai": 4,
    "unduh_hasil": 3,
    "lihat_syarat_sendiri": 1,
    "nilai_satu_bawahan": 4,
    "siapa_melihat_data_saya": 1,
    "ganti_kata_sandi": 2,  # the account menu opens first
}


@pytest.fixture(autouse=True)
def _hari_ini() -> Iterator[None]:
    with time_machine.travel(SAAT, tick=False):
        yield


def _peramban(akun: Pengguna, alamat: str) -> Peramban:
    client = Client()
    client.force_login(akun)
    return Peramban(client, alamat)


def _habis(p: Peramban, pekerjaan: str, sebelum: int = 0) -> int:
    """Check the clicks since `sebelum` against the budget; returns the count so far."""
    dipakai = p.klik - sebelum
    assert dipakai <= ANGGARAN_KLIK[pekerjaan], f"{pekerjaan}: {dipakai} klik"
    return p.klik


# -- HR: files in, check, run, decide, export ---------------------------------------------------


def _impor(p: Peramban, jenis: str, berkas: Path) -> None:
    p.buka(reverse("admin:index"))
    p.tekan("Impor data")
    with berkas.open("rb") as isi:
        p.kirim("Unggah dan periksa", jenis=jenis, berkas=isi)
    impor = Impor.objects.latest("pk")
    periksa(impor.pk)  # what a worker does meanwhile
    p.buka(p.alamat)
    p.kirim("Simpan")
    terapkan(impor.pk)


def _jalankan(p: Peramban) -> None:
    p.buka(reverse("admin:index"))
    p.tekan("Periksa data")
    p.tekan("Jalankan perhitungan")
    p.kirim("Jalankan perhitungan")
    selesaikan(RunEvaluasi.objects.latest("pk"))
    p.buka(p.alamat)


def test_hr_goes_from_files_to_a_proposal_and_an_export(tmp_path: Path) -> None:
    berkas = tulis_berkas(bangun_daerah("batanghari", 60, 7), tmp_path)
    p = _peramban(hr_dari(InstansiPabrik(kode="batanghari")), reverse("admin:index"))
    klik = 0
    for nama, jenis in BERKAS:
        _impor(p, jenis, berkas[nama])
        klik = _habis(p, "impor_satu_berkas", klik)
    assert Pegawai.objects.count() == 60

    p.buka(reverse("admin:index"))
    p.tekan("Periksa data")
    p.tekan("Nyatakan lengkap")
    p.kirim("Simpan", sumber="Register BKPSDM", mulai="2016-01-01", sampai="2027-12-31")
    klik = _habis(p, "nyatakan_lengkap", klik)

    _jalankan(p)
    klik = _habis(p, "periksa_dan_jalankan", klik)

    siap = Rekomendasi.objects.filter(jenis="kenaikan_pangkat").order_by("pegawai__nama").first()
    assert siap is not None
    p.tekan("Siap diusulkan")
    p.tekan(siap.pegawai.nama_gelar)
    p.tekan("Tetapkan sebagai usulan")
    p.kirim("Ya, tetapkan sebagai usulan")
    klik = _habis(p, "usulkan_satu_pegawai", klik)
    siap.refresh_from_db()
    assert siap.status == "ditetapkan"

    p.buka(reverse("admin:karier_runevaluasi_changelist"))
    p.tekan("Perhitungan 1")
    p.tekan("Siap diusulkan")
    p.tekan("Unduh CSV")
    _habis(p, "unduh_hasil", klik)
    isi = b"".join(p.jawaban.streaming_content).decode("utf-8-sig")
    assert siap.pegawai.nip in isi


def test_the_person_reads_the_proposal_that_hr_made(tmp_path: Path) -> None:
    orang = PegawaiPabrik(pelaksana=True)
    predikat_tahun(orang, 2024, 2025)
    nyatakan_lengkap(orang.instansi)
    p = _peramban(hr_dari(orang.instansi), reverse("admin:index"))
    _jalankan(p)
    p.tekan("Siap diusulkan")
    p.tekan(orang.nama_gelar)
    p.tekan("Tetapkan sebagai usulan")
    p.kirim("Ya, tetapkan sebagai usulan")
    saya = _peramban(PenggunaPabrik(pegawai=orang), reverse("karier:beranda"))
    assert "Anda diusulkan; keputusan ada pada pejabat berwenang/BKN." in saya.isi


# -- ASN and their leader -----------------------------------------------------------------------


@pytest.fixture
def akun() -> Pengguna:
    atasan = PegawaiPabrik(struktural=True, nama="Atasan Contoh")
    saya = PegawaiPabrik(pelaksana=True, nama="Saya Contoh", atasan=atasan)
    pengguna = PenggunaPabrik(pegawai=saya)
    pengguna.set_password(SANDI)
    pengguna.save()
    return pengguna


def test_an_asn_signs_in_with_nip_reads_the_requirements_and_signs_out(akun: Pengguna) -> None:
    p = Peramban(Client(), reverse("karier:beranda"))
    assert p.alamat.startswith(reverse("account_login"))
    nip = akun.username
    p.kirim("Masuk", login=f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}", password=SANDI)
    assert "Selamat datang, Saya Contoh" in p.isi
    masuk = p.klik
    p.tekan("Lihat rincian syarat")
    _habis(p, "lihat_syarat_sendiri", masuk)
    assert "Rincian" in p.isi
    p.kirim("Keluar")
    p.buka(reverse("karier:syarat"))
    assert p.alamat.startswith(reverse("account_login"))


def test_someone_who_was_sent_to_sign_in_comes_back_to_the_page_they_wanted(akun: Pengguna) -> None:
    p = Peramban(Client(), reverse("karier:syarat"))
    p.kirim("Masuk", login=akun.username, password=SANDI)
    assert p.alamat == reverse("karier:syarat")


def test_an_asn_changes_the_password(akun: Pengguna) -> None:
    p = _peramban(akun, reverse("karier:beranda"))
    p.tekan("Ganti kata sandi")
    _habis(p, "ganti_kata_sandi")
    p.kirim(
        "Ganti kata sandi",
        oldpassword=SANDI,
        password1="rumah-angin-timur-laut",
        password2="rumah-angin-timur-laut",
    )
    akun.refresh_from_db()
    assert akun.check_password("rumah-angin-timur-laut")


def test_an_asn_sees_who_looked_at_their_data(akun: Pengguna) -> None:
    p = _peramban(akun, reverse("karier:beranda"))
    p.tekan("Data saya")
    _habis(p, "siapa_melihat_data_saya")
    assert "Siapa yang melihat data saya" in p.isi


def test_a_leader_rates_one_report_and_signs(akun: Pengguna) -> None:
    SiklusPabrik(status=StatusSiklus.DIBUKA, dibuka_pada=SAAT)
    assert akun.pegawai is not None
    p = _peramban(PenggunaPabrik(pegawai=akun.pegawai.atasan), reverse("karier:beranda"))
    p.tekan("Nilai 1 pegawai")
    p.tekan("satu per satu")
    sesuai = str(Rating.SESUAI_EKSPEKTASI.value)
    p.kirim("Simpan", hasil=sesuai, perilaku=sesuai)
    p.kirim("Tetapkan")
    _habis(p, "nilai_satu_bawahan")
    penilaian = Penilaian.objects.get()
    assert (penilaian.status, penilaian.predikat) == (StatusPenilaian.DITETAPKAN, Predikat.BAIK)


def test_a_file_that_is_no_file_is_told_so_and_changes_nothing() -> None:
    p = _peramban(hr_dari(InstansiPabrik(kode="batanghari")), reverse("admin:pegawai_impor_add"))
    kosong = io.BytesIO(b"")
    kosong.name = "kosong.csv"
    p.kirim("Unggah dan periksa", jenis="siasn", berkas=kosong)
    assert "Berkas itu kosong" in p.isi
    assert not Impor.objects.exists()
