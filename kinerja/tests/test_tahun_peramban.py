"""Pages of a rater that no walk of the year passes: looked at by the same rules."""

from __future__ import annotations

import pytest

from asn_karier.tests.layar import Layar, layar, pada
from kinerja.enums import JenisSiklus, SumberKinerja
from kinerja.tests.dunia_tahun import SESUDAH, Tahun
from kinerja.tests.pabrik_realisasi import siklus_pabrik

__all__ = ["layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


def test_the_other_pages_of_a_rater_fit_a_small_phone_and_have_no_fault(layar: Layar) -> None:
    with pada(SESUDAH):
        dunia = Tahun(SumberKinerja.DI_SINI)
        siklus = siklus_pabrik(dunia.instansi, 0, JenisSiklus.TAHUNAN)
        atasan = layar.pimpinan(dunia.atasan)
        satu = dunia.orang[0].pk
        for alamat in ("/kinerja/", "/kinerja/penilaian/", f"/kinerja/penilaian/{siklus.pk}/{satu}/",
                       "/kinerja/delegasi/", "/kinerja/kalibrasi/", f"/kinerja/umpan-balik/tim/{satu}/",
                       "/kinerja/arahan/beri/", "/kinerja/pengakuan/", "/kinerja/skp/2026/tim/matriks/",
                       "/kinerja/pemberitahuan/"):  # fmt: skip
            atasan.buka(alamat)
    layar.lapor()
