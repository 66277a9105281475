"""Who acts in the classes of the demo."""

from __future__ import annotations

import pytest

from karier.services.contoh_belajar import _circle
from pegawai.tests.pabrik import PegawaiPabrik

pytestmark = pytest.mark.django_db


def test_whoever_heads_the_regency_takes_no_class_because_nobody_could_say_what_they_see() -> None:
    kepala = PegawaiPabrik(atasan=None)
    pimpinan = PegawaiPabrik(atasan=kepala)
    bawahan = PegawaiPabrik(atasan=pimpinan)
    assert _circle([kepala, bawahan], pimpinan) == [bawahan]
