"""Which rule of kenaikan pangkat is whose. What is not built is said to be so, never judged by another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from asn_karier.lib.kolom import Topeng
from karier.enums import JalurPangkat
from karier.rules.fakta import Fakta
from pegawai.enums import JenisJabatan, JenisPegawai, KedudukanHukum, StatusKepegawaian


@dataclass(frozen=True, eq=False, slots=True)
class Jalur:
    """Who is judged by what: masks that exclude each other."""

    reguler: Topeng
    jf: Topeng
    belum_dihitung: Topeng
    kurang_kepegawaian: Topeng
    kurang_jabatan: Topeng

    @property
    def dinilai(self) -> Topeng:
        return self.reguler | self.jf

    def kode(self) -> npt.NDArray[np.int8]:
        """JalurPangkat per row."""
        hasil = np.full(len(self.reguler), JalurPangkat.TIDAK_BERLAKU, dtype=np.int8)
        hasil[self.reguler] = JalurPangkat.REGULER
        hasil[self.jf] = JalurPangkat.JABATAN_FUNGSIONAL
        hasil[self.belum_dihitung] = JalurPangkat.BELUM_DIHITUNG
        return hasil


def pilih_jalur(f: Fakta, aktif: KedudukanHukum) -> Jalur:
    """By the facts; `aktif` is the standing the ordinary rules are for.

    Unknown kind of pegawai or of jabatan is named as missing, never guessed.
    """
    pns = f.jenis_pegawai.tercatat(JenisPegawai.PNS) & f.status_kepegawaian.tercatat(StatusKepegawaian.PNS)
    bukan = f.jenis_pegawai.tercatat(JenisPegawai.PPPK) | f.status_kepegawaian.tercatat(
        StatusKepegawaian.CPNS, StatusKepegawaian.PPPK
    )
    # Other standing (CLTN, tugas belajar, MPP, ...) has rules of its own that are not built. A penalty
    # leaves the path as it is: a path of its own would tell a leader of the penalty.
    biasa = pns & (
        ~f.kedudukan_hukum.ada | f.kedudukan_hukum.tercatat(aktif, KedudukanHukum.HUKUMAN_DISIPLIN)
    )
    reguler = biasa & f.jenis_jabatan.tercatat(JenisJabatan.PELAKSANA)
    jf = biasa & f.jenis_jabatan.tercatat(JenisJabatan.FUNGSIONAL)
    return Jalur(
        reguler=reguler,
        jf=jf,
        belum_dihitung=~bukan & ~reguler & ~jf,
        kurang_kepegawaian=~bukan & ~pns,
        kurang_jabatan=biasa & ~f.jenis_jabatan.ada,
    )
