"""Act two of a year that is typed here: realisation, also by an operator, and feedback."""

from __future__ import annotations

import pytest

from kinerja.enums import SumberKinerja
from kinerja.tests.dunia_tahun import SESUDAH, Layar, Tahun, chromium, layar, pada
from kinerja.tests.pabrik_realisasi import siklus_pabrik, skp_pabrik
from pegawai.tests.pabrik_akun import operator_dari

__all__ = ["chromium", "layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("skrip", [True, False])
def test_b(layar: Layar, skrip: bool) -> None:
    layar.skrip = skrip
    with pada(SESUDAH):
        dunia = Tahun(SumberKinerja.DI_SINI)
        siklus_pabrik(dunia.instansi, ke=4)
        for orang in dunia.orang:
            skp_pabrik(orang)
        asn = layar.asn(dunia.orang[0])
        asn.mulai("/")
        asn.tekan("Isi realisasi")
        asn.isi("Realisasi", "12")
        asn.tekan("Tambah bukti")
        asn.isi("Tautan", "https://contoh.go.id/laporan")
        asn.tekan("Periksa jawaban")
        asn.tekan("Kirim ke atasan")
        assert asn.klik == 3 + 1
        lead = layar.pimpinan(dunia.atasan)
        lead.mulai("/")
        lead.tekan("Tim saya")
        lead.tekan("Beri umpan balik")
        lead.pilih("Yang sudah baik")
        lead.pilih("Hasil kerja")
        lead.isi("Apa yang terjadi?", "Laporan selesai lebih awal.")
        lead.isi("Dampaknya?", "Rapat dapat dimajukan.")
        lead.isi("Berikutnya?", "Pertahankan jadwalnya.")
        lead.tekan("Kirim")
        assert lead.klik == 3
        lead.buka("/kinerja/realisasi/tim/")
        asn.buka("/")
        asn.tekan("Baca 1 umpan balik")
        operator = layar.hr(operator_dari(dunia.unit, nama="Operator Satu"))
        operator.mulai("/kelola/pegawai/usulanperubahan/")
        operator.tekan("Isikan untuk pegawai lain")
        operator.isi("NIP atau nama pegawai", "Bawahan 01")
        operator.tekan("Cari")
        operator.tekan("Isikan realisasi")
        operator.isi("Realisasi", "12")
        operator.tekan("Minta konfirmasi")
    layar.lapor()
