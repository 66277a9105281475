"""*Minta ditinjau manusia*: asked by the person, answered by a named officer, changing nothing by itself."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from karier.enums import HasilTinjau, StatusTinjau, SubjekTinjau
from karier.models import PermintaanTinjau, Rekomendasi
from karier.services.tinjau import batalkan_tinjau, jawab_tinjau, minta_tinjau
from karier.tests.bantu import memenuhi, satu
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari, nyatakan_lengkap

pytestmark = pytest.mark.django_db


@pytest.fixture
def saya():
    return memenuhi()


@pytest.fixture
def akun(saya):
    return PenggunaPabrik(pegawai=saya)


def minta(saya, akun, alasan="TMT saya lain", subjek=SubjekTinjau.KENAIKAN_PANGKAT):
    return minta_tinjau(
        pegawai=saya,
        subjek=subjek,
        alasan=alasan,
        terbaca="Kurang 1 hal",
        actor=akun,
        at=timezone.now(),
        kanal="portal",
    )


def jawab(permintaan, actor, jawaban="Sudah diperiksa"):
    return jawab_tinjau(
        permintaan_id=permintaan.pk,
        hasil=HasilTinjau.TETAP,
        jawaban=jawaban,
        actor=actor,
        at=timezone.now(),
        kanal="admin",
    )


def test_an_answer_is_read_by_the_person_and_changes_no_outcome(client, saya, akun):
    nyatakan_lengkap(saya.instansi)
    jalankan_sampai_selesai(saya.instansi)
    sebelum = Rekomendasi.objects.values().get(pk=satu(saya).pk)
    client.force_login(akun)
    alamat = reverse("karier:tinjau", args=["kenaikan_pangkat"])
    assert "Hasil sekarang" in client.get(alamat).content.decode()
    client.post(alamat, {"alasan": "TMT saya 1 April"})
    client.post(alamat, {"alasan": "TMT saya 1 April"})  # the second click
    permintaan = PermintaanTinjau.objects.get()
    assert permintaan.tenggat - permintaan.dibuat_pada == timedelta(hours=72)
    assert permintaan.terbaca

    hr = hr_dari(saya.instansi)
    client.force_login(hr)
    halaman = client.get(reverse("admin:karier_permintaantinjau_change", args=[permintaan.pk]))
    assert "TMT saya 1 April" in halaman.content.decode()
    ke = reverse("admin:karier_permintaantinjau_jawab", args=[permintaan.pk])
    assert "Pilih hasil peninjauan" in client.post(ke, {}).content.decode()
    client.post(ke, {"hasil": "tetap", "jawaban": "SK mencatat 1 Oktober."})
    assert "berubah sejak Anda buka" in client.post(ke, {"hasil": "data", "jawaban": "Lagi"}).content.decode()

    client.force_login(akun)
    assert "SK mencatat 1 Oktober." in client.get(alamat).content.decode()
    assert Rekomendasi.objects.values().get(pk=satu(saya).pk) == sebelum


def test_one_waits_at_a_time_and_a_withdrawn_one_makes_room(saya, akun):
    pertama = minta(saya, akun)
    with pytest.raises(Bentrok, match="sedang ditinjau"):
        minta(saya, akun)
    with transaction.atomic(), pytest.raises(IntegrityError):
        PermintaanTinjau.objects.create(
            pegawai=saya, subjek=pertama.subjek, alasan="x", tenggat=timezone.now()
        )
    assert minta(saya, akun, subjek=SubjekTinjau.KGB).status == StatusTinjau.MENUNGGU
    batalkan_tinjau(permintaan_id=pertama.pk, actor=akun, kanal="portal")
    with pytest.raises(Bentrok):
        batalkan_tinjau(permintaan_id=pertama.pk, actor=akun, kanal="portal")
    assert minta(saya, akun).pk != pertama.pk
    with pytest.raises(DomainError, match="Tuliskan apa"):
        minta(saya, akun, alasan="  ", subjek=SubjekTinjau.SATYALANCANA)


def test_nobody_asks_for_another_answers_outside_their_scope_or_answers_themself(client, saya, akun):
    permintaan = minta(saya, akun)
    luar = PenggunaPabrik(pegawai=PegawaiPabrik(instansi=saya.instansi))
    hr_lain = hr_dari(InstansiPabrik(kode="nabire"))
    for orang in (luar, hr_lain):
        with pytest.raises(TidakDitemukan):
            minta(saya, orang)
        with pytest.raises(TidakDitemukan):
            jawab(permintaan, orang)
        with pytest.raises(TidakDitemukan):
            batalkan_tinjau(permintaan_id=permintaan.pk, actor=orang, kanal="portal")
    hr = hr_dari(saya.instansi, pegawai=PegawaiPabrik(pelaksana=True, instansi=saya.instansi))
    milik_hr = minta(hr.pegawai, hr)
    with pytest.raises(TidakBoleh, match="permintaan Anda sendiri"):
        jawab(milik_hr, hr)
    with transaction.atomic(), pytest.raises(IntegrityError):
        PermintaanTinjau.objects.filter(pk=milik_hr.pk).update(penjawab=hr.pegawai)
    with pytest.raises(DomainError, match="Tuliskan jawaban"):
        jawab(permintaan, hr, " ")
    atasan = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, instansi=saya.instansi))
    saya.atasan = atasan.pegawai
    saya.save()
    assert not PermintaanTinjau.objects.visible_to(atasan).exists()


def test_a_pppk_asks_about_what_is_suggested_to_learn_and_nothing_else(client):
    pppk = PegawaiPabrik(pppk=True)
    client.force_login(PenggunaPabrik(pegawai=pppk))
    assert client.get(reverse("karier:tinjau", args=["pengembangan"])).status_code == 200
    for subjek in ("kenaikan_pangkat", "kgb", "tidak-ada"):
        assert client.get(reverse("karier:tinjau", args=[subjek])).status_code == 404
