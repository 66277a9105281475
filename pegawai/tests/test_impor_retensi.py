"""Retention of imports: details go when their days are over, the history and its use stay."""

from __future__ import annotations

import runpy
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import default_storage
from django.urls import reverse

from asn_karier.lib.errors import Bentrok
from asn_karier.lib.models import Jejak
from asn_karier.lib.tasks import sapuan_terdaftar
from pegawai.admin.impor_isi import tombol
from pegawai.enums import JenisPeran, StatusBaris, StatusImpor, TahapImpor
from pegawai.models import BarisImpor, Impor, Instansi, Pegawai
from pegawai.services import impor_retensi
from pegawai.services.impor import (
    SEBAB_BATAL,
    periksa,
    request_apply,
    request_check,
    terapkan,
    upload,
    withdraw,
)
from pegawai.services.impor_retensi import TUGAS_RETENSI, jatuh_tempo, remove_details
from pegawai.tests.berkas_buatan import AT, baris_siasn, csv_siasn
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, PeranPabrik, hr_dari

pytestmark = pytest.mark.django_db

#: Two rows that can be saved and one that cannot.
BERKAS = csv_siasn(baris_siasn(1), baris_siasn(2), baris_siasn(3, TMT_CPNS="31-02-2010"))


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="batanghari")


def unggah(instansi: Instansi, *, simpan: bool = True, actor: Any = None) -> Impor:
    impor = upload(instansi=instansi, jenis="siasn", nama_berkas="export.csv", isi=BERKAS, actor=actor, at=AT)
    periksa(impor.pk)
    if simpan:
        request_apply(impor_id=impor.pk, actor=actor, at=AT)
        terapkan(impor.pk)
        Impor.objects.filter(pk=impor.pk).update(diterapkan_pada=AT)
    return Impor.objects.get(pk=impor.pk)


def hari(n: int) -> datetime:
    return AT + timedelta(days=n)


def hapus(impor: Impor, n: int) -> Impor:
    remove_details(impor_id=impor.pk, at=hari(n))
    return Impor.objects.get(pk=impor.pk)


@pytest.mark.parametrize(("simpan", "batas"), [(True, 90), (False, 30)])
def test_details_stay_until_their_last_day_and_then_go(instansi: Instansi, simpan: bool, batas: int) -> None:
    impor = unggah(instansi, simpan=simpan)
    nama = impor.berkas.name
    assert hapus(impor, batas).baris.count() == 3
    assert default_storage.exists(nama)
    sesudah = hapus(impor, batas + 1)
    assert (sesudah.baris.count(), sesudah.berkas.name) == (0, "")
    assert not default_storage.exists(nama)
    assert sesudah.rincian_dihapus_pada == hari(batas + 1)


def test_a_refused_file_goes_after_the_days_of_an_applied_one(instansi: Instansi) -> None:
    impor = unggah(instansi, simpan=False)
    Impor.objects.filter(pk=impor.pk).update(status=StatusImpor.DITOLAK)
    assert hapus(impor, 31).rincian_dihapus_pada is None
    assert hapus(impor, 91).sebab_dihapus == "90 hari sesudah diunggah"


def test_the_days_are_those_of_the_settings(instansi: Instansi, settings: Any) -> None:
    settings.ASN_IMPOR_SIMPAN_HARI = 7
    assert hapus(unggah(instansi), 8).sebab_dihapus == "7 hari sesudah disimpan"


def test_the_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASN_IMPOR_SIMPAN_HARI", "7")
    monkeypatch.setenv("ASN_IMPOR_PRATINJAU_HARI", "3")
    dasar = runpy.run_path("asn_karier/settings/base.py")
    assert (dasar["ASN_IMPOR_SIMPAN_HARI"], dasar["ASN_IMPOR_PRATINJAU_HARI"]) == (7, 3)


