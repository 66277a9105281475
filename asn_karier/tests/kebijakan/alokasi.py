"""Who goes to what: HR of the whole instansi, nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import PENGELOLA_SELINGKUP, PENGELOLA_TERTUTUP, Baris, pintu
from asn_karier.tests.rute import ALIH

_NAMA: Final = "admin:pelatihan_skenarioalokasi"

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    f"{_NAMA}_baru": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    f"{_NAMA}_banding": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    # A press without a proposal finds none.
    f"{_NAMA}_ubah": (pintu(405, 404, 404, 405), pintu(*[404] * 4)),
    f"{_NAMA}_pakai": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH)),
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {}
