"""Requests for corrections: who may ask, what may be asked, who decides, what the records then say."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from pegawai.enums import JenisPeran, StatusUsulan
from pegawai.models import Bukti, Pegawai, RiwayatPangkat, UsulanPerubahan
from pegawai.services.usulan import BATAS, PALING_BANYAK_SEHARI, batalkan_usulan
from pegawai.services.usulan_putus import kembalikan_usulan, terima_usulan, teruskan_ke_bkn
from pegawai.services.usulan_rekam import REKAM
from pegawai.tests.berkas_bukti import unggahan
from pegawai.tests.pabrik import (
    HasilUjianPabrik,
    InstansiPabrik,
    PegawaiPabrik,
    PengembanganPabrik,
    PenggunaPabrik,
    PeranPabrik,
    RiwayatPangkatPabrik,
    hr_dari,
)
from pegawai.tests.pabrik_usulan import ajukan

pytestmark = pytest.mark.django_db


@pytest.fixture
def saya():
    return PegawaiPabrik(pelaksana=True)


@pytest.fixture
def akun(saya):
    return PenggunaPabrik(pegawai=saya)


@pytest.fixture
def hr(saya):
    return hr_dari(saya.instansi)


def putus(fungsi, usulan, actor, catatan="Sesuai SK", versi=None):
    return fungsi(
        usulan_id=usulan.pk,
        versi=usulan.versi if versi is None else versi,
        catatan=catatan,
        actor=actor,
        at=timezone.now(),
        kanal="admin",
    )


def test_an_accepted_correction_changes_the_record_with_history_trail_and_version(saya, akun, hr):
    at = timezone.now()
    usulan = ajukan(saya, akun, at=at)
    assert (usulan.status, usulan.tenggat) == (StatusUsulan.MENUNGGU, at + BATAS)
    saya.refresh_from_db()
    assert (saya.no_hp, saya.versi) == ("", 1)  # the old value stands until somebody decided
    putus(terima_usulan, usulan, hr)
    saya.refresh_from_db()
    assert (saya.no_hp, saya.versi) == ("081234567890", 2)
    sejarah = saya.history.first()
    assert (sejarah.history_user, sejarah.no_hp) == (hr, "081234567890")
    assert list(Jejak.objects.order_by("pk").values_list("tindakan", flat=True)) == [
        "usul_perbaikan",
        "ubah_data",
        "terima_usulan",
    ]


def test_a_row_of_a_history_is_corrected_by_bkn_only_after_it_was_passed_on(saya, akun, hr):
    baris = saya.riwayat_pangkat.get()
    usulan = ajukan(saya, akun, "pangkat", baris.pk, tmt=date(2020, 4, 1), nomor_sk="SK/1")
    with pytest.raises(DomainError, match="hanya dapat diperbaiki BKN"):
        putus(terima_usulan, usulan, hr)
    usulan = putus(teruskan_ke_bkn, usulan, hr, "Surat 800/12")
    assert usulan.get_status_display() == "Menunggu BKN"
    with pytest.raises(DomainError, match="dasar perbaikan dari BKN"):
        putus(terima_usulan, usulan, hr, "")
    assert RiwayatPangkat.objects.get(pk=baris.pk).tmt == baris.tmt
    putus(terima_usulan, usulan, hr, "Pertek 77")
    baris.refresh_from_db()
    assert (baris.tmt, baris.nomor_sk) == (date(2020, 4, 1), "SK/1")
    assert baris.history.first().history_change_reason == f"Usul perbaikan data nomor {usulan.pk}"


def test_the_ledger_of_jp_is_corrected_by_the_instansi(saya, akun, hr):
    kursus = PengembanganPabrik(pegawai=saya, jp=10)
    putus(terima_usulan, ajukan(saya, akun, "pengembangan", kursus.pk, jp=24), hr)
    kursus.refresh_from_db()
    assert kursus.jp == 24


def test_what_the_system_cannot_write_waits_until_hr_has_corrected_it_by_hand(saya, akun, hr):
    atasan = PegawaiPabrik(struktural=True, instansi=saya.instansi, nama="Atasan Baru")
    usulan = ajukan(saya, akun, "kepegawaian", atasan="Atasan Baru")
    with pytest.raises(DomainError, match="belum diperbaiki"):
        putus(terima_usulan, usulan, hr)
    Pegawai.objects.filter(pk=saya.pk).update(atasan=atasan)
    assert putus(terima_usulan, usulan, hr).status == StatusUsulan.DITERIMA


def test_a_missing_row_is_asked_for_in_words_and_accepted_once_a_new_row_is_there(saya, akun, hr):
    usulan = ajukan(saya, akun, "jabatan", 0, belum_tercatat="SK 12/2019 Kepala Seksi")
    with pytest.raises(DomainError, match="belum diperbaiki"):
        putus(terima_usulan, usulan, hr)
    lama = saya.riwayat_jabatan.get()
    saya.riwayat_jabatan.create(jabatan=lama.jabatan, tmt=date(2019, 1, 1))
    assert putus(terima_usulan, usulan, hr).status == StatusUsulan.DITERIMA


def test_a_returned_request_says_why_and_changes_nothing(saya, akun, hr):
    usulan = ajukan(saya, akun)
    with pytest.raises(DomainError, match="Tuliskan catatan"):
        putus(kembalikan_usulan, usulan, hr, " ")
    assert putus(kembalikan_usulan, usulan, hr, "Nomornya tidak aktif").catatan == "Nomornya tidak aktif"
    saya.refresh_from_db()
    assert saya.no_hp == ""


@pytest.mark.parametrize(
    ("kode", "usul", "pesan"),
    [
        ("kontak", {"no_hp": ""}, "masih sama"),
        ("kontak", {"no_hp": "nol delapan"}, "Bukan nomor HP"),
        ("kontak", {"email": "bukan-surel"}, "Periksa|valid|surel|email"),
        ("kontak", {"jenis": 2, "status": 3, "instansi_id": 1}, "masih sama"),
        ("identitas", {"nip": "12345"}, "18 angka"),
        ("identitas", {"nama": ""}, "."),
        ("kepegawaian", {"pernah_cltn": False}, "masih sama"),
    ],
)
def test_nonsense_and_columns_outside_the_register_are_refused_at_once(saya, akun, kode, usul, pesan):
    with pytest.raises(DomainError, match=pesan):
        ajukan(saya, akun, kode, **usul)
    assert not UsulanPerubahan.objects.exists()


def test_a_date_that_another_row_has_is_refused_at_once(saya, akun):
    lain = RiwayatPangkatPabrik(pegawai=saya, tmt=date(2017, 4, 1), golongan=9)
    with pytest.raises(DomainError) as galat:
        ajukan(saya, akun, "pangkat", lain.pk, tmt=saya.riwayat_pangkat.first().tmt)
    assert galat.value.kode == "catatan_tidak_wajar"


def test_evidence_is_asked_for_where_a_paper_decides(saya, akun):
    with pytest.raises(DomainError, match="Lampirkan bukti"):
        ajukan(saya, akun, "identitas", nama="Nama Lain", berkas=None)
    with pytest.raises(DomainError, match="PDF, JPG, atau PNG"):
        ajukan(saya, akun, "identitas", nama="Nama Lain", berkas=unggahan("x.pdf", b"MZ"))
    assert ajukan(saya, akun, berkas=None).bukti is None
    assert not Bukti.objects.exists()


def test_a_second_click_meets_the_first_and_no_more_than_a_day_s_worth_is_taken(saya, akun):
    ajukan(saya, akun)
    with pytest.raises(Bentrok, match="sudah terkirim"):
        ajukan(saya, akun)
    with transaction.atomic(), pytest.raises(IntegrityError):
        UsulanPerubahan.objects.create(pegawai=saya, rekam="kontak", pemilik="instansi", oleh=akun)
    for _ in range(PALING_BANYAK_SEHARI - 1):
        batalkan_usulan(
            usulan_id=UsulanPerubahan.objects.latest("pk").pk, actor=akun, at=timezone.now(), kanal="p"
        )
        ajukan(saya, akun)
    batalkan_usulan(
        usulan_id=UsulanPerubahan.objects.latest("pk").pk, actor=akun, at=timezone.now(), kanal="p"
    )
    with pytest.raises(DomainError, match="24 jam"):
        ajukan(saya, akun)


def test_of_two_officers_the_second_is_told_what_the_first_decided(saya, akun, hr):
    usulan = ajukan(saya, akun)
    putus(kembalikan_usulan, usulan, hr, "Kurang jelas")
    for fungsi in (terima_usulan, kembalikan_usulan, teruskan_ke_bkn):
        with pytest.raises(Bentrok, match="Dikembalikan oleh"):
            putus(fungsi, usulan, hr_dari(saya.instansi), versi=1)
    with pytest.raises(Bentrok):
        batalkan_usulan(usulan_id=usulan.pk, actor=akun, at=timezone.now(), kanal="portal")


def test_a_record_that_changed_meanwhile_is_not_overwritten(saya, akun, hr):
    usulan = ajukan(saya, akun)
    Pegawai.objects.filter(pk=saya.pk).update(no_hp="0899999999")
    with pytest.raises(DomainError, match="berubah sejak usul"):
        putus(terima_usulan, usulan, hr)
    Pegawai.objects.filter(pk=saya.pk).update(no_hp="081234567890")  # already what was asked for
    assert putus(terima_usulan, usulan, hr).status == StatusUsulan.DITERIMA


def test_nobody_asks_about_or_decides_for_somebody_outside_their_scope(saya, akun):
    usulan = ajukan(saya, akun)
    luar = PenggunaPabrik(pegawai=PegawaiPabrik(instansi=saya.instansi))
    hr_lain = hr_dari(InstansiPabrik(kode="nabire"))
    auditor = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=auditor, jenis=JenisPeran.AUDITOR, instansi=saya.instansi)
    for orang in (luar, hr_lain, auditor, akun):
        with pytest.raises(TidakDitemukan):
            putus(terima_usulan, usulan, orang)
    for orang in (luar, hr_lain, auditor):
        with pytest.raises(TidakDitemukan):
            ajukan(saya, orang, "identitas", nama="Bukan Saya")
        with pytest.raises(TidakDitemukan):
            batalkan_usulan(usulan_id=usulan.pk, actor=orang, at=timezone.now(), kanal="portal")
    milik_lain = PegawaiPabrik(pelaksana=True).riwayat_pangkat.get()
    with pytest.raises(TidakDitemukan):
        ajukan(saya, akun, "pangkat", milik_lain.pk, nomor_sk="X")


def test_nobody_decides_about_themself_not_even_past_the_service(saya, hr):
    hr.pegawai = saya
    hr.save()
    usulan = ajukan(saya, hr)
    for fungsi in (terima_usulan, kembalikan_usulan, teruskan_ke_bkn):
        with pytest.raises(TidakBoleh, match="data Anda sendiri"):
            putus(fungsi, usulan, hr)
    with transaction.atomic(), pytest.raises(IntegrityError):
        UsulanPerubahan.objects.filter(pk=usulan.pk).update(pemutus=saya)


def test_withdrawing_removes_the_evidence(saya, akun, django_capture_on_commit_callbacks):
    usulan = ajukan(saya, akun)
    berkas = Path(settings.MEDIA_ROOT) / usulan.bukti.berkas
    assert berkas.exists()
    with django_capture_on_commit_callbacks(execute=True):
        batalkan_usulan(usulan_id=usulan.pk, actor=akun, at=timezone.now(), kanal="portal")
    assert not berkas.exists()
    assert not Bukti.objects.exists()


def test_a_sensitive_row_is_asked_about_by_the_person_alone_and_its_trail_is_marked(saya, akun, hr):
    ujian = HasilUjianPabrik(pegawai=saya)
    with pytest.raises(TidakDitemukan):
        ajukan(saya, hr, "ujian", ujian.pk, nomor="UD-1")
    ajukan(saya, akun, "ujian", ujian.pk, nomor="UD-1")
    assert Jejak.objects.get().rincian["khusus"] is True


def test_every_kind_in_the_register_reads_every_one_of_its_values(saya):
    HasilUjianPabrik(pegawai=saya)
    for r in REKAM.values():
        for objek in r.semua(saya):
            kini = r.kini(saya, objek)
            assert all(k.teks(kini[k.nama], objek) for k in r.kolom)
            assert r.baris(objek)


def test_the_clock_starts_when_hr_received_it(saya, akun):
    lama = timezone.now() - timedelta(days=2)
    assert ajukan(saya, akun, at=lama).tenggat == lama + timedelta(hours=72)
