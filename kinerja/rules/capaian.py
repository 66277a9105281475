"""What realisation and target say together: a proposal (usulan) for whoever rates, never a rating.

The regulation asks for a judgement of the hasil kerja; no formula turns these ratios into one.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from asn_karier.lib import kata
from kinerja.enums import AspekIndikator

USULAN: Final = "Usulan dari angka realisasi dan target; yang menilai tetap Anda."
#: Beside the ratios of a quarter or a month, which would otherwise read as a shortfall.
TARGET_SELURUH_MASA: Final = (
    "Target berlaku untuk seluruh masa SKP, jadi realisasi satu triwulan atau bulan belum perlu mencapainya."
)
#: Less may be better here, so a ratio would mislead.
TANPA_RASIO: Final = (AspekIndikator.WAKTU, AspekIndikator.BIAYA)


class Capaian(NamedTuple):
    """One indicator. `rasio` is exact, None where none can be told; `kalimat` says so."""

    rasio: Fraction | None
    kalimat: str

    @property
    def tercapai(self) -> bool:
        return self.rasio is not None and self.rasio >= 1


def capaian(
    realisasi: Decimal | None, target: Decimal | None, *, satuan: str = "", aspek: str = ""
) -> Capaian:
    """Realisation over target of one indicator, as a sentence and a ratio."""
    if target is None:
        return Capaian(None, "Target tanpa angka: capaian tidak dihitung.")
    if realisasi is None:
        return Capaian(None, f"Realisasi tanpa angka; target {_bilangan(target, satuan)}.")
    if aspek in TANPA_RASIO:
        return Capaian(
            None,
            f"Realisasi {_bilangan(realisasi, satuan)}, target {_bilangan(target, satuan)}. "
            "Untuk waktu dan biaya, lebih besar belum tentu lebih baik: capaian tidak dihitung.",
        )
    if target <= 0:
        return Capaian(None, "Target nol: capaian tidak dihitung.")
    rasio = Fraction(realisasi) / Fraction(target)
    return Capaian(
        rasio, f"{_bilangan(realisasi)} dari {_bilangan(target, satuan)} ({persen(rasio)} persen)."
    )


def ringkasan(semua: Sequence[Capaian]) -> str:
    """How many indicators reached their target, how many fell short, of how many nothing can be told."""
    if not semua:
        return "Belum ada indikator."
    tercapai = sum(c.tercapai for c in semua)
    tanpa = sum(c.rasio is None for c in semua)
    bagian = [f"{tercapai} dari {len(semua)} indikator mencapai target"]
    if kurang := len(semua) - tercapai - tanpa:
        bagian.append(f"{kurang} belum")
    if tanpa:
        bagian.append(f"{tanpa} tidak dihitung")
    return f"{', '.join(bagian)}."


def persen(rasio: Fraction) -> str:
    """'112,5': rounded half-up to one decimal; what is short of the target never reads 100."""
    senti = int(rasio * 1000 + Fraction(1, 2)) * 10
    if rasio < 1 and senti >= 10_000:
        senti = 9_990
    return kata.senti(senti)


def _bilangan(nilai: Decimal, satuan: str = "") -> str:
    return f"{kata.senti(int(nilai * 100))} {satuan}".strip()
