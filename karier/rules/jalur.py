"""Which rule of kenaikan pangkat is whose. What is not built is said to be so, never judged by another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from asn_karier.lib.kolom import Topeng
from karier.enums import JalurPangkat
from karier.rules.aturan_pangkat import AturanPangkat
from karier.rules.bersama import bukan_pns, kepegawaian
from karier.rules.fakta import Fakta
from pegawai.enums import JenisJabatan


@dataclass(frozen=True, eq=False, slots=True)
class Jalur:
    """Who is judged by what: masks that exclude each other."""

    reguler: Topeng
    jf: Topeng
    struktural: Topeng
    belum_dihitung: Topeng
    kurang_kepegawaian: Topeng
    kurang_jabatan: Topeng

    @property
    def dinilai(self) -> Topeng:
        return self.reguler | self.jf | self.struktural

    def kode(self) -> npt.NDArray[np.int8]:
        """JalurPangkat per row."""
        hasil = np.full(len(self.reguler), JalurPangkat.TIDAK_BERLAKU, dtype=np.int8)
        hasil[self.reguler] = JalurPangkat.REGULER
        hasil[self.jf] = JalurPangkat.JABATAN_FUNGSIONAL
        hasil[self.struktural] = JalurPangkat.STRUKTURAL
        hasil[self.belum_dihitung] = JalurPangkat.BELUM_DIHITUNG
        return hasil


def pilih_jalur(f: Fakta, p: AturanPangkat) -> Jalur:
    """By the facts, and by the standings and paths for which `p` has rules.

    Unknown kind of pegawai or of jabatan is named as missing, never guessed.
    """
    orang, bukan = kepegawaian(f, p.kedudukan_aktif), bukan_pns(f)
    # A pelaksana in tugas belajar goes on by the ordinary path; a jabatan fungsional earns nothing there.
    belajar = ~bukan & ~orang.kurang & f.kedudukan_hukum.tercatat(*p.kedudukan_reguler)
    reguler = (orang.dinilai | belajar) & f.jenis_jabatan.tercatat(JenisJabatan.PELAKSANA)
    jf = orang.dinilai & f.jenis_jabatan.tercatat(JenisJabatan.FUNGSIONAL)
    struktural = (
        orang.dinilai & f.jenis_jabatan.tercatat(JenisJabatan.STRUKTURAL) & (p.struktural is not None)
    )
    return Jalur(
        reguler=reguler,
        jf=jf,
        struktural=struktural,
        belum_dihitung=~bukan & ~reguler & ~jf & ~struktural,
        kurang_kepegawaian=orang.kurang,
        kurang_jabatan=orang.dinilai & ~f.jenis_jabatan.ada,
    )
