"""Which paths a person is shown: at most four, always in one order."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from karier.enums import JalurKarier, JenisPutusan

PALING_BANYAK: Final = 4
#: The decision that a path is judged by.
PUTUSAN: Final = {
    JalurKarier.PANGKAT: JenisPutusan.KENAIKAN_PANGKAT,
    JalurKarier.JENJANG: JenisPutusan.KENAIKAN_JENJANG,
    JalurKarier.MANAJERIAL: JenisPutusan.KESIAPAN_JABATAN,
}
_PNS: Final = (JalurKarier.PANGKAT, JalurKarier.JENJANG, JalurKarier.PINDAH, JalurKarier.MANAJERIAL)
#: No law that we could read promotes a PPPK: their paths are the contract, learning and other posts.
_PPPK: Final = (JalurKarier.KONTRAK, JalurKarier.PENGEMBANGAN, JalurKarier.JENJANG, JalurKarier.PINDAH)


def pilih_jalur(
    *,
    pppk: bool,
    berlaku: Collection[JenisPutusan],
    jenjang_berikut: bool,
    pindah: bool,
) -> tuple[JalurKarier, ...]:
    """The paths in the order in which people ask.

    `berlaku`: the decisions that apply. `jenjang_berikut`: the post has a next one in its family.
    `pindah`: this government names a post to move to.
    """
    ada = {j for j, putusan in PUTUSAN.items() if putusan in berlaku}
    if pppk:
        ada = {JalurKarier.KONTRAK, JalurKarier.PENGEMBANGAN}
        ada |= {JalurKarier.JENJANG} if jenjang_berikut else set()
    if pindah:
        ada.add(JalurKarier.PINDAH)
    return tuple(j for j in (_PPPK if pppk else _PNS) if j in ada)[:PALING_BANYAK]
