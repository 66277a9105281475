"""Deadlines of UU 27/2022 (Pelindungan Data Pribadi): hours on the clock, not working days."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError

_KODE: Final = "pelindungan_data"
_INSIDEN: Final = "insiden"
#: Words by which people ask, and the row of the law that answers.
_KATA: Final = {
    "akses": ("akses", "salinan", "rekam jejak", "riwayat", "melihat"),
    "perbaikan": ("perbaik", "koreksi", "pembaruan", "pemutakhiran", "ralat", "betul", "ubah"),
    "penghentian": ("henti", "tarik", "menarik", "penarikan", "cabut"),
    "pembatasan": ("pembatasan", "membatasi", "tunda", "menunda", "penundaan"),
}


class Tenggat(NamedTuple):
    """Until when, for which kinds of request, by which articles."""

    paling_lambat: datetime
    jenis: tuple[str, ...]
    pasal: tuple[str, ...]


def jenis_permintaan(teks: str) -> tuple[str, ...]:
    """The kinds of request a text names; DomainError `pdp_jenis` when it names none with a deadline."""
    kecil = teks.casefold()
    jenis = tuple(j for j, kata in _KATA.items() if any(k in kecil for k in kata))
    if not jenis:
        raise DomainError(
            "pdp_jenis",
            "Tenggat berlaku untuk permintaan akses, perbaikan, penghentian, dan pembatasan pemrosesan data. "
            f"Yang diisi '{teks.strip()}'",
        )
    return jenis


def tenggat_permintaan(permintaan: datetime, jenis: tuple[str, ...], a: Aturan) -> Tenggat:
    """When a request must be answered at the latest; of several kinds the earliest (Ps 30, 32, 40, 41)."""
    baris = [a[_KODE].tabel("jam")[j] for j in jenis]
    jam = min(int(b["nilai"]) for b in baris)
    return Tenggat(permintaan + timedelta(hours=jam), jenis, tuple(b["pasal"] for b in baris))


def tenggat_insiden(diketahui: datetime, a: Aturan) -> Tenggat:
    """When a breach must be announced at the latest, counted from when it was known (Ps 46)."""
    return tenggat_permintaan(diketahui, (_INSIDEN,), a)


def pemberitahuan_insiden(a: Aturan) -> tuple[list[str], list[str]]:
    """To whom a breach is announced, and what the notice says (Ps 46)."""
    tabel = a[_KODE].tabel("pemberitahuan_insiden")
    return list(tabel["kepada"]["nilai"]), list(tabel["isi"]["nilai"])