@pytest.mark.parametrize("nama", ["ASN_IMPOR_SIMPAN_HARI", "ASN_IMPOR_PRATINJAU_HARI"])
def test_more_days_than_the_calendar_has_stop_the_start(monkeypatch: pytest.MonkeyPatch, nama: str) -> None:
    monkeypatch.setenv(nama, "999999")
    with pytest.raises(ImproperlyConfigured, match=f"{nama} berisi 999999. Paling besar 3650."):
        runpy.run_path("asn_karier/settings/base.py")


def test_imports_withdrawn_before_they_had_a_word_of_their_own_get_it(instansi: Instansi) -> None:
    ditarik, ditolak = (unggah(instansi, simpan=False) for _ in range(2))
    Impor.objects.update(status=StatusImpor.DITOLAK)
    Impor.objects.filter(pk=ditarik.pk).update(sebab_dihapus=SEBAB_BATAL)
    migrasi = import_module("pegawai.migrations.0004_impor_dibatalkan")
    migrasi.beri_nama(apps, None)
    assert dict(Impor.objects.values_list("pk", "status")) == {
        ditarik.pk: StatusImpor.DIBATALKAN,
        ditolak.pk: StatusImpor.DITOLAK,
    }


def test_what_stays_tells_who_when_how_many_and_why_but_no_person(instansi: Instansi) -> None:
    sebelum = unggah(instansi)
    impor = hapus(sebelum, 91)
    assert (impor.nama_berkas, impor.sidik, impor.diterapkan_pada) == ("export.csv", sebelum.sidik, AT)
    assert (impor.ringkasan["baru"], impor.ringkasan["ditolak"]) == (2, 1)
    (sebab,) = impor.ringkasan["sebab_ditolak"]
    assert (sebab["kolom"], sebab["jumlah"]) == ("TMT CPNS", 1)
    assert "ORANG" not in str(impor.ringkasan)
    assert "31-02-2010" not in str(impor.ringkasan)
    assert Jejak.objects.filter(tindakan="impor_hapus_rincian", subjek_id=impor.pk).count() == 1


def test_numbers_of_a_person_do_not_survive_inside_a_reason(instansi: Instansi) -> None:
    impor = unggah(instansi)
    galat = {"kolom": "NIP BARU", "masalah": "19850231 tidak ada dalam kalender"}
    BarisImpor.objects.filter(impor=impor, status=StatusBaris.DITOLAK).update(galat=[galat])
    (sebab,) = hapus(impor, 91).ringkasan["sebab_ditolak"]
    assert sebab["masalah"] == "… tidak ada dalam kalender"


@pytest.mark.parametrize("tahap", [TahapImpor.PERIKSA, TahapImpor.TERAPKAN])
def test_an_import_that_runs_is_left_alone(instansi: Instansi, tahap: TahapImpor) -> None:
    impor = unggah(instansi, simpan=False)
    Impor.objects.filter(pk=impor.pk).update(tahap=tahap)
    assert hapus(impor, 999).baris.count() == 3


def test_an_import_that_stopped_half_applied_is_left_alone_and_cannot_be_withdrawn(
    instansi: Instansi,
) -> None:
    impor = unggah(instansi, simpan=False)
    impor.status, impor.ringkasan["sampai_baris"] = StatusImpor.GAGAL, 1
    impor.save()
    assert hapus(impor, 999).baris.count() == 3
    with pytest.raises(Bentrok, match="sudah tersimpan"):
        withdraw(impor_id=impor.pk, actor=None, at=AT)
    assert set(tombol(impor)) == {"url_terapkan", "teks_terapkan"}


def test_a_preview_that_was_given_up_can_neither_be_applied_nor_checked_again(instansi: Instansi) -> None:
    impor = hapus(unggah(instansi, simpan=False), 31)
    assert impor.status == StatusImpor.DITOLAK
    assert "Tidak disimpan dalam 30 hari" in impor.pesan
    for ulang in (request_apply, request_check, withdraw):
        with pytest.raises(Bentrok):
            ulang(impor_id=impor.pk, actor=None, at=AT)
    assert not Pegawai.objects.exists()


