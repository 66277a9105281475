"""REST."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import SIAPA_PUN, Baris

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "api_saya_syarat": (
        (401, 200, 200, 200, 404, 404, 404, 404),
        (401, *[405] * 7),
    ),
    "api_saya_putusan": (
        (401, 200, 200, 200, 404, 404, 404, 404),
        (401, *[405] * 7),
    ),
    "api_saya_coba_hitung": (
        (401, 200, 200, 200, 404, 404, 404, 404),
        (401, *[405] * 7),
    ),
    # Rules without people: anybody may ask, in JSON.
    "api_kalkulator": (SIAPA_PUN, (405,) * 8),
    "api_kalkulator_topik": (SIAPA_PUN, (415,) * 8),
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "api_kalkulator_topik": lambda d: ["ak_tahunan"],
}
