"""A citizen rates a service: by QR in two clicks, without it in three; words wait until they are passed."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja.enums import JawabanUlasan, SumberKinerja
from kinerja.models import Ulasan
from kinerja.tests.dunia_tahun import DESEMBER, Layar, Tahun, chromium, layar, pada
from kinerja.tests.pabrik_warga import JanjiPabrik, LayananPabrik, PerubahanPabrik, TopikPabrik, banyak_ulasan

__all__ = ["chromium", "layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("skrip", [True, False])
def test_d(layar: Layar, skrip: bool) -> None:
    layar.skrip = skrip
    with pada(DESEMBER):
        dunia = Tahun(SumberKinerja.DI_SINI, bawahan=0)
        loket = LayananPabrik(unit=dunia.unit, nama="Pendaftaran")
        banyak_ulasan(loket, date(2026, 11, 3), *[JawabanUlasan.BAIK] * 9)
        topik = TopikPabrik(unit=dunia.unit)
        JanjiPabrik(topik=topik)
        PerubahanPabrik(unit=dunia.unit)
        warga = layar()
        for alamat in ("/publik/batanghari/capaian/", "/publik/batanghari/yang-berubah/", "/publik/batanghari/dialog/",
                       f"/publik/batanghari/dialog/{topik.pk}/", "/publik/batanghari/data/", "/publik/batanghari/pernyataan/"):
            warga.buka(alamat)
        warga.mulai(f"/publik/u/{loket.kode}/")
        warga.pilih("Sangat baik")
        warga.isi("Apa yang perlu diperbaiki", "Antre lama di loket pagi hari")
        warga.tekan("Kirim ulasan")
        print("QR", warga.klik)
        warga.mulai("/publik/batanghari/")
        warga.tekan("Beri ulasan")
        warga.ambil("Layanan apa", "Pendaftaran")
        warga.tekan("Lanjut")
        warga.pilih("Baik")
        warga.tekan("Kirim ulasan")
        hr = layar.hr(dunia.hr)
        hr.mulai("/kelola/")
        hr.tekan("1")
        hr.tekan(Ulasan.objects.exclude(teks="").get().nomor)
        hr.pilih("Tampilkan")
        hr.tekan("Tetapkan")
        warga.buka("/publik/batanghari/capaian/")
    layar.lapor()
