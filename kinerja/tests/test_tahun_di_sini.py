"""A year that is typed here, walked by everybody, with scripts and without."""

from __future__ import annotations

import pytest

from kinerja.enums import SumberKinerja
from kinerja.tests.dunia_tahun import DESEMBER, JANUARI, Layar, Tahun, chromium, layar, pada

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
        hr.tekan("Periksa data")
        hr.tekan("Buka siklus")
        hr.tekan("Ya, buka")
        assert hr.klik == 4
        asn = layar.asn(dunia.orang[0])
        asn.mulai("/")
        asn.buka("/kinerja/")
        asn.tekan("Susun")
    layar.lapor()
