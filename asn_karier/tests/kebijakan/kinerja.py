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

HANYA_PEMILIK: Final = (MASUK, 200, 404, 404, 403, 403, 403, 403)

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "kinerja:saya": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:daftar": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:penilaian": ((MASUK, 404, 200, 404, 403, 403, 403, 403),) * 2,
    "kinerja:tetapkan": (HANYA_DIBACA, (MASUK, 404, ALIH, 404, 403, 403, 403, 403)),
    # Without a choice the page lists nothing for whoever leads nobody, and a POST leads back to it.
    "kinerja:konversi": (MILIK_SENDIRI, (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)),
    # Realisation: mine; the atasan what was sent; HR only that it was
    "kinerja:refleksi": (MILIK_SENDIRI,) * 2,
    "kinerja:realisasi": (HANYA_PEMILIK,) * 2,
    "kinerja:realisasi_periksa": (HANYA_PEMILIK,) * 2,
    "kinerja:realisasi_terkirim": (HANYA_PEMILIK, HANYA_DIBACA),
    "kinerja:realisasi_bukti": ((MASUK, 200, 200, 404, 403, 403, 403, 403), HANYA_DIBACA),
    "kinerja:realisasi_kode": (HANYA_DIBACA, (MASUK, 200, 404, 404, 403, 403, 403, 403)),
    "kinerja:realisasi_tolak": (HANYA_DIBACA, (MASUK, ALIH, 404, 404, 403, 403, 403, 403)),
    "kinerja:realisasi_tim": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:realisasi_lembar": ((MASUK, 404, 200, 404, 403, 403, 403, 403),) * 2,
    # The object was filled in by HR, who types the code and never reads it out
    "admin:kinerja_pengisianrealisasi_isikan": (pintu(200, 404, 403, 404),) * 2,
    "admin:kinerja_pengisianrealisasi_konfirmasi": (pintu(200, 404, 404, 404),) * 2,
    "admin:kinerja_pengisianrealisasi_kode": (pintu(404, 404, 404, 200),) * 2,
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
    "kinerja:refleksi": lambda d: [d.objek["kinerja.pengisianrealisasi"].siklus_id],
    "kinerja:realisasi": lambda d: _sel(d.objek["kinerja.pengisiandraf"]),
    "kinerja:realisasi_periksa": lambda d: _sel(d.objek["kinerja.pengisiandraf"]),
    "kinerja:realisasi_terkirim": lambda d: _sel(d.objek["kinerja.pengisianrealisasi"]),
    "kinerja:realisasi_bukti": lambda d: [d.objek["kinerja.buktidukung"].pk],
    "kinerja:realisasi_kode": lambda d: [d.objek["kinerja.pengisiandiisikan"].pk],
    "kinerja:realisasi_tolak": lambda d: [d.objek["kinerja.pengisiandiisikan"].pk],
    "kinerja:realisasi_lembar": lambda d: [d.objek["kinerja.pengisianrealisasi"].pk],
    "admin:kinerja_pengisianrealisasi_isikan": lambda d: _sel(d.objek["kinerja.pengisiandiisikan"]),
    "admin:kinerja_pengisianrealisasi_konfirmasi": lambda d: [d.objek["kinerja.pengisiandiisikan"].pk],
    "admin:kinerja_pengisianrealisasi_kode": lambda d: [d.objek["kinerja.pengisiandiisikan"].pk],
    "admin:kinerja_siklus_periksa": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_buka": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_perpanjang": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_tutup": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
}


def _sel(pengisian: Any) -> list[Any]:
    return [pengisian.siklus_id, pengisian.skp_id]
