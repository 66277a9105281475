"""Batas usia pensiun (UU 20/2023 Ps 55; PP 11/2017 jo PP 17/2020)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from asn_karier.lib.aturan import Aturan, Baris
from asn_karier.lib.dates import add_months, add_years
from asn_karier.lib.errors import DomainError
from pegawai.enums import Jenjang
from pegawai.rules.jenjang import jenjang_nama

_KHUSUS: Final = "bup_jf"


@dataclass(frozen=True, slots=True)
class BupJabatan:
    """An age limit and where it comes from. Unverified (UNV) is shown as an estimate, never a gate."""

    bup: int
    jenjang: Jenjang | None
    khusus: bool
    terverifikasi: bool
    pasal: str
    catatan: str


def bup_umum(jenjang: Jenjang, a: Aturan) -> int:
    """Years of age by the general pattern. Jabatan with their own limit store it themselves."""
    return int(_baris_umum(jenjang, a)["nilai"])


def bup_jabatan(nama: str, a: Aturan, jenjang: Jenjang | None = None) -> BupJabatan:
    """The age limit of a jabatan fungsional by its name, else of its jenjang by the general pattern.

    'Guru' holds for every Guru; 'Peneliti Ahli Utama' for that jenjang alone. DomainError
    `bup_jenjang` when the name needs a jenjang and has none.
    """
    disebut = jenjang_nama(nama)
    jenjang = jenjang or disebut
    lengkap = nama if disebut or jenjang is None else f"{nama} {jenjang.name.replace('_', ' ')}"
    baris = _baris_khusus(_baku(lengkap), a)
    if baris is not None:
        return _hasil(baris, jenjang, khusus=True)
    if jenjang is None:
        raise DomainError(
            "bup_jenjang",
            f"Sebutkan jenjangnya, misalnya '{nama.strip()} Ahli Muda', karena menentukan usia pensiun",
        )
    return _hasil(_baris_umum(jenjang, a), jenjang, khusus=False)


def tanggal_bup(tanggal_lahir: date, bup: int) -> date:
    """The birthday on which the age limit is reached; 29 February becomes 1 March."""
    return add_years(tanggal_lahir, bup)


def tmt_pensiun(tanggal_lahir: date, bup: int, a: Aturan) -> date:
    """The 1st of the month after the limit is reached. Unverified (UNV): an estimate, never a gate."""
    return add_months(tanggal_bup(tanggal_lahir, bup).replace(day=1), a["bup"].angka("bulan_tmt_pensiun"))


def _baris_umum(jenjang: Jenjang, a: Aturan) -> Baris:
    tabel = a["bup"].tabel("bup")
    if jenjang.name not in tabel:
        raise DomainError("bup_belum_diatur", "Batas usia pensiun jenjang ini belum ada dalam berkas aturan")
    return tabel[jenjang.name]


def _baris_khusus(nama: str, a: Aturan) -> Baris | None:
    """The row with the longest name that `nama` begins with, word by word."""
    tabel = {_baku(k): baris for k, baris in a[_KHUSUS].tabel("bup").items()}
    cocok = [k for k in tabel if f"{nama} ".startswith(f"{k} ")]
    return tabel[max(cocok, key=len)] if cocok else None


def _hasil(baris: Baris, jenjang: Jenjang | None, *, khusus: bool) -> BupJabatan:
    return BupJabatan(
        int(baris["nilai"]), jenjang, khusus, baris["conf"] != "UNV", baris["pasal"], baris["catatan"]
    )


def _baku(nama: str) -> str:
    return " ".join(nama.upper().split())
