"""A year that is typed here, walked by everybody, with scripts and without."""

from __future__ import annotations

import pytest

from kinerja.enums import SumberKinerja
from kinerja.tests.dunia_tahun import DESEMBER, JANUARI, SESUDAH, Layar, Tahun, chromium, layar, pada

__all__ = ["chromium", "layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("skrip", [True, False])
def test_a(layar: Layar, skrip: bool) -> None:
    layar.skrip = skrip
    with pada(JANUARI):
        dunia = Tahun(SumberKinerja.DI_SINI)
        hr = layar.hr(dunia.hr)
        hr.mulai("/kelola/")
        hr.tekan("Buka siklus baru")
        hr.ambil("Hasil diumumkan", "Bersama-sama sesudah kalibrasi")
        hr.tekan("Periksa data")
        hr.tekan("Buka siklus")
        hr.tekan("Ya, buka")
        assert hr.klik == 4
        for orang in dunia.orang:
            asn = layar.asn(orang)
            asn.mulai("/")
            asn.tekan("Susun SKP 2026")
            asn.pilih("Kualitatif (tanpa aspek)")
            asn.tekan("Susun SKP 2026")
            asn.tekan("Tambah hasil kerja")
            asn.isi("Rencana hasil kerja", "Meningkatnya layanan surat")
            asn.pilih("Utama")
            asn.isi("Indikator 1", "Jumlah surat selesai", )
            asn.isi("Target indikator 1", "12 laporan")
            asn.tekan("Simpan")
            asn.tekan("Periksa jawaban")
            asn.tekan("Kirim ke atasan")
        lead = layar.pimpinan(dunia.atasan)
        lead.mulai("/")
        lead.tekan("Setujui SKP")
        lead.tekan("Tinjau SKP Bawahan 00")
        lead.tekan("Setujui")
        lead.mulai("/")
        lead.tekan("Setujui SKP")
        lead.tekan("Tinjau SKP Bawahan 01")
        lead.tekan("Setujui")
    layar.lapor()
