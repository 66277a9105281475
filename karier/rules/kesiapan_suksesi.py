"""How soon somebody could take over a post, by what is recorded. Advice to the committee, never a rank.

Two things are asked: the levels that the post asks for, and the requirements of its level where a rule
judges them. What is not recorded is told, not guessed. The steps are ours (KEPUTUSAN).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from asn_karier.lib.syarat import Status
from karier.enums import KesiapanSuksesi

#: What can be learned in one or two years: no competency more than one level short, three in all.
CELAH_SATU: Final = 1
CELAH_JUMLAH: Final = 3


class CalonSuksesi(NamedTuple):
    """`celah`: levels short by competency, None where the level was never measured.

    `syarat`: the judged requirements of the level of the post; None: no rule judges them for this person.
    `setara`: the person is on that level already.
    """

    celah: Mapping[str, int | None]
    syarat: Status | None
    setara: bool


def readiness(c: CalonSuksesi) -> KesiapanSuksesi:
    """Unknown as long as one level, or the requirements of the level, are not known."""
    terukur = [n for n in c.celah.values() if n is not None]
    terbuka = c.setara or c.syarat is Status.MEMENUHI
    tahu = terbuka or c.syarat is Status.BELUM
    if not c.celah or len(terukur) < len(c.celah) or not tahu:
        return KesiapanSuksesi.BELUM_DINILAI
    kurang = [n for n in terukur if n > 0]
    if not kurang and terbuka:
        return KesiapanSuksesi.SEKARANG
    dekat = max(kurang, default=0) <= CELAH_SATU and sum(kurang) <= CELAH_JUMLAH
    return KesiapanSuksesi.SATU_DUA if dekat and terbuka else KesiapanSuksesi.TIGA_LIMA
