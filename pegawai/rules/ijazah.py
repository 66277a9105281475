"""What an ijazah is worth: its level, and the golongan it opens (PP 99/2000 jo PP 12/2002).

Three names stand for less than their level: the law names the dokter, the apoteker and the SGPLB,
not every profession or every two-year diploma. They have rows of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from asn_karier.lib.aturan import Aturan, Baris
from asn_karier.lib.errors import DomainError
from pegawai.enums import JenisPegawai
from pegawai.enums import TingkatPendidikan as T
from pegawai.rules.golongan import Golongan

_KHUSUS: Final = "ijazah_khusus"
_UMUM: Final = "plafon_pendidikan"
_PPPK: Final = "pppk"

_SEBUTAN: Final[dict[T, str]] = {
    T.SD: "SD, MI, SD/MI, Sekolah Dasar, Paket A",
    T.SLTP: "SLTP, SMP, MTs, SLTP/MTs, SLTP umum, SMP/MTs, Paket B",
    T.SLTP_KEJURUAN: "SLTP kejuruan, ST, SMEP, SKKP",
    T.SLTA: "SLTA, SMA, SMU, MA, SLTA umum, SLTA/SMA, SMA/MA, SMA/SMK, SLTA/SMK, SLTA/SMK/MA, SMA/SMK/MA, "
    "SMA sederajat, SLTA sederajat, Paket C",
    T.SLTA_KEJURUAN: "SLTA kejuruan, SMK, STM, SMEA, SMKK, SMEA/STM",
    T.SLTA_KEGURUAN: "SLTA keguruan, SPG, SGO, PGA",
    T.DIPLOMA_I: "DI, D1, Diploma I, Diploma 1, Diploma satu",
    T.DIPLOMA_II: "DII, D2, Diploma II, Diploma 2, Diploma dua",
    T.DIPLOMA_III: "DIII, D3, Diploma III, Diploma 3, Diploma tiga, Sarjana Muda, SarMud, Akademi, "
    "Bakaloreat, Diploma III/Sarjana Muda, DIII/Sarjana Muda, Sarjana Muda/DIII",
    T.DIPLOMA_IV: "DIV, D4, Diploma IV, Diploma 4, Diploma empat, Sarjana Terapan",
    T.S1: "S1, Strata 1, Strata I, Sarjana, S-1/Sarjana, Sarjana (S1), S1/DIV, S1/D4, DIV/S1, D4/S1",
    T.PROFESI: "Profesi, Pendidikan Profesi, Ners",
    T.S2: "S2, Strata 2, Strata II, Magister, Magister (S2), S2/Magister",
    T.SPESIALIS: "Spesialis, Spesialis I, Sp1, Dokter Spesialis",
    T.SUBSPESIALIS: "Subspesialis, Spesialis II, Sp2, Dokter Subspesialis",
    T.S3: "S3, Strata 3, Strata III, Doktor, Doktor (S3), S-3/Doktor",
}
_SEBUTAN_KHUSUS: Final = {"DOKTER": T.PROFESI, "APOTEKER": T.PROFESI, "SGPLB": T.DIPLOMA_II}


@dataclass(frozen=True, slots=True)
class Ijazah:
    """A level; `khusus` is DOKTER, APOTEKER or SGPLB when the ijazah is one of these."""

    tingkat: T
    khusus: str = ""


@dataclass(frozen=True, slots=True)
class GolonganIjazah:
    """A golongan by ijazah. Unverified (UNV) is shown as an estimate and decides nothing."""

    golongan: Golongan
    terverifikasi: bool
    pasal: str
    catatan: str


def baca_ijazah(teks: str) -> Ijazah:
    """Read 'S1', 'S-1/Sarjana', 'DIV', 'D4', 'SMA', 'Dokter' or a SIASN id ('40'); raises `pendidikan`.

    Of several that one row of a table names ('SLTA/DI') the lowest stands for all.
    """
    ringkas = _ringkas(teks)
    if ringkas.upper() in _SEBUTAN_KHUSUS:
        return Ijazah(_SEBUTAN_KHUSUS[ringkas.upper()], ringkas.upper())
    if ringkas in _MENURUT_SEBUTAN:
        return Ijazah(_MENURUT_SEBUTAN[ringkas])
    if "/" in teks:
        return min((baca_ijazah(bagian) for bagian in teks.split("/")), key=lambda i: i.tingkat)
    raise DomainError(
        "pendidikan",
        "Pendidikan ditulis seperti SD, SLTP, SLTA, DI, DII, DIII, DIV, S1, S2, S3, Profesi, Dokter, "
        f"Apoteker, atau SGPLB. Yang diisi '{teks.strip()}'",
    )


def golongan_awal(ijazah: Ijazah, a: Aturan) -> GolonganIjazah:
    """The starting golongan of a PNS; DomainError `golongan_ijazah` when no text tells."""
    return _golongan(_baris(ijazah, "golongan_awal", a), JenisPegawai.PNS)


def golongan_tertinggi(ijazah: Ijazah, a: Aturan) -> GolonganIjazah:
    """The highest golongan by kenaikan pangkat reguler; DomainError `golongan_ijazah` when no text tells."""
    return _golongan(_baris(ijazah, "golongan_tertinggi", a), JenisPegawai.PNS)


def golongan_pppk(ijazah: Ijazah, a: Aturan) -> GolonganIjazah:
    """The entry golongan of a PPPK (Perpres 98/2020 jo Perpres 11/2024). Mostly unverified: an estimate.

    DomainError `golongan_ijazah` when no text tells.
    """
    tabel = a[_PPPK].tabel("golongan_awal")
    return _golongan(None if ijazah.khusus else tabel.get(ijazah.tingkat.name), JenisPegawai.PPPK)


def _baris(ijazah: Ijazah, tabel: str, a: Aturan) -> Baris | None:
    if ijazah.khusus:
        return a[_KHUSUS].tabel(tabel)[ijazah.khusus]
    return a[_UMUM].tabel(tabel).get(ijazah.tingkat.name)


def _golongan(baris: Baris | None, skala: JenisPegawai) -> GolonganIjazah:
    if baris is None:
        raise DomainError(
            "golongan_ijazah",
            "Golongan untuk pendidikan ini belum ada dalam berkas aturan karena sumbernya belum ada.",
            tindakan="Lihat surat keputusan pengangkatan, atau tanyakan kepada pengelola kepegawaian.",
        )
    return GolonganIjazah(
        Golongan.parse(baris["nilai"], skala), baris["conf"] != "UNV", baris["pasal"], baris["catatan"]
    )


def _ringkas(teks: str) -> str:
    """Letters and digits only, so that 'D-III', 'D.III' and 'd iii' are one."""
    return re.sub(r"[^a-z0-9]", "", teks.casefold())


_MENURUT_SEBUTAN: Final = {
    _ringkas(sebutan): tingkat for tingkat, semua in _SEBUTAN.items() for sebutan in semua.split(",")
} | {kode: t for t in T for kode in (f"{t:02d}", _ringkas(t.name))}
