"""What HR corrects in a form is seen at once too; whatever goes wrong in judging, the correction stands."""

import logging
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.syarat import Status
from karier.enums import JenisKeputusan, StatusRekomendasi
from karier.models import HitungUlang, Rekomendasi
from karier.services import hitung_ulang
from karier.services.hitung_ulang import recompute_person
from karier.tests.bantu import memenuhi, putuskan, satu
from karier.tests.bulan import baris_sk, status_siasn
from karier.tests.jalan import jalankan_sampai_selesai
from karier.tests.test_hitung_ulang import status
from pegawai.enums import KedudukanHukum
from pegawai.tests.pabrik import PegawaiPabrik, hr_dari, nyatakan_lengkap
from pegawai.tests.test_admin import kirim

pytestmark = pytest.mark.django_db


@pytest.fixture
def orang():
    orang = memenuhi()
    nyatakan_lengkap(orang.instansi)
    return orang


@pytest.fixture
def hr(client, orang):
    pengguna = hr_dari(orang.instansi)
    client.force_login(pengguna)
    return pengguna


@pytest.fixture
def sesudah_simpan(django_capture_on_commit_callbacks):
    """Whatever is to follow a commit follows at the end of the block."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def ubah_tmt(client, orang, tmt):
    """HR corrects the TMT of the golongan in the form of that row."""
    baris = orang.riwayat_pangkat.get()
    isi = {
        "pangkat": f"{baris.skala}-{baris.golongan}", "tmt": f"{tmt:%d-%m-%Y}", "alasan": "Salah ketik",
        "masa_kerja_tahun": baris.masa_kerja_tahun or "", "masa_kerja_bulan": baris.masa_kerja_bulan or "",
        "diubah_dibaca": baris.diubah_pada.isoformat(),
    }  # fmt: skip
    jawaban = client.post(reverse("admin:pegawai_riwayatpangkat_change", args=[baris.pk]), isi)
    assert jawaban.status_code == 302
    assert orang.riwayat_pangkat.get().tmt == tmt


def test_a_corrected_row_of_a_history_is_judged_at_once_and_for_nobody_else(
    client, orang, hr, sesudah_simpan
):
    lain = PegawaiPabrik(pelaksana=True)
    jalankan_sampai_selesai(orang.instansi)
    assert status(orang) == (Status.MEMENUHI, False)
    with sesudah_simpan():
        ubah_tmt(client, orang, date(2026, 4, 1))
        assert not HitungUlang.objects.exists()  # not before it is certain that it stands
    assert status(orang) == (Status.BELUM, True)
    assert satu(orang).status == StatusRekomendasi.GUGUR
    assert status(lain)[1] is False


def test_a_corrected_person_is_judged_at_once(client, orang, hr, sesudah_simpan):
    jalankan_sampai_selesai(orang.instansi)
    with sesudah_simpan():
        jawaban = kirim(client, orang, kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN.value)
    assert jawaban.status_code == 302
    assert status(orang)[1] is True
    assert satu(orang).status == StatusRekomendasi.GUGUR


def test_when_judging_fails_the_correction_stands_and_pages_compute(
    client, orang, hr, sesudah_simpan, monkeypatch, caplog
):
    jalankan_sampai_selesai(orang.instansi)
    rahasia = f"NIP {orang.nip}"

    def gagal(**_):
        raise ValueError(rahasia)

    monkeypatch.setattr(hitung_ulang, "selaraskan", gagal)
    with caplog.at_level(logging.WARNING), sesudah_simpan():
        ubah_tmt(client, orang, date(2026, 4, 1))
    assert f"Pegawai {orang.pk} belum dihitung ulang: ValueError" in caplog.text
    assert rahasia not in caplog.text
    assert status(orang) == (Status.BELUM, True)
    assert satu(orang).status == StatusRekomendasi.MENUNGGU


def test_an_import_is_left_to_the_next_run(orang, hr, sesudah_simpan):
    jalankan_sampai_selesai(orang.instansi)
    putuskan(orang, hr, JenisKeputusan.TETAPKAN)
    with sesudah_simpan():
        status_siasn(orang.instansi, hr, baris_sk(orang), saat=timezone.now())
    assert orang.riwayat_pangkat.count() == 2
    assert not HitungUlang.objects.exists()


def test_nobody_is_recommended_before_a_run_has_seen_them(orang):
    jalankan_sampai_selesai(orang.instansi)
    baru = memenuhi()
    recompute_person(pegawai_id=baru.pk)
    assert HitungUlang.objects.filter(pegawai=baru).exists()
    assert not Rekomendasi.objects.filter(pegawai=baru).exists()


def test_one_person_judged_anew_costs_a_few_queries(orang, django_assert_max_num_queries):
    jalankan_sampai_selesai(orang.instansi)
    for _ in range(20):
        PegawaiPabrik(pelaksana=True)
    recompute_person(pegawai_id=orang.pk)  # fills what a process reads once
    # Five read the facts; clock, mark, instansi, run, result, lock, recommendations and what is said of them.
    with django_assert_max_num_queries(15):  # with the two of a savepoint
        recompute_person(pegawai_id=orang.pk)
