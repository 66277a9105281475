"""Pages of training, grouped by noun."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import (
    HANYA_DIBACA,
    MILIK_SENDIRI,
    PENGELOLA_TERTUTUP,
    Baris,
    pintu,
)
from asn_karier.tests.rute import ALIH, MASUK

#: A press about oneself that leads back to the catalogue.
_OLEH_DIRI_SENDIRI: Final[Baris] = (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    # The catalogue: everybody of the government reads it, HR copies what all share.
    "karier:pelatihan": (MILIK_SENDIRI, HANYA_DIBACA),
    "karier:program": (MILIK_SENDIRI, HANYA_DIBACA),
    # To wait for a class, and to take it back: for oneself alone.
    "pelatihan:minat": (HANYA_DIBACA, _OLEH_DIRI_SENDIRI),
    "pelatihan:minat_batal": (HANYA_DIBACA, _OLEH_DIRI_SENDIRI),
    "admin:pelatihan_pelatihan_salin": (pintu(*PENGELOLA_TERTUTUP),) * 2,
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    **dict.fromkeys(
        ("karier:program", "pelatihan:minat", "pelatihan:minat_batal"),
        lambda d: [d.objek["pelatihan.pelatihan"].pk],
    ),
    "admin:pelatihan_pelatihan_salin": lambda d: [d.objek["pelatihan_bersama"].pk],
}
