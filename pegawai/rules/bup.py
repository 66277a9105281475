"""Batas usia pensiun (UU 20/2023 Ps 55; PP 11/2017 jo PP 17/2020)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from asn_karier.lib.aturan import Aturan, Baris
from asn_karier.lib.dates import add_months, add_years, month_of
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import Kolom
from pegawai.enums import Jenjang
from pegawai.rules.jenjang import jenjang_nama, tanpa_awalan

_KHUSUS: Final = "bup_jf"
#: People leave the word out: Peneliti Madya is Peneliti Ahli Madya.
_AHLI: Final = re.compile(r"\b(?<!AHLI )(PERTAMA|MUDA|MADYA|UTAMA)$")


_AKHIR_KALENDER: Final = np.datetime64(date.max, "D")


@dataclass(frozen=True, eq=False, slots=True)
class Pensiun:
    """`mencapai`: the birthday of the BUP. `tmt`: the first day of the pension (UNV: an estimate)."""

    mencapai: Kolom
    tmt: Kolom


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

    'Guru' holds for every Guru; 'Peneliti Ahli Utama' for that jenjang alone, wherever the name says it.
    DomainError `bup_jenjang` when the name needs a jenjang and has none.
    """
    baku = _AHLI.sub(r"AHLI \1", _baku(nama))
    jenjang = jenjang or jenjang_nama(_baku(nama))
    baris = _baris_khusus(_jenjang_di_akhir(baku, jenjang), a)
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


def pensiun_kolom(tanggal_lahir: Kolom, bup: Kolom, a: Aturan) -> Pensiun:
    """`tanggal_bup` and `tmt_pensiun` of everyone; beyond the calendar nothing is known."""
    mencapai = tanggal_lahir.ulang_tahun(bup)
    mencapai = mencapai.hanya(mencapai.isi(_AKHIR_KALENDER) <= _AKHIR_KALENDER)
    if "bup" not in a:
        return Pensiun(mencapai, Kolom.kosong(len(mencapai), tanggal=True))
    bulan = month_of(mencapai.isi(date(1970, 1, 1)))
    tmt = (bulan + np.timedelta64(a["bup"].angka("bulan_tmt_pensiun"), "M")).astype("datetime64[D]")
    return Pensiun(mencapai, Kolom(tmt, mencapai.ada & (tmt <= _AKHIR_KALENDER)))


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


def _jenjang_di_akhir(baku: str, jenjang: Jenjang | None) -> str:
    """'PENELITI AHLI UTAMA' of 'AHLI UTAMA PENELITI' and of 'PENELITI'."""
    jenjang = jenjang or jenjang_nama(baku)
    if jenjang is None:
        return baku
    sebutan = jenjang.name.replace("_", " ")
    return " ".join([*baku.replace(sebutan, " ").split(), sebutan])


def _hasil(baris: Baris, jenjang: Jenjang | None, *, khusus: bool) -> BupJabatan:
    return BupJabatan(
        int(baris["nilai"]), jenjang, khusus, baris["conf"] != "UNV", baris["pasal"], baris["catatan"]
    )


def _baku(nama: str) -> str:
    """Words alone, without 'JF' before them; a Guru Besar is a Dosen anyway."""
    kata = " ".join(re.sub(r"[^A-Z0-9]+", " ", nama.upper()).split())
    return tanpa_awalan(kata).replace("DOSEN GURU BESAR", "GURU BESAR")