def test_a_withdrawn_import_is_told_as_removed_at_once(instansi: Instansi) -> None:
    impor = unggah(instansi, simpan=False)
    withdraw(impor_id=impor.pk, actor=None, at=AT)
    impor.refresh_from_db()
    assert (impor.rincian_dihapus_pada, impor.berkas.name) == (AT, "")
    assert impor.sebab_dihapus == "dibatalkan sebelum disimpan"


def test_the_same_file_is_still_recognised_and_changes_nothing(instansi: Instansi) -> None:
    pertama = hapus(unggah(instansi), 91)
    lagi = unggah(instansi)
    assert lagi.ringkasan["pernah"] == {"id": pertama.pk, "status": StatusImpor.DITERAPKAN}
    assert (lagi.ringkasan["baru"], lagi.ringkasan["berubah"], lagi.ringkasan["sama"]) == (0, 0, 2)


def test_an_interrupted_removal_is_finished_by_the_next_sweep(
    instansi: Instansi, monkeypatch: pytest.MonkeyPatch
) -> None:
    impor = unggah(instansi)
    nama = impor.berkas.name
    Impor.objects.filter(pk=impor.pk).update(diterapkan_pada=AT - timedelta(days=900))
    sapuan = sapuan_terdaftar()[TUGAS_RETENSI]
    monkeypatch.setattr(impor_retensi, "BAGIAN", 1)
    asli, kali = impor_retensi._hapus_bagian, iter([True, False])

    def mati(impor_id: int) -> bool:
        if next(kali):
            return asli(impor_id)
        raise KeyboardInterrupt

    monkeypatch.setattr(impor_retensi, "_hapus_bagian", mati)
    with pytest.raises(KeyboardInterrupt):
        sapuan.process_one(impor.pk)
    assert impor.baris.count() == 2
    monkeypatch.setattr(impor_retensi, "_hapus_bagian", asli)
    assert list(sapuan.claimable()) == [impor.pk]
    assert sapuan.process_one(impor.pk) is True
    assert (impor.baris.count(), default_storage.exists(nama)) == (0, False)
    assert list(sapuan.claimable()) == []
    assert sapuan.process_one(impor.pk) is False


def test_only_what_is_due_is_listed(instansi: Instansi) -> None:
    lama, baru = unggah(instansi), unggah(instansi)
    Impor.objects.filter(pk=baru.pk).update(diterapkan_pada=hari(50))
    assert list(jatuh_tempo(hari(91))) == [lama]


@pytest.mark.parametrize(("jenis", "khusus"), [(JenisPeran.HR_INSTANSI, True), (JenisPeran.AUDITOR, False)])
def test_the_page_says_when_and_by_which_rule(
    client: Any, instansi: Instansi, jenis: JenisPeran, khusus: bool
) -> None:
    petugas = hr_dari(instansi)
    petugas.nama = "Siti Petugas"
    petugas.save()
    impor = hapus(unggah(instansi, actor=petugas), 91)
    sebab = {"lembar": "Disiplin", "kolom": "TINGKAT", "masalah": "kosong", "jumlah": 1}
    impor.ringkasan["sebab_ditolak"].append(sebab)
    impor.save()
    pembaca = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=pembaca, jenis=jenis, instansi=instansi)
    client.force_login(pembaca)
    isi = client.get(reverse("admin:pegawai_impor_change", args=[impor.pk])).content.decode()
    assert "dihapus pada 20 Februari 2027" in isi
    assert "90 hari sesudah disimpan" in isi
    assert "oleh Siti Petugas" in isi
    assert impor.sidik in isi
    assert "TMT CPNS" in isi
    assert ("TINGKAT" in isi) is khusus
    assert ("Unggah berkas" in isi) is khusus


def test_people_of_a_removed_import_stay(instansi: Instansi) -> None:
    orang = PegawaiPabrik(instansi=instansi)
    hapus(unggah(instansi), 91)
    assert Pegawai.objects.filter(pk=orang.pk).exists()
    assert Pegawai.objects.count() == 3
