"""How well every mentor fits every mentee: a sum of points, each with its reason; 100 at most.

The weights are a decision of our own (KEPUTUSAN). Skill counts most, then how the two can meet, then that
the mentor stands one or two steps ahead; a mentor from elsewhere widens the circle of people one knows.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from mentoring.rules.kolom_jodoh import Benar, Bilangan, Mentee, Mentor, Pertemuan, equal, same_family

SELISIH_TERBAIK: Final = (1, 2)
#: From so many on a mentor is as busy as points can tell.
BEBAN_PENUH: Final = 2
Nilai = npt.NDArray[np.int16]


class Bagian(StrEnum):
    KEAHLIAN = "keahlian"
    PERTEMUAN = "pertemuan"
    JENJANG = "jenjang"
    JARINGAN = "jaringan"
    BEBAN = "beban"
    RIWAYAT = "riwayat"


class Alasan(StrEnum):
    KEAHLIAN = "keahlian"
    KEAHLIAN_LEBIH = "keahlian_lebih"
    UNIT_SAMA = "unit_sama"
    JARAK_JAUH = "jarak_jauh"
    UNIT_LAIN = "unit_lain"
    JENJANG_DI_ATAS = "jenjang_di_atas"
    JENJANG_JAUH_DI_ATAS = "jenjang_jauh_di_atas"
    JENJANG_SETARA = "jenjang_setara"
    RUMPUN_LAIN = "rumpun_lain"
    JARINGAN_PERANGKAT = "jaringan_perangkat"
    JARINGAN_UNIT = "jaringan_unit"
    LUANG = "luang"
    AGAK_LUANG = "agak_luang"
    PERNAH_BERHASIL = "pernah_berhasil"


#: The points of every reason. Inside one part no two are worth the same, so that points tell the reason.
BOBOT: Final[dict[Bagian, dict[Alasan, int]]] = {
    Bagian.KEAHLIAN: {Alasan.KEAHLIAN: 35, Alasan.KEAHLIAN_LEBIH: 40},
    Bagian.PERTEMUAN: {Alasan.UNIT_SAMA: 20, Alasan.JARAK_JAUH: 15, Alasan.UNIT_LAIN: 5},
    Bagian.JENJANG: {
        Alasan.JENJANG_DI_ATAS: 20,
        Alasan.JENJANG_JAUH_DI_ATAS: 10,
        Alasan.RUMPUN_LAIN: 8,
        Alasan.JENJANG_SETARA: 5,
    },
    Bagian.JARINGAN: {Alasan.JARINGAN_PERANGKAT: 10, Alasan.JARINGAN_UNIT: 5},
    Bagian.BEBAN: {Alasan.LUANG: 10, Alasan.AGAK_LUANG: 5},
    Bagian.RIWAYAT: {Alasan.PERNAH_BERHASIL: 5},
}
_POIN: Final = {alasan: poin for bagian in BOBOT.values() for alasan, poin in bagian.items()}
_ALASAN: Final = {b: {poin: alasan for alasan, poin in isi.items()} for b, isi in BOBOT.items()}
TERTINGGI: Final = sum(max(isi.values()) for b, isi in BOBOT.items() if b is not Bagian.PERTEMUAN) + 15


class Butir(NamedTuple):
    alasan: Alasan
    nilai: int


def parts(mentee: Mentee, mentor: Mentor, p: Pertemuan) -> dict[Bagian, Nilai]:
    """The points of every part for every pair; what is impossible has points too (`syarat_mentor`)."""
    di_unit, seperangkat = equal(mentee.unit, mentor.unit), equal(mentee.perangkat, mentor.perangkat)
    jauh = np.broadcast_to(mentor.jarak_jauh, di_unit.shape)
    lebih = p.level > mentee.wajib[:, None]
    dikenal = (mentee.unit[:, None] > 0) & (mentor.unit[None, :] > 0)
    return {
        Bagian.KEAHLIAN: _first([(lebih, Alasan.KEAHLIAN_LEBIH)], Alasan.KEAHLIAN),
        Bagian.PERTEMUAN: _first([(di_unit, Alasan.UNIT_SAMA), (jauh, Alasan.JARAK_JAUH)], Alasan.UNIT_LAIN),
        Bagian.JENJANG: _rank(mentee, mentor),
        Bagian.JARINGAN: _first(
            [
                (dikenal & ~seperangkat, Alasan.JARINGAN_PERANGKAT),
                (dikenal & ~di_unit, Alasan.JARINGAN_UNIT),
            ]
        ),
        Bagian.BEBAN: _load(p.taken(mentor)),
        Bagian.RIWAYAT: _first([(p.pernah > 0, Alasan.PERNAH_BERHASIL)]),
    }


def total(bagian: dict[Bagian, Nilai]) -> Nilai:
    """What every pair adds up to."""
    semua = list(bagian.values())
    hasil: Nilai = np.sum(semua, axis=0, dtype=np.int16)
    return hasil


def reasons(bagian: dict[Bagian, Nilai], i: int, j: int) -> list[Butir]:
    """Why mentor `j` for mentee `i`, a reason per part that gives points."""
    poin = {b: int(nilai[i, j]) for b, nilai in bagian.items()}
    return [Butir(_ALASAN[b][n], n) for b, n in poin.items() if n]


def _first(kasus: list[tuple[Benar, Alasan]], lain: Alasan | None = None) -> Nilai:
    """The points of the first reason that holds, else of `lain`."""
    syarat, alasan = [k for k, _ in kasus], [_POIN[a] for _, a in kasus]
    return np.select(syarat, alasan, _POIN[lain] if lain else 0).astype(np.int16)


def _rank(mentee: Mentee, mentor: Mentor) -> Nilai:
    """One or two steps ahead in the same family is best."""
    tercatat = (mentee.jenjang[:, None] > 0) & (mentor.jenjang[None, :] > 0)
    sekeluarga = same_family(mentee, mentor)
    selisih = mentor.jenjang[None, :] - mentee.jenjang[:, None]
    poin = _first(
        [
            (~sekeluarga, Alasan.RUMPUN_LAIN),
            (np.isin(selisih, SELISIH_TERBAIK), Alasan.JENJANG_DI_ATAS),
            (selisih > 0, Alasan.JENJANG_JAUH_DI_ATAS),
        ],
        Alasan.JENJANG_SETARA,
    )
    return np.where(tercatat, poin, 0).astype(np.int16)


def _load(terisi: Bilangan) -> Nilai:
    """A mentor who guides nobody has most time."""
    return _first([(terisi == 0, Alasan.LUANG), (terisi < BEBAN_PENUH, Alasan.AGAK_LUANG)])
