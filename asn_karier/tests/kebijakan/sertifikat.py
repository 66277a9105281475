"""Certificates: of the person, at the desk, and for anybody who checks one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import HANYA_DIBACA, MILIK_SENDIRI, PENGELOLA_SELINGKUP, Baris, pintu
from asn_karier.tests.kebijakan.warga import TERBUKA
from asn_karier.tests.rute import MASUK

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "pelatihan:sertifikat": (MILIK_SENDIRI, HANYA_DIBACA),
    "pelatihan:sertifikat_unduh": ((MASUK, 200, 404, 404, 403, 403, 403, 403), HANYA_DIBACA),
    "sertifikat:periksa": TERBUKA,
    "sertifikat:kunci": TERBUKA,
    "admin:pelatihan_sertifikat_terbitkan": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pelatihan_sertifikat_cabut": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pelatihan_sertifikat_ulang": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pelatihan_sertifikat_pdf": (pintu(*PENGELOLA_SELINGKUP),) * 2,
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "pelatihan:sertifikat_unduh": lambda d: [d.objek["pelatihan.sertifikat"].nomor],
    "admin:pelatihan_sertifikat_terbitkan": lambda d: [d.objek["pelatihan.angkatan"].pk],
    "admin:pelatihan_sertifikat_cabut": lambda d: [d.objek["pelatihan.sertifikat"].pk],
    "admin:pelatihan_sertifikat_ulang": lambda d: [d.objek["pelatihan.sertifikat"].pk],
    "admin:pelatihan_sertifikat_pdf": lambda d: [d.objek["pelatihan.sertifikat"].pk],
}
