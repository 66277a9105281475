"""Cells of one row turned into values; faults are collected, never guessed away.

Excel keeps 15 significant digits: an 18-digit NIP or a 16-digit NIK that was ever stored as a number has
lost its last digits, so it is refused and never repaired.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final, TypeVar

from asn_karier.lib.errors import DomainError
from pegawai.rules.nip import Nip
from pegawai.rules.siasn import KOSONG
from pegawai.services.berkas.bentuk import Nilai
from pegawai.services.berkas.tabel import Tabel, baku

MAKS_TEKS: Final = 1000
_ISI_DITAMPILKAN: Final = 40
_SPASI: Final = re.compile(r"[\s\u00a0\u200b\u2060\ufeff]+")
#: Control characters, and characters that reorder text on the screen (a name must read as it is stored).
_BERBAHAYA: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_ILMIAH: Final = re.compile(r"\d([.,]\d+)?E\+?\d+|\d{15,}[.,]0+", re.IGNORECASE)
_TANGGAL: Final = (
    re.compile(r"(?P<d>[0-9]{1,2})[-/.](?P<m>[0-9]{1,2})[-/.](?P<y>[0-9]{4})"),
    re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})(?:[T ][0-9:.]+Z?)?"),
)
#: Days since 1900, from 1927 to 2173: what a date cell becomes when its format is lost.
_SERI: Final = re.compile(r"[1-9][0-9]{4}(?:\.[0-9]+)?")
#: At most two decimals; thousands only where a decimal sign beside them tells which is which.
_SENTI: Final = re.compile(
    r"(?P<utuh>[0-9]{1,7}|[0-9]{1,3}(?:\.[0-9]{3}){1,2}(?=,)|[0-9]{1,3}(?:,[0-9]{3}){1,2}(?=\.))"
    r"(?:[.,](?P<pecahan>[0-9]{1,2}))?"
)
#: As it is typed, and as people write it: Rp1.500.000,00 or 1.500.000,-.
_RUPIAH: Final = re.compile(
    r"(?:rp\.?\s?)?(?P<utuh>[0-9]{1,12}|[0-9]{1,3}(?:\.[0-9]{3}){1,3})(?:,0{1,2}|,-)?", re.IGNORECASE
)
_AWAL, _AKHIR = date(1900, 1, 1), date(2100, 12, 31)
_V = TypeVar("_V")

Galat = dict[str, str]


class Isian:
    """One row being read. `galat` refuses the row, `peringatan` does not."""

    __slots__ = ("_kolom", "_sel", "_tabel", "galat", "nomor", "peringatan")

    def __init__(self, tabel: Tabel, nomor: int, sel: list[Nilai]) -> None:
        self._tabel = tabel
        self._kolom = tabel.kolom
        self._sel = sel
        self.nomor = nomor
        self.galat: list[Galat] = []
        self.peringatan: list[Galat] = []

    def tolak(self, kolom: str, masalah: str, perbaikan: str, *, isi: object = "") -> None:
        """Refuse the row because of one column."""
        self.galat.append(self._catat(kolom, masalah, perbaikan, isi))

    def ingatkan(self, kolom: str, masalah: str, perbaikan: str, *, isi: object = "") -> None:
        """Accept the row, and say what to look at."""
        self.peringatan.append(self._catat(kolom, masalah, perbaikan, isi))

    def _catat(self, kolom: str, masalah: str, perbaikan: str, isi: object) -> Galat:
        huruf = self._tabel.huruf(kolom)
        return {
            "kolom": kolom,
            "sel": f"{huruf}{self.nomor}" if huruf else "",
            "isi": _BERBAHAYA.sub("\N{REPLACEMENT CHARACTER}", str(isi))[:_ISI_DITAMPILKAN],
            "masalah": masalah,
            "perbaikan": perbaikan,
        }

    def mentah(self, kolom: str) -> Nilai:
        """The cell as the file holds it; empty text when the column or the cell is missing."""
        posisi = self._kolom.get(kolom)
        return self._sel[posisi] if posisi is not None and posisi < len(self._sel) else ""

    def teks(self, kolom: str, *, maks: int = MAKS_TEKS, wajib: bool = False) -> str:
        """Plain text: guard apostrophe, `null` and outer spaces gone; too long or hidden signs refuse."""
        nilai = self.mentah(kolom)
        teks = _rapikan(nilai) if isinstance(nilai, str) else _teks_dari(nilai)
        if _BERBAHAYA.search(teks):
            self.tolak(
                kolom,
                "berisi karakter tersembunyi (kontrol atau pembalik arah tulisan)",
                "Ketik ulang isi sel ini.",
            )
            return ""
        if len(teks) > maks:
            self.tolak(
                kolom, f"terlalu panjang: {len(teks)} karakter", f"Ringkas menjadi paling banyak {maks}."
            )
            return ""
        if wajib and not teks:
            self.tolak(kolom, "kosong", "Isi sel ini; tanpa itu baris tidak dapat dipakai.")
        return teks

    def nip(self, kolom: str, *, wajib: bool = True) -> Nip | None:
        """A NIP or NI PPPK; a number is refused."""
        teks = self.kode(kolom, "NIP")
        if not teks:
            if wajib and not self.sudah_ditolak(kolom):
                self.tolak(kolom, "kosong", "Isi NIP 18 angka.")
            return None
        try:
            return Nip.parse(teks)
        except DomainError as salah:
            self.tolak(kolom, salah.pesan, _saran_nip(salah), isi=teks)
            return None

    def kode(self, kolom: str, sebutan: str) -> str:
        """Digits that must be text (NIP, NIK): a number, even one written as text, is refused."""
        nilai = self.mentah(kolom)
        angka = isinstance(nilai, int | float) and not isinstance(nilai, bool)
        if angka or (isinstance(nilai, str) and _ILMIAH.fullmatch(_rapikan(nilai))):
            self.tolak(
                kolom,
                f"{sebutan} tersimpan sebagai angka, sehingga angka-angka terakhirnya sudah berubah",
                "Unduh ulang berkas dari sumbernya. Bila mengetik sendiri: blok kolomnya, pilih Format "
                f"Cells › Text, baru isi {sebutan}. Jangan mengubah format sesudah terisi.",
            )
            return ""
        return self.teks(kolom, maks=40)

    def tanggal(self, kolom: str, *, wajib: bool = False) -> date | None:
        """dd-mm-yyyy, dd/mm/yyyy, yyyy-mm-dd or a date cell; a date that does not exist refuses."""
        nilai = self.mentah(kolom)
        if isinstance(nilai, date):
            return self._wajar(kolom, nilai.date() if isinstance(nilai, datetime) else nilai)
        teks = self.teks(kolom, wajib=wajib)
        if not teks:
            return None
        if _SERI.fullmatch(teks):
            self.tolak(
                kolom,
                "tanggal tersimpan sebagai angka seri Excel",
                "Blok kolomnya, pilih Format Cells › Date, simpan, lalu unggah lagi.",
                isi=teks,
            )
            return None
        for pola in _TANGGAL:
            if cocok := pola.fullmatch(teks):
                try:
                    return self._wajar(kolom, date(int(cocok["y"]), int(cocok["m"]), int(cocok["d"])))
                except ValueError:
                    self.tolak(
                        kolom, "tanggal ini tidak ada dalam kalender", "Periksa hari dan bulannya.", isi=teks
                    )
                    return None
        self.tolak(kolom, "bukan tanggal", "Tulis seperti 31-12-2024 (hari-bulan-tahun).", isi=teks)
        return None

    def _wajar(self, kolom: str, tanggal: date) -> date | None:
        if _AWAL <= tanggal <= _AKHIR:
            return tanggal
        self.tolak(kolom, "tahunnya tidak wajar", "Periksa angka tahunnya.", isi=tanggal.isoformat())
        return None

    def bilangan(self, kolom: str, bawah: int, atas: int, *, wajib: bool = False) -> int | None:
        """A whole number from `bawah` to `atas`."""
        teks = self.teks(kolom, maks=20, wajib=wajib)
        if not teks:
            return None
        if re.fullmatch(r"[0-9]{1,9}", teks) and bawah <= int(teks) <= atas:
            return int(teks)
        self.tolak(kolom, "bukan bilangan yang wajar", f"Isi bilangan bulat {bawah} sampai {atas}.", isi=teks)
        return None

    def rupiah(self, kolom: str, atas: int) -> int | None:
        """Whole rupiah up to `atas`, with or without dots."""
        teks = self.teks(kolom, maks=30)
        if not teks:
            return None
        cocok = _RUPIAH.fullmatch(teks)
        if cocok and (nilai := int(cocok["utuh"].replace(".", ""))) <= atas:
            return nilai
        batas = f"{atas:,}".replace(",", ".")
        self.tolak(
            kolom,
            "bukan jumlah rupiah",
            f"Tulis seperti 1.500.000 atau 1500000, paling banyak {batas}.",
            isi=teks,
        )
        return None

    def senti(self, kolom: str, *, wajib: bool = False) -> int | None:
        """A number with at most two decimals (comma or point), in hundredths."""
        teks = self.teks(kolom, maks=20, wajib=wajib)
        if not teks:
            return None
        if cocok := _SENTI.fullmatch(teks):
            utuh = cocok["utuh"].replace(".", "").replace(",", "")
            return int(utuh + (cocok["pecahan"] or "").ljust(2, "0"))
        self.tolak(kolom, "bukan angka dengan dua desimal", "Tulis seperti 42,50 atau 1234,50.", isi=teks)
        return None

    def pilihan(self, kolom: str, arti: Mapping[str, _V], *, wajib: bool = False) -> _V | None:
        """One of the words of `arti`, whatever the case and spacing."""
        teks = self.teks(kolom, wajib=wajib)
        if not teks:
            return None
        if (kunci := baku(teks)) in arti:
            return arti[kunci]
        self.tolak(kolom, "tidak dikenal", f"Isi salah satu dari: {', '.join(arti)}.", isi=teks)
        return None

    def sudah_ditolak(self, kolom: str) -> bool:
        """Whether this column refused the row already: nothing more is to be said of it."""
        return any(g["kolom"] == kolom for g in self.galat)


def _rapikan(teks: str) -> str:
    bersih = _SPASI.sub(" ", teks).strip()
    if bersih.startswith("'"):
        bersih = bersih[1:].strip()
    return "" if bersih.lower() == KOSONG else bersih


def _teks_dari(nilai: Any) -> str:
    if isinstance(nilai, bool):
        return "YA" if nilai else "TIDAK"
    if isinstance(nilai, float):
        # Excel keeps 15 digits; what a binary double adds behind them nobody typed.
        return str(int(nilai)) if nilai.is_integer() else f"{nilai:.15g}"
    if isinstance(nilai, datetime | date):
        return nilai.strftime("%d-%m-%Y")
    return str(nilai) if isinstance(nilai, time | timedelta | int) else ""


def _saran_nip(salah: DomainError) -> str:
    if salah.kode == "nip_urut":
        return (
            "Akhiran 000 biasanya tanda NIP pernah tersimpan sebagai angka. Unduh ulang berkas dari "
            "sumbernya, lalu jangan ubah format kolomnya."
        )
    return "Cocokkan dengan SK atau kartu pegawai, perbaiki di sumbernya, lalu unduh ulang berkas."
