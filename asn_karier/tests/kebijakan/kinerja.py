"""Pages of performance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import (
    HANYA_DIBACA,
    MILIK_SENDIRI,
    PENGELOLA_SELINGKUP,
    SELINGKUP,
    Baris,
    pintu,
)
from asn_karier.tests.rute import ALIH, MASUK

#: The desk of a cycle of the own instansi: empty for whoever rates nobody.
CYCLE_OF_MINE: Final[Baris] = MILIK_SENDIRI
CYCLE_OF_MINE_SENT: Final[Baris] = (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "kinerja:saya": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:daftar": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:penilaian_tim": (CYCLE_OF_MINE, CYCLE_OF_MINE_SENT),
    "kinerja:penilaian_periksa": (CYCLE_OF_MINE, CYCLE_OF_MINE_SENT),
    "kinerja:penilaian": ((MASUK, 404, 200, 404, 403, 403, 403, 403),) * 2,
    "kinerja:tetapkan": (HANYA_DIBACA, (MASUK, 404, ALIH, 404, 403, 403, 403, 403)),
    # Without a choice the page lists nothing for whoever leads nobody, and a POST leads back to it.
    "kinerja:konversi": (MILIK_SENDIRI, (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)),
    # Cycles
    "admin:kinerja_siklus_periksa": (pintu(*SELINGKUP),) * 2,
    "admin:kinerja_siklus_buka": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_siklus_perpanjang": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_siklus_tutup": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH)),
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "kinerja:penilaian_tim": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "kinerja:penilaian_periksa": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "kinerja:penilaian": lambda d: [d.objek["kinerja.sikluspenilaian"].pk, d.diri.pk],
    "kinerja:tetapkan": lambda d: [d.objek["kinerja.sikluspenilaian"].pk, d.diri.pk],
    "admin:kinerja_siklus_periksa": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_buka": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_perpanjang": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_tutup": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
}
