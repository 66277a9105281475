"""Who mentors whom: for oneself in the portal, for HR of the whole instansi at the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import (
    HANYA_DIBACA,
    MILIK_SENDIRI,
    PENGELOLA_SELINGKUP,
    PENGELOLA_TERTUTUP,
    Baris,
    pintu,
)
from asn_karier.tests.kebijakan.kinerja import OLEH_DIRI, UNTUK_DIRI
from asn_karier.tests.rute import ALIH, MASUK

#: A press about oneself that leads back to the page *Mentor*.
_OLEH_SIAPA_PUN: Final[Baris] = (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)
_TEKAN: Final = (pintu(405, 405, 404, 405), pintu(ALIH, ALIH, 404, ALIH))

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "mentoring:mentor": (MILIK_SENDIRI, HANYA_DIBACA),
    # Whoever waits for nobody has nothing to choose.
    "mentoring:pilih": (_OLEH_SIAPA_PUN,) * 2,
    "mentoring:cari": (MILIK_SENDIRI,) * 2,
    "mentoring:batal": (HANYA_DIBACA, _OLEH_SIAPA_PUN),
    "mentoring:bersedia": (MILIK_SENDIRI,) * 2,
    "mentoring:istirahat": (HANYA_DIBACA, _OLEH_SIAPA_PUN),
    # The mentee takes a choice back, the mentor answers: nobody else, whatever their role.
    "mentoring:tarik": (HANYA_DIBACA, OLEH_DIRI),
    "mentoring:jawab": (UNTUK_DIRI, HANYA_DIBACA),
    "mentoring:terima": (HANYA_DIBACA, OLEH_DIRI),
    "mentoring:belum": (UNTUK_DIRI,) * 2,
    "admin:mentoring_saran": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    "admin:mentoring_saran_susun": _TEKAN,
    "admin:mentoring_saran_undang": _TEKAN,
    "admin:mentoring_profilmentor_undang": (pintu(*PENGELOLA_TERTUTUP), pintu(ALIH, ALIH, 404, ALIH)),
    "admin:mentoring_programmentoring_masukkan": (pintu(*PENGELOLA_SELINGKUP),) * 2,
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "mentoring:tarik": lambda d: [d.objek["mentoring.pasangan"].pk],
    **dict.fromkeys(
        (f"mentoring:{n}" for n in ("jawab", "terima", "belum")),
        lambda d: [d.objek["mentoring.tanya"].pk],
    ),
    "admin:mentoring_programmentoring_masukkan": lambda d: [d.objek["mentoring.programmentoring"].pk],
}
