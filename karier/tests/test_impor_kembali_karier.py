"""Undoing imports of every app: predikat and what follows from it; runs and decisions hold people."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection

from karier.enums import JenisKeputusan, StatusRekomendasi, StatusUsul
from karier.services.foto_ulang import kirim_foto
from karier.services.status_usul import Jawaban, catat_jawaban
from karier.tests.bantu import memenuhi, putuskan, satu
from karier.tests.bulan import baris_siasn, pukul, status_siasn, usul
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
from pegawai.tests.berkas_bukti import unggahan
from pegawai.tests.berkas_pintu import potret_isi
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari, nyatakan_lengkap

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


@pytest.mark.parametrize("berfoto", [False, True])
def test_answers_of_bkn_go_back_with_the_recommendation(berfoto: bool) -> None:
    """A photograph that the answer threw away cannot come back; the person is asked for it again."""
    orang = memenuhi()
    nyatakan_lengkap(orang.instansi)
    jalankan_sampai_selesai(orang.instansi)
    hr, saat = hr_dari(orang.instansi), pukul(date(2026, 12, 18))
    putuskan(orang, hr, JenisKeputusan.TETAPKAN)
    minta = Jawaban(StatusUsul.BTS, saat.date(), alasan="Ijazah buram", dokumen="ijazah")
    catat_jawaban(usul_id=usul(orang).pk, jawaban=minta, versi=usul(orang).versi, actor=hr, at=saat)
    if berfoto:
        pemilik = PenggunaPabrik(pegawai=orang)
        isi = {"usul_id": usul(orang).pk, "versi": usul(orang).versi, "berkas": unggahan()}
        kirim_foto(**isi, actor=pemilik, at=saat, kanal="portal")
    impor = status_siasn(orang.instansi, hr, baris_siasn(orang, 6), saat=saat)
    assert (usul(orang).status, satu(orang).status) == (StatusUsul.TMS, StatusRekomendasi.DITOLAK)
    batalkan(impor)
    assert (usul(orang).status, satu(orang).status) == (StatusUsul.BTS, StatusRekomendasi.DITETAPKAN)
    assert (usul(orang).dokumen, usul(orang).foto_ulang) == ("ijazah", None)
    connection.check_constraints()
