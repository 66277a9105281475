"""Labels of the forms of the HR desk: what need not be filled in says so, once."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

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


def test_closing_a_cycle(meja: Client, orang: Pegawai) -> None:
    siklus = SiklusPabrik(instansi=orang.instansi, status="dibuka", dibuka_pada=SAAT)
    isi = teks(meja, "admin:kinerja_siklus_tutup", siklus.pk)
    assert re.findall(r"Catatan[^.]{0,40}", isi)[0].count("(tidak wajib)") == 1


def test_preparing_a_cycle(meja: Client) -> None:
    isi = teks(meja, "admin:kinerja_sikluspenilaian_add")
    assert re.findall(r"Nama siklus[^.]{0,40}", isi)[0].count("(tidak wajib)") == 1
