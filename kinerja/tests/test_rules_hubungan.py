"""Who is what to whom when feedback is written."""

import pytest

from kinerja.enums import HubunganPemberi
from kinerja.rules.hubungan import Posisi, hubungan

ATASAN, REKAN, BAWAHAN = HubunganPemberi.ATASAN, HubunganPemberi.REKAN, HubunganPemberi.BAWAHAN
SAYA = Posisi(1, instansi=1, unit=10, atasan=2)


@pytest.mark.parametrize(
    ("penerima", "harapan"),
    [
        (Posisi(1, 1, 10, 2), None),  # oneself
        (Posisi(2, 1, 20, 9), BAWAHAN),  # to one's atasan
        (Posisi(3, 1, 99, 1), ATASAN),  # to a direct report of another unit
        (Posisi(3, 1, 10, 1), ATASAN),  # of the own unit: still a leader
        (Posisi(4, 1, 10, 7), REKAN),  # the same unit
        (Posisi(5, 1, 30, 2), REKAN),  # the same atasan
        (Posisi(6, 1, 30, 7), None),  # neither
        (Posisi(7, 2, 10, 2), None),  # another instansi
    ],
)
def test_the_giver_is_leader_colleague_or_subordinate(penerima, harapan):
    assert hubungan(SAYA, penerima) is harapan


@pytest.mark.parametrize("lain", [Posisi(8, 1, None, None), Posisi(8, 1, 10, None), Posisi(8, 1, None, 2)])
def test_what_is_not_recorded_makes_nobody_a_colleague(lain):
    kosong = Posisi(9, 1, None, None)
    assert hubungan(kosong, lain) is None
