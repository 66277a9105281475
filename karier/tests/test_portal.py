"""Beranda, Syarat kenaikan and Tim saya: what each reader sees, and what nobody but the person may."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from asn_karier.lib.models import Jejak
from karier.enums import JenisRekomendasi, StatusRekomendasi
from karier.models import KeputusanRekomendasi, Rekomendasi, RunEvaluasi
from karier.services.evaluasi import kerjakan_menunggu, start_run
from karier.services.tim import SEL_TERKECIL
from kinerja.tests.pabrik import PenilaianPabrik, SiklusPabrik, predikat_tahun
from mentoring.tests.pabrik import PasanganPabrik, ProfilMentorPabrik
from pegawai.enums import DasarAkses
from pegawai.models import AksesPegawai, Pegawai, Pengguna
from pegawai.tests.pabrik import (
    AsesmenPabrik,
    HukumanDisiplinPabrik,
    InstansiPabrik,
    PegawaiPabrik,
    PengembanganPabrik,
    PenggunaPabrik,
    StandarKompetensiPabrik,
    UnitKerjaPabrik,
    hr_dari,
    nyatakan_lengkap,
)
from pelatihan.tests.pabrik import PelatihanPabrik

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _hari_ini() -> Iterator[None]:
    with time_machine.travel(SAAT, tick=False):
        yield


@pytest.fixture
def atasan() -> Pegawai:
    return PegawaiPabrik(struktural=True, nama="Atasan Contoh")


@pytest.fixture
def saya(atasan: Pegawai) -> Pegawai:
    """A pelaksana with everything in order: ready for III/c on 1 January 2027."""
    orang = PegawaiPabrik(pelaksana=True, nama="Saya Contoh", atasan=atasan)
    predikat_tahun(orang, 2024, 2025)
    nyatakan_lengkap(orang.instansi)
    return orang


def _sebagai(orang: Pegawai | Pengguna) -> Client:
    akun = orang if isinstance(orang, Pengguna) else _akun(orang)
    client = Client()
    client.force_login(akun)
    return client


def _akun(orang: Pegawai) -> Pengguna:
    return Pengguna.objects.filter(pegawai=orang).first() or PenggunaPabrik(pegawai=orang)


def _halaman(client: Client, nama: str, *kunci: int) -> str:
    jawaban = client.get(reverse(nama, args=kunci))
    assert jawaban.status_code == 200
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", jawaban.content.decode())


def _jalankan(orang: Pegawai) -> RunEvaluasi:
    run = start_run(instansi=orang.instansi, per_tanggal=date(2026, 11, 21), actor=None, at=SAAT)
    kerjakan_menunggu(run.pk)
    run.refresh_from_db()
    return run


# -- Beranda ------------------------------------------------------------------------------------


def test_home_greets_by_name_and_says_where_the_next_pangkat_stands(saya: Pegawai) -> None:
    isi = _halaman(_sebagai(saya), "karier:beranda")
    assert "Selamat datang, Saya Contoh" in isi
    assert "Penata Muda Tingkat I (III/b)" in isi
    assert "Kenaikan pangkat berikutnya: Penata (III/c)" in isi
    assert "syarat terpenuhi." in isi


def test_a_pppk_sees_the_contract_and_no_pangkat_anywhere() -> None:
    client = _sebagai(PegawaiPabrik(pppk=True))
    isi = _halaman(client, "karier:beranda")
    assert "Perjanjian kerja berlaku sampai 28 Februari 2027." in isi
    assert "pangkat" not in isi.lower()
    assert client.get(reverse("karier:syarat")).url == reverse("karier:beranda")


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
    assert teks in _halaman(_sebagai(saya), "karier:beranda")


def test_hours_outside_a_declared_register_are_called_incomplete() -> None:
    orang = PegawaiPabrik(pelaksana=True)
    assert "belum dinyatakan lengkap oleh BKPSDM" in _halaman(_sebagai(orang), "karier:beranda")


def test_the_main_gap_names_trainings_and_a_possible_mentor_with_reasons(saya: Pegawai) -> None:
    StandarKompetensiPabrik(jabatan=saya.riwayat_jabatan.get().jabatan, komunikasi=3)
    AsesmenPabrik(pegawai=saya, komunikasi=2)
    PelatihanPabrik(nama="Menulis Nota Dinas", ukuran_mb=40)
    mentor = ProfilMentorPabrik(pegawai__nama="Mentor Contoh")
    isi = _halaman(_sebagai(saya), "karier:beranda")
    assert "Yang dapat membantu: Komunikasi 2→3" in isi
    assert "menutup celah Komunikasi 2→3; 8 JP; daring, 40 MB; tanpa biaya" in isi
    assert mentor.pegawai.nama in isi


def test_home_shows_the_running_mentor_and_the_signed_feedback(saya: Pegawai) -> None:
    PasanganPabrik(mentee=saya, mentor__pegawai__nama="Mentor Contoh")
    PenilaianPabrik(pegawai=saya, tahun=2023, umpan_balik="Laporan selalu tepat waktu.")
    PenilaianPabrik(pegawai=saya, tahun=2022, umpan_balik="Masih rahasia.", draf=True)
    isi = _halaman(_sebagai(saya), "karier:beranda")
    assert "Mentor Contoh" in isi
    assert "Laporan selalu tepat waktu." in isi
    assert "Masih rahasia." not in isi


def test_a_leader_finds_the_rating_that_waits_as_the_first_task(saya: Pegawai, atasan: Pegawai) -> None:
    SiklusPabrik(status="dibuka", dibuka_pada=SAAT)
    isi = _halaman(_sebagai(atasan), "karier:beranda")
    assert "Nilai 1 pegawai" in isi
    assert "Batas 31 Januari 2027 pukul 23.59 WIB" in isi


def test_an_hr_account_without_a_record_goes_to_its_desk() -> None:
    jawaban = _sebagai(hr_dari(InstansiPabrik())).get(reverse("karier:beranda"))
    assert jawaban.url == reverse("admin:index")


def test_an_account_that_belongs_to_nobody_is_told_so() -> None:
    jawaban = _sebagai(PenggunaPabrik()).get(reverse("karier:beranda"))
    assert jawaban.status_code == 403
    assert "belum terhubung dengan data pegawai" in jawaban.content.decode()


# -- Syarat kenaikan ----------------------------------------------------------------------------


def test_before_the_first_run_the_sheet_says_that_it_is_not_official(saya: Pegawai) -> None:
    isi = _halaman(_sebagai(saya), "karier:syarat")
    assert "belum menjadi hasil perhitungan resmi" in isi


def test_after_a_run_the_sheet_shows_its_time_its_rules_and_the_stored_outcome(saya: Pegawai) -> None:
    _jalankan(saya)
    HukumanDisiplinPabrik(pegawai=saya)
    isi = _halaman(_sebagai(saya), "karier:syarat")
    assert "21 November 2026 pukul 09.00 WIB, dari data per 21 November 2026" in isi
    assert "Syarat kenaikan pangkat PNS (berlaku" in isi
    assert "Sudah memenuhi" in isi


def test_someone_the_run_has_not_seen_is_computed_for_the_page(saya: Pegawai) -> None:
    _jalankan(saya)
    baru = PegawaiPabrik(pelaksana=True, instansi=saya.instansi)
    assert "belum menjadi hasil perhitungan resmi" in _halaman(_sebagai(baru), "karier:syarat")


def test_the_person_reads_every_requirement_with_source_article_and_who_can_fix_it(saya: Pegawai) -> None:
    HukumanDisiplinPabrik(pegawai=saya)
    isi = _halaman(_sebagai(saya), "karier:syarat")
    for potongan in (
        "Masa dalam pangkat",
        "Tidak menjalani hukuman disiplin",
        "Sumber:",
        "Dasar:",
        "Dilengkapi oleh:",
    ):
        assert potongan in isi
    assert "Kurang 1 hal" in isi


def test_the_sheet_of_a_ready_person_names_the_window_and_the_tmt(saya: Pegawai) -> None:
    isi = _halaman(_sebagai(saya), "karier:syarat")
    assert "16 November 2026 – 15 Desember 2026" in isi
    assert "TMT kenaikan pangkat paling cepat" in isi


def test_the_address_of_the_own_sheet_names_nobody(saya: Pegawai) -> None:
    assert reverse("karier:syarat") == "/karier/syarat/"
    jawaban = _sebagai(saya).get(reverse("karier:syarat_pegawai", args=[saya.pk]))
    assert jawaban.url == reverse("karier:syarat")


# -- what a leader must not learn ---------------------------------------------------------------


@pytest.mark.parametrize(
    "trait",
    [{}, {"pemeriksaan": True}, {"selesai": True}],
    ids=["running penalty", "examination", "penalty of the past"],
)
@pytest.mark.parametrize("dengan_run", [False, True], ids=["computed now", "from a run"])
def test_discipline_changes_nothing_on_any_page_of_the_leader(
    saya: Pegawai, atasan: Pegawai, trait: dict[str, bool], dengan_run: bool
) -> None:
    """The strongest form of "must not leak": the pages are equal, letter by letter."""
    client = _sebagai(atasan)

    def halaman() -> list[str]:
        if dengan_run:
            _jalankan(saya)
        return [_halaman(client, "karier:syarat_pegawai", saya.pk), _halaman(client, "karier:tim")]

    bersih = halaman()
    HukumanDisiplinPabrik(pegawai=saya, **trait)
    assert halaman() == bersih


def test_undeclared_discipline_changes_nothing_on_the_pages_of_the_leader(atasan: Pegawai) -> None:
    orang = PegawaiPabrik(pelaksana=True, atasan=atasan)
    predikat_tahun(orang, 2024, 2025)
    client = _sebagai(atasan)
    sebelum = _halaman(client, "karier:syarat_pegawai", orang.pk)
    nyatakan_lengkap(orang.instansi)
    assert _halaman(client, "karier:syarat_pegawai", orang.pk) == sebelum


def test_the_leader_always_reads_that_some_requirements_are_handled_elsewhere(
    saya: Pegawai, atasan: Pegawai
) -> None:
    isi = _halaman(_sebagai(atasan), "karier:syarat_pegawai", saya.pk)
    assert "Ada syarat yang ditangani BKPSDM" in isi
    assert "disiplin" not in isi.lower()
    assert "Sudah memenuhi" not in isi


@pytest.mark.parametrize("status", [StatusRekomendasi.DITOLAK, StatusRekomendasi.DITUNDA])
def test_a_refused_or_delayed_proposal_is_not_told_to_the_leader(
    saya: Pegawai, atasan: Pegawai, status: StatusRekomendasi
) -> None:
    client = _sebagai(atasan)
    run = _jalankan(saya)
    sebelum = _halaman(client, "karier:syarat_pegawai", saya.pk)
    _usulan(saya, run, status)
    assert _halaman(client, "karier:syarat_pegawai", saya.pk) == sebelum


def test_someone_granted_access_reads_the_closed_sheet(saya: Pegawai) -> None:
    mentor = PenggunaPabrik(pegawai=PegawaiPabrik())
    AksesPegawai.objects.create(
        pengguna=mentor, pegawai=saya, dasar=DasarAkses.MENTOR, mulai=date(2026, 1, 1)
    )
    isi = _halaman(_sebagai(mentor), "karier:syarat_pegawai", saya.pk)
    assert "Ada syarat yang ditangani BKPSDM" in isi
    assert "disiplin" not in isi.lower()


def test_hr_of_the_instansi_reads_the_full_sheet(saya: Pegawai) -> None:
    isi = _halaman(_sebagai(hr_dari(saya.instansi)), "karier:syarat_pegawai", saya.pk)
    assert "Tidak menjalani hukuman disiplin" in isi


@pytest.mark.parametrize("siapa", ["rekan", "atasan dari atasan", "HR instansi lain"])
def test_anyone_else_finds_no_such_page(saya: Pegawai, atasan: Pegawai, siapa: str) -> None:
    if siapa == "HR instansi lain":
        client = _sebagai(hr_dari(InstansiPabrik(kode="nabire")))
    elif siapa == "rekan":
        client = _sebagai(PegawaiPabrik())
    else:
        atasan.atasan = PegawaiPabrik()
        atasan.save()
        client = _sebagai(atasan.atasan)
    assert client.get(reverse("karier:syarat_pegawai", args=[saya.pk])).status_code == 404


# -- the proposal -------------------------------------------------------------------------------


def _usulan(orang: Pegawai, run: RunEvaluasi, status: StatusRekomendasi, alasan: str = "") -> None:
    rekomendasi, _ = Rekomendasi.objects.update_or_create(
        pegawai=orang,
        jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
        sasaran="11",
        periode=date(2027, 1, 1),
        defaults={"status": status, "run_pertama": run, "run_terakhir": run},
    )
    jenis = {"ditetapkan": "tetapkan", "ditunda": "tunda", "ditolak": "tolak"}[status]
    KeputusanRekomendasi.objects.create(
        rekomendasi=rekomendasi,
        jenis=jenis,
        alasan=alasan or "Uji",
        pegawai=orang,
        oleh=hr_dari(orang.instansi),
        run=run,
        pada=SAAT,
    )


def test_a_proposal_is_told_with_who_decides(saya: Pegawai, atasan: Pegawai) -> None:
    _usulan(saya, _jalankan(saya), StatusRekomendasi.DITETAPKAN)
    kalimat = "Anda diusulkan; keputusan ada pada pejabat berwenang/BKN."
    assert kalimat in _halaman(_sebagai(saya), "karier:syarat")
    assert kalimat in _halaman(_sebagai(saya), "karier:beranda")
    isi = _halaman(_sebagai(atasan), "karier:syarat_pegawai", saya.pk)
    assert "Pegawai ini diusulkan; keputusan ada pada pejabat berwenang/BKN." in isi


def test_the_person_reads_why_a_proposal_waits(saya: Pegawai) -> None:
    _usulan(saya, _jalankan(saya), StatusRekomendasi.DITUNDA, "Menunggu legalisir ijazah")
    assert "Alasannya: Menunggu legalisir ijazah" in _halaman(_sebagai(saya), "karier:syarat")


def test_an_undecided_recommendation_promises_nothing(saya: Pegawai) -> None:
    _jalankan(saya)
    assert Rekomendasi.objects.filter(pegawai=saya, status=StatusRekomendasi.MENUNGGU).exists()
    assert "diusulkan" not in _halaman(_sebagai(saya), "karier:syarat")


# -- Tim saya -----------------------------------------------------------------------------------


def test_a_team_lists_direct_reports_only(saya: Pegawai, atasan: Pegawai) -> None:
    PegawaiPabrik(nama="Cucu Contoh", atasan=saya)
    PegawaiPabrik(nama="Orang Luar")
    isi = _halaman(_sebagai(atasan), "karier:tim")
    assert "Saya Contoh" in isi
    assert "Cucu Contoh" not in isi
    assert "Orang Luar" not in isi


def test_people_further_down_are_counted_not_named(saya: Pegawai, atasan: Pegawai) -> None:
    PegawaiPabrik.create_batch(3, atasan=saya)
    isi = _halaman(_sebagai(atasan), "karier:tim")
    assert "<b>3</b>bawahan tidak langsung" in isi
    assert "di antaranya memenuhi" not in isi


def test_how_many_further_down_are_ready_is_told_only_where_it_points_at_nobody(
    saya: Pegawai, atasan: Pegawai
) -> None:
    siap = PegawaiPabrik.create_batch(SEL_TERKECIL, pelaksana=True, atasan=saya)
    for orang in siap:
        predikat_tahun(orang, 2024, 2025)
    PegawaiPabrik.create_batch(SEL_TERKECIL - 1, pelaksana=True, atasan=saya)
    _jalankan(saya)
    assert "di antaranya memenuhi" not in _halaman(_sebagai(atasan), "karier:tim")
    PegawaiPabrik(pelaksana=True, atasan=saya)
    _jalankan(saya)
    assert f"<b>{SEL_TERKECIL}</b>di antaranya memenuhi" in _halaman(_sebagai(atasan), "karier:tim")


def test_a_pppk_in_the_team_has_no_pangkat_sheet(atasan: Pegawai) -> None:
    orang = PegawaiPabrik(pppk=True, nama="Pppk Contoh", atasan=atasan)
    client = _sebagai(atasan)
    isi = _halaman(client, "karier:tim")
    assert "Kenaikan pangkat berlaku bagi PNS." in isi
    assert reverse("karier:syarat_pegawai", args=[orang.pk]) not in isi
    assert client.get(reverse("karier:syarat_pegawai", args=[orang.pk])).status_code == 404


def test_a_circle_of_superiors_does_not_hang_the_page() -> None:
    a = PegawaiPabrik(nama="A Contoh")
    b = PegawaiPabrik(nama="B Contoh", atasan=a)
    a.atasan = b
    a.save()
    assert "B Contoh" in _halaman(_sebagai(a), "karier:tim")


def test_a_large_team_is_shown_in_pages(atasan: Pegawai) -> None:
    PegawaiPabrik.create_batch(51, atasan=atasan)
    isi = _halaman(_sebagai(atasan), "karier:tim")
    assert "Baris 1–50 dari 51" in isi
    lanjut = _sebagai(atasan).get(reverse("karier:tim"), {"mulai": "50"}).content.decode()
    assert "Baris 51–51 dari 51" in lanjut


# -- the trail ----------------------------------------------------------------------------------


def test_every_read_leaves_one_row_per_person(saya: Pegawai, atasan: Pegawai) -> None:
    rekan = PegawaiPabrik(pelaksana=True, atasan=atasan)
    client = _sebagai(atasan)
    _halaman(client, "karier:tim")
    _halaman(client, "karier:syarat_pegawai", saya.pk)
    dibaca = Jejak.objects.filter(pelaku_id=_akun(atasan).pk, tindakan="lihat", kanal="portal")
    assert sorted(dibaca.values_list("subjek_id", flat=True)) == sorted([saya.pk, rekan.pk, saya.pk])


def test_a_page_that_was_not_found_leaves_no_row(saya: Pegawai) -> None:
    _sebagai(PegawaiPabrik()).get(reverse("karier:syarat_pegawai", args=[saya.pk]))
    assert not Jejak.objects.exists()


# -- the frame ----------------------------------------------------------------------------------


def test_the_frame_shows_instansi_menu_help_and_time_of_the_data(saya: Pegawai) -> None:
    saya.instansi.bantuan = "WhatsApp 0800-0000-0000"
    saya.instansi.save()
    _jalankan(saya)
    isi = _halaman(_sebagai(saya), "karier:beranda")
    assert saya.instansi.nama in isi
    assert "BKPSDM – WhatsApp 0800-0000-0000" in isi
    assert "Data per 21 November 2026 pukul 09.00 WIB" in isi
    assert 'aria-current="page">Beranda' in isi


def test_only_leaders_have_the_pages_of_leaders_in_their_menu(saya: Pegawai, atasan: Pegawai) -> None:
    assert "Tim saya" not in _halaman(_sebagai(saya), "karier:beranda")
    assert "Tim saya" in _halaman(_sebagai(atasan), "karier:beranda")


def test_times_are_told_on_the_clock_of_the_instansi() -> None:
    orang = PegawaiPabrik(pelaksana=True, instansi=InstansiPabrik(kode="nabire", zona_waktu="Asia/Jayapura"))
    _jalankan(orang)
    assert "21 November 2026 pukul 11.00 WIT" in _halaman(_sebagai(orang), "karier:syarat")


def test_a_unit_stands_in_the_line_of_identity() -> None:
    orang = PegawaiPabrik(pelaksana=True, unit=UnitKerjaPabrik(nama="Puskesmas Contoh"))
    assert "Pengelola Kepegawaian – Puskesmas Contoh" in _halaman(_sebagai(orang), "karier:beranda")
