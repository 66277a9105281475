"""Beranda: what it asks for stands among the tasks, and "Semua beres" only where it asks for nothing."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from karier.services.lembar import Usulan
from karier.tests.jalan import SAAT
from karier.tests.pembaca import halaman, jalankan, sebagai
from kinerja.enums import Predikat
from kinerja.tests.pabrik import PenilaianPabrik
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, PengembanganPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]

BERES = "Semua beres"


@pytest.fixture
def tuntas(saya: Pegawai) -> Pegawai:
    """Ready for the next pangkat, with the hours of the year done."""
    PengembanganPabrik(pegawai=saya, jp=24)
    return saya


def test_all_is_well_where_nothing_is_asked(tuntas: Pegawai) -> None:
    assert BERES in halaman(sebagai(tuntas), "karier:beranda")


def test_hours_still_to_do_are_a_task(saya: Pegawai) -> None:
    PengembanganPabrik(pegawai=saya, jp=12)
    isi = halaman(sebagai(saya), "karier:beranda")
    assert BERES not in isi
    assert f'<a href="{reverse("pelatihan:jp")}">Penuhi 8 JP lagi</a>' in isi
    assert "Sampai 31 Desember 2026" in isi


def test_a_leader_without_hours_is_not_told_that_all_is_well(atasan: Pegawai) -> None:
    isi = halaman(sebagai(atasan), "karier:beranda")
    assert BERES not in isi
    assert "Penuhi 20 JP lagi" in isi


def test_where_only_time_is_missing_nothing_is_asked_and_nothing_is_called_well(tuntas: Pegawai) -> None:
    tuntas.riwayat_pangkat.update(tmt=date(2023, 4, 1))
    isi = halaman(sebagai(tuntas), "karier:beranda")
    assert "Kurang" not in isi
    assert "Yang belum terpenuhi: masa dalam pangkat." in isi
    assert BERES not in isi
    assert "Yang perlu Anda lakukan" not in isi


def test_a_delayed_proposal_is_not_called_well(tuntas: Pegawai, monkeypatch: pytest.MonkeyPatch) -> None:
    ditunda = Usulan("Usul Anda ditunda", "perlu", "Usul Anda belum dikirim.", "")
    monkeypatch.setattr("karier.services.portal.find_proposal", lambda *_, **__: ditunda)
    assert BERES not in halaman(sebagai(tuntas), "karier:beranda")


def test_data_that_cannot_be_computed_are_a_task(tuntas: Pegawai, monkeypatch: pytest.MonkeyPatch) -> None:
    def rusak(*_: object, **__: object) -> None:
        raise ValueError

    monkeypatch.setattr("karier.services.keadaan._computed", rusak)
    isi = halaman(sebagai(tuntas), "karier:beranda")
    assert "Minta BKPSDM memeriksa data Anda</a>" in isi
    assert BERES not in isi


@pytest.mark.parametrize(
    ("sampai", "tugas"),
    [
        (None, "Minta BKPSDM mencatat masa perjanjian kerja Anda"),
        (date(2026, 11, 20), "Tanyakan perpanjangan perjanjian kerja kepada BKPSDM"),
        (date(2026, 11, 21), ""),
    ],
)
def test_a_pppk_is_asked_for_a_contract_that_is_missing_or_over(sampai: date | None, tugas: str) -> None:
    orang = PegawaiPabrik(pppk=True)
    Pegawai.objects.filter(pk=orang.pk).update(perjanjian_sampai=sampai)
    isi = halaman(sebagai(orang), "karier:beranda")
    assert (BERES in isi) is not bool(tugas)
    assert tugas in isi


def test_on_the_day_after_its_end_the_contract_becomes_a_task() -> None:
    orang = PegawaiPabrik(pppk=True)
    Pegawai.objects.filter(pk=orang.pk).update(perjanjian_sampai=SAAT.date())
    with time_machine.travel(SAAT + timedelta(days=1), tick=False):
        assert "Berakhir 21 November 2026" in halaman(sebagai(orang), "karier:beranda")


@pytest.mark.parametrize(("predikat", "rendah"), [(Predikat.BUTUH_PERBAIKAN, True), (Predikat.BAIK, False)])
def test_a_low_predikat_of_a_pppk_is_a_task(predikat: Predikat, rendah: bool) -> None:
    orang = PegawaiPabrik(pppk=True)
    penilaian = PenilaianPabrik(pegawai=orang, tahun=2025)
    type(penilaian).objects.filter(pk=penilaian.pk).update(predikat=predikat)
    isi = halaman(sebagai(orang), "karier:beranda")
    assert ("Susun langkah perbaikan kinerja bersama atasan" in isi) is rendah
    assert (BERES in isi) is not rendah


@pytest.mark.parametrize(("jenis", "pangkat"), [("pppk", False), ("pelaksana", True)])
def test_data_saya_says_what_the_data_are_used_for(jenis: str, pangkat: bool) -> None:
    isi = halaman(sebagai(PegawaiPabrik(**{jenis: True})), "pegawai:data_saya")
    assert ("kenaikan pangkat" in isi) is pangkat
    assert ("masa perjanjian kerja Anda" in isi) is not pangkat


@pytest.mark.parametrize("jenis", ["pppk", "pelaksana"])
def test_every_link_to_data_saya_leads_to_a_section_that_is_there(jenis: str) -> None:
    orang = PegawaiPabrik(**{jenis: True})
    Pegawai.objects.filter(pk=orang.pk).update(perjanjian_sampai=None)
    penilaian = PenilaianPabrik(pegawai=orang, tahun=2025)
    type(penilaian).objects.filter(pk=penilaian.pk).update(predikat=Predikat.KURANG)
    data = reverse("pegawai:data_saya")
    menuju = set(re.findall(rf'href="{data}#([^"]+)"', halaman(sebagai(orang), "karier:beranda")))
    ada = set(re.findall(r'<h2 id="([^"]+)">', halaman(sebagai(orang), "pegawai:data_saya")))
    assert menuju == ({"kepegawaian", "kinerja"} if jenis == "pppk" else set())
    assert menuju <= ada


def test_the_hours_of_the_year_are_the_same_sum_on_beranda_and_data_saya(saya: Pegawai) -> None:
    PengembanganPabrik(pegawai=saya, jp=12)
    PengembanganPabrik(pegawai=saya, jp=9, tanggal_selesai=date(2025, 12, 31))
    jalankan(saya)
    assert "<strong>12 dari 20 JP</strong>" in halaman(sebagai(saya), "karier:beranda")
    data = halaman(sebagai(saya), "pegawai:data_saya")
    assert "<dt>Jumlah JP 2026</dt><dd>12 dari 20 JP" in data
    assert "Masih 8 JP lagi tahun ini." in data
    assert "Dihitung dari data per 21 November 2026." in data
    PengembanganPabrik(pegawai=saya, jp=88)  # a hundred is no part of twenty
    jalankan(saya)
    assert "<strong>100 JP</strong>" in halaman(sebagai(saya), "karier:beranda")
    assert "<dt>Jumlah JP 2026</dt><dd>100 JP<br>" in halaman(sebagai(saya), "pegawai:data_saya")


def test_who_has_no_hours_yet_and_whom_no_number_binds_read_so() -> None:
    nol = halaman(sebagai(PegawaiPabrik(pelaksana=True)), "pegawai:data_saya")
    assert "<dt>Jumlah JP 2026</dt><dd>0 dari 20 JP" in nol
    pppk = halaman(sebagai(PegawaiPabrik(pppk=True)), "pegawai:data_saya")
    assert "<dt>Jumlah JP 2026</dt><dd>0 JP<br>" in pppk


def test_hours_that_cannot_be_computed_do_not_take_data_saya_along(
    saya: Pegawai, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rusak(*_: object, **__: object) -> None:
        raise ValueError

    monkeypatch.setattr("karier.services.keadaan._computed", rusak)
    assert "<dt>Jumlah JP 2026</dt><dd>Belum dapat dihitung." in halaman(sebagai(saya), "pegawai:data_saya")
