"""How one learns, and how much of the learning each way is meant to carry (70:20:10)."""

from typing import Final

from pegawai.enums import BentukPengembangan as B
from pelatihan.enums import Ragam

#: In percent. Information only: nothing follows from it.
PORSI: Final = {Ragam.PENUGASAN: 70, Ragam.SOSIAL: 20, Ragam.PELATIHAN: 10}
#: KEPUTUSAN: no text says which form belongs where; work itself, other people, and everything taught.
_RAGAM: Final = {
    **dict.fromkeys(
        (B.MAGANG, B.DETASERING, B.PATOK_BANDING, B.PERTUKARAN_PNS_SWASTA, B.BIMBINGAN_DI_TEMPAT_KERJA),
        Ragam.PENUGASAN,
    ),
    **dict.fromkeys((B.COACHING, B.MENTORING, B.KOMUNITAS_BELAJAR), Ragam.SOSIAL),
}


def ragam(bentuk: B) -> Ragam:
    """How one learns in this form."""
    return _RAGAM.get(bentuk, Ragam.PELATIHAN)
