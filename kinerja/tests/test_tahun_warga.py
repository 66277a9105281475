"""Citizens: by QR in two clicks, without it in three; words wait, counts are told from ten on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

import pytest

from asn_karier.tests.chromium import PONSEL
from asn_karier.tests.jejak import Jejak
from asn_karier.tests.layar import Layar, layar, pada
from kinerja.enums import JawabanUlasan, StatusKiriman, SumberKinerja
from kinerja.models import LayananPublik, Ulasan
from kinerja.tests.dunia_tahun import SESUDAH, Tahun
from kinerja.tests.pabrik_warga import (
    JanjiPabrik,
    LayananPabrik,
    PerubahanPabrik,
    TopikPabrik,
    banyak_ulasan,
)

__all__ = ["layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
DESEMBER: Final = datetime(2026, 12, 14, 3, 0, tzinfo=UTC)
KALIMAT: Final = "Antre lama di loket pagi hari"
PUBLIK: Final = "/publik/batanghari"


@pytest.mark.parametrize("skrip", [True, False])
def test_a_citizen_rates_and_reads_later_what_was_passed_and_counted(layar: Layar, skrip: bool) -> None:
    layar.skrip = skrip
    with pada(DESEMBER):
        dunia = Tahun(SumberKinerja.DI_SINI, bawahan=0)
        loket = LayananPabrik(unit=dunia.unit, nama="Pendaftaran")
        banyak_ulasan(loket, date(2026, 12, 3), *[JawabanUlasan.BAIK] * 8)
        warga = layar()
        _lewat_qr(warga, loket)
        _tanpa_qr(warga)
        warga.buka(f"{PUBLIK}/capaian/{dunia.unit.pk}/")
        assert KALIMAT not in warga.baca()
    with pada(SESUDAH):
        _meloloskan(layar.hr(dunia.hr))
        warga = layar(ukuran=PONSEL)
        warga.buka(f"{PUBLIK}/capaian/{dunia.unit.pk}/")
        assert KALIMAT in warga.baca()
        warga.potret("batanghari-transparansi")
        warga.buka(f"{PUBLIK}/capaian/")
        assert "10" in warga.baca()
    layar.lapor()


def test_every_public_page_is_light_and_has_no_fault(layar: Layar) -> None:
    with pada(SESUDAH):
        dunia = Tahun(SumberKinerja.DI_SINI, bawahan=0)
        topik = TopikPabrik(unit=dunia.unit)
        JanjiPabrik(topik=topik)
        PerubahanPabrik(unit=dunia.unit)
        warga = layar()
        for halaman in ("", "capaian/", "yang-berubah/", "dialog/", f"dialog/{topik.pk}/",
                        f"dialog/{topik.pk}/masukan/", "data/", "pernyataan/"):  # fmt: skip
            warga.buka(f"{PUBLIK}/{halaman}")
    layar.lapor()


def _lewat_qr(warga: Jejak, loket: LayananPublik) -> None:
    """One answer, one press."""
    warga.mulai(f"/publik/u/{loket.kode}/")
    warga.pilih("Sangat baik")
    warga.isi("Apa yang perlu diperbaiki", KALIMAT)
    warga.tekan("Kirim ulasan")
    assert warga.klik + 1 == 2
    assert "menunggu diperiksa" in warga.baca()


def _tanpa_qr(warga: Jejak) -> None:
    """From the public home: the service from a list, one answer, two presses."""
    warga.mulai(f"{PUBLIK}/")
    warga.ambil("Layanan apa", "Pendaftaran")
    warga.tekan("Lanjut")
    warga.pilih("Tidak baik")
    warga.tekan("Kirim ulasan")
    assert warga.klik + 1 == 3


def _meloloskan(hr: Jejak) -> None:
    """Some days later, so that nobody knows who stood at the counter."""
    hr.mulai("/kelola/")
    hr.tekan("Ulasan warga menunggu diperiksa")
    hr.tekan(Ulasan.objects.get(teks=KALIMAT).nomor)
    hr.pilih("Tampilkan")
    hr.tekan("Tetapkan")
    assert Ulasan.objects.get(teks=KALIMAT).status == StatusKiriman.TAMPIL
