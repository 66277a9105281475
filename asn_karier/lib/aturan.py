"""The numbers of the law as dated data: read, choose by date, pin, and load again exactly.

Files stand in `asn_karier/aturan/<kode>/<berlaku_mulai>.toml`. A released file never changes
(`RILIS.sha256`); a changed number is a new file with a later date. Every number is a row with
`nilai`, `pasal`, `conf` and `catatan`; conf is V2 (two sources), V1 (one), UNV (none: never a
hard gate) or KEPUTUSAN (our own documented choice where the law is silent).
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import TAK_DIATUR, Bilangan

AKAR: Final = Path(__file__).resolve().parent.parent / "aturan"
BERKAS_RILIS: Final = "RILIS.sha256"
TINGKAT_CONF: Final = ("V2", "V1", "UNV", "KEPUTUSAN")

Versi = dict[str, dict[str, str]]
Baris = Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Berkas:
    """One dated rule file."""

    kode: str
    berlaku_mulai: date
    sha256: str
    isi: Mapping[str, Any]

    @property
    def dasar_hukum(self) -> tuple[str, ...]:
        return tuple(self.isi["dasar_hukum"])

    @property
    def judul(self) -> str:
        return str(self.isi["judul"])

    def baris(self, nama: str) -> Baris:
        """One number with its article and confidence."""
        baris: Baris = self.isi["angka"][nama]
        return baris

    def angka(self, nama: str) -> int:
        """One whole number, in the unit its row names."""
        nilai = self.baris(nama)["nilai"]
        if not isinstance(nilai, int) or isinstance(nilai, bool):
            raise TypeError(f"{self.kode}.{nama} is not a whole number")
        return nilai

    def mengikat(self, nama: str) -> bool:
        """A yes or no that decides about people: what is unverified (UNV) is never a hard gate."""
        baris = self.baris(nama)
        if not isinstance(baris["nilai"], bool):
            raise TypeError(f"{self.kode}.{nama} is not a yes or no")
        return baris["nilai"] and baris["conf"] != "UNV"

    def teks(self, nama: str) -> str:
        """One value that is a name, for example a predikat."""
        return str(self.baris(nama)["nilai"])

    def tabel(self, nama: str) -> Mapping[str, Baris]:
        """A table of rows by name."""
        tabel: Mapping[str, Baris] = self.isi[nama]
        return tabel

    def larik(self, nama: str, enum: type[IntEnum], *, kali: int = 1, tanpa_unv: bool = False) -> Bilangan:
        """A table keyed by enum names as an array indexed by enum value; gaps are TAK_DIATUR."""
        hasil = np.full(max(enum) + 1, TAK_DIATUR, dtype=np.int64)
        for kunci, baris in self.tabel(nama).items():
            if not (tanpa_unv and baris["conf"] == "UNV"):
                hasil[enum[kunci]] = baris["nilai"] * kali
        return hasil


class Aturan:
    """The rule files that are in force together; hashable by content, so compiled tables cache."""

    def __init__(self, berkas: Mapping[str, Berkas], nama: str) -> None:
        self._berkas = dict(sorted(berkas.items()))
        self._nama = nama
        self.sidik = hashlib.sha256(json.dumps(self.versi(), sort_keys=True).encode()).hexdigest()

    def __getitem__(self, kode: str) -> Berkas:
        """The file of one subject; DomainError `aturan_belum_ada` when none is in force."""
        if kode not in self._berkas:
            raise DomainError(
                "aturan_belum_ada",
                f"Belum ada aturan '{kode}' yang berlaku pada {self._nama}.",
                tindakan="Pilih tanggal yang lebih baru, atau minta pengelola menambahkan berkas aturan.",
            )
        return self._berkas[kode]

    def __eq__(self, lain: object) -> bool:
        return isinstance(lain, Aturan) and lain.sidik == self.sidik

    def __hash__(self) -> int:
        return hash(self.sidik)

    def versi(self) -> Versi:
        """What a run pins, ready for JSON: {kode: {berlaku_mulai, sha256}}."""
        return {
            kode: {"berlaku_mulai": b.berlaku_mulai.isoformat(), "sha256": b.sha256}
            for kode, b in self._berkas.items()
        }


def aturan_per(tanggal: date, akar: Path = AKAR) -> Aturan:
    """The latest file of every subject that took effect on or before `tanggal`."""
    terpilih: dict[str, Berkas] = {}
    for kode, daftar in _terbitan(akar).items():
        berlaku = [mulai for mulai in daftar if mulai <= tanggal]
        if berlaku:
            terpilih[kode] = baca_berkas(akar, kode, max(berlaku))
    return Aturan(terpilih, tanggal.isoformat())


def aturan_dari_versi(versi: Mapping[str, Mapping[str, str]], akar: Path = AKAR) -> Aturan:
    """Exactly the files a run pinned; DomainError `aturan_berubah` when one is gone or differs."""
    terpilih: dict[str, Berkas] = {}
    for kode, sidik in versi.items():
        mulai = date.fromisoformat(sidik["berlaku_mulai"])
        if mulai not in _terbitan(akar).get(kode, ()):
            raise _berubah(kode, mulai)
        berkas = baca_berkas(akar, kode, mulai)
        if berkas.sha256 != sidik["sha256"]:
            raise _berubah(kode, mulai)
        terpilih[kode] = berkas
    return Aturan(terpilih, "perhitungan yang disimpan")


@lru_cache(maxsize=256)
def baca_berkas(akar: Path, kode: str, mulai: date) -> Berkas:
    """Read one file; its name and its content must tell the same subject and date."""
    mentah = _bita_baku(akar / kode / f"{mulai.isoformat()}.toml")
    isi = tomllib.loads(mentah.decode())
    if isi.get("kode") != kode or isi.get("berlaku_mulai") != mulai:
        raise ValueError(f"Rule file {kode}/{mulai}: name and content disagree")
    return Berkas(kode, mulai, hashlib.sha256(mentah).hexdigest(), isi)


def sidik_semua(akar: Path = AKAR) -> dict[str, str]:
    """Checksum of every rule file, by path relative to `akar`."""
    return {
        jalur.relative_to(akar).as_posix(): hashlib.sha256(_bita_baku(jalur)).hexdigest()
        for jalur in sorted(akar.glob("*/*.toml"))
    }


def sidik_rilis(akar: Path = AKAR) -> dict[str, str]:
    """The released checksums, in the format of `sha256sum`."""
    baris = (akar / BERKAS_RILIS).read_text(encoding="utf-8").splitlines()
    return {jalur: sidik for sidik, jalur in (b.split(maxsplit=1) for b in baris if b)}


@lru_cache(maxsize=8)
def _terbitan(akar: Path) -> dict[str, tuple[date, ...]]:
    hasil: dict[str, tuple[date, ...]] = {}
    for jalur in sorted(akar.glob("*/*.toml")):
        hasil[jalur.parent.name] = (*hasil.get(jalur.parent.name, ()), date.fromisoformat(jalur.stem))
    return hasil


def _bita_baku(jalur: Path) -> bytes:
    # A checkout that rewrites line ends must not look like a changed law.
    return jalur.read_bytes().replace(b"\r\n", b"\n")


def _berubah(kode: str, mulai: date) -> DomainError:
    return DomainError(
        "aturan_berubah",
        f"Berkas aturan '{kode}' mulai {mulai.isoformat()} tidak sama dengan yang dipakai saat perhitungan.",
        tindakan="Kembalikan berkas aturan yang dirilis, atau jalankan perhitungan baru.",
    )
