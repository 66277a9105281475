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

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "kinerja:saya": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:daftar": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:penilaian": ((MASUK, 404, 200, 404, 403, 403, 403, 403),) * 2,
    "kinerja:tetapkan": (HANYA_DIBACA, (MASUK, 404, ALIH, 404, 403, 403, 403, 403)),
    # Without a choice the page lists nothing for whoever leads nobody, and a POST leads back to it.
    "kinerja:konversi": (MILIK_SENDIRI, (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)),
    # 360 feedback: answering is for who is asked, results for the person and their atasan.
    "kinerja:umpan_360": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:isi_360": ((MASUK, 404, 200, 404, 403, 403, 403, 403),) * 2,
    "kinerja:calon_360": (MILIK_SENDIRI, (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)),
    "kinerja:usul_360": ((MASUK, 200, 404, 404, 403, 403, 403, 403),) * 2,
    "kinerja:hasil_360_daftar": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:hasil_360": ((MASUK, 200, 200, 404, 403, 403, 403, 403), HANYA_DIBACA),
    "admin:kinerja_putaran360_buka": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_putaran360_tutup": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    # Cycles
    "admin:kinerja_siklus_periksa": (pintu(*SELINGKUP),) * 2,
    "admin:kinerja_siklus_buka": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_siklus_perpanjang": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_siklus_tutup": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH)),
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "kinerja:penilaian": lambda d: [2026, d.diri.pk],
    "kinerja:tetapkan": lambda d: [2026, d.diri.pk],
    "kinerja:isi_360": lambda d: [d.objek["kinerja.undangan360"].pk],
    "kinerja:usul_360": lambda d: [d.objek["kinerja.putaran360"].pk],
    "kinerja:hasil_360": lambda d: [d.objek["kinerja.putaran360.tertutup"].pk, d.diri.pk],
    "admin:kinerja_putaran360_buka": lambda d: [d.objek["kinerja.putaran360"].pk],
    "admin:kinerja_putaran360_tutup": lambda d: [d.objek["kinerja.putaran360"].pk],
    "admin:kinerja_siklus_periksa": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_buka": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_perpanjang": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_tutup": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
}
