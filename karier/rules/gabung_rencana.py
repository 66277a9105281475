"""A plan that was written on without a network comes back: both sides are joined over what they began with.

Three states: `dasar` (what the sheet was made from), `sini` (the plan here), `luar` (the sheet). A value
that one side changed is taken; a value that both changed differently is a conflict, and so is an item that
one side changed and the other removed, and whatever the sheet changes of an item that is done. Nothing is
chosen silently: until every conflict is answered there is no result.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from karier.rules.beda_rencana import RUAS, Baris, Isi, Nilai

#: Conflicts about a whole item, and about the order of all.
HAPUS: Final = "hapus"
URUT: Final = "urut"


class Pihak(StrEnum):
    SINI = "sini"
    LUAR = "luar"


Kunci = tuple[int, str]
Pilihan = Mapping[Kunci, Pihak]


class Konflik(NamedTuple):
    """Both sides of one question. Of a removed item its side is None; of the order both are."""

    nomor: int
    ruas: str
    sini: Isi | Nilai | None
    luar: Isi | Nilai | None
    kegiatan: str = ""

    @property
    def kunci(self) -> Kunci:
        return self.nomor, self.ruas


class Gabungan(NamedTuple):
    """`baris` counts only when `terbuka` is empty; `konflik` are all questions, answered ones too."""

    baris: list[Baris]
    konflik: list[Konflik]
    terbuka: list[Konflik]


def merge(
    dasar: Sequence[Baris],
    sini: Sequence[Baris],
    luar: Sequence[Baris],
    *,
    pilihan: Pilihan | None = None,
    tetap: Collection[int] = (),
) -> Gabungan:
    """Join both sides; `pilihan` answers conflicts. `tetap`: items done here; to change one is a question."""
    kerja = _Penggabung(dasar, sini, luar, pilihan or {}, frozenset(tetap))
    return kerja.jalan()


class _Penggabung:
    def __init__(
        self,
        dasar: Sequence[Baris],
        sini: Sequence[Baris],
        luar: Sequence[Baris],
        pilihan: Pilihan,
        tetap: frozenset[int],
    ) -> None:
        self.dasar = {b.nomor: b.isi for b in dasar}
        self.sini = {b.nomor: b.isi for b in sini}
        # A number that the sheet never had was made up: such a row is a new one.
        self.luar = {b.nomor: b.isi for b in luar if b.nomor in self.dasar}
        self.baru = [b.isi for b in luar if b.nomor not in self.dasar]
        self.pilihan, self.tetap = pilihan, tetap
        self.konflik: list[Konflik] = []

    def jalan(self) -> Gabungan:
        jadi = {n: isi for n in self.dasar if (isi := self._satu(n)) is not None}
        jadi |= {n: isi for n, isi in self.sini.items() if n not in self.dasar}
        ada = [isi for n, isi in self.sini.items() if n not in self.dasar]
        tambahan = [Baris(0, isi) for isi in self.baru if not _take(ada, isi)]
        urut = self._urutan(jadi)
        terbuka = [k for k in self.konflik if k.kunci not in self.pilihan]
        return Gabungan([*(Baris(n, jadi[n]) for n in urut), *tambahan], self.konflik, terbuka)

    def _satu(self, n: int) -> Isi | None:
        """What becomes of an item that both sides began with; None: it goes."""
        dasar, sini, luar = self.dasar[n], self.sini.get(n), self.luar.get(n)
        if sini is not None and luar is not None:
            return {ruas: self._nilai(n, ruas) for ruas in RUAS}
        tinggal = sini if sini is not None else luar
        if tinggal is None or (tinggal == dasar and n not in self.tetap):
            return None
        return sini if self._tanya(n, HAPUS, sini, luar) is Pihak.SINI else luar

    def _nilai(self, n: int, ruas: str) -> Nilai:
        dasar, sini, luar = self.dasar[n][ruas], self.sini[n][ruas], self.luar[n][ruas]
        if luar in (dasar, sini):
            return sini
        if sini == dasar and n not in self.tetap:
            return luar
        return sini if self._tanya(n, ruas, sini, luar) is Pihak.SINI else luar

    def _tanya(self, n: int, ruas: str, sini: Isi | Nilai | None, luar: Isi | Nilai | None) -> Pihak:
        nama = str(self.dasar[n]["kegiatan"]) if n else ""
        self.konflik.append(Konflik(n, ruas, sini, luar, nama))
        return self.pilihan.get((n, ruas), Pihak.SINI)

    def _urutan(self, jadi: Collection[int]) -> list[int]:
        """The order of the side that moved something; when both did, it is a question."""
        dasar, sini, luar = ([n for n in sisi if n in jadi] for sisi in (self.dasar, self.sini, self.luar))
        bersama = set(dasar) & set(sini) & set(luar)
        d, s, u = ([n for n in sisi if n in bersama] for sisi in (dasar, sini, luar))
        pilih = Pihak.SINI
        if u not in (d, s):
            pilih = Pihak.LUAR if s == d else self._tanya(0, URUT, None, None)
        utama, lain = (sini, luar) if pilih is Pihak.SINI else (luar, sini)
        return [*utama, *(n for n in lain if n not in utama)]


def _take(ada: list[Isi], isi: Isi) -> bool:
    """Whether the same new item was written here too; each of ours stands for one of theirs."""
    if isi not in ada:
        return False
    ada.remove(isi)
    return True
