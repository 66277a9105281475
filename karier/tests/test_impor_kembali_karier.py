"""Undoing imports of every app: predikat and what follows from it; runs and decisions hold people."""

from __future__ import annotations

from typing import Any

import pytest

from karier.tests.jalan import jalankan_sampai_selesai
from karier.tests.test_data_awal import buku, semua_lembar
from karier.tests.test_data_awal import masukkan as masukkan_awal
from kinerja.enums import StatusKonversi
from kinerja.models import KonversiAngkaKredit, Penilaian
from kinerja.tests.test_impor_ekinerja import ATAS, SESUAI, rekap
from kinerja.tests.test_impor_ekinerja import masukkan as masukkan_rekap
from pegawai.models import Instansi, Pegawai
from pegawai.services.impor_kembali import kerjakan, request_undo, request_weigh
from pegawai.tests.berkas_buatan import AT
from pegawai.tests.berkas_pintu import potret_isi
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


@pytest.fixture
def pegawai(instansi: Instansi) -> Pegawai:
    return PegawaiPabrik(instansi=instansi, fungsional=True)


def timbang(impor: Any) -> dict[str, Any]:
    request_weigh(impor_id=impor.pk, actor=None, at=AT)
    return kerjakan(impor.pk).ringkasan["pembatalan"]


def batalkan(impor: Any) -> None:
    assert timbang(impor)["tetap"] == {}
    request_undo(impor_id=impor.pk, actor=None, at=AT)
    kerjakan(impor.pk)


def test_every_sheet_of_data_awal_goes_back(instansi: Instansi, pegawai: Pegawai) -> None:
    atasan = PegawaiPabrik(instansi=instansi)
    semula = potret_isi()
    impor = masukkan_awal(instansi, buku(**semua_lembar(pegawai.nip, atasan.nip)))
    assert potret_isi() != semula
    batalkan(impor)
    assert potret_isi() == semula


def test_a_recap_goes_back_with_the_draft_that_followed_from_it(instansi: Instansi, pegawai: Pegawai) -> None:
    masukkan_rekap(instansi, rekap((pegawai.nip, SESUAI, SESUAI, "BAIK")))
    semula = potret_isi()
    batalkan(masukkan_rekap(instansi, rekap((pegawai.nip, ATAS, ATAS, "SANGAT BAIK"))))
    assert potret_isi() == semula
    assert KonversiAngkaKredit.objects.get().nilai_senti == 2500


def test_a_signed_conversion_holds_its_person(instansi: Instansi, pegawai: Pegawai) -> None:
    impor = masukkan_rekap(instansi, rekap((pegawai.nip, SESUAI, SESUAI, "BAIK")))
    konversi = KonversiAngkaKredit.objects.get()
    konversi.status, konversi.ditandatangani_oleh = StatusKonversi.DITANDATANGANI, PenggunaPabrik()
    konversi.ditandatangani_pada = impor.diterapkan_pada
    konversi.save()
    assert timbang(impor)["tetap"] == {"konversi angka kredit 2025 sudah ditandatangani sesudahnya": 1}
    assert Penilaian.objects.exists()


def test_a_run_after_the_import_holds_everybody_in_it(instansi: Instansi, pegawai: Pegawai) -> None:
    impor = masukkan_rekap(instansi, rekap((pegawai.nip, SESUAI, SESUAI, "BAIK")))
    assert timbang(impor)["bisa"] == 1
    run = jalankan_sampai_selesai(instansi)
    (sebab,) = timbang(impor)["tetap"]
    assert sebab.startswith(f"sudah dipakai perhitungan {run.nomor} per ")
