"""What a post asks of somebody who does not hold it: by the rules of a run, with another target.

A managerial post whose law is verified is judged by `rules.jabatan`, the next post of one's own family by
`rules.jenjang`. For every other post no rule decides: golongan and competencies are laid side by side.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.kolom import TAK_DIATUR
from karier.rules.jabatan import susun_promosi
from pegawai.enums import Jenjang


class Hubungan(StrEnum):
    """How a post lies to the one that the person holds. LAIN: no rule of the rule book leads there."""

    SEKARANG = "sekarang"
    JENJANG = "jenjang"
    MANAJERIAL = "manajerial"
    LAIN = "lain"
    PPPK = "pppk"


class Pos(NamedTuple):
    """A post as the rules look at it; `berikut`: the key of the next one in its family."""

    kunci: int
    jenjang: Jenjang | None
    berikut: int | None


class LetakPangkat(StrEnum):
    """Where a golongan lies against the range of a post. One step below is a state, not an error."""

    TAK_DIATUR = "tak_diatur"
    TAK_TERCATAT = "tak_tercatat"
    DALAM = "dalam"
    SATU_DI_BAWAH = "satu_di_bawah"
    DI_BAWAH = "di_bawah"
    DI_ATAS = "di_atas"


def hubungan(kini: Pos | None, tujuan: Pos, a: Aturan, *, pppk: bool) -> Hubungan:
    """By which rule, if any, the way from `kini` to `tujuan` is judged."""
    if kini is not None and kini.kunci == tujuan.kunci:
        return Hubungan.SEKARANG
    if pppk:
        return Hubungan.PPPK
    if kini is not None and kini.berikut == tujuan.kunci:
        return Hubungan.JENJANG
    return Hubungan.MANAJERIAL if tujuan.jenjang in jenjang_dihitung(a) else Hubungan.LAIN


def jenjang_dihitung(a: Aturan) -> frozenset[Jenjang]:
    """Managerial levels whose law is verified; none while no rule of promotion is in force."""
    if "promosi" not in a:
        return frozenset()
    sasaran = susun_promosi(a).sasaran
    return frozenset(Jenjang(j) for j in {*sasaran.tolist()} - {TAK_DIATUR})


def letak_pangkat(golongan: int | None, rentang: tuple[int, int] | None) -> LetakPangkat:
    """`golongan` and the bounds are urut 1-17; None: not recorded, not laid down."""
    if rentang is None:
        return LetakPangkat.TAK_DIATUR
    if golongan is None:
        return LetakPangkat.TAK_TERCATAT
    terendah, tertinggi = rentang
    if golongan > tertinggi:
        return LetakPangkat.DI_ATAS
    if golongan >= terendah:
        return LetakPangkat.DALAM
    return LetakPangkat.SATU_DI_BAWAH if golongan == terendah - 1 else LetakPangkat.DI_BAWAH
