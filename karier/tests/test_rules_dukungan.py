"""On which path somebody is proposed."""

import pytest

from asn_karier.lib.syarat import Status
from karier.enums import JalurPangkat
from karier.rules.dukungan import jalur_usul

S, J = Status, JalurPangkat


@pytest.mark.parametrize(
    ("sasaran", "pangkat", "penyesuaian", "jalur"),
    [
        (7, S.MEMENUHI, S.TIDAK_BERLAKU, J.REGULER),
        (7, S.MEMENUHI, S.MEMENUHI, J.REGULER),
        (7, S.BELUM, S.MEMENUHI, J.PENYESUAIAN_IJAZAH),
        (9, S.MEMENUHI, S.MEMENUHI, J.PENYESUAIAN_IJAZAH),
        (9, S.BELUM, S.MEMENUHI, J.PENYESUAIAN_IJAZAH),
        # What no decision supports any more keeps the path of kenaikan pangkat.
        (7, S.BELUM, S.BELUM, J.REGULER),
        (9, S.MEMENUHI, S.BELUM, J.REGULER),
    ],
)
def test_the_path_is_that_of_the_decision_which_leads_to_the_golongan(
    sasaran: int, pangkat: Status, penyesuaian: Status, jalur: JalurPangkat
) -> None:
    assert (
        jalur_usul(sasaran, jalur=J.REGULER, pangkat=pangkat, golongan_berikut=7, penyesuaian=penyesuaian)
        is jalur
    )
