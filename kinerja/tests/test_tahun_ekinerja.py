"""A year whose performance is kept in e-Kinerja BKN: nothing is typed here twice, results are imported."""

from __future__ import annotations

import pytest

from asn_karier.tests.jejak import Jejak
from asn_karier.tests.layar import Layar, layar, pada
from kinerja.enums import StatusSiklus, SumberKinerja
from kinerja.models import SiklusPenilaian
from kinerja.tests.dunia_tahun import (
    JANUARI,
    SESUDAH,
    Tahun,
    membaca_hasil,
    memberi_umpan_balik,
    membuka_siklus,
    mengajukan_keberatan,
    menutup_siklus,
)
from kinerja.tests.test_impor_ekinerja import BAWAH, SESUAI, masukkan, rekap

__all__ = ["layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("skrip", [True, False])
def test_results_come_from_e_kinerja_and_are_talked_about_here(layar: Layar, skrip: bool) -> None:
    layar.skrip = skrip
    with pada(JANUARI):
        dunia = Tahun(SumberKinerja.EKINERJA)
        siklus = membuka_siklus(layar.hr(dunia.hr))
        asn, atasan = layar.asn(dunia.orang[0]), layar.pimpinan(dunia.atasan)
        _tidak_diketik_di_sini(asn, atasan, siklus)
        memberi_umpan_balik(atasan, "Bawahan 00")
    with pada(SESUDAH):
        baik, kurang = dunia.orang
        baris = ((baik.nip, SESUAI, SESUAI, "BAIK"), (kurang.nip, BAWAH, BAWAH, "SANGAT KURANG"))
        masukkan(dunia.instansi, rekap(*baris, periode="Periode Tahunan Tahun 2026"))
        membaca_hasil(layar.asn(baik))
        mengajukan_keberatan(layar.asn(kurang))
        _menindaklanjuti(layar.pimpinan(dunia.atasan))
        menutup_siklus(layar.hr(dunia.hr), siklus)
        siklus.refresh_from_db()
        assert siklus.status == StatusSiklus.DITUTUP
    layar.lapor()


def _tidak_diketik_di_sini(asn: Jejak, atasan: Jejak, siklus: SiklusPenilaian) -> None:
    """The pages say where it is done, and have nothing to fill in."""
    asn.buka("/")
    assert "Susun SKP" not in asn.baca()
    asn.buka("/kinerja/skp/2026/")
    assert "e-Kinerja BKN" in asn.baca()
    assert asn.halaman.locator("main form").count() == 0
    atasan.buka(f"/kinerja/penilaian/{siklus.pk}/")
    assert "e-Kinerja" in atasan.baca()
    assert atasan.halaman.locator("input[type=radio]").count() == 0


def _menindaklanjuti(atasan: Jejak) -> None:
    """Nothing starts before the leader says so."""
    atasan.mulai("/")
    atasan.tekan("Tanggapi usul tindak lanjut")
    atasan.tekan("Bawahan 01")
    atasan.tekan("Mulai")
    atasan.isi("Mulai tanggal", "2027-02-01")
    atasan.tekan("Simpan")
    assert "1 Februari 2027" in atasan.baca()
