"""Syarat kenaikan: what the person reads, and what nobody but the person and their HR may learn."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from karier.enums import JenisRekomendasi, StatusRekomendasi
from karier.models import KeputusanRekomendasi, Rekomendasi, RunEvaluasi
from karier.tests.bantu import memenuhi
from karier.tests.jalan import SAAT, jalankan_sampai_selesai
from karier.tests.pembaca import halaman, jalankan, sebagai
from kinerja.tests.pabrik import predikat_tahun
from pegawai.enums import DasarAkses, KedudukanHukum
from pegawai.models import AksesPegawai, Pegawai
from pegawai.tests.pabrik import (
    HukumanDisiplinPabrik,
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    hr_dari,
    nyatakan_lengkap,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


# -- Syarat kenaikan ----------------------------------------------------------------------------


def test_before_the_first_run_the_sheet_says_that_it_is_not_official(saya: Pegawai) -> None:
    isi = halaman(sebagai(saya), "karier:syarat")
    assert "belum menjadi hasil perhitungan resmi" in isi


def test_after_a_run_the_sheet_shows_its_time_its_rules_and_the_stored_outcome(saya: Pegawai) -> None:
    jalankan(saya)
    HukumanDisiplinPabrik(pegawai=saya)
    isi = halaman(sebagai(saya), "karier:syarat")
    assert "21 November 2026 pukul 09.00 WIB, dari data per 21 November 2026" in isi
    assert "Syarat kenaikan pangkat PNS (berlaku" in isi
    assert "Sudah memenuhi" in isi


def test_someone_the_run_has_not_seen_is_computed_for_the_page(saya: Pegawai) -> None:
    jalankan(saya)
    baru = PegawaiPabrik(pelaksana=True, instansi=saya.instansi)
    assert "belum menjadi hasil perhitungan resmi" in halaman(sebagai(baru), "karier:syarat")


def test_the_person_reads_every_requirement_with_source_article_and_who_can_fix_it(saya: Pegawai) -> None:
    HukumanDisiplinPabrik(pegawai=saya)
    isi = halaman(sebagai(saya), "karier:syarat")
    for potongan in (
        "Masa dalam pangkat",
        "Tidak menjalani hukuman disiplin",
        "Sumber:",
        "Dasar:",
        "Tidak ada yang perlu dilakukan selain menunggu.",
    ):
        assert potongan in isi
    assert "Dilengkapi oleh: Tidak ada" not in isi
    assert "Kurang 1 hal" in isi


def test_the_sheet_of_a_ready_person_names_the_window_and_the_tmt(saya: Pegawai) -> None:
    isi = halaman(sebagai(saya), "karier:syarat")
    assert "16 November 2026 – 15 Desember 2026" in isi
    assert "TMT kenaikan pangkat paling cepat" in isi


def test_the_address_of_the_own_sheet_names_nobody(saya: Pegawai) -> None:
    assert reverse("karier:syarat") == "/karier/syarat/"
    jawaban = sebagai(saya).get(reverse("karier:syarat_pegawai", args=[saya.pk]))
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
    client = sebagai(atasan)

    def keduanya() -> list[str]:
        if dengan_run:
            jalankan(saya)
        return [halaman(client, "karier:syarat_pegawai", saya.pk), halaman(client, "karier:tim")]

    bersih = keduanya()
    HukumanDisiplinPabrik(pegawai=saya, **trait)
    assert keduanya() == bersih


@pytest.mark.parametrize("jalur", ["pelaksana", "fungsional"])
@pytest.mark.parametrize("dengan_run", [False, True], ids=["computed now", "from a run"])
def test_a_standing_of_penalty_changes_nothing_on_any_page_of_the_leader(
    atasan: Pegawai, jalur: str, dengan_run: bool
) -> None:
    orang = PegawaiPabrik(atasan=atasan, **{jalur: True})
    client = sebagai(atasan)

    def keduanya() -> list[str]:
        if dengan_run:
            jalankan(orang)
        return [halaman(client, "karier:syarat_pegawai", orang.pk), halaman(client, "karier:tim")]

    bersih = keduanya()
    Pegawai.objects.filter(pk=orang.pk).update(kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN)
    assert keduanya() == bersih


def test_a_standing_of_penalty_is_told_to_the_person_and_to_hr(saya: Pegawai) -> None:
    Pegawai.objects.filter(pk=saya.pk).update(kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN)
    run = jalankan(saya)
    sendiri = halaman(sebagai(saya), "karier:syarat")
    assert "Kurang 1 hal" in sendiri
    assert "Kedudukan hukum Anda tercatat menjalani hukuman disiplin. Minta BKPSDM" in sendiri
    hr = sebagai(hr_dari(saya.instansi))
    kalimat = "Kedudukan hukum pegawai ini tercatat menjalani hukuman disiplin. Catat tanggal berakhirnya"
    assert kalimat in halaman(hr, "karier:syarat_pegawai", saya.pk)
    assert kalimat in halaman(hr, "admin:karier_runevaluasi_orang", run.pk, saya.pk)
    assert not Rekomendasi.objects.filter(pegawai=saya, jenis=JenisRekomendasi.KENAIKAN_PANGKAT).exists()


def test_undeclared_discipline_changes_nothing_on_the_pages_of_the_leader(atasan: Pegawai) -> None:
    orang = PegawaiPabrik(pelaksana=True, atasan=atasan)
    predikat_tahun(orang, 2024, 2025)
    client = sebagai(atasan)
    sebelum = halaman(client, "karier:syarat_pegawai", orang.pk)
    nyatakan_lengkap(orang.instansi)
    assert halaman(client, "karier:syarat_pegawai", orang.pk) == sebelum


def test_the_leader_always_reads_that_some_requirements_are_handled_elsewhere(
    saya: Pegawai, atasan: Pegawai
) -> None:
    isi = halaman(sebagai(atasan), "karier:syarat_pegawai", saya.pk)
    assert "Ada syarat yang ditangani BKPSDM" in isi
    assert "disiplin" not in isi.lower()
    assert "Sudah memenuhi" not in isi


@pytest.mark.parametrize("status", [StatusRekomendasi.DITOLAK, StatusRekomendasi.DITUNDA])
def test_a_refused_or_delayed_proposal_is_not_told_to_the_leader(
    saya: Pegawai, atasan: Pegawai, status: StatusRekomendasi
) -> None:
    client = sebagai(atasan)
    run = jalankan(saya)
    sebelum = halaman(client, "karier:syarat_pegawai", saya.pk)
    _usulan(saya, run, status)
    assert halaman(client, "karier:syarat_pegawai", saya.pk) == sebelum


def test_someone_granted_access_reads_the_closed_sheet(saya: Pegawai) -> None:
    mentor = PenggunaPabrik(pegawai=PegawaiPabrik())
    AksesPegawai.objects.create(
        pengguna=mentor, pegawai=saya, dasar=DasarAkses.MENTOR, mulai=date(2026, 1, 1)
    )
    isi = halaman(sebagai(mentor), "karier:syarat_pegawai", saya.pk)
    assert "Ada syarat yang ditangani BKPSDM" in isi
    assert "disiplin" not in isi.lower()


def test_hr_of_the_instansi_reads_the_full_sheet(saya: Pegawai) -> None:
    isi = halaman(sebagai(hr_dari(saya.instansi)), "karier:syarat_pegawai", saya.pk)
    assert "Tidak menjalani hukuman disiplin" in isi


def test_hr_reads_the_sheet_about_the_person_and_the_person_about_themself(saya: Pegawai) -> None:
    run = jalankan(saya)
    _usulan(saya, run, StatusRekomendasi.DITUNDA, "Menunggu berkas")
    saya.riwayat_pendidikan.all().delete()
    jalankan(saya)
    hr = halaman(sebagai(hr_dari(saya.instansi)), "karier:syarat_pegawai", saya.pk)
    assert "Minta ijazah terakhir dari pegawai ini, lalu catat." in hr
    assert "Dilengkapi oleh: BKPSDM." in hr
    assert "Minta ditinjau manusia" not in hr
    assert "?tentang=" not in hr
    assert "Usul belum dikirim. Alasannya: Menunggu berkas" in hr
    sendiri = halaman(sebagai(saya), "karier:syarat")
    assert "Sampaikan ijazah terakhir kepada BKPSDM agar dicatat." in sendiri
    assert "Usul Anda belum dikirim. Alasannya: Menunggu berkas" in sendiri
    assert "Minta ditinjau manusia" in sendiri
    assert "/data-saya/keliru/?tentang=pendidikan,pangkat" in sendiri


def test_the_day_of_a_decision_is_told_on_the_calendar_of_the_instansi(saya: Pegawai) -> None:
    _usulan(saya, jalankan(saya), StatusRekomendasi.DITETAPKAN)
    lewat_tengah_malam = datetime(2026, 11, 20, 17, 30, tzinfo=UTC)  # 21 November in Jakarta
    KeputusanRekomendasi.objects.update(pada=lewat_tengah_malam)
    assert "Diusulkan 21 November 2026" in halaman(sebagai(saya), "karier:syarat")


def test_a_requirement_that_decides_nothing_is_called_an_estimate() -> None:
    orang = memenuhi(tanggal_lahir=date(1968, 3, 3))
    nyatakan_lengkap(orang.instansi)
    isi = halaman(sebagai(orang), "karier:syarat")
    assert "Sudah memenuhi" in isi
    assert "Belum (perkiraan, belum terverifikasi)" in isi
    assert "Tanyakan kenaikan pangkat pengabdian kepada BKPSDM." in isi


@pytest.mark.parametrize("siapa", ["rekan", "atasan dari atasan", "HR instansi lain"])
def test_anyone_else_finds_no_such_page(saya: Pegawai, atasan: Pegawai, siapa: str) -> None:
    if siapa == "HR instansi lain":
        client = sebagai(hr_dari(InstansiPabrik(kode="nabire")))
    elif siapa == "rekan":
        client = sebagai(PegawaiPabrik())
    else:
        atasan.atasan = PegawaiPabrik()
        atasan.save()
        client = sebagai(atasan.atasan)
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
    _usulan(saya, jalankan(saya), StatusRekomendasi.DITETAPKAN)
    kalimat = "Anda diusulkan; keputusan ada pada pejabat berwenang/BKN."
    assert kalimat in halaman(sebagai(saya), "karier:syarat")
    assert kalimat in halaman(sebagai(saya), "karier:beranda")
    isi = halaman(sebagai(atasan), "karier:syarat_pegawai", saya.pk)
    assert "Pegawai ini diusulkan; keputusan ada pada pejabat berwenang/BKN." in isi


@pytest.mark.parametrize("status", [StatusRekomendasi.MENUNGGU, StatusRekomendasi.DITOLAK])
def test_a_proposal_under_way_is_told_also_beside_a_newer_row(
    saya: Pegawai, status: StatusRekomendasi
) -> None:
    run = jalankan(saya)
    _usulan(saya, run, StatusRekomendasi.DITETAPKAN)
    Rekomendasi.objects.create(
        pegawai=saya,
        jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
        sasaran="11",
        periode=date(2027, 2, 1),
        status=status,
        run_pertama=run,
        run_terakhir=run,
    )
    assert "Anda diusulkan; keputusan ada pada" in halaman(sebagai(saya), "karier:beranda")


def test_a_simulation_is_not_what_the_person_reads(saya: Pegawai) -> None:
    run = jalankan(saya)
    sebelum = halaman(sebagai(saya), "karier:syarat")
    HukumanDisiplinPabrik(pegawai=saya)
    simulasi = jalankan_sampai_selesai(saya.instansi, date(2027, 6, 1))
    assert simulasi.nomor > run.nomor
    assert halaman(sebagai(saya), "karier:syarat") == sebelum


def test_the_person_reads_why_a_proposal_waits(saya: Pegawai) -> None:
    _usulan(saya, jalankan(saya), StatusRekomendasi.DITUNDA, "Menunggu legalisir ijazah")
    assert "Alasannya: Menunggu legalisir ijazah" in halaman(sebagai(saya), "karier:syarat")


def test_an_undecided_recommendation_promises_nothing(saya: Pegawai) -> None:
    jalankan(saya)
    assert Rekomendasi.objects.filter(pegawai=saya, status=StatusRekomendasi.MENUNGGU).exists()
    isi = halaman(sebagai(saya), "karier:syarat")
    assert not any(kata in isi for kata in ("Sudah diusulkan", "Anda diusulkan", "Usul Anda"))
