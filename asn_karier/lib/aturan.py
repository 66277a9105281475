"""The numbers of the law as dated data: read, choose by date, pin, and load again exactly.

Files stand in `asn_karier/aturan/<kode>/<berlaku_mulai>.toml`. A released file never changes
(`RILIS.sha256`); a changed number is a new file with a later date. Every number is a row with
`nilai`, `pasal`, `conf` and `catatan`; conf is V2 (two sources), V1 (one), UNV (none: never a
hard gate) or KEPUTUSAN (our own documented choice where the law is silent).

What a regulation leaves to the instansi is laid over the files (`Aturan.dengan`) and is part of what a
run pins. Which rows may be set, and how far, is not decided here (karier.rules.parameter).
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from asn_karier.lib.berkas import Baris, Berkas, Nilai, tanpa_baris
from asn_karier.lib.errors import DomainError

__all__ = [
    "AKAR",
    "Aturan",
    "Baris",
    "Berkas",
    "Nilai",
    "aturan_dari_versi",
    "aturan_per",
    "baca_berkas",
    "berkas_terbaru",
    "sidik_rilis",
    "sidik_semua",
    "terbitan",
]

AKAR: Final = Path(__file__).resolve().parent.parent / "aturan"
BERKAS_RILIS: Final = "RILIS.sha256"
TINGKAT_CONF: Final = ("V2", "V1", "UNV", "KEPUTUSAN")

Versi = dict[str, dict[str, Any]]


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

    def __contains__(self, kode: str) -> bool:
        """Whether a file of that subject is in force."""
        return kode in self._berkas

    def __eq__(self, lain: object) -> bool:
        return isinstance(lain, Aturan) and lain.sidik == self.sidik

    def __hash__(self) -> int:
        return hash(self.sidik)

    def __iter__(self) -> Iterator[Berkas]:
        """The files, by subject."""
        return iter(self._berkas.values())

    def dengan(self, ganti: Mapping[str, Nilai]) -> Aturan:
        """The same rules with rows (`kode/tabel/nama`) set by an instansi; they show in `versi` and `sidik`.

        DomainError as `Berkas.dengan`, and `baris_tidak_ada` when no file of that subject is in force.
        """
        menurut_kode: dict[str, dict[str, Nilai]] = {}
        for entri, nilai in ganti.items():
            kode, _, jalur = entri.partition("/")
            if kode not in self:
                raise tanpa_baris(entri)
            menurut_kode.setdefault(kode, {})[jalur] = nilai
        return self.dengan_berkas(*(self[kode].dengan(isi) for kode, isi in menurut_kode.items()))

    def dengan_berkas(self, *berkas: Berkas) -> Aturan:
        """The same rules with other files for their subjects: a draft, or a version of another date."""
        return Aturan({**self._berkas, **{b.kode: b for b in berkas}}, self._nama) if berkas else self

    def versi(self) -> Versi:
        """What a run pins, for JSON: {kode: {berlaku_mulai, sha256}}, and `ganti` where rows are set."""
        return {
            kode: {
                "berlaku_mulai": b.berlaku_mulai.isoformat(),
                "sha256": b.sha256,
                **({"ganti": dict(b.ganti)} if b.ganti else {}),
            }
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


def berkas_terbaru(akar: Path) -> Aturan:
    """The latest file of every subject in a folder, whatever its date: how drafts are read."""
    return aturan_per(date.max, akar)


def terbitan(akar: Path = AKAR) -> dict[str, tuple[date, ...]]:
    """Every subject with the dates of its files, rising."""
    return dict(_terbitan(akar))


def aturan_dari_versi(versi: Mapping[str, Mapping[str, Any]], akar: Path = AKAR) -> Aturan:
    """Exactly what a run pinned, settings included; DomainError `aturan_berubah` when a file differs."""
    terpilih: dict[str, Berkas] = {}
    for kode, sidik in versi.items():
        mulai = date.fromisoformat(sidik["berlaku_mulai"])
        if mulai not in _terbitan(akar).get(kode, ()):
            raise _berubah(kode, mulai)
        berkas = baca_berkas(akar, kode, mulai)
        if berkas.sha256 != sidik["sha256"]:
            raise _berubah(kode, mulai)
        ganti = sidik.get("ganti")
        terpilih[kode] = berkas.dengan(ganti) if ganti else berkas
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
