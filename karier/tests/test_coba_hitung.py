"""Coba hitung: the same answer on the page, at the HR desk and for programs; nothing is stored."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from karier.models import HasilEvaluasi, Rekomendasi
from karier.rules.andaian import Andaian
from karier.services.simulasi import simulate
from karier.tests.pembaca import jalankan, sebagai
from kinerja.enums import Predikat
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, hr_dari

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
HARI = date(2026, 11, 21)
BURUK = {"predikat": str(Predikat.KURANG.value)}


@pytest.fixture
def hr_saya(saya: Pegawai) -> Iterator[Pengguna]:
    return hr_dari(saya.instansi)


def lihat(siapa: Any, **andaian: Any) -> str:
    return sebagai(siapa).get(reverse("karier:coba_hitung"), andaian).content.decode()


def test_the_page_shows_the_next_years_before_anything_is_assumed(saya: Pegawai) -> None:
    isi = lihat(saya)
    assert "Bila setiap tahun berpredikat Baik" in isi
    assert "Kenaikan pangkat ke Penata (III/c) paling cepat 1 Januari 2027." in isi
    assert "Perbandingan" not in isi


def test_an_assumption_is_compared_with_things_as_they_stand(saya: Pegawai) -> None:
    saya.riwayat_pangkat.update(tmt=date(2024, 4, 1))
    isi = lihat(saya, **BURUK)
    assert "Dengan andaian ini belum ada kenaikan pangkat dalam lima tahun." in isi
    assert "Perbandingan" in isi
    assert "1 April 2028" in isi  # as things stand


def test_a_wrong_day_is_named_and_nothing_is_lost(saya: Pegawai) -> None:
    isi = lihat(saya, uji_kompetensi="besok", jp="banyak", predikat="9")
    assert isi.count("Isi tanggal seperti 31-01-2027.") == 2  # in the summary and at the field
    assert "Isi angka, misalnya 20." in isi
    assert "Pilih salah satu predikat." in isi
    assert 'value="besok"' in isi
    assert "<title>Galat:" in isi


@pytest.mark.parametrize("hari", ["2031-11-22", "1969-12-31"])
def test_a_day_beyond_the_timeline_is_refused(saya: Pegawai, hari: str) -> None:
    assert "Isi tanggal sampai 21 November 2031." in lihat(saya, upkp=hari)


def test_hr_sees_the_same_and_leaves_a_trail(saya: Pegawai, hr_saya: Pengguna) -> None:
    run = jalankan(saya)
    url = reverse("admin:karier_runevaluasi_coba", args=[run.pk, saya.pk])
    isi = sebagai(hr_saya).get(url, BURUK).content.decode()
    kalimat = simulate(pegawai=saya, andaian=Andaian(predikat_lain=Predikat.KURANG), per=HARI).kalimat
    assert kalimat in isi
    assert kalimat in lihat(saya, **BURUK)
    lain = hr_dari(InstansiPabrik(kode="lain"))
    assert sebagai(lain).get(url).status_code == 404


def test_programs_get_the_same_answer(saya: Pegawai) -> None:
    isi = sebagai(saya).get("/api/v1/saya/coba-hitung/", BURUK).json()
    assert isi["kalimat"] in lihat(saya, **BURUK)
    assert {k["jenis"] for k in isi["kejadian"]} <= {"kenaikan_pangkat", "kgb", "satyalancana", "pensiun"}
    salah = sebagai(saya).get("/api/v1/saya/coba-hitung/", {"upkp": "x"})
    assert (salah.status_code, salah.json()["bidang"].keys()) == (400, {"upkp"})


def test_nothing_is_stored(saya: Pegawai) -> None:
    lihat(saya, **BURUK)
    assert (HasilEvaluasi.objects.count(), Rekomendasi.objects.count()) == (0, 0)


def test_a_pppk_reads_of_the_age_limit_only(client: Client) -> None:
    isi = lihat(PegawaiPabrik(pppk=True))
    assert "hanya batas usia pensiun" in isi
    assert "Kenaikan pangkat ke" not in isi


def test_the_number_of_queries_is_bounded(saya: Pegawai, django_assert_max_num_queries: Any) -> None:
    simulate(pegawai=saya, andaian=Andaian(), per=HARI)
    with django_assert_max_num_queries(11):
        simulate(pegawai=saya, andaian=Andaian(predikat_lain=Predikat.KURANG), per=HARI)
