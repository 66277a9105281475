"""The career path: one's own pages, posts and queues of the government, assignments, shared interests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import (
    HANYA_DIBACA,
    MILIK_SENDIRI,
    PENGELOLA_SELINGKUP,
    PENGELOLA_TERTUTUP,
    Baris,
    pintu,
)
from asn_karier.tests.rute import ALIH, MASUK

#: Buttons about oneself, pressed without a post: there is none to find.
_TANPA_JABATAN: Final = (MASUK, 404, 404, 404, 403, 403, 403, 403)
_TIM: Final = (MASUK, 404, 200, 404, 403, 403, 403, 403)
_PENAWAR: Final = (MASUK, 404, 200, 404, 403, 403, 403, 403)

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    **dict.fromkeys(
        (
            "karier:saya",
            "karier:antrean_daftar",
            "karier:antrean",
            "karier:jabatan_cari",
            "karier:jabatan",
            "karier:jenjang_karier",
            "karier:minat_tim",
            "karier:penugasan_daftar",
            "karier:penugasan",
            "karier:penugasan_tim",
        ),
        (MILIK_SENDIRI, HANYA_DIBACA),
    ),
    "karier:minat_tambah": (HANYA_DIBACA, _TANPA_JABATAN),
    "karier:minat_bagikan": (HANYA_DIBACA, _TANPA_JABATAN),
    # What is not there is taken off and taken back just as well.
    "karier:minat_hapus": (HANYA_DIBACA, (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)),
    "karier:minat_tarik": (HANYA_DIBACA, (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)),
    # Whoever leads somebody offers work.
    "karier:penugasan_tawarkan": ((MASUK, 403, 200, 403, 403, 403, 403, 403),) * 2,
    "karier:penugasan_bersedia": (HANYA_DIBACA, (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)),
    "karier:penugasan_mundur": (HANYA_DIBACA, (MASUK, ALIH, 404, 404, 403, 403, 403, 403)),
    "karier:penugasan_lepas": (HANYA_DIBACA, (MASUK, 404, ALIH, 404, 403, 403, 403, 403)),
    "karier:penugasan_tahan": (_TIM,) * 2,
    "karier:penugasan_selesai": (_PENAWAR,) * 2,
    "karier:penugasan_batal": (_PENAWAR,) * 2,
    # The desk
    "admin:karier_langkahkarier_susun": (
        pintu(*PENGELOLA_TERTUTUP),
        pintu(ALIH, ALIH, 404, ALIH),
    ),
    "admin:karier_langkahkarier_antrean": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    "admin:karier_penugasan_selesai": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:karier_penugasan_batal": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:karier_penugasan_lepas": (pintu(ALIH, 404, 404, ALIH),) * 2,
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "karier:antrean": lambda d: [d.objek["jabatan_berikut"].pk],
    "karier:jabatan": lambda d: [d.objek["jabatan_dibagikan"].pk],
    "karier:penugasan": lambda d: [d.objek["karier.penugasan"].pk],
    "karier:penugasan_bersedia": lambda d: [d.objek["penugasan_baru"].pk],
    "karier:penugasan_mundur": lambda d: [d.objek["karier.pesertapenugasan"].pk],
    "karier:penugasan_lepas": lambda d: [d.objek["karier.pesertapenugasan"].pk],
    "karier:penugasan_tahan": lambda d: [d.objek["karier.pesertapenugasan"].pk],
    "karier:penugasan_selesai": lambda d: [d.objek["karier.penugasan"].pk],
    "karier:penugasan_batal": lambda d: [d.objek["karier.penugasan"].pk],
    "admin:karier_penugasan_selesai": lambda d: [d.objek["karier.penugasan"].pk],
    "admin:karier_penugasan_batal": lambda d: [d.objek["karier.penugasan"].pk],
    "admin:karier_penugasan_lepas": lambda d: [d.objek["karier.penugasan"].pk],
}
