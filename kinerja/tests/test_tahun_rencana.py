"""A year that is typed here, its beginning: HR opens the cycle, plans are written and agreed."""

from __future__ import annotations

import pytest

from asn_karier.tests.jejak import Jejak
from asn_karier.tests.layar import Layar, layar, pada
from kinerja.enums import StatusSKP, SumberKinerja
from kinerja.models import SKP
from kinerja.tests.dunia_tahun import JANUARI, Tahun, membuka_siklus

__all__ = ["layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("skrip", [True, False])
def test_hr_opens_the_year_and_a_plan_is_written_and_agreed_without_waiting(
    layar: Layar, skrip: bool
) -> None:
    layar.skrip = skrip
    with pada(JANUARI):
        dunia = Tahun(SumberKinerja.DI_SINI)
        membuka_siklus(layar.hr(dunia.hr), bersama=True)
        _menyusun(layar.asn(dunia.orang[0]))
        assert SKP.objects.get().status == StatusSKP.DIKIRIM
        _menyetujui(layar.pimpinan(dunia.atasan))
        assert SKP.objects.get().status == StatusSKP.DISEPAKATI
    layar.lapor()


def _menyusun(asn: Jejak) -> None:
    """Before the leader has a plan of their own."""
    asn.mulai("/")
    asn.tekan("Susun SKP 2026")
    asn.pilih("Kualitatif (tanpa aspek)")
    asn.tekan("Susun SKP 2026")
    asn.tekan("Tambah hasil kerja")
    asn.isi("Rencana hasil kerja", "Meningkatnya layanan surat")
    asn.pilih("Utama")
    asn.isi("Indikator 1", "Jumlah surat selesai")
    asn.isi("Target indikator 1", "12 laporan")
    asn.tekan("Simpan")
    assert "Menunggu rencana atasan" in asn.baca()
    asn.tekan("Periksa jawaban")
    asn.tekan("Kirim ke atasan")


def _menyetujui(atasan: Jejak) -> None:
    atasan.mulai("/")
    atasan.tekan("Setujui SKP 1 pegawai")
    atasan.tekan("Tinjau SKP Bawahan 00")
    atasan.tekan("Setujui")
