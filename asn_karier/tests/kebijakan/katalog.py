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

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    # The catalogue: everybody of the government reads it, HR copies what all share.
    "karier:pelatihan": (MILIK_SENDIRI, HANYA_DIBACA),
    "karier:program": (MILIK_SENDIRI, HANYA_DIBACA),
    "admin:pelatihan_pelatihan_salin": (pintu(*PENGELOLA_TERTUTUP),) * 2,
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "karier:program": lambda d: [d.objek["pelatihan.pelatihan"].pk],
    "admin:pelatihan_pelatihan_salin": lambda d: [d.objek["pelatihan_bersama"].pk],
}
