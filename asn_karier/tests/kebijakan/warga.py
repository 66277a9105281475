"""Pages of citizens, and the desk that looks at what they send."""

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
from asn_karier.tests.rute import ALIH

#: For everybody, and only to read.
TERBUKA: Final = (SIAPA_PUN, (405,) * 8)
_PUBLIK: Final = ("beranda", "pilih", "capaian", "berubah", "forum", "kisah", "data", "pernyataan")

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "kinerja:ucapan": (MILIK_SENDIRI, HANYA_DIBACA),
    # Citizens: without an account, the same for everybody
    "publik:awal": ((ALIH,) * 8, (405,) * 8),
    **dict.fromkeys((f"publik:{n}" for n in (*_PUBLIK, "unit", "topik", "terima", "berkas")), TERBUKA),
    **dict.fromkeys(("publik:ulas", "publik:masukan"), (SIAPA_PUN,) * 2),
    # ... and the desk: HR and the operator of the unit; no auditor reads words that nobody decided about
    "admin:kinerja_layananpublik_qr": (pintu(*SELINGKUP),) * 2,
    "admin:kinerja_ulasan_asli": (pintu(ALIH, 404, 404, ALIH), pintu(*PENGELOLA_SELINGKUP)),
    "admin:kinerja_masukanforum_asli": (pintu(ALIH, 404, 404, ALIH), pintu(*PENGELOLA_SELINGKUP)),
    "admin:kinerja_masukanforum_tanggapi": (pintu(*PENGELOLA_SELINGKUP),) * 2,
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    **dict.fromkeys((f"publik:{n}" for n in _PUBLIK), lambda d: [d.instansi.kode]),
    "publik:ulas": lambda d: [d.objek["kinerja.layananpublik"].kode],
    "publik:terima": lambda d: [d.objek["kinerja.ulasan"].nomor],
    "publik:unit": lambda d: [d.instansi.kode, d.objek["kinerja.layananpublik"].unit_id],
    "publik:topik": lambda d: [d.instansi.kode, d.objek["kinerja.topikforum"].pk],
    "publik:masukan": lambda d: [d.instansi.kode, d.objek["kinerja.topikforum"].pk],
    "publik:berkas": lambda d: [d.instansi.kode, "janji", "csv"],
    "admin:kinerja_layananpublik_qr": lambda d: [d.objek["kinerja.layananpublik"].pk],
    "admin:kinerja_ulasan_asli": lambda d: [d.objek["kinerja.ulasan"].pk],
    "admin:kinerja_masukanforum_asli": lambda d: [d.objek["kinerja.masukanforum"].pk],
    "admin:kinerja_masukanforum_tanggapi": lambda d: [d.objek["masukan_tampil"].pk],
}
