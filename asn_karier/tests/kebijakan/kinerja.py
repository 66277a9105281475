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

_BERDUA: Final = (MASUK, 200, 200, 404, 403, 403, 403, 403)
_PEMOHON: Final = (MASUK, 200, 404, 404, 403, 403, 403, 403)
_BUKAN_PEMUTUS: Final = (MASUK, 404, 404, 404, 403, 403, 403, 403)

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "kinerja:saya": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:daftar": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:penilaian": ((MASUK, 404, 200, 404, 403, 403, 403, 403),) * 2,
    "kinerja:tetapkan": (HANYA_DIBACA, (MASUK, 404, ALIH, 404, 403, 403, 403, 403)),
    # Without a choice the page lists nothing for whoever leads nobody, and a POST leads back to it.
    "kinerja:konversi": (MILIK_SENDIRI, (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)),
    # Results: the person and the atasan of today; HR reads at its own desk.
    "kinerja:hasil": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:hasil_satu": (_BERDUA, HANYA_DIBACA),
    "kinerja:hasil_dibaca": (HANYA_DIBACA, (MASUK, ALIH, ALIH, 404, 403, 403, 403, 403)),
    "kinerja:hasil_tanggapan": (HANYA_DIBACA, _BERDUA),
    "kinerja:tindak_lanjut": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:tindak_lanjut_isi": ((MASUK, 404, 200, 404, 403, 403, 403, 403),) * 2,
    # Objections: the parties; who decides is neither the person nor their atasan.
    "kinerja:keberatan": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:keberatan_ajukan": (_PEMOHON,) * 2,
    "kinerja:keberatan_satu": (_BERDUA, HANYA_DIBACA),
    "kinerja:keberatan_keterangan": (HANYA_DIBACA, _BERDUA),
    "kinerja:keberatan_cabut": (_PEMOHON, (MASUK, ALIH, 404, 404, 403, 403, 403, 403)),
    "kinerja:keberatan_dibaca": (HANYA_DIBACA, (MASUK, ALIH, 404, 404, 403, 403, 403, 403)),
    "kinerja:keberatan_periksa": (HANYA_DIBACA, _BUKAN_PEMUTUS),
    "kinerja:keberatan_putuskan": (_BUKAN_PEMUTUS,) * 2,
    "kinerja:keberatan_nilai_ulang": (HANYA_DIBACA, (MASUK, ALIH, ALIH, 404, 403, 403, 403, 403)),
    "admin:kinerja_keberatan_tunjuk": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    # Cycles
    "admin:kinerja_siklus_periksa": (pintu(*SELINGKUP),) * 2,
    "admin:kinerja_siklus_buka": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_siklus_perpanjang": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:kinerja_siklus_tutup": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH)),
}


def _hasil(d: Dunia) -> list[Any]:
    return ["tahunan", d.objek["kinerja.penilaian"].pk]


#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "kinerja:penilaian": lambda d: [2026, d.diri.pk],
    "kinerja:tetapkan": lambda d: [2026, d.diri.pk],
    "kinerja:tindak_lanjut_isi": lambda d: [*_hasil(d), "berbagi", "mulai"],
    "kinerja:keberatan_ajukan": lambda d: _hasil(d),
    "admin:kinerja_keberatan_tunjuk": lambda d: [d.objek["keberatan_tanpa_pemutus"].pk],
    **{f"kinerja:{n}": lambda d: _hasil(d) for n in ("hasil_satu", "hasil_dibaca", "hasil_tanggapan")},
    **{
        f"kinerja:keberatan_{n}": lambda d: [d.objek["kinerja.keberatan"].pk]
        for n in ("satu", "keterangan", "cabut", "dibaca", "periksa", "putuskan", "nilai_ulang")
    },
    "admin:kinerja_siklus_periksa": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_buka": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_perpanjang": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
    "admin:kinerja_siklus_tutup": lambda d: [d.objek["kinerja.sikluspenilaian"].pk],
}
