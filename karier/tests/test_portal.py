"""Beranda, and the frame of every portal page."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from karier.services.evaluasi import is_simulasi
from karier.tests.bantu import mulai
from karier.tests.jalan import SAAT
from karier.tests.pembaca import halaman, jalankan, sebagai
from kinerja.tests.pabrik import KonversiPabrik, PenilaianPabrik, SiklusPabrik
from mentoring.tests.pabrik import PasanganPabrik, ProfilMentorPabrik
from pegawai.models import Pegawai
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PengembanganPabrik,
    PenggunaPabrik,
    UnitKerjaPabrik,
    hr_dari,
)
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik, KompetensiTeknisPabrik, StandarKompetensiPabrik
from pelatihan.tests.pabrik import PelatihanPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


# -- Beranda ------------------------------------------------------------------------------------


def test_home_greets_by_name_and_says_where_the_next_pangkat_stands(saya: Pegawai) -> None:
    isi = halaman(sebagai(saya), "karier:beranda")
    assert "Selamat datang, Saya Contoh" in isi
    assert "Penata Muda Tingkat I (III/b)" in isi
    assert "Kenaikan pangkat berikutnya: Penata (III/c)" in isi
    assert "syarat terpenuhi; 1 perkiraan dan 1 tidak berlaku tidak dihitung." in isi


def test_a_pppk_sees_the_contract_and_no_pangkat_anywhere() -> None:
    client = sebagai(PegawaiPabrik(pppk=True))
    isi = halaman(client, "karier:beranda")
    assert "Perjanjian kerja berlaku sampai 28 Februari 2027." in isi
    assert "pangkat" not in isi.lower()


def test_the_requirements_of_a_pppk_are_those_of_karier_saya() -> None:
    jawaban = sebagai(PegawaiPabrik(pppk=True)).get(reverse("karier:syarat"))
    assert (jawaban.status_code, jawaban["Location"]) == (302, reverse("karier:saya"))


@pytest.mark.parametrize(
    ("jp", "teks"),
    [
        (0, "Masih 20 JP lagi tahun ini."),
        (12, "Masih 8 JP lagi tahun ini."),
        (24, "Tercatat 24 JP tahun ini."),
    ],
)
def test_home_counts_the_hours_of_this_year(saya: Pegawai, jp: int, teks: str) -> None:
    if jp:
        PengembanganPabrik(pegawai=saya, jp=jp)
    assert teks in halaman(sebagai(saya), "karier:beranda")


def test_hours_outside_a_declared_register_are_called_incomplete() -> None:
    orang = PegawaiPabrik(pelaksana=True)
    assert "belum dinyatakan lengkap oleh BKPSDM" in halaman(sebagai(orang), "karier:beranda")


def test_the_main_gap_names_trainings_and_a_possible_mentor_with_reasons(saya: Pegawai) -> None:
    StandarKompetensiPabrik(jabatan=saya.riwayat_jabatan.get().jabatan, komunikasi=3)
    AsesmenPabrik(pegawai=saya, komunikasi=2)
    PelatihanPabrik(nama="Menulis Nota Dinas", ukuran_mb=40)
    mentor = ProfilMentorPabrik(pegawai__nama="Mentor Contoh")
    isi = halaman(sebagai(saya), "karier:beranda")
    assert "Yang dapat membantu: Komunikasi level 2 ke 3" in isi
    assert "menutup celah Komunikasi level 2 ke 3; 8 JP; daring, 40 MB; tanpa biaya" in isi
    assert mentor.pegawai.nama in isi


def test_home_shows_the_running_mentor_and_the_signed_feedback(saya: Pegawai) -> None:
    teknis = KompetensiTeknisPabrik(nama="Audit keuangan")
    PasanganPabrik(mentee=saya, mentor__pegawai__nama="Mentor Contoh", kompetensi="", teknis=teknis)
    PenilaianPabrik(pegawai=saya, tahun=2023, umpan_balik="Laporan selalu tepat waktu.")
    PenilaianPabrik(pegawai=saya, tahun=2022, umpan_balik="Masih rahasia.", draf=True)
    isi = halaman(sebagai(saya), "karier:beranda")
    assert "Mentor Contoh" in isi
    assert "Kompetensi: Audit keuangan" in isi
    assert "Laporan selalu tepat waktu." in isi
    assert "Masih rahasia." not in isi


def test_a_leader_finds_the_rating_that_waits_as_the_first_task(saya: Pegawai, atasan: Pegawai) -> None:
    SiklusPabrik(status="dibuka", dibuka_pada=SAAT)
    isi = halaman(sebagai(atasan), "karier:beranda")
    assert "Nilai 1 pegawai" in isi
    assert "Batas 31 Januari 2027 pukul 23.59 WIB" in isi


def test_a_leader_finds_the_conversions_that_wait_for_a_signature(atasan: Pegawai) -> None:
    orang = PegawaiPabrik(fungsional=True, atasan=atasan)
    KonversiPabrik(pegawai=orang, tahun=2025, draf=True)
    KonversiPabrik(pegawai=orang, tahun=2024, draf=True)
    KonversiPabrik(pegawai=orang, tahun=2023)
    client = sebagai(atasan)
    for nama in ("karier:beranda", "karier:tim"):
        isi = halaman(client, nama)
        assert f'href="{reverse("kinerja:konversi")}">Tanda tangani 2 konversi angka kredit</a>' in isi
    assert 'id="konversi"' in halaman(client, "kinerja:daftar")


def test_nobody_else_is_asked_to_sign(saya: Pegawai, atasan: Pegawai) -> None:
    KonversiPabrik(pegawai=saya)
    KonversiPabrik(draf=True)
    KonversiPabrik(pegawai=atasan, draf=True)
    for orang in (saya, atasan):
        assert "Tanda tangani" not in halaman(sebagai(orang), "karier:beranda")


@pytest.mark.parametrize("nama", ["karier:beranda", "karier:tim"])
def test_more_conversions_take_no_more_queries(atasan: Pegawai, nama: str) -> None:
    client = sebagai(atasan)
    orang = PegawaiPabrik.create_batch(8, fungsional=True, atasan=atasan)

    def banyak() -> int:
        with CaptureQueriesContext(connection) as isi:
            halaman(client, nama)
        return len(isi)

    KonversiPabrik(pegawai=orang[0], draf=True)
    banyak()
    satu = banyak()
    for o in orang[1:]:
        KonversiPabrik(pegawai=o, draf=True)
    assert banyak() == satu


def test_an_hr_account_without_a_record_goes_to_its_desk() -> None:
    jawaban = sebagai(hr_dari(InstansiPabrik())).get(reverse("karier:beranda"))
    assert jawaban.url == reverse("admin:index")


def test_an_account_that_belongs_to_nobody_is_told_so() -> None:
    jawaban = sebagai(PenggunaPabrik()).get(reverse("karier:beranda"))
    assert jawaban.status_code == 403
    assert "belum terhubung dengan data pegawai" in jawaban.content.decode()


# -- the frame ----------------------------------------------------------------------------------


def test_the_frame_shows_instansi_menu_help_and_time_of_the_data(saya: Pegawai) -> None:
    saya.instansi.bantuan = "WhatsApp 0800-0000-0000"
    saya.instansi.save()
    jalankan(saya)
    isi = halaman(sebagai(saya), "karier:beranda")
    assert saya.instansi.nama in isi
    assert "BKPSDM – WhatsApp 0800-0000-0000" in isi
    assert "Data per 21 November 2026 pukul 09.00 WIB" in isi
    assert 'aria-current="page">Beranda' in isi


def test_only_leaders_have_the_pages_of_leaders_in_their_menu(saya: Pegawai, atasan: Pegawai) -> None:
    assert "Tim saya" not in halaman(sebagai(saya), "karier:beranda")
    assert "Tim saya" in halaman(sebagai(atasan), "karier:beranda")


def test_times_are_told_on_the_clock_of_the_instansi() -> None:
    orang = PegawaiPabrik(pelaksana=True, instansi=InstansiPabrik(kode="nabire", zona_waktu="Asia/Jayapura"))
    jalankan(orang)
    assert "21 November 2026 pukul 11.00 WIT" in halaman(sebagai(orang), "karier:syarat")


def test_a_unit_stands_in_the_line_of_identity() -> None:
    orang = PegawaiPabrik(pelaksana=True, unit=UnitKerjaPabrik(nama="Puskesmas Contoh"))
    assert "Pengelola Kepegawaian – Puskesmas Contoh" in halaman(sebagai(orang), "karier:beranda")


# -- what counts as the present ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("per", "simulasi"),
    [
        (date(2026, 11, 13), True),
        (date(2026, 11, 14), False),
        (date(2026, 11, 21), False),
        (date(2026, 11, 22), True),
        (date(2027, 6, 1), True),
    ],
)
def test_a_run_per_a_date_that_is_not_the_present_one_is_a_simulation(per: date, simulasi: bool) -> None:
    assert mulai(PegawaiPabrik().instansi, per).simulasi is simulasi


def test_the_present_is_told_on_the_calendar_of_the_instansi() -> None:
    jayapura = InstansiPabrik(kode="nabire", zona_waktu="Asia/Jayapura")
    malam = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)  # 22 November there, 21 November in Jakarta

    assert not is_simulasi(instansi=jayapura, per_tanggal=date(2026, 11, 22), at=malam)
    assert is_simulasi(instansi=InstansiPabrik(), per_tanggal=date(2026, 11, 22), at=malam)


def test_an_older_date_does_not_overrule_what_a_newer_one_has_shown() -> None:
    instansi = PegawaiPabrik().instansi
    kemarin = date(2026, 11, 20)
    assert not is_simulasi(instansi=instansi, per_tanggal=kemarin, at=SAAT)

    mulai(instansi)

    assert is_simulasi(instansi=instansi, per_tanggal=kemarin, at=SAAT)
    assert not is_simulasi(instansi=instansi, per_tanggal=date(2026, 11, 21), at=SAAT)
