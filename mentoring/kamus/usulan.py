"""Why a place with one certain mentor is not kept, to HR; neutral about both."""

from __future__ import annotations

from typing import Final

from mentoring.enums import StatusMentor
from mentoring.rules.syarat_mentor import Penolakan

SUDAH_BERMENTOR: Final = "Sudah mempunyai mentor, atau undangannya menunggu jawaban."
TUNGGU_LAIN: Final = "Sudah menunggu mentor untuk kompetensi lain."

_SENIOR: Final[dict[StatusMentor | None, str]] = {
    None: "Seniornya belum dapat diundang menjadi mentor.",
    StatusMentor.DIUNDANG: "Undangan menjadi mentor menunggu jawaban.",
}
_TIDAK_MENERIMA: Final = "Mentornya sedang tidak menerima mentee."
_PENOLAKAN: Final[dict[Penolakan, str]] = {
    Penolakan.DIRI_SENDIRI: "Keduanya orang yang sama.",
    Penolakan.GARIS_KOMANDO: "Keduanya dalam satu garis komando, jadi mentor lain yang dicarikan.",
    Penolakan.TIDAK_LAYAK: _TIDAK_MENERIMA,
    Penolakan.BELUM_SETARA: "Kedudukan mentornya belum tercatat setara atau lebih tinggi.",
    Penolakan.LEVEL_KURANG: "Mentornya belum menawarkan kompetensi ini pada level yang dituju.",
    Penolakan.PENUH: "Tempat pada mentornya sudah penuh.",
    Penolakan.TIDAK_TERJANGKAU: "Mentornya hanya bertemu langsung, sedangkan unitnya jauh.",
    Penolakan.TIDAK_DIULANG: "Keduanya pernah dipasangkan dan tidak berlanjut.",
}


def why_not(penolakan: Penolakan) -> str:
    return _PENOLAKAN[penolakan]


def sentence_of_senior(status: StatusMentor | None) -> str:
    """Of a senior who is no open mentor; None has no profile."""
    return _SENIOR.get(status, _TIDAK_MENERIMA)
