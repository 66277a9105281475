"""Training: what people need, and who says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import HANYA_DIBACA, MILIK_SENDIRI, PENGELOLA, Baris, pintu
from asn_karier.tests.kebijakan.kinerja import UNTUK_ATASAN
from asn_karier.tests.rute import ALIH, MASUK

#: A press about an own row: somebody else's is told to be gone, and nobody without a person presses.
_TARIK: Final[Baris] = (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    # Needs: the own page; the atasan of today about those they rate.
    "pelatihan:kebutuhan": (MILIK_SENDIRI, MILIK_SENDIRI),
    "pelatihan:kebutuhan_tarik": (HANYA_DIBACA, _TARIK),
    "pelatihan:kebutuhan_tim": (MILIK_SENDIRI, HANYA_DIBACA),
    "pelatihan:kebutuhan_pegawai": (UNTUK_ATASAN,) * 2,
    "admin:pelatihan_penilaianmandiri_rekap": (pintu(*PENGELOLA),) * 2,
}

KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    nama: lambda d: [d.objek["pelatihan.penilaianmandiri"].pk]
    for nama in ("pelatihan:kebutuhan_tarik", "pelatihan:kebutuhan_pegawai")
}
