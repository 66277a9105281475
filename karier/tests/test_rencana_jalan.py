"""The individual plan in the browser: drafted, edited, sent, changed, accepted, done, offline."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
import xlsxwriter
from django.urls import reverse
from python_calamine import CalamineWorkbook

from asn_karier.tests.chromium import PONSEL
from asn_karier.tests.jejak import Jejak
from asn_karier.tests.layar import Layar, layar, pada
from karier.enums import StatusButir, StatusIdp
from karier.models import RencanaPengembangan
from karier.services.rencana_luring import HAPUS, KEPALA, LABEL_KODE, LEMBAR_KODE
from karier.tests.dunia_pelatihan import DAFTAR, Dunia

__all__ = ["layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
#: Presses, without what is typed and chosen.
ANGGARAN_KLIK: Final = {
    "siapkan": 2,
    "ubah": 2,
    "ajukan": 1,
    "kembalikan": 5,
    "terima": 2,
    "selesai": 3,
    "gabung": 3,
}


@pytest.mark.parametrize("skrip", [True, False])
def test_a_plan_from_its_draft_to_done_with_both_agreeing(layar: Layar, skrip: bool) -> None:
    layar.skrip = skrip
    with pada(DAFTAR):
        dunia = Dunia()
        dunia.hitung()
        asn = layar.asn(dunia.asn, ukuran=PONSEL)
        _menyiapkan(asn)
        _mengubah_dan_mengajukan(asn)
        _menjawab(layar.pimpinan(dunia.atasan, ukuran=PONSEL))
        _menerima(asn)
        _menyelesaikan(asn)
    layar.lapor()


def _rencana() -> RencanaPengembangan:
    satu: RencanaPengembangan = RencanaPengembangan.objects.get()
    return satu


def _menyiapkan(asn: Jejak) -> None:
    asn.mulai("/")
    asn.tekan("Susun rencana pengembangan")
    asn.tekan("Siapkan rencana 2027")
    assert asn.klik == ANGGARAN_KLIK["siapkan"]
    assert "usul dari kesenjangan jabatan Anda. Anda bebas mengubah." in asn.baca()
    assert "Komunikasi" in asn.baca()


def _mengubah_dan_mengajukan(asn: Jejak) -> None:
    asn.klik = 0
    asn.tekan("Ubah")
    asn.isi("Kegiatan", "Memandu loket pengaduan setiap Senin")
    asn.tekan("Simpan")
    assert asn.klik == ANGGARAN_KLIK["ubah"]
    assert "Memandu loket pengaduan setiap Senin" in asn.baca()
    asn.klik = 0
    asn.tekan("Ajukan ke atasan")
    assert asn.klik == ANGGARAN_KLIK["ajukan"]
    assert _rencana().status == StatusIdp.MENUNGGU_ATASAN


def _menjawab(atasan: Jejak) -> None:
    """The leader changes one item and gives the plan back with a word."""
    atasan.mulai("/")
    atasan.tekan("Jawab 1 rencana pengembangan")
    atasan.tekan("Ubah")
    atasan.isi("Kegiatan", "Memandu loket pengaduan setiap Senin dan Kamis")
    atasan.tekan("Simpan")
    atasan.tekan("Kembalikan dengan catatan")
    assert "diubah menjadi" in atasan.baca()
    atasan.isi("Apa yang Anda ubah atau minta diubah?", "Kamis juga ramai.")
    atasan.tekan("Kembalikan ke pegawai")
    assert atasan.klik == ANGGARAN_KLIK["kembalikan"]
    assert _rencana().status == StatusIdp.MENUNGGU_PEGAWAI


def _menerima(asn: Jejak) -> None:
    asn.mulai("/")
    asn.tekan("Jawab perubahan atasan pada rencana pengembangan 2027")
    assert "menjadi «Memandu loket pengaduan setiap Senin dan Kamis»" in asn.baca()
    assert "Kamis juga ramai." in asn.baca()
    asn.tekan("Setujui")
    assert asn.klik == ANGGARAN_KLIK["terima"]
    r = _rencana()
    assert (r.status, r.setuju_pegawai, r.setuju_atasan) == (StatusIdp.DISEPAKATI, r.versi, r.versi)
    assert r.butir.filter(kegiatan="Memandu loket pengaduan setiap Senin dan Kamis").exists()
    asn.potret("wanggar-rencana", dari="Rencana pengembangan 2027")


def _menyelesaikan(asn: Jejak) -> None:
    asn.mulai("/")
    asn.tekan("Buka rencana pengembangan")
    asn.tekan("Tandai selesai")
    asn.isi("Apa yang Anda pelajari dan apa yang berubah?", "Saya lebih sabar mendengar.")
    asn.tekan("Tandai selesai")
    assert asn.klik == ANGGARAN_KLIK["selesai"]
    assert "Saya lebih sabar mendengar." in asn.baca()
    assert _rencana().butir.filter(status=StatusButir.SELESAI).count() == 1
    assert asn.unduh("Unduh PDF").startswith(b"%PDF")


def test_written_without_a_network_and_joined_without_a_loss(layar: Layar, tmp_path: Path) -> None:
    with pada(DAFTAR):
        dunia = Dunia()
        dunia.hitung()
        asn = layar.asn(dunia.asn, ukuran=PONSEL)
        _menyiapkan(asn)
        luring = tmp_path / "dari-distrik.xlsx"
        _tulis_di_distrik(asn.unduh("Unduh lembar isian (XLSX)"), tmp_path / "lembar.xlsx", luring)
        assert b"<script" not in asn.unduh("Unduh untuk dibaca dan dicetak")
        asn.tekan("Ubah")
        asn.isi("Kegiatan", "Diubah di kantor")
        asn.tekan("Simpan")
        asn.klik = 0
        asn.tekan("Unggah lembar yang sudah diisi")
        asn.halaman.get_by_label("Lembar rencana yang sudah diisi (Excel)").set_input_files(luring)
        asn.tekan("Periksa lembar")
        assert "Ditambahkan: «Belajar dari kepala kampung»." in asn.baca()
        assert _rencana().butir.filter(kegiatan="Belajar dari kepala kampung").count() == 0
        asn.tekan("Gabungkan")
        assert asn.klik == ANGGARAN_KLIK["gabung"]
        isi = list(_rencana().butir.order_by("urut").values_list("kegiatan", flat=True))
        assert isi[0] == "Diubah di kantor"
        assert isi[1] == "Diubah di distrik"
        assert isi[-1] == "Belajar dari kepala kampung"
    layar.lapor()


def _tulis_di_distrik(isi: bytes, asal: Path, tujuan: Path) -> None:
    """What somebody does in Excel: one item in other words, one more item."""
    asal.write_bytes(isi)
    buku = CalamineWorkbook.from_path(str(asal))
    baris: list[list[Any]] = [b for b in buku.get_sheet_by_index(0).to_python()[1:] if any(b)]
    kode = {b[0]: b[1] for b in buku.get_sheet_by_name(LEMBAR_KODE).to_python()}[LABEL_KODE]
    baris[1][1] = "Diubah di distrik"
    baru = ["", "Belajar dari kepala kampung", "Mentoring", "", "01-03-2027", "30-06-2027", 8, 0, "", ""]
    keluar = xlsxwriter.Workbook(str(tujuan))
    lembar, ket = keluar.add_worksheet("Rencana"), keluar.add_worksheet(LEMBAR_KODE)
    for n, satu in enumerate([[*KEPALA.values(), HAPUS], *baris, baru]):
        lembar.write_row(n, 0, satu)
    ket.write_row(0, 0, [LABEL_KODE, kode])
    keluar.close()


def test_an_operator_brings_in_a_sheet_and_the_person_says_yes(layar: Layar) -> None:
    with pada(DAFTAR):
        dunia = Dunia()
        dunia.hitung()
        hr = layar.hr(dunia.hr)
        hr.buka(reverse("admin:karier_rencanapengembangan_isikan", args=[dunia.asn.pk, 2027]))
        hr.halaman.locator("[name=b1-kegiatan]").fill("Didiktekan lewat radio")
        hr.tekan("Minta konfirmasi")
        asn = layar.asn(dunia.asn, ukuran=PONSEL)
        asn.mulai(reverse("karier:rencana_lembar", args=[_rencana().pk]))
        assert "menjadi «Didiktekan lewat radio»" in asn.baca()
        asn.tekan("Tampilkan kode")
        kode = asn.halaman.locator("main .angka").inner_text()
        hr.isi("Kode 6 angka dari pegawai", kode)
        hr.tekan("Sahkan dengan kode")
        assert _rencana().butir.filter(kegiatan="Didiktekan lewat radio").exists()
        hr.mulai("/kelola/")
        hr.tekan("Rencana individu (IDP)")
        assert "Menunggu atasan" in hr.baca()
    layar.lapor()
