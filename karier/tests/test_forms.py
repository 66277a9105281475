"""Labels of the forms of the HR desk: what need not be filled in says so, once."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from karier.models import RunEvaluasi
from karier.tests.bantu import satu
from karier.tests.jalan import SAAT, jalankan_sampai_selesai
from kinerja.tests.pabrik import SiklusPabrik
from pegawai.models import Pegawai, Pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


@pytest.fixture
def meja(client: Client, hr: Pengguna) -> Client:
    """The desk of HR."""
    client.force_login(hr)
    return client


def teks(client: Client, nama: str, *kunci: object) -> str:
    """The page as read: without tags, one space between words."""
    isi = client.get(reverse(nama, args=kunci)).content.decode()
    return re.sub(r"\s+", " ", strip_tags(isi))


def test_proposing_a_person(meja: Client, orang: Pegawai) -> None:
    jalankan_sampai_selesai(orang.instansi)
    isi = teks(meja, "admin:karier_rekomendasi_putuskan", satu(orang).pk, "tetapkan")
    assert re.findall(r"Catatan[^.]{0,40}", isi)[0].count("(tidak wajib)") == 1


def test_preparing_a_cycle(meja: Client) -> None:
    isi = teks(meja, "admin:kinerja_sikluspenilaian_add")
    assert re.findall(r"Nama siklus[^.]{0,40}", isi)[0].count("(tidak wajib)") == 1


def test_the_deadline_of_a_cycle_is_no_last_day_of_rating(meja: Client, orang: Pegawai) -> None:
    siklus = SiklusPabrik(instansi=orang.instansi, status="dibuka", dibuka_pada=SAAT)
    baru = teks(meja, "admin:kinerja_sikluspenilaian_add")
    lanjut = teks(meja, "admin:kinerja_siklus_perpanjang", siklus.pk)
    assert "Batas penilaian" in baru
    assert "Batas penilaian yang baru" in lanjut
    assert "Hari terakhir menilai" not in baru + lanjut


@pytest.mark.parametrize("per", ["01-01-1800", "30-09-2023"])
def test_a_date_before_any_rule_is_refused_in_plain_words(meja: Client, orang: Pegawai, per: str) -> None:
    isi = {"instansi": orang.instansi_id, "per_tanggal": per}
    halaman = meja.post(reverse("admin:karier_runevaluasi_jalankan"), isi).content.decode()
    hari = {"01-01-1800": "1 Januari 1800", "30-09-2023": "30 September 2023"}[per]
    assert f"Belum ada aturan kenaikan pangkat yang dapat dipakai untuk {hari}." in halaman
    assert "periode_kp" not in halaman
    assert not RunEvaluasi.objects.exists()


@pytest.mark.parametrize("per", ["", "besok"])
def test_the_example_of_a_date_is_the_day_that_the_field_offers(meja: Client, hr: Pengguna, per: str) -> None:
    with time_machine.travel(SAAT + timedelta(days=3), tick=False):
        meja.force_login(hr)
        kosong = meja.get(reverse("admin:karier_runevaluasi_jalankan")).content.decode()
        assert 'value="24-11-2026"' in kosong
        halaman = meja.post(reverse("admin:karier_runevaluasi_jalankan"), {"per_tanggal": per})
    assert "24-11-2026." in halaman.content.decode()
