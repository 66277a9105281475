"""Needs, plans and money of development: HR of the whole instansi; its auditor reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import PENGELOLA_SELINGKUP, SELINGKUP, SEMUA, Baris, Empat, pintu
from asn_karier.tests.rute import ALIH

#: A press that leads back to the plan.
_LANGKAH: Final[Empat] = (ALIH, 404, 404, ALIH)
#: A proposal needs a run, which neither the other instansi nor the first of the administrator has.
_USUL: Final[Empat] = (200, ALIH, 403, ALIH)

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "admin:karier_kebutuhan": (pintu(*SEMUA),) * 2,
    "admin:karier_kebutuhan_usul": (pintu(*_USUL),) * 2,
    "admin:karier_kebutuhan_sasaran": (pintu(*_USUL),) * 2,
    **{
        f"admin:pelatihan_{nama}_tetapkan": (pintu(*PENGELOLA_SELINGKUP), pintu(*_LANGKAH))
        for nama in ("rencanatahunan", "hcdp")
    },
    **{f"admin:pelatihan_{nama}_versi": (pintu(*_LANGKAH),) * 2 for nama in ("rencanatahunan", "hcdp")},
    **{f"admin:pelatihan_{nama}_unduh": (pintu(*SELINGKUP),) * 2 for nama in ("rencanatahunan", "hcdp")},
    "admin:pelatihan_rencanatahunan_tambah": (pintu(*_LANGKAH),) * 2,
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "admin:pelatihan_rencanatahunan_unduh": lambda d: [d.objek["pelatihan.rencanatahunan"].pk, "xlsx"],
    "admin:pelatihan_hcdp_unduh": lambda d: [d.objek["pelatihan.hcdp"].pk, "pdf"],
}
