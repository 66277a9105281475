"""What was known about people before a training: the columns by which trained and others are compared.

Only facts of before the first day of the training year stand here. Whatever came later may be an effect
of the training itself, and comparing by it would hide the effect.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from karier.enums import JenisUnit

Bulat = npt.NDArray[np.int64]
Pecahan = npt.NDArray[np.float64]
Topeng = npt.NDArray[np.bool_]

#: Words in the name of a unit that tell its kind; the first that fits counts.
_KATA_UNIT: Final = (
    (JenisUnit.KESEHATAN, ("puskesmas", "rsud", "rumah sakit", "klinik")),
    (JenisUnit.SEKOLAH, ("sekolah", "sd ", "sdn ", "smp", "sma ", "sman ", "smk", "paud", "tk ", "slb")),
    (JenisUnit.KEWILAYAHAN, ("kecamatan", "distrik", "kelurahan")),
)
#: KEPUTUSAN: where bands begin. Age in years; JP of a year (the right is 20 JP); predikat 1 to 5.
PITA_UMUR: Final = (35, 46)
PITA_JP: Final = (1, 20)
PITA_PREDIKAT: Final = (1, 4, 5)
#: JP beyond this say no more about who learns on their own accord.
_JP_TERBANYAK: Final = 60


def jenis_unit(nama: str) -> JenisUnit:
    """The kind of work of a unit, out of its name: 'UPTD Puskesmas Sungai Rengas' is KESEHATAN."""
    teks = f" {nama.lower()} "
    return next((j for j, kata in _KATA_UNIT if any(f" {k}" in teks for k in kata)), JenisUnit.KANTOR)


def pita(nilai: Bulat, batas: tuple[int, ...]) -> Bulat:
    """In which band each value lies: 0 below the first bound, one more from each bound on."""
    hasil: Bulat = np.searchsorted(batas, nilai, side="right").astype(np.int64)
    return hasil


class Sifat(NamedTuple):
    """One row per person, as known before the training year began; 0 where nothing is recorded.

    `awal`: the outcome itself before (predikat, level or JP), `pita_awal` its band. `predikat`,
    `predikat_lama`: of the last year and the one before it (1 to 5). `jp`: of the last year. `jenjang`:
    pegawai.enums.Jenjang. `unit`: JenisUnit. `umur`: years. `terpencil`: 1 for a remote unit. `tim`: a
    number of those who are rated together (the unit), by which nobody is matched.
    """

    awal: Pecahan
    pita_awal: Bulat
    predikat: Bulat
    predikat_lama: Bulat
    jp: Bulat
    jenjang: Bulat
    unit: Bulat
    umur: Bulat
    terpencil: Bulat
    tim: Bulat

    def pilih(self, topeng: Topeng) -> Sifat:
        """The people of a mask."""
        return Sifat(self.awal[topeng], *(kolom[topeng] for kolom in self[1:]))


def kelompok_serupa(s: Sifat) -> tuple[Bulat, ...]:
    """Who is like whom, five answers from the finest to the coarsest: people of one number are alike.

    Everything in bands; jenjang only by its family; without age and the older predikat; without JP and
    kind of unit; at last the outcome of before alone. What an answer leaves out is left to `penyesuai`.
    """
    keluarga, predikat = s.jenjang // 10, pita(s.predikat, PITA_PREDIKAT)
    jp, umur = pita(s.jp, PITA_JP), pita(s.umur, PITA_UMUR)
    kasar = (s.pita_awal, predikat, s.terpencil)
    halus = (*kasar, pita(s.predikat_lama, PITA_PREDIKAT), jp, s.unit, umur)
    return (
        _nomor(s.jenjang, *halus),
        _nomor(keluarga, *halus),
        _nomor(keluarga, *kasar, jp, s.unit),
        _nomor(keluarga, *kasar),
        _nomor(s.pita_awal),
    )


def penyesuai(s: Sifat) -> Pecahan:
    """Columns that make up for what bands leave, the most telling first, each of about one unit of size."""
    keluarga = s.jenjang // 10
    kolom = [
        s.awal,
        s.predikat,
        s.predikat_lama,
        np.minimum(s.jp, _JP_TERBANYAK) / 20,
        s.umur / 10,
        s.terpencil,
        s.jp > 0,
        s.predikat_lama == 0,
        *(s.unit == j for j in (JenisUnit.SEKOLAH, JenisUnit.KESEHATAN, JenisUnit.KEWILAYAHAN)),
        *(keluarga == k for k in (2, 3, 4)),
        (s.umur / 10) ** 2,
    ]
    return np.column_stack([k.astype(np.float64) for k in kolom])


def _nomor(*kolom: Bulat) -> Bulat:
    """Small numbers from 0 that are equal exactly where all `kolom` are; each holds whole numbers from 0."""
    kunci = np.zeros(len(kolom[0]), dtype=np.int64)
    for satu in kolom:
        kunci = kunci * (satu.max(initial=0) + 1) + satu
    hasil: Bulat = np.unique(kunci, return_inverse=True)[1].astype(np.int64)
    return hasil
