"""Pages while something is broken: a run that cannot be explained here, a person who cannot be computed."""

import logging
from collections.abc import Callable
from datetime import date

import pytest
from django.db import DataError, OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from karier.models import HasilEvaluasi, RunEvaluasi
from karier.services.keadaan import last_run, read_outcomes
from karier.tests.jalan import PER
from karier.tests.pembaca import halaman, jalankan, sebagai
from pegawai.models import Pegawai
from pegawai.tests.pabrik import (
    HukumanDisiplinPabrik,
    PegawaiPabrik,
    PengembanganPabrik,
    RiwayatPendidikanPabrik,
    hr_dari,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]

BELUM_RESMI = "belum menjadi hasil perhitungan resmi"
TAK_TERHITUNG = "Syarat belum dapat dihitung dari data yang tercatat. BKPSDM perlu memeriksanya."


# -- a run that this program cannot explain -----------------------------------------------------------


def aturan_hilang(run: RunEvaluasi) -> None:
    """As on a host where the release with the new rule file was rolled back."""
    run.versi_aturan["plafon_pendidikan"] = {"berlaku_mulai": "2031-01-01", "sha256": "0" * 64}
    run.save()


def aturan_tak_lengkap(run: RunEvaluasi) -> None:
    """The files are there, but they are not all that this program asks for."""
    del run.versi_aturan["jenjang"]
    run.save()


def fakta_lain(run: RunEvaluasi) -> None:
    """As written by a program with another layout of facts."""
    run.versi_fakta += 1
    run.save()
    HasilEvaluasi.objects.filter(run_id=run.pk).update(fakta=b"\x01\x02\x03")


ASING = [aturan_hilang, aturan_tak_lengkap, fakta_lain]


@pytest.mark.parametrize("asing", ASING)
def test_a_person_reads_their_outcome_computed_now_when_the_run_cannot_be_explained(
    saya: Pegawai, atasan: Pegawai, asing: Callable[[RunEvaluasi], None]
) -> None:
    asing(jalankan(saya))
    isi = halaman(sebagai(saya), "karier:syarat")
    assert BELUM_RESMI in isi
    assert "Sudah memenuhi" in isi
    assert "Kenaikan pangkat berikutnya: Penata (III/c)" in halaman(sebagai(saya), "karier:beranda")
    assert "Syarat umum terpenuhi" in halaman(sebagai(atasan), "karier:tim")


@pytest.mark.parametrize("asing", ASING)
def test_the_run_before_it_counts_again(saya: Pegawai, asing: Callable[[RunEvaluasi], None]) -> None:
    lama = jalankan(saya)
    for _ in range(2):
        asing(jalankan(saya))
    assert last_run(saya.instansi_id) == lama
    assert BELUM_RESMI not in halaman(sebagai(saya), "karier:syarat")


def test_the_number_of_such_runs_costs_no_queries(saya: Pegawai) -> None:
    def banyak() -> int:
        aturan_hilang(jalankan(saya))
        with CaptureQueriesContext(connection) as isi:
            last_run(saya.instansi_id)
        return len(isi)

    satu = banyak()
    for _ in range(3):
        lagi = banyak()
    assert lagi == satu


@pytest.mark.parametrize("bentuk", ["csv", "xlsx"])
@pytest.mark.parametrize("asing", ASING)
def test_a_download_that_cannot_be_explained_says_so_before_it_begins(
    saya: Pegawai, asing: Callable[[RunEvaluasi], None], bentuk: str
) -> None:
    run = jalankan(saya)
    asing(run)
    client = sebagai(hr_dari(saya.instansi))
    jawaban = client.get(reverse("admin:karier_runevaluasi_unduh", args=[run.pk, bentuk]), follow=True)
    assert jawaban.redirect_chain[-1][0] == reverse("admin:karier_runevaluasi_change", args=[run.pk])
    pesan = ("tidak sama dengan yang dipakai", "Belum ada aturan", "versi aplikasi yang lain")
    assert any(kata in jawaban.content.decode() for kata in pesan)


@pytest.mark.parametrize("nama", ["hasil", "orang"])
def test_hr_is_told_that_another_version_wrote_the_outcomes(saya: Pegawai, nama: str) -> None:
    run = jalankan(saya)
    fakta_lain(run)
    kunci = [run.pk] if nama == "hasil" else [run.pk, saya.pk]
    jawaban = sebagai(hr_dari(saya.instansi)).get(
        reverse(f"admin:karier_runevaluasi_{nama}", args=kunci), follow=True
    )
    assert "disimpan oleh versi aplikasi yang lain" in jawaban.content.decode()


# -- a person whose data cannot be computed -----------------------------------------------------------


def racuni(orang: Pegawai) -> None:
    """A level of education that no fact can hold."""
    RiwayatPendidikanPabrik(pegawai=orang, tingkat=300)


def test_more_hours_than_fit_are_that_many_at_least(saya: Pegawai, atasan: Pegawai) -> None:
    PengembanganPabrik.create_batch(20, pegawai=saya, jp=2000)
    assert "Tercatat 32767 JP tahun ini." in halaman(sebagai(saya), "karier:beranda")
    assert "Syarat umum terpenuhi" in halaman(sebagai(atasan), "karier:tim")
    assert jalankan(saya).ringkasan["karantina"] == 0


