"""The table inside a sheet: where its header stands, which column is which."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from asn_karier.lib.errors import DomainError
from pegawai.services.berkas.bentuk import Buku, Nilai
from pegawai.services.berkas.pindai import huruf_kolom

BATAS_KEPALA: Final = 20
CIRI_KEPALA: Final = 2
_JUDUL_DITAMPILKAN: Final = 60
# Zero-width and direction characters, soft hyphen, BOM: invisible in a header, and never meant.
_TAK_TERLIHAT: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def baku(judul: object) -> str:
    """A header as we compare it: upper case, single plain spaces, nothing invisible."""
    teks = unicodedata.normalize("NFKC", str(judul))
    return " ".join(_TAK_TERLIHAT.sub("", teks).strip(" '").upper().split())


def _sama(judul: str) -> str:
    return judul


@dataclass(frozen=True, slots=True)
class Skema:
    """What a table must have.

    Two of its `wajib` cells in one row tell the header; `ubah` maps other spellings to ours.
    """

    judul: str
    wajib: tuple[str, ...]
    ubah: Callable[[str], str] = _sama


@dataclass(frozen=True, slots=True)
class Tabel:
    """A header found. `kolom` maps a header to its position; `pembuka` are the rows above the header."""

    buku: Buku
    lembar: str
    baris_kepala: int
    kolom: dict[str, int]
    pembuka: tuple[tuple[str, ...], ...] = field(default_factory=tuple)

    def isi(self) -> Iterator[tuple[int, list[Nilai]]]:
        """Rows below the header that hold anything; may be called again."""
        for nomor, sel in self.buku.baris(self.lembar):
            if nomor > self.baris_kepala and any(s not in ("", None) for s in sel):
                yield nomor, sel

    def huruf(self, kolom: str) -> str:
        """The letter Excel shows above a column; empty when the file lacks it."""
        return huruf_kolom(self.kolom[kolom] + 1) if kolom in self.kolom else ""


def temukan_tabel(buku: Buku, skema: Skema, lembar: str | None = None) -> Tabel:
    """The first visible sheet with the header (or the sheet named); DomainError `kepala_...`."""
    calon = [b for b in buku.lembar if lembar is None or b.nama == lembar]
    for satu in calon:
        if satu.terlihat and (tabel := _di_lembar(buku, skema, satu.nama)):
            return tabel
    for satu in calon:
        if not satu.terlihat and _di_lembar(buku, skema, satu.nama):
            raise DomainError(
                "lembar_tersembunyi",
                f"Tabel {skema.judul} hanya ada di lembar tersembunyi «{satu.nama}».",
                tindakan="Tampilkan lembar itu (klik kanan nama lembar › Unhide), simpan, lalu unggah lagi.",
            )
    raise _tanpa_kepala(buku, skema)


def _di_lembar(buku: Buku, skema: Skema, lembar: str) -> Tabel | None:
    pembuka: list[tuple[str, ...]] = []
    for nomor, sel in islice(buku.baris(lembar), BATAS_KEPALA):
        judul = [skema.ubah(baku(s)) for s in sel]
        if len(set(skema.wajib) & set(judul)) >= min(CIRI_KEPALA, len(skema.wajib)):
            return Tabel(buku, lembar, nomor, _petakan(judul, skema, nomor), tuple(pembuka))
        pembuka.append(tuple(str(s).strip() for s in sel))
    return None


def _petakan(judul: list[str], skema: Skema, nomor: int) -> dict[str, int]:
    peta: dict[str, int] = {}
    for posisi, nama in enumerate(judul):
        if nama in peta:
            raise DomainError(
                "kepala_ganda",
                f"Judul kolom «{nama[:_JUDUL_DITAMPILKAN]}» ada dua kali pada baris {nomor}: "
                f"kolom {huruf_kolom(peta[nama] + 1)} dan kolom {huruf_kolom(posisi + 1)}.",
                tindakan="Hapus atau ganti nama salah satunya, lalu unggah lagi.",
            )
        if nama:
            peta[nama] = posisi
    hilang = [k for k in skema.wajib if k not in peta]
    if hilang:
        raise DomainError(
            "kepala_kurang",
            f"Judul kolom pada baris {nomor} belum lengkap. Yang tidak ada: {', '.join(hilang)}.",
            tindakan=f"Pakai berkas {skema.judul} apa adanya, tanpa menghapus kolom, lalu unggah lagi.",
        )
    return peta


def _tanpa_kepala(buku: Buku, skema: Skema) -> DomainError:
    kosong = not any(True for b in buku.lembar for _, sel in islice(buku.baris(b.nama), 1) if any(sel))
    if kosong and not any(any(s) for b in buku.lembar for _, s in islice(buku.baris(b.nama), BATAS_KEPALA)):
        return DomainError(
            "berkas_kosong",
            "Berkas ini tidak memuat satu baris pun.",
            tindakan="Pilih berkas yang berisi data.",
        )
    return DomainError(
        "kepala_tidak_ada",
        f"Baris judul kolom tidak ditemukan dalam {BATAS_KEPALA} baris pertama. "
        f"{skema.judul} mempunyai judul kolom {', '.join(skema.wajib)}.",
        tindakan="Periksa apakah ini berkas yang benar, dan judul kolomnya tidak dihapus.",
    )
