"""From a gap to a class, its certificate and a gap that is closed; and from gaps to the plan of a year."""

from __future__ import annotations

from typing import Final

import pytest
from django.urls import reverse

from asn_karier.tests.chromium import MEJA, PONSEL
from asn_karier.tests.jejak import Jejak
from asn_karier.tests.layar import Layar, layar, pada
from karier.tests.dunia_pelatihan import (
    ANGGARAN_KLIK,
    DAFTAR,
    HARI_KEDUA,
    HARI_PERTAMA,
    JUDUL,
    SESI,
    Dunia,
)
from pelatihan.enums import StatusAngkatan, StatusPendaftaran
from pelatihan.models import RencanaTahunan, Sertifikat
from pelatihan.reports import sertifikat as kertas
from pelatihan.tests.pabrik_rencana import pagu_pabrik

__all__ = ["layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
S: Final = StatusPendaftaran


@pytest.mark.parametrize("skrip", [True, False])
def test_a_gap_leads_to_a_class_a_certificate_and_is_closed_in_the_next_run(
    layar: Layar, skrip: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    layar.skrip = skrip
    alamat_qr = _dengar_qr(monkeypatch)
    with pada(DAFTAR):
        dunia = Dunia()
        dunia.hitung()
        asn = layar.asn(dunia.asn, ukuran=PONSEL)
        _mendaftar(asn)
        _memutuskan(layar.pimpinan(dunia.atasan, ukuran=PONSEL), dunia)
        _menyetujui_dan_menugaskan(layar.hr(dunia.hr))
        asn.mulai(reverse("pelatihan:kelas", args=[dunia.pendaftaran.pk]))
        assert asn.unduh("Unduh surat tugas").startswith(b"%PDF")
    with pada(HARI_PERTAMA):
        asn = layar.asn(dunia.asn, ukuran=PONSEL)
        _hadir(asn, _membuka_kode(layar.hr(dunia.hr), SESI[0]))
        _belajar(asn)
    with pada(HARI_KEDUA):
        asn, hr = layar.asn(dunia.asn, ukuran=PONSEL), layar.hr(dunia.hr)
        _hadir(asn, _membuka_kode(hr, SESI[1]))
        _menjawab(asn, "Kuis sesudah pelatihan", "Tepat", "Tepat")
        assert "Nilai Anda 100 dari 100" in asn.baca()
        _mencatat_hasil(hr, dunia)
        _mengunduh_sertifikat(asn)
        _memeriksa(layar(ukuran=PONSEL), alamat_qr[-1], Sertifikat.objects.get().nomor)
        _celah_tertutup(asn, dunia)
    layar.lapor()


def _dengar_qr(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every address that a QR on a certificate leads to."""
    semua: list[str] = []
    gambar = kertas.qr_svg

    def dengar(alamat: str) -> str:
        semua.append(alamat)
        return gambar(alamat)

    monkeypatch.setattr(kertas, "qr_svg", dengar)
    return semua


def _mendaftar(asn: Jejak) -> None:
    """Flow 5: three presses from the home page."""
    asn.mulai("/")
    asn.tekan("3 pelatihan cocok untuk Anda")
    assert "Menutup celah Komunikasi level 2 ke 3" in asn.baca()
    asn.potret("medan-pelatihan")
    asn.tekan(f"Daftar {JUDUL}")
    assert "Atasan Contoh" in asn.baca()
    asn.isi("Alasan mengikuti", "Saya sering menjelaskan layanan kepada warga.")
    asn.tekan("Kirim pendaftaran")
    assert asn.klik == ANGGARAN_KLIK["daftar_pelatihan"]
    assert "Menunggu atasan" in asn.baca()


def _memutuskan(atasan: Jejak, dunia: Dunia) -> None:
    """Two presses; what was said can be taken back, and said again."""
    atasan.mulai("/")
    atasan.tekan("Putuskan 1 pendaftaran pelatihan")
    assert "Saya sering menjelaskan layanan kepada warga." in atasan.baca()
    atasan.tekan("Setujui")
    assert atasan.klik == ANGGARAN_KLIK["setujui_atasan"]
    assert dunia.pendaftaran.status == S.MENUNGGU_BKPSDM
    assert "Dapat diurungkan dalam 10 menit" in atasan.baca()
    atasan.tekan("Urungkan")
    assert dunia.pendaftaran.status == S.MENUNGGU_ATASAN
    atasan.tekan("Setujui")
    assert dunia.pendaftaran.status == S.MENUNGGU_BKPSDM


def _menyetujui_dan_menugaskan(hr: Jejak) -> None:
    """From the worklist to the class, everybody at once; then one letter for all of them."""
    hr.mulai("/kelola/")
    hr.tekan("Pendaftaran menunggu BKPSDM")
    hr.tekan(JUDUL)
    hr.tekan("Setujui terpilih")
    assert hr.klik == ANGGARAN_KLIK["setujui_banyak"]
    assert "3 pendaftaran disetujui" in hr.baca()
    hr.tekan("Terbitkan surat tugas")
    hr.isi("Nomor surat", "800.1.11/7/2026")
    hr.tekan("Terbitkan surat tugas")
    assert hr.unduh("800.1.11/7/2026").startswith(b"%PDF")


def _membuka_kode(hr: Jejak, sesi: str) -> str:
    hr.mulai("/kelola/")
    hr.tekan("Angkatan dan kelas")
    hr.tekan(JUDUL)
    hr.tekan(sesi)
    hr.tekan("Buat kode")
    return hr.halaman.locator("#content .angka").inner_text()


def _hadir(asn: Jejak, kode: str) -> None:
    asn.mulai("/")
    asn.tekan(f"Kelas {JUDUL}")
    asn.isi("Kode kehadiran", kode.lower())
    asn.tekan("Catat kehadiran")
    assert asn.klik == ANGGARAN_KLIK["catat_hadir"]
    assert "Kehadiran Anda tercatat" in asn.baca()


def _belajar(asn: Jejak) -> None:
    """What was known before, then the lesson."""
    _menjawab(asn, "Kuis sebelum pelatihan", "Belum tahu", "Salah satu")
    assert "Nilai Anda 0 dari 100" in asn.baca()
    asn.tekan("‹ Kembali")
    asn.tekan("1. Mendengar")
    asn.tekan("Selesai dibaca")
    assert "1 dari 1 materi sudah Anda baca" in asn.baca()


def _menjawab(asn: Jejak, kuis: str, *jawaban: str) -> None:
    asn.tekan(kuis)
    for ke, satu in enumerate(jawaban):
        asn.pilih(satu, ke=ke)
    asn.tekan("Kirim jawaban")


def _mencatat_hasil(hr: Jejak, dunia: Dunia) -> None:
    """Who came and passed gets a certificate; whoever did not come gets none."""
    hr.mulai(reverse("admin:pelatihan_angkatan_kelas", args=[dunia.kelas.pk]))
    hr.tekan("Catat hasil")
    for nama, hasil in (
        ("Sari Contoh", "Selesai"),
        ("Rekan Satu", "Tidak hadir"),
        ("Rekan Dua", "Tidak hadir"),
    ):
        hr.ambil(f"Hasil: {nama}", hasil)
    hr.tekan("Simpan hasil")
    dunia.kelas.refresh_from_db()
    assert dunia.kelas.status == StatusAngkatan.SELESAI
    hr.tekan("Terbitkan sertifikat")
    hr.tekan("Terbitkan 1 sertifikat")
    assert "1 sertifikat terbit" in hr.baca()


def _mengunduh_sertifikat(asn: Jejak) -> None:
    """From the class, and from the page of one's own certificates; the hours are counted."""
    asn.mulai("/pelatihan/")
    asn.tekan("Semua kelas saya")
    asn.tekan(JUDUL)
    assert asn.unduh("Unduh sertifikat").startswith(b"%PDF")
    asn.mulai("/pelatihan/")
    asn.tekan("Buka Catatan JP")
    assert "8 dari 20 JP" in asn.baca()
    assert Sertifikat.objects.get().nomor in asn.baca()
    asn.tekan("Sertifikat saya")
    assert asn.unduh("Unduh PDF").startswith(b"%PDF")


def _memeriksa(warga: Jejak, alamat: str, nomor: str) -> None:
    """Anybody, by the address of the QR and by the number; one other letter is not genuine."""
    jalur = alamat.removeprefix(warga.alamat)
    warga.mulai(jalur)
    assert "Sertifikat ini asli dan berlaku." in warga.baca()
    assert "S. C." in warga.baca()
    tengah = len(jalur) // 2
    warga.buka(jalur[:tengah] + ("A" if jalur[tengah] != "A" else "B") + jalur[tengah + 1 :])
    assert "ada yang berubah" in warga.baca()
    warga.isi("Nomor sertifikat", nomor.lower().replace("-", " "))
    warga.tekan("Periksa")
    assert "Sertifikat ini asli dan berlaku." in warga.baca()
    warga.isi("Nomor sertifikat", nomor[:-1] + ("A" if nomor[-1] != "A" else "B"))
    warga.tekan("Periksa")
    assert "Tidak ada sertifikat dengan nomor itu." in warga.baca()


def _celah_tertutup(asn: Jejak, dunia: Dunia) -> None:
    """What is suggested follows the last run: the next one knows the certificate."""
    asn.buka("/pelatihan/")
    assert "Menutup celah Komunikasi" in asn.baca()
    dunia.hitung()
    asn.mulai("/")
    assert "pelatihan cocok untuk Anda" not in asn.baca()
    asn.buka("/pelatihan/")
    assert "Tidak ada celah kompetensi yang tercatat untuk jabatan Anda." in asn.baca()


# -- flow 14 --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ukuran", [MEJA, PONSEL], ids=["1280", "320"])
def test_from_gaps_to_the_paper_of_the_plan_on_any_screen(layar: Layar, ukuran: dict[str, int]) -> None:
    with pada(DAFTAR):
        dunia = Dunia()
        dunia.kurang_lagi()
        dunia.hitung()
        pagu_pabrik(dunia.hr, dunia.instansi)
        hr = layar.hr(dunia.hr, ukuran=ukuran)
        hr.mulai("/kelola/")
        if ukuran == PONSEL:
            _membuka_menu(hr)
        hr.tekan("Kebutuhan pengembangan")
        hr.tekan("Susun usul dari celah")
        if ukuran == MEJA:
            hr.potret("wanggar-anggaran")
        hr.isi(f"Peserta: {JUDUL}", "4")
        hr.isi(f"Urutan: {JUDUL}", "2")
        hr.tekan("Simpan ke rencana 2027")
        butir = RencanaTahunan.objects.get().butir.all()
        assert [(str(b.pelatihan), b.peserta) for b in butir] == [("Kelas integritas", 1), (JUDUL, 4)]
        assert hr.unduh("Unduh dokumen").startswith(b"%PDF")
        assert hr.klik <= ANGGARAN_KLIK["susun_rencana"]
    layar.lapor()


def _membuka_menu(hr: Jejak) -> None:
    """On a small screen the menu is one press further away; it is a box that opens without scripts."""
    hr.halaman.get_by_text("Menu", exact=True).click()
    hr.klik += 1
