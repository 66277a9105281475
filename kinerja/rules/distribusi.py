"""Pola distribusi: how many people may have each predikat, by the predikat of the organisation.

SE MenPANRB 03/2023, out of one reproduction (V1): a warning, never a gate. Exact whole people: a cap
is rounded down, a floor up.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from asn_karier.lib.aturan import Aturan
from kinerja.enums import Predikat, PredikatOrganisasi
from kinerja.rules.isian import SINGKATAN

KODE: Final = "pola_distribusi"
TERBANYAK: Final = "terbanyak"


class Batas(NamedTuple):
    """One bound of people. `kode` as in the rule file: maks_SB, min_BP_K (BP and K together)."""

    kode: str
    predikat: tuple[Predikat, ...]
    paling_banyak: bool
    jumlah: int

    def dilanggar(self, ada: int) -> bool:
        return ada > self.jumlah if self.paling_banyak else ada < self.jumlah


class Pelanggaran(NamedTuple):
    """A bound that a distribution does not keep: people allowed (or needed), and people there are."""

    kode: str
    predikat: tuple[Predikat, ...]
    boleh: int
    ada: int


def dinilai(banyak: int, a: Aturan) -> bool:
    """Whether a group is large enough for percentages to mean anything (KEPUTUSAN)."""
    return banyak >= a[KODE].angka("pegawai_paling_sedikit")


def terbanyak(organisasi: PredikatOrganisasi, a: Aturan) -> Predikat:
    """The predikat that most people have in an organisation of that predikat."""
    return SINGKATAN[a[KODE].tabel(organisasi.name)[TERBANYAK]["nilai"]]


def kuota(organisasi: PredikatOrganisasi, banyak: int, a: Aturan) -> list[Batas]:
    """Every bound in people, for a group of `banyak`."""
    tabel = a[KODE].tabel(organisasi.name)
    return [_batas(kode, baris, banyak) for kode, baris in tabel.items() if kode != TERBANYAK]


def habis_dibulatkan(organisasi: PredikatOrganisasi, banyak: int, a: Aturan) -> list[str]:
    """Caps that allow nobody only because the group is small (10 percent of nine people)."""
    tabel = a[KODE].tabel(organisasi.name)
    return [
        b.kode
        for b in kuota(organisasi, banyak, a)
        if b.paling_banyak and not b.jumlah and tabel[b.kode]["nilai"]
    ]


def pelanggaran(
    organisasi: PredikatOrganisasi, jumlah: Mapping[Predikat, int], a: Aturan
) -> list[Pelanggaran]:
    """What a distribution breaks; `jumlah` names the people of every predikat."""
    hasil = [
        Pelanggaran(b.kode, b.predikat, b.jumlah, ada)
        for b in kuota(organisasi, sum(jumlah.values()), a)
        if b.dilanggar(ada := sum(jumlah[p] for p in b.predikat))
    ]
    utama = terbanyak(organisasi, a)
    teratas = max(jumlah.values())
    if jumlah[utama] < teratas:
        hasil.append(Pelanggaran(TERBANYAK, (utama,), teratas, jumlah[utama]))
    return hasil


def _batas(kode: str, baris: Mapping[str, Any], banyak: int) -> Batas:
    arah, *singkatan = kode.split("_")
    maks = arah == "maks"
    nilai = int(baris["nilai"])
    if baris["satuan"] == "persen":
        nilai = banyak * nilai // 100 if maks else -(-banyak * nilai // 100)
    return Batas(kode, tuple(SINGKATAN[s] for s in singkatan), maks, nilai)
