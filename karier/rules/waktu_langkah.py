"""How long a step takes: the least that the law asks for, and what people in the records needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median_low
from typing import Final, NamedTuple

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import months_between
from asn_karier.lib.kolom import TAK_DIATUR
from karier.rules.jabatan import susun_promosi
from kinerja.enums import Predikat
from kinerja.rules.angka_kredit import JF_KEAHLIAN, JF_KETERAMPILAN, kebutuhan, konversi
from pegawai.enums import Jenjang

#: Fewer people than this are told nothing about, not even together.
AMBANG: Final = 10
_BULAN_SETAHUN: Final = 12


class Pernah(NamedTuple):
    """One post that somebody held, from `tmt` on."""

    orang: int
    pos: int
    tmt: date


def bulan_jenjang(jenjang: Jenjang | None, a: Aturan) -> int | None:
    """Months from jenjang to the next one when every year is rated Baik; None where no number is laid down.

    The need of angka kredit over what a year of Baik brings, rounded up to a whole month.
    """
    if jenjang not in (*JF_KETERAMPILAN, *JF_KEAHLIAN):
        return None
    butuh = kebutuhan(jenjang, a).jenjang
    if butuh is None:
        return None
    return -(-butuh * _BULAN_SETAHUN // konversi(jenjang, Predikat.BAIK, _BULAN_SETAHUN, a))


def bulan_manajerial(jenjang: Jenjang | None, a: Aturan) -> int | None:
    """Months of experience that a managerial level asks for; None where no verified number is laid down."""
    if jenjang is None or jenjang not in susun_promosi(a).sasaran.tolist():
        return None
    bulan = int(susun_promosi(a).bulan_jabatan[jenjang])
    return None if bulan == TAK_DIATUR else bulan


def bulan_tercatat(riwayat: Iterable[Pernah], dari: int, ke: int) -> tuple[int, int] | None:
    """(median months from `dari` to `ke`, how many people made the step); None below AMBANG.

    From the first day in the one to the first day in the other, where nothing but they was looked at.
    """
    awal: dict[int, dict[int, date]] = {}
    for p in riwayat:
        milik = awal.setdefault(p.orang, {})
        milik[p.pos] = min(milik.get(p.pos, p.tmt), p.tmt)
    lama: Sequence[int] = [
        months_between(m[dari], m[ke]) for m in awal.values() if dari in m and ke in m and m[dari] < m[ke]
    ]
    return (median_low(lama), len(lama)) if len(lama) >= AMBANG else None
