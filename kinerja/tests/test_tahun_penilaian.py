"""Act three of a year that is typed here: rating, calibration, announcement, objection, closing."""

from __future__ import annotations

import pytest

from kinerja.enums import CaraPengumuman, JenisSiklus, SumberKinerja
from kinerja.tests.dunia_tahun import SESUDAH, Layar, Tahun, chromium, layar, pada
from kinerja.tests.pabrik_realisasi import siklus_pabrik

__all__ = ["chromium", "layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("skrip", [True, False])
def test_c(layar: Layar, skrip: bool) -> None:
    layar.skrip = skrip
    with pada(SESUDAH):
        dunia = Tahun(SumberKinerja.DI_SINI, bawahan=20)
        siklus = siklus_pabrik(dunia.instansi, 0, JenisSiklus.TAHUNAN, pengumuman=CaraPengumuman.BERSAMA)
        lead = layar.pimpinan(dunia.atasan)
        lead.mulai("/")
        lead.tekan("Nilai 20 pegawai")
        sesuai = lead.halaman.get_by_label("Sesuai ekspektasi")
        pilihan = sesuai.count()
        for ke in range(pilihan):
            sesuai.nth(ke).check()
        lead.tekan("Periksa lalu kirim")
        lead.tekan("Kirim penilaian")
        assert (lead.klik, pilihan) == (3, 40)

        hr = layar.hr(dunia.hr)
        hr.mulai(f"/kelola/kinerja/sikluspenilaian/{siklus.pk}/change/")
        hr.tekan("Mulai penetapan")
        hr.tekan("Ya, mulai penetapan")
        hr.buka("/kelola/kinerja/sesikalibrasi/")
        hr.buka("/kelola/kinerja/sesikalibrasi/add/")
        hr.isi("NIP pimpinan", dunia.kepala.nip)
        hr.tekan("Buka sesi")
        head = layar.pimpinan(dunia.kepala)
        head.mulai("/kinerja/kalibrasi/")
        head.tekan("Seluruh instansi")
        head.tekan("Usulkan")
        head.halaman.get_by_label("Di atas ekspektasi").nth(0).check()
        head.halaman.get_by_label("Sesuai ekspektasi").nth(1).check()
        head.isi("Alasan usul", "Paling cepat di unitnya.")
        head.tekan("Kirim usul")

        lead.mulai("/")
        lead.tekan("Jawab 1 usul")
        lead.tekan("Jawab usul")
        lead.pilih("Ikuti usul")
        lead.isi("Alasan Anda", "Saya sependapat.")
        lead.isi("Kalimat umpan balik", "Surat selesai lebih cepat.")
        lead.tekan("Kirim")

        hr.mulai(f"/kelola/kinerja/sikluspenilaian/{siklus.pk}/change/")
        hr.tekan("Umumkan hasil")
        hr.tekan("Ya, umumkan 20 hasil")

        asn = layar.asn(dunia.orang[0])
        asn.mulai("/")
        asn.tekan("Baca hasil")
        asn.tekan("Saya sudah membaca")
        asn.isi("Tanggapan Anda", "Terima kasih.")
        asn.tekan("Beri tanggapan")
        asn.klik = 0
        asn.tekan("Ajukan keberatan")
        asn.isi("Alasan keberatan", "Laporan triwulan tiga belum dihitung.")
        asn.tekan("Kirim keberatan")

        head.mulai("/")
        head.tekan("Putuskan keberatan")
        head.tekan("Mulai periksa")
        head.tekan("Putuskan")
        head.pilih("Tidak: hasil penilaian tetap berlaku")
        head.isi("Alasan putusan", "Laporan itu sudah dihitung.")
        head.tekan("Periksa jawaban")
        head.tekan("Ya, kirim putusan")
        asn.mulai("/")
        asn.tekan("Baca putusan")
        asn.tekan("Saya sudah membaca")

        hr.mulai(f"/kelola/kinerja/sikluspenilaian/{siklus.pk}/change/")
        hr.tekan("Tutup siklus")
        hr.pilih("Tutup dengan catatan")
        hr.isi("Alasan atau catatan", "Kepala dinas dinilai bupati.")
        hr.tekan("Lanjut")
        hr.tekan("Ya, tutup dan jalankan perhitungan")
        assert hr.klik == 3
    layar.lapor()
