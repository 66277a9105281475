"""The talent map: two axes and nine boxes (PermenPANRB 3/2020 jo 20/2025, KepKa BKN 411/2025).

For a PNS. A missing component, or an expired assessment, leaves the axis and the box unknown: weights are
never shared out among the others. A box is advice to the official who decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import Kolom, Topeng
from karier.rules.aturan_pangkat import susun as susun_pangkat
from karier.rules.aturan_talenta import KOMPONEN_KINERJA, KOMPONEN_POTENSIAL, AturanTalenta, Tingkat, susun
from karier.rules.fakta import Fakta
from karier.rules.hak import predikat_terakhir
from karier.rules.integritas import Riwayat, riwayat
from karier.rules.kompetensi import asesmen_berlaku, jpm_fakta
from karier.rules.periode import target_tmt
from karier.rules.rasio import PENUH, Rasio, tertimbang
from pegawai.enums import JenisPegawai, Jenjang, StatusKepegawaian

KOMPONEN: Final = (*KOMPONEN_KINERJA, *KOMPONEN_POTENSIAL)
_SENTI: Final = 100


@dataclass(frozen=True, eq=False, slots=True)
class HasilTalenta:
    """Per person.

    sumbu_x (potensial), sumbu_y (kinerja): senti, rounded down, so that no stored number lies in a higher
    class than its box. kotak: 1-9. eksak_x, eksak_y: the axes unrounded. kurang: bit i is set when
    KOMPONEN[i] is missing, 0 for whoever is not mapped.
    """

    sumbu_x: Kolom
    sumbu_y: Kolom
    kotak: Kolom
    eksak_x: Rasio
    eksak_y: Rasio
    kurang: npt.NDArray[np.int16]


def hitung_talenta(f: Fakta, a: Aturan, *, per: date, tmt: date | None = None) -> HasilTalenta:
    """Axes and box of everyone on `per`.

    `tmt` tells which years the predikat belong to: the TMT the facts were read for, by default that of a
    run on `per`.
    """
    p = susun(a)
    pns = f.jenis_pegawai.tercatat(JenisPegawai.PNS) & f.status_kepegawaian.tercatat(StatusKepegawaian.PNS)
    semua = komponen(f, a, per=per, tmt=tmt)
    kinerja = {nama: semua[nama] for nama in KOMPONEN_KINERJA}
    potensial = {nama: semua[nama] for nama in KOMPONEN_POTENSIAL}
    y = tertimbang(kinerja, p.bobot_kinerja).hanya(pns)
    x = tertimbang(potensial, p.bobot_potensial).hanya(pns)
    return HasilTalenta(
        sumbu_x=x.senti(),
        sumbu_y=y.senti(),
        kotak=kotak(y, x, p),
        eksak_x=x,
        eksak_y=y,
        kurang=_kurang(semua, pns),
    )


def komponen(f: Fakta, a: Aturan, *, per: date, tmt: date | None = None) -> dict[str, Rasio]:
    """Every component of everybody in points, both axes, in the order of KOMPONEN."""
    p = susun(a)
    predikat = predikat_terakhir(f, susun_pangkat(a), per=per, tmt=tmt or target_tmt(per, a)).predikat
    return {**_kinerja(f, predikat, p), **_potensial(f, a, p, per)}


def kotak(y: Rasio, x: Rasio, p: AturanTalenta) -> Kolom:
    """The box 1-9 of two axes, by their exact points; unknown when one of them is."""
    return tingkat(y, p).peta_dua(tingkat(x, p), p.kotak)


def tingkat(sumbu: Rasio, p: AturanTalenta) -> Kolom:
    """Class of an axis (Tingkat), the lower bound included."""
    return sumbu.pita(p.ambang)


def tingkat_satu(sumbu: Rasio, p: AturanTalenta) -> Tingkat:
    """The class of one person's axis, which must be known."""
    return Tingkat(int(tingkat(sumbu, p).isi(0)[0]))


def komponen_kurang(bit: int) -> list[str]:
    """The names of missing components, in the order of the regulation."""
    return [nama for i, nama in enumerate(KOMPONEN) if bit >> i & 1]


