"""The distribution of predikat beside the pola of the organisation: a warning, never a block.

SE MenPANRB 03/2023. Without a predikat kinerja organisasi that somebody set, no pola is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from asn_karier.lib.aturan import Aturan, aturan_per
from asn_karier.lib.kata import tanggal
from kinerja.enums import Predikat, PredikatOrganisasi
from kinerja.kamus import LABEL
from kinerja.kamus.pola import kalimat_batas, kalimat_pelanggaran
from kinerja.models import PredikatOrganisasiUnit, SiklusPenilaian
from kinerja.rules.distribusi import dinilai, habis_dibulatkan, kuota, pelanggaran
from pegawai.models import UnitKerja


class BarisPola(NamedTuple):
    """How many have a predikat, and what the pola says about it (empty: nothing)."""

    predikat: str
    jumlah: int
    batas: str


class Pola(NamedTuple):
    """`dasar`: who set the predikat of the organisation; empty: nobody, then no limit is shown.

    `kecil`: so few people that percentages mean nothing.
    """

    banyak: int
    baris: list[BarisPola]
    dasar: str
    peringatan: list[str]
    kecil: bool


def organisation_predikat(siklus: SiklusPenilaian, unit: UnitKerja | None) -> PredikatOrganisasiUnit | None:
    """Of the unit or the nearest unit above it that has one, else of the whole instansi."""
    semua = siklus.predikat_organisasi.select_related("unit")
    cocok = [p for p in semua if p.unit is None or (unit and unit.jalur.startswith(p.unit.jalur))]
    return max(cocok, key=lambda p: len(p.unit.jalur) if p.unit else 0, default=None)


def distribution(siklus: SiklusPenilaian, unit: UnitKerja | None, predikat: Iterable[int]) -> Pola:
    """The people of one rater or unit by predikat, beside the pola; two queries."""
    jumlah = Counter(Predikat(p) for p in predikat)
    banyak = sum(jumlah.values())
    organisasi = organisation_predikat(siklus, unit)
    a = aturan_per(siklus.masa.sampai)
    kecil = not dinilai(banyak, a)
    if organisasi is None or kecil:
        return Pola(banyak, _baris(jumlah, {}), _dasar(organisasi), [], kecil)
    predikat_organisasi = PredikatOrganisasi(organisasi.predikat)
    lengkap = {p: jumlah[p] for p in Predikat}
    batas = {p: kalimat_batas(b) for b in kuota(predikat_organisasi, banyak, a) for p in b.predikat}
    peringatan = [kalimat_pelanggaran(p) for p in pelanggaran(predikat_organisasi, lengkap, a)]
    peringatan += _dibulatkan(predikat_organisasi, banyak, a)
    return Pola(banyak, _baris(jumlah, batas), _dasar(organisasi), peringatan, kecil)


def _baris(jumlah: Mapping[Predikat, int], batas: Mapping[Predikat, str]) -> list[BarisPola]:
    return [BarisPola(LABEL[Predikat][p], jumlah.get(p, 0), batas.get(p, "")) for p in reversed(Predikat)]


def _dasar(organisasi: PredikatOrganisasiUnit | None) -> str:
    if organisasi is None:
        return ""
    return (
        f"Predikat kinerja organisasi {organisasi.get_predikat_display()}, ditetapkan "
        f"{organisasi.penetap}, {organisasi.dokumen} tanggal {tanggal(organisasi.tanggal)}."
    )


def _dibulatkan(organisasi: PredikatOrganisasi, banyak: int, a: Aturan) -> list[str]:
    if not habis_dibulatkan(organisasi, banyak, a):
        return []
    return [f"Dengan {banyak} pegawai, ada batas yang menjadi 0 orang hanya karena pembulatan."]