def test_someone_who_cannot_be_computed_is_told_so_and_what_to_do(saya: Pegawai) -> None:
    racuni(saya)
    sendiri = sebagai(saya)
    for nama in ("karier:beranda", "karier:syarat"):
        isi = halaman(sendiri, nama)
        assert TAK_TERHITUNG in isi
        assert "Minta BKPSDM memeriksa data Anda, terutama angka dan tanggal yang tidak wajar." in isi
    assert "Masih 20 JP" not in halaman(sendiri, "karier:beranda")
    assert sendiri.get(reverse("api_saya_syarat")).json()["putusan"]["judul"] == "Belum dapat dihitung"


def test_one_such_person_does_not_take_the_page_of_the_team(saya: Pegawai, atasan: Pegawai) -> None:
    racun = PegawaiPabrik(struktural=True, nama="Racun Contoh", atasan=atasan)
    racuni(racun)
    client = sebagai(atasan)
    isi = halaman(client, "karier:tim")
    assert "Racun Contoh" in isi
    assert "Belum dapat dihitung" in isi
    assert "Syarat umum terpenuhi" in isi
    assert TAK_TERHITUNG in halaman(client, "karier:syarat_pegawai", racun.pk)


def test_a_pppk_who_cannot_be_computed_still_has_no_pangkat(atasan: Pegawai) -> None:
    orang = PegawaiPabrik(pppk=True, nama="Pppk Contoh", atasan=atasan)
    racuni(orang)
    assert "Kenaikan pangkat berlaku bagi PNS." in halaman(sebagai(atasan), "karier:tim")
    assert "Perjanjian kerja berlaku sampai" in halaman(sebagai(orang), "karier:beranda")


def test_the_log_names_nobody_by_nip(saya: Pegawai, caplog: pytest.LogCaptureFixture) -> None:
    racuni(saya)
    with caplog.at_level(logging.WARNING):
        (keadaan,) = read_outcomes([saya.pk], instansi_id=saya.instansi_id, per=PER).values()
    assert keadaan.gagal
    assert f"Pegawai {saya.pk} tidak dapat dihitung: OverflowError" in caplog.text
    assert saya.nip not in caplog.text


def test_a_refusal_of_the_database_leaves_the_rest_of_the_page_alone(
    saya: Pegawai, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tolak(*_: object, **__: object) -> None:
        with connection.cursor() as kursor:
            kursor.execute("SELECT 1/0")  # PostgreSQL refuses, and with it all that follows
        raise DataError("division by zero")

    monkeypatch.setattr("karier.services.keadaan.kumpulkan", tolak)
    assert TAK_TERHITUNG in halaman(sebagai(saya), "karier:beranda")


def test_a_database_that_went_away_is_no_fault_of_the_data(
    saya: Pegawai, monkeypatch: pytest.MonkeyPatch
) -> None:
    def putus(*_: object, **__: object) -> None:
        raise OperationalError("server closed the connection")

    monkeypatch.setattr("karier.services.keadaan.kumpulkan", putus)
    with pytest.raises(OperationalError):
        read_outcomes([saya.pk], instansi_id=saya.instansi_id, per=PER)


# -- dates at the ends of the calendar ----------------------------------------------------------------


@pytest.mark.parametrize("sampai", [date(9999, 12, 1), date(9999, 12, 30), date(9999, 12, 31)], ids=str)
@pytest.mark.parametrize("dengan_run", [False, True], ids=["computed now", "from a run"])
def test_a_penalty_to_the_end_of_the_calendar_is_one_without_an_end(
    saya: Pegawai, sampai: date, dengan_run: bool
) -> None:
    HukumanDisiplinPabrik(pegawai=saya, sampai=sampai)
    if dengan_run:
        jalankan(saya)
    isi = halaman(sebagai(saya), "karier:syarat")
    assert "Minta BKPSDM mencatat tanggal berakhirnya." in isi
    assert "Perkiraan paling cepat" not in halaman(sebagai(saya), "karier:beranda")


@pytest.mark.parametrize("tahun", [1, 9999])
def test_a_birthday_at_either_end_of_the_calendar_breaks_no_page(
    saya: Pegawai, atasan: Pegawai, tahun: int
) -> None:
    Pegawai.objects.filter(pk=saya.pk).update(tanggal_lahir=date(tahun, 1, 1))
    for dengan_run in (False, True):
        if dengan_run:
            run = jalankan(saya)
        assert "Belum mencapai batas usia pensiun" in halaman(sebagai(saya), "karier:syarat")
        assert "Syarat umum terpenuhi" in halaman(sebagai(atasan), "karier:tim")
    meja = sebagai(hr_dari(saya.instansi))
    assert "Saya Contoh" in halaman(meja, "admin:karier_runevaluasi_hasil", run.pk)


def test_a_pangkat_of_the_year_1_breaks_no_page(saya: Pegawai) -> None:
    saya.riwayat_pangkat.update(tmt=date(1, 1, 1))
    assert "SK pangkat, TMT 1 Januari 1" in halaman(sebagai(saya), "karier:syarat")
