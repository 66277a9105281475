"""GET /api/v1/saya/syarat/: the page Syarat kenaikan for programs, and every refusal as RFC 9457."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from asn_karier.lib.models import Jejak
from karier.tests.jalan import jalankan_sampai_selesai
from kinerja.tests.pabrik import predikat_tahun
from pegawai.models import Pegawai
from pegawai.tests.pabrik import HukumanDisiplinPabrik, PegawaiPabrik, PenggunaPabrik, nyatakan_lengkap

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
ALAMAT = "/api/v1/saya/syarat/"


@pytest.fixture(autouse=True)
def _hari_ini() -> Iterator[None]:
    with time_machine.travel(SAAT, tick=False):
        yield


@pytest.fixture
def saya() -> Pegawai:
    orang: Pegawai = PegawaiPabrik(pelaksana=True)
    predikat_tahun(orang, 2024, 2025)
    nyatakan_lengkap(orang.instansi)
    return orang


@pytest.fixture
def client_saya(saya: Pegawai) -> Client:
    client = Client()
    client.force_login(PenggunaPabrik(pegawai=saya))
    return client


def test_the_answer_carries_outcome_reasons_and_the_rules_it_rests_on(client_saya: Client) -> None:
    isi = client_saya.get(ALAMAT).json()
    assert (isi["status"], isi["tmt_sasaran"], isi["dihitung_pada"]) == ("MEMENUHI", "2027-01-01", None)
    assert isi["versi_aturan"]["kenaikan_pangkat"]["berlaku_mulai"]
    masa = next(s for s in isi["syarat"] if s["kode"] == "masa_pangkat")
    assert masa["status"] == "MEMENUHI"
    assert masa["sumber"]
    assert masa["dasar_hukum"]


def test_after_a_run_the_answer_says_when_it_was_computed(client_saya: Client, saya: Pegawai) -> None:
    run = jalankan_sampai_selesai(saya.instansi)
    # Stamped by the clock of the database, which no test can stop.
    assert parse_datetime(client_saya.get(ALAMAT).json()["dihitung_pada"]) == run.selesai_pada


def test_program_and_page_read_the_same_sentences(client_saya: Client, saya: Pegawai) -> None:
    HukumanDisiplinPabrik(pegawai=saya)
    halaman = client_saya.get(reverse("karier:syarat")).content.decode()
    isi = client_saya.get(ALAMAT).json()
    for syarat in isi["syarat"]:
        assert syarat["judul"] in halaman
        assert syarat["nilai_teks"] in halaman
    assert isi["putusan"]["judul"] in halaman


def test_the_api_takes_no_word_from_the_caller_about_whose_data_it_is(client_saya: Client) -> None:
    lain = PegawaiPabrik(pelaksana=True)
    biasa = client_saya.get(ALAMAT).json()
    assert client_saya.get(ALAMAT, {"pegawai": lain.pk, "pegawai_id": lain.pk}).json() == biasa


def test_reading_through_the_api_leaves_a_trail(client_saya: Client, saya: Pegawai) -> None:
    client_saya.get(ALAMAT)
    assert Jejak.objects.filter(subjek_id=saya.pk, kanal="api", tindakan="lihat").count() == 1


def _masalah(jawaban: Any) -> tuple[int, str]:
    assert jawaban["Content-Type"] == "application/problem+json"
    isi = jawaban.json()
    assert isi["status"] == jawaban.status_code
    assert isi["type"]
    assert isi["title"]
    return jawaban.status_code, isi["kode"]


def test_a_visitor_is_told_to_sign_in(client: Client) -> None:
    assert _masalah(client.get(ALAMAT)) == (401, "belum_masuk")


def test_an_account_without_a_record_finds_nothing(client: Client) -> None:
    client.force_login(PenggunaPabrik())
    assert _masalah(client.get(ALAMAT)) == (404, "tidak_ditemukan")


@pytest.mark.parametrize("metode", ["post", "put", "patch", "delete"])
def test_the_address_can_only_be_read(client_saya: Client, metode: str) -> None:
    assert _masalah(getattr(client_saya, metode)(ALAMAT)) == (405, "metode_tidak_ada")


def test_an_unknown_address_of_the_api_answers_as_a_problem(client_saya: Client) -> None:
    assert _masalah(client_saya.get("/api/v1/tidak-ada/")) == (404, "tidak_ditemukan")


def test_a_form_the_api_cannot_give_is_refused(client_saya: Client) -> None:
    assert _masalah(client_saya.get(ALAMAT, headers={"accept": "text/csv"})) == (406, "bentuk_tidak_ada")
