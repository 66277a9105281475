"""To which golongan somebody may be proposed, and on which path.

Kenaikan pangkat and penyesuaian ijazah are judged apart, and both may be open on one TMT. They are one
proposal to BKN all the same, to one golongan: the higher one.
"""

from __future__ import annotations

from asn_karier.lib.syarat import Status
from karier.enums import JalurPangkat


def jalur_usul(
    sasaran: int, *, jalur: int, pangkat: int, golongan_berikut: int, penyesuaian: int
) -> JalurPangkat:
    """The path of a proposal to the golongan `sasaran` (urut 1-17).

    `pangkat` and `penyesuaian` are the statuses of both decisions, `jalur` and `golongan_berikut` belong
    to the first. Where both lead there, nobody needs the examination of the ijazah.
    """
    if golongan_berikut == sasaran and pangkat == Status.MEMENUHI:
        return JalurPangkat(jalur)
    return JalurPangkat.PENYESUAIAN_IJAZAH if penyesuaian == Status.MEMENUHI else JalurPangkat(jalur)
