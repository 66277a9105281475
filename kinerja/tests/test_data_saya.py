"""Data saya tells the predikat of the last years, as they were established."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.tests.pabrik import PenilaianPabrik
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

pytestmark = pytest.mark.django_db


def bagian_kinerja(orang: Pegawai) -> str:
    client = Client()
    client.force_login(PenggunaPabrik(pegawai=orang))
    isi = client.get(reverse("pegawai:data_saya")).content.decode()
    return isi.partition('<h2 id="kinerja">Predikat kinerja</h2>')[2].partition("<h2")[0]


def test_the_last_years_come_first_with_who_rated_and_the_way_to_a_correction() -> None:
    orang = PegawaiPabrik()
    penilai = PegawaiPabrik(nama="Penilai Contoh")
    lama = PenilaianPabrik(pegawai=orang, tahun=2024, impor=True)
    PenilaianPabrik(pegawai=orang, tahun=2025, penilai=penilai)
    isi = bagian_kinerja(orang)
    assert re.findall(r"<dt>(\d+)</dt><dd>(\w+)<br>", isi) == [("2025", "Baik"), ("2024", "Baik")]
    assert "Penilai: Penilai Contoh, Dinilai di sistem ini" in isi
    assert "e-Kinerja BKN" in isi
    assert reverse("pegawai:usulkan", args=["predikat", lama.pk]) in isi


def test_a_draft_of_the_leader_is_not_shown_and_an_empty_record_can_be_asked_about() -> None:
    orang = PegawaiPabrik()
    PenilaianPabrik(pegawai=orang, tahun=2025, draf=True)
    isi = bagian_kinerja(orang)
    assert "2025" not in isi
    assert "Belum tercatat" in isi
    assert reverse("pegawai:usulkan", args=["predikat", 0]) in isi
