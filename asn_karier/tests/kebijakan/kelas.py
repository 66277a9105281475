"""Classes and enrolment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import (
    HANYA_DIBACA,
    MILIK_SENDIRI,
    PENGELOLA_SELINGKUP,
    Baris,
    pintu,
)
from asn_karier.tests.kebijakan.kinerja import OLEH_DIRI, UNTUK_ATASAN, UNTUK_DIRI
from asn_karier.tests.rute import ALIH, MASUK

_OLEH_ATASAN: Final[Baris] = (MASUK, 404, ALIH, 404, 403, 403, 403, 403)
_ISIAN: Final = ("daftarkan", "hasil", "surat", "batal")
_TEKAN: Final = ("setujui", "hadir", "hasil_hadir", "buka", "tutup")

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    # A class that is offered to the people of the instansi.
    "pelatihan:daftar": (MILIK_SENDIRI, (MASUK, ALIH, ALIH, ALIH, 403, 403, 403, 403)),
    "pelatihan:hadir": (UNTUK_DIRI,) * 2,
    "pelatihan:kelas_saya": (MILIK_SENDIRI, HANYA_DIBACA),
    "pelatihan:kelas": (UNTUK_DIRI, HANYA_DIBACA),
    "pelatihan:kelas_batalkan": (UNTUK_DIRI, OLEH_DIRI),
    "pelatihan:kelas_surat": (UNTUK_DIRI, HANYA_DIBACA),
    "pelatihan:persetujuan": (MILIK_SENDIRI, HANYA_DIBACA),
    "pelatihan:persetujuan_setujui": (HANYA_DIBACA, _OLEH_ATASAN),
    "pelatihan:persetujuan_tolak": (UNTUK_ATASAN,) * 2,
    "pelatihan:persetujuan_urungkan": (HANYA_DIBACA, _OLEH_ATASAN),
    # The desk: who takes part is for HR of the instansi, not for the auditor.
    "admin:pelatihan_angkatan_kelas": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    **{f"admin:pelatihan_angkatan_{n}": (pintu(*PENGELOLA_SELINGKUP),) * 2 for n in _ISIAN},
    "admin:pelatihan_angkatan_setujui": (pintu(ALIH, 404, 404, ALIH),) * 2,
    **{
        f"admin:pelatihan_angkatan_{n}": (pintu(*PENGELOLA_SELINGKUP), pintu(ALIH, 404, 404, ALIH))
        for n in ("hadir", "hasil_hadir", "buka", "tutup")
    },
    "admin:pelatihan_pendaftaran_surat": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pelatihan_sesiangkatan_kode": (pintu(*PENGELOLA_SELINGKUP),) * 2,
    "admin:pelatihan_sesiangkatan_pdf": (pintu(*PENGELOLA_SELINGKUP),) * 2,
}

KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "pelatihan:daftar": lambda d: [d.objek["pelatihan.angkatan_baru"].pk],
    "pelatihan:hadir": lambda d: [d.objek["pelatihan.angkatan"].pk],
    **dict.fromkeys(
        ("pelatihan:kelas", "pelatihan:kelas_batalkan", "pelatihan:kelas_surat"),
        lambda d: [d.objek["pelatihan.pendaftaran"].pk],
    ),
    **dict.fromkeys(
        (f"pelatihan:persetujuan_{n}" for n in ("setujui", "tolak", "urungkan")),
        lambda d: [d.objek["pelatihan.menunggu"].pk],
    ),
    **dict.fromkeys(
        (f"admin:pelatihan_angkatan_{n}" for n in ("kelas", *_ISIAN, *_TEKAN)),
        lambda d: [d.objek["pelatihan.angkatan"].pk],
    ),
    "admin:pelatihan_pendaftaran_surat": lambda d: [d.objek["pelatihan.surattugas"].pk],
    **dict.fromkeys(
        ("admin:pelatihan_sesiangkatan_kode", "admin:pelatihan_sesiangkatan_pdf"),
        lambda d: [d.objek["pelatihan.sesiangkatan"].pk],
    ),
}
