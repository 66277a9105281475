"""Whom a report counts and how many it leaves out why, so that two numbers that differ explain themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from typing import Any, Final, NamedTuple

from django.db.models import Count, Q, QuerySet

from asn_karier.lib import kata
from pegawai.enums import JenisPegawai, StatusKepegawaian
from pegawai.reports.temuan import DIPERIKSA

LEPAS: Final = "tidak sedang bertugas (CLTN, MPP, dan lain-lain)"
_DI_TUGAS: Final = Q(kedudukan_hukum__in=DIPERIKSA)
_PNS: Final = Q(status=StatusKepegawaian.PNS)
_PPPK: Final = Q(jenis=JenisPegawai.PPPK)


class Siapa(Enum):
    """Out of whom a report is made."""

    SEMUA = "Semua pegawai yang tercatat"
    PPPK = "Semua PPPK yang tercatat"
    BERTUGAS = "Pegawai yang bertugas"
    BERJABATAN = "Pegawai yang bertugas dan jabatannya tercatat"
    PNS = "PNS yang bertugas"
    PNS_MULAI = "PNS yang bertugas dan sudah mulai bekerja pada tanggal itu"


class Kelompok(Enum):
    """People who are told apart. A report counts them by the condition by which the list shows them."""

    PNS = "pns"
    PPPK = "pppk"
    CPNS = "cpns"
    LEPAS = "lepas"
    PNS_LEPAS = "pns_lepas"
    PPPK_LEPAS = "pppk_lepas"


SYARAT: Final = {
    Kelompok.PNS: Q(jenis=JenisPegawai.PNS),
    Kelompok.PPPK: _PPPK,
    Kelompok.CPNS: Q(status=StatusKepegawaian.CPNS),
    Kelompok.LEPAS: ~_DI_TUGAS,
    Kelompok.PNS_LEPAS: _PNS & ~_DI_TUGAS,
    Kelompok.PPPK_LEPAS: _PPPK & ~_DI_TUGAS,
}


#: Those for whom the list of people has no other filter.
NAMA_KELOMPOK: Final = {
    Kelompok.CPNS: "CPNS",
    Kelompok.LEPAS: f"{LEPAS[0].upper()}{LEPAS[1:]}",
    Kelompok.PNS_LEPAS: "PNS tidak sedang bertugas",
    Kelompok.PPPK_LEPAS: "PPPK tidak sedang bertugas",
}


class Bagian(NamedTuple):
    """So many people, in words; `kelompok` None where no list shows just them."""

    jumlah: int
    teks: str
    kelompok: Kelompok | None = None

    def __str__(self) -> str:
        return f"{kata.bilangan(self.jumlah)} {self.teks}"


class Ruas(NamedTuple):
    """A piece of the sentence; a number of people can be a link."""

    teks: str
    kelompok: Kelompok | None = None


def yang_dihitung(siapa: Siapa, orang: QuerySet[Any], per: date, masuk: int | None = None) -> list[Ruas]:
    """One sentence, or two, about `orang` on `per`. One query.

    `masuk`: how many a report of BERJABATAN found in their posts.
    """
    n = _hitung(orang, per)
    if siapa in (Siapa.SEMUA, Siapa.PPPK):
        return _ada(siapa, n)
    luar = [b for b in _luar(siapa, n, masuk) if b.jumlah]
    return [Ruas(f"{siapa.value}."), *rangkai(" Tidak dihitung: ", luar)]


def rangkai(awal: str, bagian: Sequence[Bagian]) -> list[Ruas]:
    """'awal 2 CPNS dan 1 PPPK.'; nothing for nobody."""
    ruas: list[Ruas] = []
    for i, b in enumerate(bagian):
        if i:
            ruas.append(Ruas((", " if len(bagian) > 2 else " ") + "dan " * (i == len(bagian) - 1)))
        ruas.append(Ruas(str(b), b.kelompok))
    return [Ruas(awal), *ruas, Ruas(".")] if ruas else []


def kalimat(ruas: Sequence[Ruas]) -> str:
    return "".join(r.teks for r in ruas)


def _hitung(orang: QuerySet[Any], per: date) -> dict[str, int]:
    syarat = {
        **{k.value: q for k, q in SYARAT.items()},
        "nanti": _PNS & _DI_TUGAS & Q(tmt_cpns__gt=per),
        "tugas": _DI_TUGAS,
    }
    n: dict[str, int] = orang.order_by().aggregate(**{k: Count("pk", filter=q) for k, q in syarat.items()})
    return n


def _ada(siapa: Siapa, n: dict[str, int]) -> list[Ruas]:
    """Nobody is left out: who is among them that other reports leave out."""
    pppk = Bagian(n["pppk"], "PPPK", Kelompok.PPPK)
    lepas = Bagian(n["lepas"], LEPAS, Kelompok.LEPAS)
    semua, antara = [Bagian(n["pns"], "PNS", Kelompok.PNS), pppk], [Bagian(n["cpns"], "CPNS", Kelompok.CPNS)]
    if siapa is Siapa.PPPK:
        semua, antara, lepas = [pppk], [], Bagian(n["pppk_lepas"], LEPAS, Kelompok.PPPK_LEPAS)
    semua, antara = ([b for b in x if b.jumlah] for x in (semua, [*antara, lepas]))
    awal = rangkai(f"{siapa.value}: ", semua) or [Ruas(f"{siapa.value}.")]
    return [*awal, *rangkai(" Di antaranya ", antara)]


def _luar(siapa: Siapa, n: dict[str, int], masuk: int | None) -> Iterator[Bagian]:
    if siapa in (Siapa.BERTUGAS, Siapa.BERJABATAN):
        yield Bagian(n["lepas"], LEPAS, Kelompok.LEPAS)
        if masuk is not None:
            yield Bagian(n["tugas"] - masuk, "yang jabatannya belum dicatat")
        return
    yield Bagian(n["cpns"], "CPNS", Kelompok.CPNS)
    yield Bagian(n["pns_lepas"], f"PNS yang {LEPAS}", Kelompok.PNS_LEPAS)
    if siapa is Siapa.PNS_MULAI:
        yield Bagian(n["nanti"], "PNS yang TMT CPNS-nya sesudah tanggal itu")
