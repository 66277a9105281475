"""Usul perbaikan cara kerja, and the leader's weekly five minutes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import HANYA_DIBACA, MILIK_SENDIRI, Baris
from asn_karier.tests.kebijakan.kinerja import BERDUA, OLEH_DIRI, UNTUK_ATASAN
from asn_karier.tests.rute import ALIH, MASUK

#: Of the leader; who leads nobody is led back to their home.
PIMPINAN: Final[Baris] = (MASUK, ALIH, 200, ALIH, 403, 403, 403, 403)

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "kinerja:usul_perbaikan": (MILIK_SENDIRI, HANYA_DIBACA),
    "kinerja:usul_perbaikan_kirim": (MILIK_SENDIRI,) * 2,
    "kinerja:usul_perbaikan_dicoba": (MILIK_SENDIRI, HANYA_DIBACA),
    # The author and the leaders whom it reached; no role opens it.
    "kinerja:usul_perbaikan_satu": (BERDUA, HANYA_DIBACA),
    "kinerja:usul_perbaikan_jawab": (UNTUK_ATASAN,) * 2,
    "kinerja:usul_perbaikan_ukur": (BERDUA,) * 2,
    "kinerja:usul_perbaikan_tarik": (HANYA_DIBACA, OLEH_DIRI),
    "kinerja:usul_perbaikan_nama": (HANYA_DIBACA, (MASUK, ALIH, ALIH, 404, 403, 403, 403, 403)),
    "kinerja:usul_perbaikan_ajak": (HANYA_DIBACA, (MASUK, ALIH, ALIH, 404, 403, 403, 403, 403)),
    # Nobody was asked along.
    "kinerja:usul_perbaikan_ikut": (HANYA_DIBACA, (MASUK, 404, 404, 404, 403, 403, 403, 403)),
    "karier:lima_menit": (PIMPINAN, (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)),
}

KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    **{
        f"kinerja:usul_perbaikan_{n}": lambda d: [d.objek["kinerja.usulperbaikan"].pk]
        for n in ("satu", "jawab", "tarik", "nama", "ajak", "ikut")
    },
    "kinerja:usul_perbaikan_ukur": lambda d: [d.objek["kinerja.usulperbaikan.dicoba"].pk],
}
