"""Papers that prove themselves: signed here, found by their number in whichever app keeps them.

An app that issues such papers registers how one of its own is found (AppConfig.ready), so that one public
page checks them all.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from asn_karier.lib.errors import DomainError
from asn_karier.lib.tanda import baca64, id_kunci, kode64, kunci_publik, sah, tandatangani
from pegawai.rules.surat_bertanda import (
    HURUF,
    PANJANG_ACAK,
    IsiSertifikat,
    inisial,
    pisah_kode,
    susun_muatan,
    susun_nomor,
)


class SuratJadi(NamedTuple):
    """What is kept of a signed paper: `muatan` is what was signed, letter by letter."""

    nomor: str
    muatan: str
    tanda_tangan: str
    kunci: str


class SuratTercatat(NamedTuple):
    """A paper as it stands in our books. `dicabut_pada`: on the clock of who issued it."""

    muatan: str
    tanda_tangan: str
    dicabut_pada: datetime | None = None


Pencari = Callable[[str], SuratTercatat | None]
_PENCARI: dict[str, Pencari] = {}


def daftarkan_pencari(kode: str, cari: Pencari) -> None:
    """How the papers of one kind are found by their number."""
    _PENCARI[kode] = cari


def find_paper(nomor: str) -> SuratTercatat | None:
    """The paper of this number, of whatever kind; at most one query per kind."""
    semua = (cari(nomor) for cari in _PENCARI.values())
    return next((surat for surat in semua if surat is not None), None)


def sign_paper(*, nama: str, judul: str, jp: int, tanggal: date, penerbit: str) -> SuratJadi:
    """A new number, and the text about its holder `nama` signed with the newest key."""
    acak = "".join(secrets.choice(HURUF) for _ in range(PANJANG_ACAK))
    isi = IsiSertifikat(
        nomor=susun_nomor(tanggal.year, acak),
        inisial=inisial(nama),
        judul=judul,
        jp=jp,
        tanggal=tanggal,
        penerbit=penerbit,
        kunci=id_kunci(next(iter(kunci_publik().values()))),
    )
    muatan = susun_muatan(isi)
    kunci, tanda = tandatangani(muatan)
    return SuratJadi(isi.nomor, muatan, tanda, kunci)


def code_of(muatan: str, tanda_tangan: str) -> str:
    """What the QR carries: text and signature in base64."""
    return f"{kode64(muatan.encode())}.{tanda_tangan}"


def signed_text(kode: str) -> str | None:
    """The text of a code whose signature one of our keys made; None when nothing holds it."""
    try:
        bagian, tanda = pisah_kode(kode)
        muatan = baca64(bagian).decode()
        asli = any(sah(muatan, tanda, publik) for publik in kunci_publik().values())
    except (DomainError, UnicodeDecodeError):
        return None
    return muatan if asli else None
