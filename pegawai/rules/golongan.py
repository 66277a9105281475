"""Golongan: two scales that never mix (PNS I/a-IV/e, PP 99/2000; PPPK I-XVII, Perpres 98/2020)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, NamedTuple

from asn_karier.lib.aturan import Baris
from asn_karier.lib.errors import DomainError
from pegawai.enums import JenisPegawai

TERENDAH: Final = 1
TERTINGGI: Final = 17
BANYAK_RUANG: Final = (4, 4, 4, 5)

_ROMAWI: Final = (
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
)
_PANGKAT: Final = (
    "Juru Muda",
    "Juru Muda Tingkat I",
    "Juru",
    "Juru Tingkat I",
    "Pengatur Muda",
    "Pengatur Muda Tingkat I",
    "Pengatur",
    "Pengatur Tingkat I",
    "Penata Muda",
    "Penata Muda Tingkat I",
    "Penata",
    "Penata Tingkat I",
    "Pembina",
    "Pembina Tingkat I",
    "Pembina Utama Muda",
    "Pembina Utama Madya",
    "Pembina Utama",
)
# One entry per urut: (number of the golongan, number of the ruang), both from 1.
_RUANG: Final = tuple((g, r) for g, banyak in enumerate(BANYAK_RUANG, 1) for r in range(1, banyak + 1))
_URUT_RUANG: Final = {ruang: urut for urut, ruang in enumerate(_RUANG, 1)}
_POLA_PNS: Final = re.compile(r"(?P<gol>IV|I{1,3}|[1-4])[\s/.\-]*(?P<ruang>[A-E])")
_POLA_ID: Final = re.compile(r"(?P<gol>[1-4])(?P<ruang>[1-5])")
_AWALAN: Final = re.compile(r"^(GOLONGAN|GOL)\.?\s*")

# What payroll files write for a PPPK in the letters of the PNS scale, by entry education.
_TERSELUBUNG: Final = {"I": 1, "V": 5, "II/c": 7, "III/a": 9, "III/b": 10, "III/c": 11}


@dataclass(frozen=True, slots=True, eq=True)
class Golongan:
    """A place on one scale. `urut` counts from 1; comparing across scales raises DomainError."""

    skala: JenisPegawai
    urut: int

    def __post_init__(self) -> None:
        if not TERENDAH <= self.urut <= TERTINGGI:
            raise DomainError(
                "golongan_luar_rentang", f"Urutan golongan antara 1 dan 17. Yang diisi {self.urut}"
            )

    @classmethod
    def pns(cls, teks: str) -> Golongan:
        """Read 'III/a', 'III a', 'IIIa', '3a' or the SIASN id '31'; raises `golongan_pns`."""
        baku = _baku(teks)
        cocok = _POLA_PNS.fullmatch(baku) or _POLA_ID.fullmatch(baku)
        urut = _URUT_RUANG.get(_nomor(cocok["gol"], cocok["ruang"])) if cocok else None
        if urut is None:
            raise DomainError(
                "golongan_pns",
                f"Golongan PNS ditulis seperti III/a (I/a sampai IV/e). Yang diisi '{teks.strip()}'",
            )
        return cls(JenisPegawai.PNS, urut)

    @classmethod
    def pppk(cls, teks: str) -> Golongan:
        """Read a Roman number I to XVII, or 1 to 17; raises `golongan_pppk`."""
        baku = _baku(teks)
        if baku in _ROMAWI:
            return cls(JenisPegawai.PPPK, _ROMAWI.index(baku) + 1)
        if re.fullmatch(r"[1-9]|1[0-7]", baku):
            return cls(JenisPegawai.PPPK, int(baku))
        raise DomainError(
            "golongan_pppk",
            f"Golongan PPPK ditulis dengan angka Romawi I sampai XVII. Yang diisi '{teks.strip()}'",
        )

    @classmethod
    def parse(cls, teks: str, skala: JenisPegawai) -> Golongan:
        """Read a golongan on the scale of that kind of pegawai."""
        return cls.pns(teks) if skala is JenisPegawai.PNS else cls.pppk(teks)

    @property
    def nama(self) -> str:
        """'III/a' for a PNS, 'IX' for a PPPK."""
        if self.skala is JenisPegawai.PPPK:
            return _ROMAWI[self.urut - 1]
        golongan, ruang = _RUANG[self.urut - 1]
        return f"{_ROMAWI[golongan - 1]}/{'abcde'[ruang - 1]}"

    @property
    def pangkat(self) -> str:
        """The name of the pangkat; a PPPK has none (empty)."""
        return _PANGKAT[self.urut - 1] if self.skala is JenisPegawai.PNS else ""

    @property
    def id_siasn(self) -> str:
        """The id SIASN uses: '31' for III/a; for a PPPK its number."""
        if self.skala is JenisPegawai.PPPK:
            return str(self.urut)
        golongan, ruang = _RUANG[self.urut - 1]
        return f"{golongan}{ruang}"

    @property
    def tingkat(self) -> int:
        """The golongan without ruang, 1 to 4 (PNS only)."""
        if self.skala is not JenisPegawai.PNS:
            raise _beda_skala()
        return _RUANG[self.urut - 1][0]

    @property
    def berikut(self) -> Golongan | None:
        """One step higher; None at the top of the scale."""
        return Golongan(self.skala, self.urut + 1) if self.urut < TERTINGGI else None

    def __str__(self) -> str:
        return self.nama

    def __lt__(self, lain: Golongan) -> bool:
        return self.urut < self._seskala(lain).urut

    def __le__(self, lain: Golongan) -> bool:
        return self.urut <= self._seskala(lain).urut

    def __gt__(self, lain: Golongan) -> bool:
        return self.urut > self._seskala(lain).urut

    def __ge__(self, lain: Golongan) -> bool:
        return self.urut >= self._seskala(lain).urut

    def _seskala(self, lain: Golongan) -> Golongan:
        if lain.skala is not self.skala:
            raise _beda_skala()
        return lain


class Rentang(NamedTuple):
    """Lowest and highest golongan, both included. `terverifikasi`: both ends stand in a source."""

    terendah: Golongan
    tertinggi: Golongan
    terverifikasi: bool

    @classmethod
    def dari_baris(cls, bawah: Baris, atas: Baris) -> Rentang:
        """Of PNS golongan as two rows of a rule file hold them."""
        pasti = "UNV" not in (bawah["conf"], atas["conf"])
        return cls(Golongan.pns(bawah["nilai"]), Golongan.pns(atas["nilai"]), pasti)

    def memuat(self, golongan: Golongan) -> bool:
        """Whether `golongan` lies within; DomainError `golongan_beda_skala` for the other scale."""
        return self.terendah <= golongan <= self.tertinggi


def pppk_terselubung(teks: str) -> Golongan:
    """The PPPK golongan that a payroll file writes as a PNS one (II/c means VII, III/a means IX).

    Explicit, never automatic: only for a person who is known to be a PPPK. Raises `golongan_pppk`.
    """
    baku = _baku(teks)
    kunci = baku if baku in _TERSELUBUNG else _nama_pns_atau_kosong(teks)
    if kunci not in _TERSELUBUNG:
        return Golongan.pppk(teks)
    return Golongan(JenisPegawai.PPPK, _TERSELUBUNG[kunci])


def urut_pns(teks: str) -> int:
    """The order number 1 to 17 of a PNS golongan as written in the rule files."""
    return Golongan.pns(teks).urut


def _nama_pns_atau_kosong(teks: str) -> str:
    try:
        return Golongan.pns(teks).nama
    except DomainError:
        return ""


def _baku(teks: str) -> str:
    return _AWALAN.sub("", unicodedata.normalize("NFKC", teks).strip().upper()).strip()


def _nomor(golongan: str, ruang: str) -> tuple[int, int]:
    nomor = int(golongan) if golongan.isdigit() else _ROMAWI.index(golongan) + 1
    return nomor, int(ruang) if ruang.isdigit() else "ABCDE".index(ruang) + 1


def _beda_skala() -> DomainError:
    return DomainError(
        "golongan_beda_skala",
        "Golongan PNS dan golongan PPPK adalah dua skala berbeda dan tidak dapat dibandingkan",
    )
