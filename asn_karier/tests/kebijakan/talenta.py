"""Talent: one's own page, the committee (in which the atasan of the ASN sits), and the desk."""

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

#: For whoever has a duty in the committee; nobody at a desk has one without a record of their own.
_KOMITE: Final[Baris] = (MASUK, 404, 200, 404, 403, 403, 403, 403)
_OLEH_KOMITE: Final[Baris] = (MASUK, 404, ALIH, 404, 403, 403, 403, 403)
#: The member is the atasan of the ASN, so the row of the ASN is left to others.
_DEKAT: Final[Baris] = (MASUK, 404, 404, 404, 403, 403, 403, 403)
_NAMA: Final = "admin:karier_komitetalenta"

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "karier:talenta": (MILIK_SENDIRI, HANYA_DIBACA),
    "karier:talenta_tim": ((MASUK, 404, 200, 404, 403, 403, 403, 403), HANYA_DIBACA),
    "karier:komite": (_KOMITE, HANYA_DIBACA),
    "karier:sidang_buka": (_KOMITE,) * 2,
    "karier:sidang": (_KOMITE, _OLEH_KOMITE),
    "karier:sidang_berita": (_KOMITE,) * 2,
    "karier:sidang_orang": (_DEKAT,) * 2,
    "karier:suksesi": (_KOMITE, HANYA_DIBACA),
    "karier:suksesi_baru": (_KOMITE,) * 2,
    "karier:suksesi_jabatan": (_KOMITE, _OLEH_KOMITE),
    "karier:suksesi_tambah": (_KOMITE,) * 2,
    "karier:suksesi_tetapkan": (_KOMITE,) * 2,
    "karier:suksesi_kandidat": (_KOMITE,) * 2,
    f"{_NAMA}_baru": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    f"{_NAMA}_anggota": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    f"{_NAMA}_akhiri": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH)),
    f"{_NAMA}_rilis": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH)),
    f"{_NAMA}_peta": (pintu(*PENGELOLA_TERTUTUP), pintu(*[405] * 4)),
    f"{_NAMA}_pewaris": (pintu(*PENGELOLA_TERTUTUP), pintu(*[405] * 4)),
    f"{_NAMA}_usulkan": (pintu(*[405] * 4), pintu(ALIH, ALIH, 404, ALIH)),
}

KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "karier:sidang_buka": lambda d: [d.objek["karier.komitetalenta"].pk],
    **dict.fromkeys(
        ("karier:sidang", "karier:sidang_berita", f"{_NAMA}_rilis"),
        lambda d: [d.objek["karier.sidangtalenta"].pk],
    ),
    "karier:sidang_orang": lambda d: [d.objek["karier.sidangtalenta"].pk, d.diri.pk],
    **dict.fromkeys(
        (f"karier:suksesi_{n}" for n in ("jabatan", "tambah", "tetapkan")),
        lambda d: [d.objek["karier.jabatankritikal"].pk],
    ),
    "karier:suksesi_kandidat": lambda d: [d.objek["karier.kandidatsuksesi"].pk],
    f"{_NAMA}_akhiri": lambda d: [d.objek["karier.anggotakomite"].pk],
}
