"""Who acts in the demo, and what they bring along."""

from __future__ import annotations

import pytest

from karier.contoh import bangun_daerah
from karier.services.contoh_belajar import _circle
from karier.services.contoh_di_sini import forget_ratings
from pegawai.tests.pabrik import PegawaiPabrik

pytestmark = pytest.mark.django_db


def test_whoever_heads_the_regency_takes_no_class_because_nobody_could_say_what_they_see() -> None:
    kepala = PegawaiPabrik(atasan=None)
    pimpinan = PegawaiPabrik(atasan=kepala)
    bawahan = PegawaiPabrik(atasan=pimpinan)
    assert _circle([kepala, bawahan], pimpinan) == [bawahan]


def test_the_year_that_is_rated_here_comes_with_nobody_who_moved_in() -> None:
    daerah = bangun_daerah("medan", 60, 1)
    pindahan = [o for o in daerah.orang if o.pindahan]
    tahun = max(t for o in pindahan for t, *_ in o.predikat)
    forget_ratings(daerah, since=tahun)
    assert {t for o in daerah.orang for t, *_ in o.predikat} == {tahun - 1, tahun - 2}
