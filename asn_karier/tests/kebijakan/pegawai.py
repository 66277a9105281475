"""Pages of people, places and imports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import (
    HANYA_DIBACA,
    MILIK_SENDIRI,
    PENGELOLA_SELINGKUP,
    SELINGKUP,
    SEMUA,
    SIAPA_PUN,
    Baris,
    pintu,
)
from asn_karier.tests.rute import ALIH

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "pegawai:data_saya": (MILIK_SENDIRI, HANYA_DIBACA),
    "pegawai:sehat": (SIAPA_PUN, (405,) * 8),
    # Accounts of people
    "admin:pegawai_pengguna_tautan": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_pengguna_keaktifan": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_peran_akhiri": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH)),
    # People
    "admin:pegawai_pegawai_unduh": (pintu(*SEMUA),) * 2,
    "admin:pegawai_pegawai_laporan": (pintu(*SEMUA),) * 2,
    "admin:pegawai_pegawai_nik": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    # The ASN has an account: it is opened instead of made a second time.
    "admin:pegawai_pegawai_akun": (pintu(ALIH, 404, 404, ALIH),) * 2,
    # Imports
    "admin:pegawai_impor_terapkan": (pintu(*[405] * 4), pintu(ALIH, 404, 404, ALIH)),
    "admin:pegawai_impor_batalkan": (pintu(*[405] * 4), pintu(ALIH, 404, 404, ALIH)),
    "admin:pegawai_impor_ulangi": (pintu(*[405] * 4), pintu(ALIH, 404, 404, ALIH)),
    "admin:pegawai_impor_pembatalan": (pintu(*PENGELOLA_SELINGKUP), pintu(*[405] * 4)),
    "admin:pegawai_impor_timbang": (pintu(*[405] * 4), pintu(ALIH, 404, 404, ALIH)),
    "admin:pegawai_impor_kembalikan": (pintu(*[405] * 4), pintu(ALIH, 404, 404, ALIH)),
    "admin:pegawai_impor_galat": (pintu(*SELINGKUP),) * 2,
    "admin:pegawai_impor_contoh": (pintu(*SEMUA),) * 2,
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "admin:pegawai_impor_contoh": lambda d: ["data_awal"],
    "admin:pegawai_pegawai_unduh": lambda d: ["csv"],
}
