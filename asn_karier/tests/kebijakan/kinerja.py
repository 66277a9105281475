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
    SIAPA_PUN,
    Baris,
    pintu,
)
from asn_karier.tests.rute import ALIH, MASUK

#: About `diri`: for their atasan, for themself, for the two; a POST of their own.
UNTUK_ATASAN: Final = (MASUK, 404, 200, 404, 403, 403, 403, 403)
UNTUK_DIRI: Final = (MASUK, 200, 404, 404, 403, 403, 403, 403)
BERDUA: Final = (MASUK, 200, 200, 404, 403, 403, 403, 403)
OLEH_DIRI: Final = (MASUK, ALIH, 404, 404, 403, 403, 403, 403)

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "kinerja:saya": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:daftar": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:penilaian": ((MASUK, 404, 200, 404, 403, 403, 403, 403),) * 2,
    "kinerja:tetapkan": (HANYA_DIBACA, (MASUK, 404, ALIH, 404, 403, 403, 403, 403)),
    # Without a choice the page lists nothing for whoever leads nobody, and a POST leads back to it.
    "kinerja:konversi": (MILIK_SENDIRI, (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)),
    # Feedback: one's own; of a direct report for the atasan; the two answer
    "kinerja:umpan_balik": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:umpan_balik_terkirim": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:umpan_balik_pilih": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:umpan_balik_beri": (UNTUK_ATASAN,) * 2,
    "kinerja:umpan_balik_tim": (UNTUK_ATASAN,) * 2,
    "kinerja:catatan_hapus": (HANYA_DIBACA, (MASUK, 404, ALIH, 404, 403, 403, 403, 403)),
    "kinerja:umpan_balik_satu": (BERDUA,) * 2,
    "kinerja:umpan_balik_dibaca": (HANYA_DIBACA, OLEH_DIRI),
    "kinerja:umpan_balik_batalkan": (HANYA_DIBACA, (MASUK, 404, ALIH, 404, 403, 403, 403, 403)),
    # Directions: the leader gave one to the person
    "kinerja:arahan": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:arahan_saya": (UNTUK_DIRI,) * 2,
    "kinerja:arahan_dibaca": (HANYA_DIBACA, OLEH_DIRI),
    "kinerja:arahan_diberikan": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:arahan_beri": (MILIK_SENDIRI,) * 2,
    "kinerja:arahan_satu": (UNTUK_ATASAN,) * 2,
    # Recognition: established, so nothing is left to decide and a POST leads back
    "kinerja:pengakuan": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:pengakuan_usulkan": (UNTUK_ATASAN,) * 2,
    "kinerja:pengakuan_satu": (BERDUA, (MASUK, ALIH, ALIH, 404, 403, 403, 403, 403)),
    "kinerja:piagam": (BERDUA, HANYA_DIBACA),
    "kinerja:kisah": (UNTUK_DIRI,) * 2,
    "kinerja:kisah_cabut": (HANYA_DIBACA, OLEH_DIRI),
    "publik_kisah": (SIAPA_PUN, (405,) * 8),
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
    "kinerja:umpan_balik_beri": lambda d: [d.diri.pk],
    "kinerja:umpan_balik_tim": lambda d: [d.diri.pk],
    "kinerja:catatan_hapus": lambda d: [d.objek["kinerja.catatanpimpinan"].pk],
    "kinerja:umpan_balik_satu": lambda d: [d.objek["kinerja.umpanbalik"].pk],
    "kinerja:umpan_balik_dibaca": lambda d: [d.objek["kinerja.umpanbalik"].pk],
    "kinerja:umpan_balik_batalkan": lambda d: [d.objek["kinerja.umpanbalik"].pk],
    "kinerja:arahan_saya": lambda d: [d.objek["kinerja.penerimaarahan"].pk],
    "kinerja:arahan_dibaca": lambda d: [d.objek["kinerja.penerimaarahan"].pk],
    "kinerja:arahan_satu": lambda d: [d.objek["kinerja.arahan"].pk],
    "kinerja:pengakuan_usulkan": lambda d: [d.diri.pk],
    "kinerja:pengakuan_satu": lambda d: [d.objek["kinerja.pengakuan"].pk],
    "kinerja:piagam": lambda d: [d.objek["kinerja.pengakuan"].pk],
    "kinerja:kisah": lambda d: [d.objek["kinerja.pengakuan"].pk],
    "kinerja:kisah_cabut": lambda d: [d.objek["kinerja.pengakuan"].pk],
    "admin:kinerja_siklus_periksa": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_buka": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_perpanjang": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_tutup": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
}