def _kinerja(f: Fakta, predikat: Kolom, p: AturanTalenta) -> dict[str, Rasio]:
    return {
        "predikat": Rasio.kolom(predikat.peta(p.predikat)),
        "penghargaan": Rasio.kolom(f.skor_penghargaan, _SENTI),
        "penugasan_tim": Rasio.kolom(f.skor_penugasan, _SENTI),
        "umpan_balik": Rasio.kolom(f.skor_umpan_balik, _SENTI),
    }


def _potensial(f: Fakta, a: Aturan, p: AturanTalenta, per: date) -> dict[str, Rasio]:
    berlaku = asesmen_berlaku(f.asesmen_tanggal, a, per)
    return {
        "penilaian_kompetensi": jpm_fakta(f, a).penentu(a).hanya(berlaku),
        "pengembangan_kompetensi": Rasio.kolom(f.skor_pengembangan, _SENTI),
        "pengalaman": Rasio.kolom(f.skor_pengalaman, _SENTI),
        "potensi": Rasio.kolom(f.skor_potensi, _SENTI),
        "pendidikan": Rasio.kolom(f.pendidikan.peta(p.pendidikan)),
        "kesesuaian": Rasio.kolom(f.skor_kesesuaian, _SENTI),
        "integritas": Rasio.kolom(riwayat(f, per).peta(p.integritas)),
    }


def _kurang(nilai: Mapping[str, Rasio], pns: Topeng) -> npt.NDArray[np.int16]:
    bit = [np.left_shift(~nilai[nama].ada, i, dtype=np.int64) for i, nama in enumerate(KOMPONEN)]
    return np.where(pns, np.sum(bit, axis=0), 0).astype(np.int16)


# -- one score at a time ----------------------------------------------------------------------


def skor_integritas(hukuman: Iterable[Riwayat], p: AturanTalenta) -> int:
    """Points of the worst of them; of none, those of a clean record."""
    return int(p.integritas[max(hukuman, default=Riwayat.TIDAK_PERNAH)])


def skor_lama_jabatan(tahun: Fraction, p: AturanTalenta) -> int:
    """Points of so many years in the jenjang of the jabatan (at least 0)."""
    return next(skor for mulai, skor in p.lama_jabatan if tahun >= mulai)


def bobot_manajerial_teknis(jenjang: Jenjang, p: AturanTalenta) -> tuple[int, int]:
    """Percent managerial and technical; DomainError `bobot_belum_diatur` where no text sets them."""
    if jenjang not in p.manajerial:
        raise DomainError(
            "bobot_belum_diatur",
            "Bobot manajerial dan teknis hanya ditetapkan untuk JPT Madya, JPT Pratama, Administrator, "
            "dan Pengawas.",
        )
    return p.manajerial[jenjang], PENUH - p.manajerial[jenjang]


# -- ranking ----------------------------------------------------------------------------------


class Kandidat(NamedTuple):
    """One candidate of a succession group; what is unknown comes after what is known.

    `kecocokan`: match to the jabatan, points. `golongan`: urut 1-17. `masa_kerja`: months.
    """

    kunci: Any
    y: Fraction
    x: Fraction
    kecocokan: Fraction | None = None
    golongan: int | None = None
    tmt_golongan: date | None = None
    masa_kerja: int | None = None
    nip: str = ""


def peringkat(kandidat: Iterable[Kandidat]) -> list[Kandidat]:
    """Best first: Y, X, match and golongan falling, TMT golongan rising, masa kerja falling, NIP rising.

    Only Y and X stand in a source; the rest makes the order one that anybody can repeat (KEPUTUSAN).
    """
    return sorted(kandidat, key=_kunci_urut)


def _kunci_urut(k: Kandidat) -> tuple[Any, ...]:
    return (
        -k.y,
        -k.x,
        *_turun(k.kecocokan),
        *_turun(k.golongan),
        *(k.tmt_golongan is None, k.tmt_golongan or date.max),
        *_turun(k.masa_kerja),
        *(not k.nip, k.nip),
    )


def _turun(nilai: Fraction | int | None) -> tuple[bool, Fraction | int]:
    return (True, 0) if nilai is None else (False, -nilai)
