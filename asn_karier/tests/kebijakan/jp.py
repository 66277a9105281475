"""The JP ledger: own activities, the year, the team, files for SIASN."""

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
from asn_karier.tests.kebijakan.kinerja import OLEH_DIRI, UNTUK_DIRI

_NAMA: Final = "admin:pelatihan_kegiatanmandiri"

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    # The JP ledger: one's own; what was reported is between the person and their HR, not the atasan.
    "pelatihan:jp": (MILIK_SENDIRI, HANYA_DIBACA),
    "pelatihan:jp_tambah": (MILIK_SENDIRI,) * 2,
    "pelatihan:kegiatan": (UNTUK_DIRI, HANYA_DIBACA),
    "pelatihan:kegiatan_perbaiki": (UNTUK_DIRI,) * 2,
    "pelatihan:kegiatan_tarik": (UNTUK_DIRI, OLEH_DIRI),
    "pelatihan:kegiatan_setujui": (HANYA_DIBACA, OLEH_DIRI),
    "pelatihan:kegiatan_kode": (HANYA_DIBACA, UNTUK_DIRI),
    "pelatihan:kegiatan_bukti": (UNTUK_DIRI, HANYA_DIBACA),
    # The sums of a team for who rates it, those of the atasan for who is rated; empty for everybody else.
    "pelatihan:tim_jp": (MILIK_SENDIRI, HANYA_DIBACA),
    "pelatihan:atasan": (MILIK_SENDIRI, HANYA_DIBACA),
    f"{_NAMA}_isikan": (pintu(200, 404, 403, 200),) * 2,
    # The object was entered by HR, who types the code and never reads it out.
    f"{_NAMA}_konfirmasi": (pintu(200, 404, 404, 404),) * 2,
    f"{_NAMA}_kode": (pintu(404, 404, 404, 200),) * 2,
    f"{_NAMA}_bukti": (pintu(*PENGELOLA_SELINGKUP), pintu(*[405] * 4)),
    "admin:pelatihan_siasn_ekspor": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    "admin:pelatihan_siasn_unduh": (pintu(*PENGELOLA_SELINGKUP),) * 2,
}

_MENUNGGU: Final = "pelatihan.kegiatandiisikan"

KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    **dict.fromkeys(
        (
            "pelatihan:kegiatan",
            "pelatihan:kegiatan_perbaiki",
            "pelatihan:kegiatan_tarik",
            "pelatihan:kegiatan_bukti",
        ),
        lambda d: [d.objek["pelatihan.kegiatanmandiri"].pk],
    ),
    **dict.fromkeys(
        ("pelatihan:kegiatan_setujui", "pelatihan:kegiatan_kode", f"{_NAMA}_konfirmasi", f"{_NAMA}_kode"),
        lambda d: [d.objek[_MENUNGGU].pk],
    ),
    f"{_NAMA}_isikan": lambda d: [d.diri.pk],
    f"{_NAMA}_bukti": lambda d: [d.objek["pelatihan.kegiatanmandiri"].pk, "bukti"],
    "admin:pelatihan_siasn_unduh": lambda d: ["json"],
}
