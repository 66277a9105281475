"""Numbers of transactions are 64 bits wide; the activity of the server shows the lower 32."""

import pytest

from asn_karier.lib.db.batas import _utuh

PUTARAN = 1 << 32


@pytest.mark.parametrize(
    ("xid", "atas", "utuh"),
    [
        pytest.param(5, 10, 5, id="first round"),
        pytest.param(7, PUTARAN + 9, PUTARAN + 7, id="second round"),
        pytest.param(PUTARAN - 1, PUTARAN + 3, PUTARAN - 1, id="opened before the round ended"),
        pytest.param(2, PUTARAN - 4, PUTARAN + 2, id="opened after the upper end was taken"),
    ],
)
def test_the_shown_half_is_read_in_the_round_that_is_nearest(xid: int, atas: int, utuh: int) -> None:
    assert _utuh(xid, atas) == utuh
