"""Pages of people, places and imports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import (
    HANYA_DIBACA,
    MILIK_SENDIRI,
    PENGELOLA,
    PENGELOLA_SELINGKUP,
    SELINGKUP,
    SEMUA,
    SIAPA_PUN,
    UBAH_SELINGKUP,
    Baris,
    pintu,
)
from asn_karier.tests.rute import ALIH, MASUK

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "pegawai:data_saya": (MILIK_SENDIRI, HANYA_DIBACA),
    # Requests for corrections: one's own in the portal
    "pegawai:keliru": (MILIK_SENDIRI, HANYA_DIBACA),
    # The row has a request that waits already: sending again leads to it.
    "pegawai:usulkan": (MILIK_SENDIRI, (MASUK, ALIH, 200, 200, 403, 403, 403, 403)),
    "pegawai:usul_saya": (MILIK_SENDIRI, HANYA_DIBACA),
    "pegawai:usul_batalkan": (HANYA_DIBACA, (MASUK, ALIH, 404, 404, 403, 403, 403, 403)),
    "pegawai:usul_kode": (HANYA_DIBACA, (MASUK, ALIH, 404, 404, 403, 403, 403, 403)),
    "pegawai:usul_bukti": ((MASUK, 200, 404, 404, 403, 403, 403, 403), HANYA_DIBACA),
    "pegawai:siapa": (MILIK_SENDIRI, HANYA_DIBACA),
    "pegawai:siapa_unduh": (MILIK_SENDIRI, HANYA_DIBACA),
    # ... and the desk: nobody but whoever entered one for somebody confirms it
    "admin:pegawai_usulanperubahan_putuskan": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pegawai_usulanperubahan_bukti": (pintu(*PENGELOLA_SELINGKUP), pintu(*[405] * 4)),
    "admin:pegawai_usulanperubahan_isikan": (pintu(*PENGELOLA),) * 2,
    "admin:pegawai_usulanperubahan_isikanbaris": (pintu(*UBAH_SELINGKUP),) * 2,
    "admin:pegawai_usulanperubahan_isikanisi": (pintu(*UBAH_SELINGKUP),) * 2,
    "admin:pegawai_usulanperubahan_konfirmasi": (pintu(*[404] * 4),) * 2,
    "admin:pegawai_usulanperubahan_kode": (pintu(*[404] * 4),) * 2,
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
    "admin:pegawai_impor_galat": (pintu(*SELINGKUP),) * 2,
    "admin:pegawai_impor_contoh": (pintu(*SEMUA),) * 2,
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "admin:pegawai_impor_contoh": lambda d: ["data_awal"],
    "pegawai:usulkan": lambda d: ["kontak", 0],
    **dict.fromkeys(
        ("pegawai:usul_batalkan", "pegawai:usul_kode", "pegawai:usul_bukti"),
        lambda d: [d.objek["pegawai.usulanperubahan"].pk],
    ),
    "admin:pegawai_usulanperubahan_putuskan": lambda d: [d.objek["pegawai.usulanperubahan"].pk, "terima"],
    "admin:pegawai_usulanperubahan_bukti": lambda d: [d.objek["pegawai.usulanperubahan"].pk, "bukti"],
    "admin:pegawai_usulanperubahan_isikanbaris": lambda d: [d.diri.pk],
    "admin:pegawai_usulanperubahan_isikanisi": lambda d: [d.diri.pk, "identitas", 0],
    "admin:pegawai_pegawai_unduh": lambda d: ["csv"],
}
