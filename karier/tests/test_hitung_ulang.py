"""An accepted correction is seen at once: on the page, and in what HR has to decide."""

from datetime import date

import pytest
from django.utils import timezone

from asn_karier.lib.syarat import Status
from karier.enums import StatusRekomendasi
from karier.kamus.sumber_data import REKAM_SYARAT
from karier.models import HasilEvaluasi, HitungUlang
from karier.rules.daftar import MENURUT_JENIS
from karier.services.hasil import digest_tersimpan
from karier.services.hitung_ulang import corrected_since
from karier.services.keadaan import read_outcomes
from karier.tests.bantu import PER, memenuhi, satu
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.services.usulan_putus import terima_usulan, teruskan_ke_bkn
from pegawai.services.usulan_rekam import REKAM
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari, nyatakan_lengkap
from pegawai.tests.pabrik_usulan import ajukan

pytestmark = pytest.mark.django_db


def status(orang):
    keadaan = read_outcomes([orang.pk], instansi_id=orang.instansi_id, per=PER)[orang.pk]
    return keadaan.status, keadaan.dihitung_pada is None


def perbaiki_tmt(orang, tmt, hr):
    """Asked by the person, passed on to BKN, accepted: the records hold another TMT now."""
    usulan = ajukan(
        orang, PenggunaPabrik(pegawai=orang), "pangkat", orang.riwayat_pangkat.first().pk, tmt=tmt
    )
    for fungsi in (teruskan_ke_bkn, terima_usulan):
        usulan = fungsi(
            usulan_id=usulan.pk,
            versi=usulan.versi,
            catatan="Pertek 1",
            actor=hr,
            at=timezone.now(),
            kanal="admin",
        )


def test_the_page_shows_the_new_verdict_at_once_and_the_recommendation_follows_until_the_next_run_agrees():
    orang, lain = memenuhi(), PegawaiPabrik(pelaksana=True)
    hr = hr_dari(orang.instansi)
    nyatakan_lengkap(orang.instansi)
    run = jalankan_sampai_selesai(orang.instansi)
    assert status(orang) == (Status.MEMENUHI, False)
    assert satu(orang).status == StatusRekomendasi.MENUNGGU

    perbaiki_tmt(orang, date(2026, 4, 1), hr)
    assert status(orang) == (Status.BELUM, True)
    assert satu(orang).status == StatusRekomendasi.GUGUR
    assert status(lain)[1] is False  # nobody else is computed anew
    assert corrected_since(run, orang.pk) is not None
    assert digest_tersimpan(run.pk) == run.digest  # what the run stored stays its record

    baru = jalankan_sampai_selesai(orang.instansi)
    HitungUlang.objects.update(pada=baru.dibuat_pada.replace(year=2025))  # runs of tests begin at SAAT
    assert status(orang) == (Status.BELUM, False)
    assert HasilEvaluasi.objects.get(run=baru, pegawai=orang).kp_status == Status.BELUM


def test_without_any_run_the_correction_stands_and_the_page_computes():
    orang = memenuhi()
    nyatakan_lengkap(orang.instansi)
    perbaiki_tmt(orang, date(2026, 4, 1), hr_dari(orang.instansi))
    assert status(orang) == (Status.BELUM, True)


def test_every_requirement_leads_to_records_that_are_in_the_register():
    semua = {baris.kode for daftar in MENURUT_JENIS.values() for baris in daftar}
    assert set(REKAM_SYARAT) == semua
    assert {kode for kinds in REKAM_SYARAT.values() for kode in kinds} <= set(REKAM)
