"""The yearly case of ethics."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import (
    HANYA_DIBACA,
    MILIK_SENDIRI,
    PENGELOLA_SELINGKUP,
    PENGELOLA_TERTUTUP,
    SELINGKUP,
    Baris,
    pintu,
)
from asn_karier.tests.kebijakan.kinerja import OLEH_DIRI, UNTUK_ATASAN
from asn_karier.tests.rute import ALIH

_LANGKAH: Final = ("terbit", "selesai", "versi", "salin")

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    # Everybody of the family; the discussion after an own answer (all three have one); the leader's lesson.
    "kinerja:etika": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:etika_kasus": (MILIK_SENDIRI,) * 2,
    "kinerja:etika_diskusi": (MILIK_SENDIRI,) * 2,
    "kinerja:etika_tarik": (HANYA_DIBACA, OLEH_DIRI),
    "kinerja:etika_pelajaran": (UNTUK_ATASAN,) * 2,
    # The desk: cases and numbers, no words.
    "admin:kinerja_kasusetika_pustaka": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    "admin:kinerja_kasusetika_peserta": (pintu(*SELINGKUP),) * 2,
    **{
        f"admin:kinerja_kasusetika_{n}": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH))
        for n in _LANGKAH
    },
}

KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    **dict.fromkeys(
        ("kinerja:etika_kasus", "kinerja:etika_diskusi", "kinerja:etika_pelajaran"),
        lambda d: [d.objek["kinerja.kasusetika"].pk],
    ),
    "kinerja:etika_tarik": lambda d: [d.objek["kinerja.diskusietika"].pk],
    **{
        f"admin:kinerja_kasusetika_{n}": lambda d: [d.objek["kinerja.kasusetika"].pk]
        for n in (*_LANGKAH, "peserta")
    },
}
