"""How far each person is in a cycle: what they sent counts, and a divided period ends with its last part."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinerja.enums import CaraPengumuman, TahapPegawai
from kinerja.reports.pantau import read_progress
from kinerja.services.pengingat import manual_letters
from kinerja.services.realisasi import kembalikan_realisasi
from kinerja.tests.pabrik_bagian import DuaAtasan, dua_atasan, mengirim, menilai
from kinerja.tests.pabrik_realisasi import SAAT, isi, kirim, siklus_pabrik, skp_pabrik
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

pytestmark = pytest.mark.django_db


def tahap(siklus: object, orang: Pegawai) -> TahapPegawai:
    [p] = [p for p in read_progress(siklus).peserta if p.pk == orang.pk]
    return p.tahap


@pytest.fixture
def akun() -> Pengguna:
    akun: Pengguna = PenggunaPabrik(
        pegawai=PegawaiPabrik(pelaksana=True, atasan=PegawaiPabrik(struktural=True))
    )
    return akun


def test_a_sent_realisation_is_told_and_nobody_reminds_its_sender(akun: Pengguna) -> None:
    siklus, skp = siklus_pabrik(akun.pegawai.instansi), skp_pabrik(akun.pegawai)
    assert tahap(siklus, akun.pegawai) is TahapPegawai.BELUM
    isi(skp, siklus, akun)
    assert tahap(siklus, akun.pegawai) is TahapPegawai.SEBAGIAN
    p = kirim(skp, siklus, akun)
    assert tahap(siklus, akun.pegawai) is TahapPegawai.TERKIRIM
    peserta = [o for o in read_progress(siklus).peserta if o.pk == akun.pegawai_id]
    assert manual_letters(siklus, peserta, SAAT) == []
    atasan = PenggunaPabrik(pegawai=akun.pegawai.atasan)
    kembalikan_realisasi(
        pengisian_id=p.pk, catatan="Tambahkan angka.", versi=p.versi, actor=atasan, at=SAAT, kanal="portal"
    )
    assert tahap(siklus, akun.pegawai) is TahapPegawai.SEBAGIAN


def test_who_has_sent_one_of_two_plans_has_begun(akun: Pengguna) -> None:
    siklus = siklus_pabrik(akun.pegawai.instansi)
    satu = skp_pabrik(akun.pegawai, sampai=date(2026, 8, 31))
    skp_pabrik(akun.pegawai, mulai=date(2026, 9, 1))
    isi(satu, siklus, akun)
    kirim(satu, siklus, akun)
    assert tahap(siklus, akun.pegawai) is TahapPegawai.SEBAGIAN


def test_a_plan_outside_the_period_is_not_waited_for(akun: Pengguna) -> None:
    siklus = siklus_pabrik(akun.pegawai.instansi)
    kini = skp_pabrik(akun.pegawai, mulai=date(2026, 7, 1))
    skp_pabrik(akun.pegawai, sampai=date(2026, 6, 30))
    isi(kini, siklus, akun)
    kirim(kini, siklus, akun)
    assert tahap(siklus, akun.pegawai) is TahapPegawai.TERKIRIM


@pytest.mark.parametrize("duluan", ["lama", "baru"])
def test_one_signed_part_of_two_is_not_done(duluan: str) -> None:
    d: DuaAtasan = dua_atasan(pengumuman=CaraPengumuman.LANGSUNG)
    satu, dua = (d.lama, d.baru) if duluan == "lama" else (d.baru, d.lama)
    mengirim(d, menilai(d, satu), satu)
    assert tahap(d.siklus, d.orang) < TahapPegawai.DINILAI
    draf = menilai(d, dua)
    assert tahap(d.siklus, d.orang) is TahapPegawai.TERKIRIM
    mengirim(d, draf, dua)
    assert tahap(d.siklus, d.orang) is TahapPegawai.SELESAI


def test_reading_how_far_people_are_takes_as_many_queries_for_many_as_for_one(akun: Pengguna) -> None:
    siklus = siklus_pabrik(akun.pegawai.instansi)

    def banyak() -> int:
        with CaptureQueriesContext(
            connection,
        ) as q:
            read_progress(siklus)
        return len(q)

    skp_pabrik(akun.pegawai)
    satu = banyak()
    for _ in range(4):
        skp_pabrik(PegawaiPabrik(pelaksana=True, atasan=akun.pegawai.atasan))
    assert banyak() == satu
