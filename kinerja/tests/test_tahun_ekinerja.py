"""A year whose performance is kept in e-Kinerja BKN: nothing is typed here twice, results are imported."""

from __future__ import annotations

import pytest

from asn_karier.lib.models import Peristiwa
from kinerja.enums import StatusSiklus, SumberKinerja
from kinerja.models import SiklusPenilaian
from kinerja.services.siklus import PERISTIWA_DITUTUP
from kinerja.tests.dunia_tahun import JANUARI, SESUDAH, Layar, Tahun, chromium, layar, pada
from kinerja.tests.test_impor_ekinerja import ATAS, BAWAH, SESUAI, masukkan, rekap

__all__ = ["chromium", "layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("skrip", [True, False])
def test_e(layar: Layar, skrip: bool) -> None:
    layar.skrip = skrip
    with pada(JANUARI):
        dunia = Tahun(SumberKinerja.EKINERJA)
        hr = layar.hr(dunia.hr)
        hr.mulai("/kelola/")
        hr.tekan("Buka siklus baru")
        hr.tekan("Periksa data")
        hr.tekan("Buka siklus")
        hr.tekan("Ya, buka")
        assert hr.klik == 4
        siklus = SiklusPenilaian.objects.get()
        asn, lead = layar.asn(dunia.orang[0]), layar.pimpinan(dunia.atasan)
        asn.buka("/kinerja/")
        assert "Susun SKP" not in asn.baca()
        asn.buka("/kinerja/skp/2026/")
        assert "e-Kinerja BKN" in asn.baca()
        lead.buka(f"/kinerja/penilaian/{siklus.pk}/")
        assert "e-Kinerja" in lead.baca()
        assert lead.halaman.locator("input[type=radio]").count() == 0
    with pada(SESUDAH):
        masukkan(dunia.instansi, rekap((dunia.orang[0].nip, SESUAI, SESUAI, "BAIK"), (dunia.orang[1].nip, BAWAH, BAWAH, "SANGAT KURANG"), periode="Periode Tahunan Tahun 2026"))
        asn = layar.asn(dunia.orang[0])
        asn.mulai("/")
        asn.tekan("Baca hasil")
        asn.tekan("Saya sudah membaca")
        asn.isi("Tanggapan Anda", "Terima kasih.")
        asn.tekan("Beri tanggapan")
        lain = layar.asn(dunia.orang[1])
        lain.mulai("/")
        lain.tekan("Baca hasil")
        lain.tekan("Ajukan keberatan")
        lain.isi("Alasan keberatan", "Laporan triwulan tiga belum dihitung.")
        lain.tekan("Kirim keberatan")
        assert lain.klik == 3
        lead = layar.pimpinan(dunia.atasan)
        lead.mulai("/")
        lead.tekan("Tanggapi usul tindak lanjut")
        lead.tekan("Bawahan 01")
        lead.tekan("Mulai")
        lead.isi("Mulai tanggal", "2027-02-01" if skrip else "2027-02-01")
        lead.tekan("Mulai")
        hr = layar.hr(dunia.hr)
        hr.mulai(f"/kelola/kinerja/sikluspenilaian/{siklus.pk}/change/")
        hr.tekan("Tutup siklus")
        hr.pilih("Tutup dengan catatan")
        hr.isi("Alasan atau catatan", "Sisanya diimpor kemudian.")
        hr.tekan("Lanjut")
        hr.tekan("Ya, tutup dan jalankan perhitungan")
        assert hr.klik == 3
        siklus.refresh_from_db()
        assert siklus.status == StatusSiklus.DITUTUP
    layar.lapor()
