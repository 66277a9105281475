"""The yearly plan and the five years, proposed from gaps: pure, so that anybody can check why.

A gap is the level a jabatan asks for minus the level on record (PermenPANRB 38/2017); a level that was
never assessed is no gap here. Greedy, not optimal: what closes most levels for a rupiah comes first, and
whoever disagrees reads the reason in one line. The optimum under many limits is the allocation of people.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

#: Classes of one programme in a year that a proposal counts on (KEPUTUSAN: one each quarter).
ANGKATAN_SETAHUN: Final = 4
#: Months in which a proposal puts classes: January waits for the budget, December closes it (KEPUTUSAN).
BULAN_KEGIATAN: Final = range(2, 12)

Larik = npt.NDArray[np.int8]


@dataclass(frozen=True, eq=False, slots=True)
class Celah:
    """Levels (1-5), a row per person and a column per competency; `perlu` is 0 where there is no gap."""

    punya: Larik
    perlu: Larik


@dataclass(frozen=True, eq=False, slots=True)
class Tawaran:
    """One programme. `menutup`: (column of the competency, level a participant reaches).

    `kursi`: seats of one class, None without a limit; `cocok`: for whom it is meant, a row per person.
    """

    pk: int
    biaya: int  # rupiah per participant
    kursi: int | None
    menutup: tuple[tuple[int, int], ...]
    cocok: npt.NDArray[np.bool_]


class Bagian(NamedTuple):
    """What a programme does for one competency: levels closed, of how many people."""

    kolom: int
    orang: int
    tingkat: int


class Usulan(NamedTuple):
    """One line of the proposal, in rupiah for all participants."""

    pk: int
    peserta: int
    biaya: int
    bagian: tuple[Bagian, ...]

    @property
    def tingkat(self) -> int:
        """Levels closed together."""
        return sum(b.tingkat for b in self.bagian)


def seats(kursi: int | None) -> int | None:
    """Seats of a year, from the seats of one class; None: no limit."""
    return None if kursi is None else kursi * ANGKATAN_SETAHUN


def propose_plan(celah: Celah, tawaran: Sequence[Tawaran]) -> list[Usulan]:
    """Every programme that still closes something, the most levels for a rupiah first.

    What a programme before it has closed counts no more. On a tie more levels, then the smaller key.
    A programme measured before is measured anew only after another one has closed a gap of the same kind.
    """
    punya = celah.punya.copy()
    sisa = {t.pk: t for t in tawaran}
    takaran: dict[int, tuple[Usulan, npt.NDArray[np.intp]]] = {}
    hasil: list[Usulan] = []
    while True:
        takaran |= {pk: _takar(t, punya, celah.perlu) for pk, t in sisa.items() if pk not in takaran}
        berguna = [u for u, _ in takaran.values() if u.tingkat]
        if not berguna:
            return hasil
        terbaik = min(berguna, key=lambda u: (Fraction(u.biaya, u.tingkat), -u.tingkat, u.pk))
        hasil.append(terbaik)
        dipilih = sisa.pop(terbaik.pk)
        _tutup(punya, celah.perlu, dipilih, takaran.pop(terbaik.pk)[1])
        tersentuh = {kolom for kolom, _ in dipilih.menutup}
        takaran = {
            pk: ukuran
            for pk, ukuran in takaran.items()
            if tersentuh.isdisjoint(kolom for kolom, _ in sisa[pk].menutup)
        }


def _takar(t: Tawaran, punya: Larik, perlu: Larik) -> tuple[Usulan, npt.NDArray[np.intp]]:
    """What it would close now, and who would go: those with most to close, then the earlier row."""
    naik = [(kolom, _naik(punya[:, kolom], perlu[:, kolom], level)) for kolom, level in t.menutup]
    jumlah: npt.NDArray[np.int16] = sum((n for _, n in naik), np.zeros(len(punya), dtype=np.int16))
    jumlah = np.where(t.cocok, jumlah, 0)
    orang = np.argsort(-jumlah, kind="stable")[: int(np.count_nonzero(jumlah))][: seats(t.kursi)]
    bagian = tuple(Bagian(kolom, int(np.count_nonzero(n[orang])), int(n[orang].sum())) for kolom, n in naik)
    return Usulan(t.pk, len(orang), len(orang) * t.biaya, bagian), orang


def _naik(punya: Larik, perlu: Larik, level: int) -> npt.NDArray[np.int16]:
    naik: npt.NDArray[np.int16] = np.maximum(np.minimum(perlu, level) - punya, 0).astype(np.int16)
    return naik


def _tutup(punya: Larik, perlu: Larik, t: Tawaran, orang: npt.NDArray[np.intp]) -> None:
    for kolom, level in t.menutup:
        capai = np.minimum(perlu[orang, kolom], level)
        punya[orang, kolom] = np.maximum(punya[orang, kolom], capai)


# -- money and months -----------------------------------------------------------------------------------


class Jalan(NamedTuple):
    """The running total after one line, and whether it is above the pagu."""

    jumlah: int
    lewat: bool


def running_total(biaya: Sequence[int], pagu: int) -> list[Jalan]:
    """Rupiah from the top of the list down. A line that costs nothing is never above."""
    jumlah, hasil = 0, []
    for rupiah in biaya:
        jumlah += rupiah
        hasil.append(Jalan(jumlah, bool(rupiah) and jumlah > pagu))
    return hasil


def assign_funds(biaya: Sequence[int], sisa: Mapping[int, int]) -> list[int | None]:
    """For each line the first fund of `sisa` (key to rupiah left) that still holds all of it, else None."""
    kas, hasil = dict(sisa), []
    for rupiah in biaya:
        dari = next((pk for pk, ada in kas.items() if ada >= rupiah), None) if rupiah else None
        if dari is not None:
            kas[dari] -= rupiah
        hasil.append(dari)
    return hasil


def spread_months(banyak: int) -> list[int]:
    """A month for each line, evenly over the months of activity, in order."""
    return [BULAN_KEGIATAN[i * len(BULAN_KEGIATAN) // banyak] for i in range(banyak)]


# -- five years -----------------------------------------------------------------------------------------


class Perlu(NamedTuple):
    """People short of one competency. `kursi`: seats of a year (None: no limit, 0: no programme yet)."""

    kunci: Hashable
    orang: int
    kursi: int | None
    biaya: int  # rupiah per person


class Sasaran(NamedTuple):
    kunci: Any
    tahun: int
    orang: int
    biaya: int  # rupiah


def spread_targets(
    perlu: Sequence[Perlu], *, tahun: Sequence[int], pagu: int | None
) -> tuple[list[Sasaran], dict[Any, int]]:
    """People per competency and year, and how many find no room in any of the years.

    Each year takes its even share of those who are left, within the seats of a year and, for all
    competencies together, within `pagu` (rupiah a year; None: not asked). Where most people are short, the
    money goes first.
    """
    urut = sorted(perlu, key=lambda p: -p.orang)
    sisa: dict[Any, int] = {p.kunci: p.orang for p in urut}
    hasil = []
    for ke, t in enumerate(tahun):
        kas = pagu
        for p in urut:
            jatah = _jatah(p, sisa[p.kunci], len(tahun) - ke, kas)
            if not jatah:
                continue
            sisa[p.kunci] -= jatah
            kas = None if kas is None else kas - jatah * p.biaya
            hasil.append(Sasaran(p.kunci, t, jatah, jatah * p.biaya))
    return hasil, {kunci: n for kunci, n in sisa.items() if n}


def _jatah(p: Perlu, sisa: int, tahun_tersisa: int, kas: int | None) -> int:
    batas = [-(-sisa // tahun_tersisa)]
    if p.kursi is not None:
        batas.append(p.kursi)
    if kas is not None and p.biaya:
        batas.append(kas // p.biaya)
    return min(batas)
