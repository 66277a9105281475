"""Who may mentor whom, for every pair at once; and who is senior enough to be invited.

Decisions of our own (KEPUTUSAN), where no regulation that we could read speaks:
- the level of the mentor reaches the one that the mentee's jabatan asks for, and no pair crosses the line of
  command at any distance;
- what is not recorded shows nothing: a missing jenjang or golongan proves no equal standing, a missing
  predikat neither opens nor closes a pair, but nobody is invited as a senior without a recorded one;
- a pair that ended without success, or that the mentor could not take, is not suggested for it again;
- a senior holds level 4 in something and stands at least as high as Penyelia, Ahli Muda or Pengawas.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import numpy as np
import numpy.typing as npt

from mentoring.rules.kolom_jodoh import (
    Benar,
    Bilangan,
    Mentee,
    Mentor,
    Pertemuan,
    equal,
    same_family,
)
from pegawai.enums import Jenjang

LEVEL_SENIOR: Final = 4
#: Predikat as numbers, 1 Sangat Kurang to 5 Sangat Baik.
BAIK: Final = 4
_JENJANG_SENIOR: Final = tuple(
    j
    for awal, akhir in (
        (Jenjang.PENYELIA, Jenjang.PENYELIA),
        (Jenjang.AHLI_MUDA, Jenjang.AHLI_UTAMA),
        (Jenjang.PENGAWAS, Jenjang.JPT_UTAMA),
    )
    for j in Jenjang
    if awal <= j <= akhir
)
#: The jenjang of jabatan fungsional that stands as high as a structural one: PermenPANRB 17/2021 for
#: Pengawas and Administrator; above them only the highest jenjang comes near a JPT.
SETARA_STRUKTURAL: Final = {
    Jenjang.PENGAWAS: Jenjang.AHLI_MUDA,
    Jenjang.ADMINISTRATOR: Jenjang.AHLI_MADYA,
    Jenjang.JPT_PRATAMA: Jenjang.AHLI_UTAMA,
    Jenjang.JPT_MADYA: Jenjang.AHLI_UTAMA,
    Jenjang.JPT_UTAMA: Jenjang.AHLI_UTAMA,
}


class Penolakan(StrEnum):
    """Why a pair is impossible, in the order in which the first one counts."""

    DIRI_SENDIRI = "diri_sendiri"
    GARIS_KOMANDO = "garis_komando"
    TIDAK_LAYAK = "tidak_layak"
    BELUM_SETARA = "belum_setara"
    LEVEL_KURANG = "level_kurang"
    PENUH = "penuh"
    TIDAK_TERJANGKAU = "tidak_terjangkau"
    TIDAK_DIULANG = "tidak_diulang"


#: 0 in the matrix of refusals: nothing stands in the way.
KODE: Final = {p: n for n, p in enumerate(Penolakan, 1)}


def refusals(mentee: Mentee, mentor: Mentor, p: Pertemuan) -> npt.NDArray[np.int8]:
    """A code of KODE for every pair, 0 where it is possible."""
    bentuk = (len(mentee.orang), len(mentor.orang))
    sebab: dict[Penolakan, Benar] = {
        Penolakan.DIRI_SENDIRI: equal(mentee.orang, mentor.orang),
        Penolakan.GARIS_KOMANDO: p.segaris,
        Penolakan.TIDAK_LAYAK: np.broadcast_to(~mentor.layak, bentuk),
        Penolakan.BELUM_SETARA: ~_standing(mentee, mentor),
        Penolakan.LEVEL_KURANG: p.level < mentee.wajib[:, None],
        Penolakan.PENUH: p.free(mentor) < 1,
        Penolakan.TIDAK_TERJANGKAU: mentee.terpencil[:, None]
        & ~mentor.jarak_jauh[None, :]
        & ~equal(mentee.unit, mentor.unit),
        Penolakan.TIDAK_DIULANG: p.pernah < 0,
    }
    hasil = np.zeros(bentuk, dtype=np.int8)
    for penolakan, kena in reversed(sebab.items()):
        hasil[kena] = KODE[penolakan]
    return hasil


def _standing(mentee: Mentee, mentor: Mentor) -> Benar:
    """Whether the mentor is known to stand at least as high as the mentee.

    Inside one family the jenjang says so; across families the golongan on one scale, and for a
    structural mentee the equal jenjang too.
    """
    tercatat = (mentee.jenjang[:, None] > 0) & (mentor.jenjang[None, :] > 0)
    di_atas = mentor.jenjang[None, :] >= mentee.jenjang[:, None]
    setara = mentor.jenjang[None, :] >= _equal_rank(mentee.jenjang)[:, None]
    golongan = equal(mentee.skala, mentor.skala) & (mentee.golongan[:, None] > 0)
    golongan &= mentor.golongan[None, :] >= mentee.golongan[:, None]
    sekeluarga = same_family(mentee, mentor)
    hasil: Benar = tercatat & np.where(sekeluarga, di_atas, setara & golongan)
    return hasil


def _equal_rank(jenjang: Bilangan) -> Bilangan:
    return np.array([SETARA_STRUKTURAL.get(Jenjang(j), 0) if j else 0 for j in jenjang.tolist()], np.int64)


def fit_to_mentor(*, bertugas: bool, predikat: int | None) -> bool:
    """`Mentor.layak`: on duty, and no recorded predikat of the last year below Baik."""
    return bertugas and (predikat is None or predikat >= BAIK)


def is_senior(*, bertugas: bool, predikat: int | None, jenjang: int | None, level_tertinggi: int) -> bool:
    """Whether HR may invite somebody to become a mentor."""
    terbukti = predikat is not None and predikat >= BAIK
    return bertugas and terbukti and jenjang in _JENJANG_SENIOR and level_tertinggi >= LEVEL_SENIOR
