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
from dataclasses import dataclass, field, replace
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

#: The conf of a row that an instansi has set: a named decision with a document, so it binds.
CONF_DIATUR: Final = "KEPUTUSAN"

Versi = dict[str, dict[str, Any]]
Baris = Mapping[str, Any]
#: What an instansi can set: a whole number, or several.
Nilai = int | list[int]


@dataclass(frozen=True, eq=False)
class Berkas:
    """One dated rule file; `ganti` are the rows (`tabel/nama`) that an instansi has set."""

    kode: str
    berlaku_mulai: date
    sha256: str
    isi: Mapping[str, Any]
    ganti: Mapping[str, Nilai] = field(default_factory=dict)

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

    def dengan(self, ganti: Mapping[str, Nilai]) -> Berkas:
        """The same file with rows (`tabel/nama`) set by the instansi; a second setting replaces the first.

        DomainError `baris_tidak_ada` when there is no such row, `nilai_tidak_sesuai` when the value is of
        another kind than that of the regulation.
        """
        isi = {tabel: dict(baris) if isinstance(baris, dict) else baris for tabel, baris in self.isi.items()}
        for jalur, nilai in ganti.items():
            tabel, _, nama = jalur.partition("/")
            if nama not in self.tabel_atau_kosong(tabel):
                raise _tanpa_baris(f"{self.kode}/{jalur}")
            isi[tabel][nama] = _diatur(f"{self.kode}/{jalur}", isi[tabel][nama], nilai)
        return replace(self, isi=isi, ganti={**self.ganti, **ganti})

    def tabel_atau_kosong(self, nama: str) -> Mapping[str, Baris]:
        """A table of rows by name; an empty one when the file has no such table."""
        tabel = self.isi.get(nama)
        return tabel if isinstance(tabel, dict) else {}

    @property
    def nama_tabel(self) -> tuple[str, ...]:
        """The tables of the file in the order in which they are written."""
        return tuple(nama for nama, isi in self.isi.items() if isinstance(isi, dict))


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
                raise _tanpa_baris(entri)
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


def _diatur(entri: str, baris: Baris, nilai: Nilai) -> dict[str, Any]:
    """A row with the value of the instansi: the article stays, the note says what the regulation has."""
    menurut_peraturan = baris.get("menurut_peraturan", baris["nilai"])
    if not _sejenis(menurut_peraturan, nilai):
        raise DomainError(
            "nilai_tidak_sesuai",
            f"Nilai untuk '{entri}' tidak sesuai: {nilai}.",
            tindakan=f"Isi seperti nilai menurut peraturan, yaitu {menurut_peraturan}.",
        )
    return {
        **baris,
        "nilai": nilai,
        "conf": CONF_DIATUR,
        "catatan": f"Ditetapkan instansi. Menurut berkas aturan: {menurut_peraturan}.",
        "menurut_peraturan": menurut_peraturan,
    }


def _sejenis(asal: Any, nilai: Any) -> bool:
    """Both whole numbers, or both lists of them with at least one; a yes or no is not a number."""
    if isinstance(asal, list) and isinstance(nilai, list):
        return bool(nilai) and all(_bulat(n) for n in (*asal, *nilai))
    return _bulat(asal) and _bulat(nilai)


def _bulat(nilai: Any) -> bool:
    return isinstance(nilai, int) and not isinstance(nilai, bool)


def _tanpa_baris(entri: str) -> DomainError:
    return DomainError(
        "baris_tidak_ada",
        f"Aturan yang berlaku tidak memuat '{entri}'.",
        tindakan="Periksa namanya, atau pilih tanggal yang lain.",
    )
