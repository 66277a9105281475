"""How much the data under a box carry: told beside every box, because a box looks surer than it is.

No text sets these ages (KEPUTUSAN): scores serve a year, and an assessment half of its validity, as fresh.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from asn_karier.lib.dates import add_months
from karier.enums import Keyakinan

SKOR_BARU: Final = 12
SKOR_LAMA: Final = 24
ASESMEN_BARU: Final = 18


class Dasar(NamedTuple):
    """`asesmen`: day of the last assessment; `skor`: day of the scores; None: there is none."""

    asesmen: date | None
    skor: date | None


def confidence(d: Dasar, per: date) -> Keyakinan:
    """Of complete components; without one of both days nobody knows how old they are."""
    if d.asesmen is None or d.skor is None or d.skor < add_months(per, -SKOR_LAMA):
        return Keyakinan.TERBATAS
    baru = d.skor >= add_months(per, -SKOR_BARU) and d.asesmen >= add_months(per, -ASESMEN_BARU)
    return Keyakinan.KUAT if baru else Keyakinan.CUKUP
