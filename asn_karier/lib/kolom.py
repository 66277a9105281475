"""One fact about many people: values, and whether each is known at all.

A raw comparison (`kolom >= 4`) raises, because it would read the filler of a missing value as if
it were a fact. Only this module and `lib.syarat` touch `.nilai`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NoReturn

import numpy as np
import numpy.typing as npt

from asn_karier.lib.dates import Tanggal, add_months_column, add_years_column, months_between_column

Bilangan = npt.NDArray[np.int64]
Topeng = npt.NDArray[np.bool_]
NilaiTunggal = int | date | None

# In a lookup table: the law says nothing about this entry.
TAK_DIATUR = -1

_PENGISI_TANGGAL = np.datetime64("1970-01-01", "D")


def tabel_kosong(*tertinggi: int, isi: int = TAK_DIATUR) -> Bilangan:
    """A lookup table that says nothing yet, with one axis per highest index."""
    return np.full([t + 1 for t in tertinggi], isi, dtype=np.int64)


@dataclass(frozen=True, eq=False, slots=True)
class Kolom:
    """`nilai` is int64 or datetime64[D]; where `ada` is False the value has no meaning."""

    nilai: npt.NDArray[Any]
    ada: Topeng

    def __post_init__(self) -> None:
        if self.nilai.dtype not in (np.dtype(np.int64), np.dtype("datetime64[D]")):
            raise TypeError(f"Kolom holds int64 or datetime64[D], not {self.nilai.dtype}")
        if self.ada.dtype != np.bool_ or self.nilai.shape != self.ada.shape or self.ada.ndim != 1:
            raise TypeError("Kolom needs one flag per value")

    # -- constructors -------------------------------------------------------------------------

    @classmethod
    def satu(cls, nilai: NilaiTunggal, *, tanggal: bool | None = None) -> Kolom:
        """A column of one person; None is a missing fact (`tanggal` tells its type)."""
        return cls.dari([nilai], tanggal=tanggal)

    @classmethod
    def dari(cls, nilai: Iterable[NilaiTunggal], *, tanggal: bool | None = None) -> Kolom:
        """A column from Python values; None is a missing fact."""
        daftar = list(nilai)
        if tanggal is None:
            tanggal = any(isinstance(n, date) for n in daftar)
        ada = np.array([n is not None for n in daftar], dtype=np.bool_)
        return cls(_larik_tanggal(daftar) if tanggal else _larik_bilangan(daftar), ada)

    @classmethod
    def penuh(cls, nilai: int | date | np.datetime64, banyak: int) -> Kolom:
        """The same known value for everybody."""
        jenis = np.dtype(np.int64) if isinstance(nilai, int) else np.dtype("datetime64[D]")
        return cls(np.full(banyak, _isian(nilai), dtype=jenis), np.ones(banyak, dtype=np.bool_))

    @classmethod
    def ya_tidak(cls, topeng: Topeng) -> Kolom:
        """A known yes (1) or no (0) for everybody."""
        return cls(topeng.astype(np.int64), np.ones(len(topeng), dtype=np.bool_))

    @classmethod
    def kosong(cls, banyak: int, *, tanggal: bool = False) -> Kolom:
        """A fact nobody has recorded."""
        jenis = np.dtype("datetime64[D]") if tanggal else np.dtype(np.int64)
        return cls(np.zeros(banyak, dtype=jenis), np.zeros(banyak, dtype=np.bool_))

    # -- reading ------------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self.ada)

    @property
    def berupa_tanggal(self) -> bool:
        return self.nilai.dtype.kind == "M"

    def tercatat(self, *nilai: int) -> Topeng:
        """Rows where the fact is known and is one of `nilai` (unknown rows are False)."""
        cocok = np.zeros(len(self), dtype=np.bool_)
        for satu in nilai:
            cocok |= self.nilai == int(satu)
        hasil: Topeng = cocok & self.ada
        return hasil

    def isi(self, pengganti: int | date | np.datetime64) -> npt.NDArray[Any]:
        """The values, with `pengganti` where the fact is missing: an explicit choice of the caller."""
        return np.where(self.ada, self.nilai, _isian(pengganti))

    def baca(self, indeks: int) -> NilaiTunggal:
        """One value as a Python int or date; None when missing."""
        if not self.ada[indeks]:
            return None
        nilai: NilaiTunggal = self.nilai[indeks].item()
        return nilai

    def pilih(self, indeks: Any) -> Kolom:
        """The rows of a slice, an index array or a mask."""
        return Kolom(self.nilai[indeks], self.ada[indeks])

    # -- arithmetic that keeps missing missing ------------------------------------------------

    def peta(self, tabel: Bilangan) -> Kolom:
        """Look every value up in `tabel`; outside it, or TAK_DIATUR in it, is missing."""
        aman = self.ada & (self.nilai >= 0) & (self.nilai < len(tabel))
        hasil = np.asarray(tabel, dtype=np.int64)[np.where(aman, self.nilai, 0)]
        return Kolom(hasil, aman & (hasil != TAK_DIATUR))

    def peta_dua(self, lain: Kolom, tabel: Bilangan) -> Kolom:
        """Look pairs (self, lain) up in a table of two dimensions."""
        lebar = tabel.shape[1]
        aman = lain.ada & (lain.nilai >= 0) & (lain.nilai < lebar)
        datar = Kolom(self.nilai * lebar + np.where(aman, lain.nilai, 0), self.ada & aman)
        return datar.peta(tabel.reshape(-1))

    def tambah(self, lain: Kolom | int) -> Kolom:
        """Sum; missing when either is missing."""
        if isinstance(lain, int):
            return Kolom(self.nilai + lain, self.ada)
        return Kolom(self.nilai + lain.nilai, self.ada & lain.ada)

    def kurang(self, lain: Kolom) -> Kolom:
        """Difference of two counts; missing when either is missing."""
        return Kolom(self.nilai - lain.nilai, self.ada & lain.ada)

    def kali(self, angka: int) -> Kolom:
        """So many times."""
        return Kolom(self.nilai * angka, self.ada)

    def bagi(self, angka: int) -> Kolom:
        """Whole parts: what is left of a division is dropped."""
        return Kolom(self.nilai // angka, self.ada)

    def terendah(self, lain: Kolom) -> Kolom:
        """The lower of two facts; missing when either is missing."""
        return Kolom(np.minimum(self.nilai, lain.nilai), self.ada & lain.ada)

    def tertinggi(self, lain: Kolom) -> Kolom:
        """The higher of two facts; the one that is known when the other is missing."""
        keduanya = Kolom(np.maximum(self.nilai, lain.nilai), self.ada & lain.ada)
        return keduanya.atau(self).atau(lain)

    def dalam(self, bawah: int | None, atas: int | None) -> Kolom:
        """Pulled up to `bawah` or down to `atas` where it lies outside; None is no bound."""
        return Kolom(np.clip(self.nilai, bawah, atas), self.ada)

    def bila(self, topeng: Topeng, lain: Kolom) -> Kolom:
        """This column where `topeng`, else `lain`."""
        return Kolom(np.where(topeng, self.nilai, lain.nilai), np.where(topeng, self.ada, lain.ada))

    def atau(self, lain: Kolom | int) -> Kolom:
        """This column, filled up from `lain` where it is missing."""
        pengganti = Kolom.penuh(lain, len(self)) if isinstance(lain, int) else lain
        return self.bila(self.ada, pengganti)

    def hanya(self, topeng: Topeng) -> Kolom:
        """This column where `topeng`, elsewhere missing."""
        return Kolom(self.nilai, self.ada & topeng)

    # -- dates --------------------------------------------------------------------------------

    def bulan_sampai(self, per: date) -> Kolom:
        """Whole months from each date up to `per` (see `lib.dates.months_between`)."""
        return Kolom(months_between_column(self._tanggal(), per), self.ada)

    def tambah_bulan(self, bulan: int | Bilangan) -> Kolom:
        """The same day so many months later, one number for all or one per row."""
        return Kolom(add_months_column(self._tanggal(), bulan), self.ada)

    def ulang_tahun(self, tahun: Kolom) -> Kolom:
        """The anniversary reached after `tahun` years, each row its own number."""
        tambah = np.where(tahun.ada, tahun.nilai, 0)
        return Kolom(add_years_column(self._tanggal(), tambah), self.ada & tahun.ada)

    def sebagai_tanggal(self) -> Tanggal:
        """The dates, unknown ones as NaT."""
        return np.where(self.ada, self._tanggal(), np.datetime64("NaT", "D"))

    def _tanggal(self) -> Tanggal:
        if not self.berupa_tanggal:
            raise TypeError("Kolom of numbers used as dates")
        return self.nilai

    # -- refusals -----------------------------------------------------------------------------

    def _tolak(self, _: object) -> NoReturn:
        raise TypeError(
            "Compare facts with the vocabulary of lib.syarat; a raw comparison ignores missing values"
        )

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _tolak

    def __bool__(self) -> NoReturn:
        raise TypeError("Kolom has no truth value; use the vocabulary of lib.syarat")


def gabung(bagian: Sequence[Kolom]) -> Kolom:
    """One column out of several, in order."""
    return Kolom(np.concatenate([k.nilai for k in bagian]), np.concatenate([k.ada for k in bagian]))


def _isian(nilai: int | date | np.datetime64) -> Any:
    if isinstance(nilai, int):
        return int(nilai)
    return nilai if isinstance(nilai, np.datetime64) else np.datetime64(nilai, "D")


def _larik_bilangan(daftar: Sequence[NilaiTunggal]) -> Bilangan:
    return np.array([_bilangan(n) for n in daftar], dtype=np.int64)


def _bilangan(nilai: NilaiTunggal) -> int:
    if isinstance(nilai, date):
        raise TypeError("A column holds dates or numbers, not both")
    return 0 if nilai is None else int(nilai)


def _larik_tanggal(daftar: Sequence[NilaiTunggal]) -> Tanggal:
    if any(isinstance(n, datetime) or not isinstance(n, date | None) for n in daftar):
        raise TypeError("A column of dates holds dates only")
    return np.array(
        [_PENGISI_TANGGAL if n is None else np.datetime64(n, "D") for n in daftar], dtype="datetime64[D]"
    )
