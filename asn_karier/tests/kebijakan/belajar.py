"""Materials, the quiz and the evaluation of a class."""

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
from asn_karier.tests.kebijakan.kinerja import OLEH_DIRI, UNTUK_ATASAN, UNTUK_DIRI

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    # For who has the seat.
    "pelatihan:materi": (UNTUK_DIRI, OLEH_DIRI),
    "pelatihan:materi_berkas": (UNTUK_DIRI, HANYA_DIBACA),
    "pelatihan:luring": (UNTUK_DIRI, HANYA_DIBACA),
    "pelatihan:kuis": (UNTUK_DIRI,) * 2,
    "pelatihan:umpan_balik": (UNTUK_DIRI,) * 2,
    # Three months later the atasan is asked.
    "pelatihan:penerapan": (MILIK_SENDIRI, HANYA_DIBACA),
    "pelatihan:penerapan_isi": (UNTUK_ATASAN,) * 2,
    # The atasan speaks in the class.
    "pelatihan:mengajar": (MILIK_SENDIRI, HANYA_DIBACA),
    "pelatihan:mengajar_kelas": (UNTUK_ATASAN, HANYA_DIBACA),
    "pelatihan:mengajar_materi": (UNTUK_ATASAN, HANYA_DIBACA),
    "pelatihan:mengajar_berkas": (UNTUK_ATASAN, HANYA_DIBACA),
    # The desk: marks of people and words of a class are HR's, a file is read by who reads the lesson.
    "admin:pelatihan_materi_berkas": (pintu(*SELINGKUP), pintu(405, 405, 405, 405)),
    "admin:pelatihan_evaluasi": (pintu(*PENGELOLA_TERTUTUP),) * 2,
    "admin:pelatihan_evaluasi_kelas": (pintu(*PENGELOLA_SELINGKUP),) * 2,
}


def _kelas(*lain: Any) -> Callable[[Dunia], list[Any]]:
    return lambda d: [d.objek["belajar.kursi"].pk, *lain]


def _angkatan(*lain: Any) -> Callable[[Dunia], list[Any]]:
    return lambda d: [d.objek["belajar.angkatan"].pk, *lain]


KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "pelatihan:materi": _kelas(1),
    "pelatihan:materi_berkas": _kelas(1),
    "pelatihan:luring": _kelas(),
    "pelatihan:kuis": _kelas("pasca"),
    "pelatihan:umpan_balik": _kelas(),
    "pelatihan:penerapan_isi": _kelas(),
    "pelatihan:mengajar_kelas": _angkatan(),
    "pelatihan:mengajar_materi": _angkatan(1),
    "pelatihan:mengajar_berkas": _angkatan(1),
    "admin:pelatihan_materi_berkas": lambda d: [d.objek["pelatihan.materi"].pk],
    "admin:pelatihan_evaluasi_kelas": _angkatan(),
}
