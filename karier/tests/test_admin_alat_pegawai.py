"""Page of a person at the HR desk: the way to the latest outcome and to Coba hitung, for those who may."""

import re

import pytest
from django.urls import reverse

from karier.tests.bantu import memenuhi
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.enums import JenisPeran
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
    nyatakan_lengkap,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def orang():
    instansi = InstansiPabrik()
    satu = memenuhi(instansi=instansi, unit=UnitKerjaPabrik(instansi=instansi))
    nyatakan_lengkap(instansi)
    return satu


def alat(client, pengguna, orang) -> str:
    """The links beside the name of the person."""
    client.force_login(pengguna)
    halaman = client.get(reverse("admin:pegawai_pegawai_change", args=[orang.pk])).content.decode()
    return re.search(r'<div class="alat">(.*?)</div>', halaman, re.S)[1]


def test_hr_goes_from_the_person_to_the_latest_outcome_and_to_coba_hitung(client, orang):
    jalankan_sampai_selesai(orang.instansi)
    run = jalankan_sampai_selesai(orang.instansi)
    isi = alat(client, hr_dari(orang.instansi), orang)
    for nama, teks in (("orang", "Hasil perhitungan terbaru"), ("coba", "Coba hitung")):
        url = reverse(f"admin:karier_runevaluasi_{nama}", args=[run.pk, orang.pk])
        assert f'<a href="{url}">{teks}</a>' in isi
        assert client.get(url).status_code == 200


def test_without_a_run_it_says_so(client, orang):
    isi = alat(client, hr_dari(orang.instansi), orang)
    assert "<span>Belum ada hasil perhitungan.</span>" in isi
    assert "Coba hitung" not in isi


def test_who_came_after_the_run_has_no_outcome_yet_but_can_be_tried(client, orang):
    run = jalankan_sampai_selesai(orang.instansi)
    baru = PegawaiPabrik(pelaksana=True, instansi=orang.instansi)
    isi = alat(client, hr_dari(orang.instansi), baru)
    assert "<span>Belum ada hasil pada perhitungan terbaru.</span>" in isi
    url = reverse("admin:karier_runevaluasi_coba", args=[run.pk, baru.pk])
    assert f'<a href="{url}">' in isi
    assert client.get(url).status_code == 200


@pytest.mark.parametrize("jenis", [JenisPeran.OPERATOR_UNIT, JenisPeran.AUDITOR])
def test_who_may_not_open_the_results_gets_no_link_to_them(client, orang, jenis):
    run = jalankan_sampai_selesai(orang.instansi)
    akun = PenggunaPabrik(is_staff=True)
    unit = orang.unit if jenis is JenisPeran.OPERATOR_UNIT else None
    PeranPabrik(pengguna=akun, instansi=orang.instansi, jenis=jenis, unit=unit)
    isi = alat(client, akun, orang)
    assert "Hasil" not in isi
    assert "Coba hitung" not in isi
    url = reverse("admin:karier_runevaluasi_orang", args=[run.pk, orang.pk])
    assert client.get(url).status_code != 200
