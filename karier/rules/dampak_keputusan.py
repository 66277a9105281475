"""A year of training in numbers, and the three decisions that these numbers ask for first."""

from __future__ import annotations

from typing import Final, NamedTuple

from karier.enums import KeputusanPelatihan as K
from karier.enums import SebabTanpaAngka
from karier.rules.dampak import Taksiran

TERBANYAK: Final = 3
#: KEPUTUSAN: how much a question weighs that is not a share of anything.
_BOBOT_TAK_PASTI: Final = 0.5
_BOBOT_TURUN: Final = 0.9
_BOBOT_NAIK: Final = 0.3
_BOBOT_TANPA_PAGU: Final = 0.4


class Celah(NamedTuple):
    """Gaps of competency between two runs, of people who are in both: what was open, closed, newly opened."""

    lama: int
    tutup: int
    baru: int

    @property
    def terbuka(self) -> int:
        """Open at the later run."""
        return self.lama - self.tutup + self.baru


class Ikut(NamedTuple):
    """People of one kind: how many there are, and how many of them learned anything in the year."""

    orang: int
    ikut: int

    @property
    def bagian(self) -> float:
        """Share of 1; 0 where there is nobody."""
        return self.ikut / self.orang if self.orang else 0.0


class TahunPelatihan(NamedTuple):
    """One year of one government.

    `pns`: PNS on duty and how many of them reached the JP of the right. `terpencil`, `lainnya`: people on
    duty by their unit. Rupiah: `pagu`, `realisasi`. `kelas`: who finished a class and of whom both marks
    are known. `celah`: None where there are no two runs yet.
    """

    orang: int
    jp: int
    pns: Ikut
    terpencil: Ikut
    lainnya: Ikut
    pagu: int
    realisasi: int
    kelas: Ikut
    celah: Celah | None


def three_decisions(t: TahunPelatihan, dampak: Taksiran | SebabTanpaAngka | None) -> list[K]:
    """What to decide first: the questions whose share of what is missing is largest."""
    bobot = {**_bobot(t), **_bobot_dampak(dampak)}
    return sorted(bobot, key=lambda k: (-bobot[k], list(K).index(k)))[:TERBANYAK]


def _bobot(t: TahunPelatihan) -> dict[K, float]:
    hasil = {K.GILIRAN_JP: 1 - t.pns.bagian if t.pns.orang else 0.0}
    if t.pagu:
        hasil[K.PAGU] = 1 - t.realisasi / t.pagu
    else:
        hasil[K.CATAT_PAGU] = _BOBOT_TANPA_PAGU
    if t.terpencil.orang and t.terpencil.bagian < t.lainnya.bagian:
        hasil[K.TERPENCIL] = t.lainnya.bagian - t.terpencil.bagian
    if t.kelas.ikut < t.kelas.orang:
        hasil[K.UKUR_BELAJAR] = 1 - t.kelas.bagian
    if t.celah is not None and t.celah.terbuka:
        hasil[K.CELAH] = t.celah.terbuka / (t.celah.terbuka + t.celah.tutup)
    return hasil


def _bobot_dampak(dampak: Taksiran | SebabTanpaAngka | None) -> dict[K, float]:
    """Where nothing can be concluded, a draw among the applicants would let the next year tell."""
    if not isinstance(dampak, Taksiran) or not dampak.pasti:
        return {K.UNDI_GILIRAN: _BOBOT_TAK_PASTI}
    return {K.TERUSKAN: _BOBOT_NAIK} if dampak.beda > 0 else {K.TINJAU_PROGRAM: _BOBOT_TURUN}
