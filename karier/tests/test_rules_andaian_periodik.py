"""Quarters and months of a year tried for: they count until the year is converted, never beside it."""

from datetime import date

import pytest

from karier.enums import JenisPutusan
from karier.rules.andaian import Andaian, maju
from karier.rules.fakta import Fakta
from karier.rules.peristiwa import Asumsi, JenisPeristiwa
from karier.rules.proyeksi import proyeksikan
from karier.tests.orang import JF, A
from kinerja.enums import Predikat
from kinerja.rules.konversi_periodik import Sementara

PER = date(2026, 11, 28)
BAIK = Predikat.BAIK
ORANG = JF | {"predikat_1": None, "predikat_2": BAIK, "predikat_3": BAIK, "ak_sah": 1000, "ak_draf": 250}


@pytest.mark.parametrize(
    ("ke", "ganti", "harap"),
    [
        (date(2027, 2, 1), {}, 1000 + 250),  # the year is not converted yet: what its quarters gave counts
        (date(2027, 3, 1), {}, 1000 - 600 + 1250),
        (date(2028, 3, 1), {}, 1000 - 600 + 2500),
        (date(2028, 3, 1), {"predikat_1": BAIK}, 1000 + 250 + 1250),  # 2026 is in the balance as a year
        (date(2028, 3, 1), {"jenjang": None}, 1000 + 250),
    ],
)
def test_a_year_that_is_converted_takes_the_place_of_its_quarters(ke, ganti, harap):
    """600 signed and 250 drafts of 2026 stand in the balance already."""
    f = Fakta.satu(**(ORANG | ganti))
    kelak = maju(f, A, Andaian(), per=PER, ke=ke, periodik={2026: Sementara(600, 250)})
    assert kelak.baca("ak_sah") == harap


def naik(periodik):
    """The next kenaikan pangkat of an Ahli Pertama whose 12,50 of drafts are what `periodik` says."""
    f = Fakta.satu(
        **ORANG | {"tmt_golongan": date(2025, 4, 1), "ak_draf": 1250, "disiplin_sejak": date(2010, 1, 1)}
    )
    p = proyeksikan(f, lambda _: A, Andaian(), per=PER, periodik=periodik)
    return p.pertama(JenisPeristiwa(JenisPutusan.KENAIKAN_PANGKAT.value))


def test_the_next_pangkat_does_not_come_early_by_quarters_beside_their_year():
    dua_kali, sekali = naik({}), naik({2026: Sementara(0, 1250)})
    assert (dua_kali.tanggal, sekali.tanggal) == (date(2029, 3, 1), date(2030, 3, 1))
    assert Asumsi("draf") in dua_kali.asumsi
    assert Asumsi("draf") not in sekali.asumsi
