"""Eselon of a structural post: its range of golongan, its jenjang, its SIASN code.

Two ranges stand side by side. Nominal: the pangkat of the post (PP 100/2000 jo PP 13/2002).
Accepted: what SIASN lets stand, one step lower at the bottom, because a post may be taken one
step below its lowest pangkat.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import Bilangan, tabel_kosong
from pegawai.enums import Eselon, Jenjang
from pegawai.rules.golongan import Golongan, Rentang, urut_pns

_KODE: Final = "eselon"
_ROMAWI: Final = ("I", "II", "III", "IV", "V")
_POLA: Final = re.compile(
    r"(?:ESELON )?(?P<tingkat>IV|V|I{1,3}|[1-5])[ ./\-]*(?P<ruang>[AB])"
    r"(?:[ \-]+(?:JPT )?(?P<jpt>UTAMA|MADYA))?"
)
#: The law has one row for eselon V, so its letter is often left out.
_TANPA_RUANG: Final = re.compile(r"(ESELON )?[V5]")
_POLA_ID: Final = re.compile(r"[1-5][0-2]")

JENJANG: Final = {
    Eselon.I_A_UTAMA: Jenjang.JPT_UTAMA,
    Eselon.I_A: Jenjang.JPT_MADYA,
    Eselon.I_B: Jenjang.JPT_MADYA,
    Eselon.II_A: Jenjang.JPT_PRATAMA,
    Eselon.II_B: Jenjang.JPT_PRATAMA,
    Eselon.III_A: Jenjang.ADMINISTRATOR,
    Eselon.III_B: Jenjang.ADMINISTRATOR,
    Eselon.IV_A: Jenjang.PENGAWAS,
    Eselon.IV_B: Jenjang.PENGAWAS,
}
"""Jenjang of UU 20/2023 by eselon (SIASN reference table). Eselon V has none."""


class KeadaanPangkat(StrEnum):
    """How a golongan stands to the pangkat of the post."""

    SESUAI = "sesuai rentang pangkat jabatan"
    SATU_DI_BAWAH = "di bawah pangkat minimal (1 tingkat)"
    DI_BAWAH = "di bawah rentang yang diterima"
    DI_ATAS = "di atas rentang pangkat jabatan"

    @property
    def diterima(self) -> bool:
        return self in (KeadaanPangkat.SESUAI, KeadaanPangkat.SATU_DI_BAWAH)


def baca_eselon(teks: str) -> Eselon:
    """Read 'II.b', 'II/b', 'IIb', '2b', 'Eselon II.b' or the SIASN id '22'; raises `eselon`.

    'I.a' alone is the JPT madya (id 11); the JPT utama is 'I.a (utama)' or the id '10'. 'V' is V.a.
    """
    return _urai(teks)[0]


def nama_eselon(eselon: Eselon) -> str:
    """'II.b'; both kinds of I.a are written 'I.a'."""
    tingkat, ruang = eselon.name.split("_")[:2]
    return f"{tingkat}.{ruang.lower()}"


def jenjang_eselon(teks: str) -> Jenjang | None:
    """The jenjang of an eselon as a file writes it; None when it tells none.

    The words 'I.a' tell none: they stand for the JPT utama and the JPT madya alike. The id does.
    """
    try:
        eselon, jelas = _urai(teks)
    except DomainError:
        return None
    return JENJANG.get(eselon) if jelas else None


def kode_eselon(teks: str, jenjang: int | None) -> Eselon | None:
    """The eselon of a post by its stored words; None when they tell none.

    'I.a' stands for the JPT utama and the JPT madya alike: there the jenjang of the post decides.
    """
    try:
        eselon, jelas = _urai(teks)
    except DomainError:
        return None
    if jelas:
        return eselon
    return next((e for e in (Eselon.I_A_UTAMA, Eselon.I_A) if JENJANG[e] == jenjang), None)


# -- ranges -----------------------------------------------------------------------------------


def golongan_terendah(a: Aturan) -> Bilangan:
    """By Eselon value: the lowest nominal golongan, urut 1-17; TAK_DIATUR elsewhere."""
    return _larik(a, "nominal_terendah")


def golongan_tertinggi(a: Aturan) -> Bilangan:
    """By Eselon value: the highest nominal golongan, urut 1-17; TAK_DIATUR elsewhere."""
    return _larik(a, "nominal_tertinggi")


def diterima_terendah(a: Aturan) -> Bilangan:
    """By Eselon value: the lowest golongan SIASN accepts; TAK_DIATUR where no source tells."""
    return _larik(a, "diterima_terendah")


def diterima_tertinggi(a: Aturan) -> Bilangan:
    """By Eselon value: the highest golongan SIASN accepts; TAK_DIATUR where no source tells."""
    return _larik(a, "diterima_tertinggi")


def rentang_nominal(eselon: Eselon, a: Aturan) -> Rentang:
    """The pangkat of the post (PP 100/2000 jo PP 13/2002)."""
    return _rentang(eselon, a, "nominal")


def rentang_diterima(eselon: Eselon, a: Aturan) -> Rentang:
    """What SIASN accepts for the post."""
    return _rentang(eselon, a, "diterima")


def keadaan_pangkat(eselon: Eselon, golongan: Golongan, a: Aturan) -> KeadaanPangkat:
    """How `golongan` stands to the post; DomainError `golongan_beda_skala` for a PPPK.

    One step below the lowest pangkat is a state, not an error (aturan 1.4).
    """
    nominal, diterima = rentang_nominal(eselon, a), rentang_diterima(eselon, a)
    if golongan > diterima.tertinggi:
        return KeadaanPangkat.DI_ATAS
    if golongan < diterima.terendah:
        return KeadaanPangkat.DI_BAWAH
    return KeadaanPangkat.SATU_DI_BAWAH if golongan < nominal.terendah else KeadaanPangkat.SESUAI


@lru_cache(maxsize=64)
def _larik(a: Aturan, tabel: str) -> Bilangan:
    """What is unverified (UNV) decides about nobody, so it is left out."""
    hasil = tabel_kosong(max(Eselon))
    for kunci, baris in a[_KODE].tabel(tabel).items():
        if baris["conf"] != "UNV":
            hasil[Eselon[kunci]] = urut_pns(baris["nilai"])
    # Handed out to many callers.
    hasil.flags.writeable = False
    return hasil


def _rentang(eselon: Eselon, a: Aturan, jenis: str) -> Rentang:
    berkas = a[_KODE]
    return Rentang.dari_baris(
        berkas.tabel(f"{jenis}_terendah")[eselon.name], berkas.tabel(f"{jenis}_tertinggi")[eselon.name]
    )


def _urai(teks: str) -> tuple[Eselon, bool]:
    """The eselon, and whether the text tells it apart from every other."""
    baku = " ".join(re.sub(r"[()]", " ", teks.upper()).split())
    if _TANPA_RUANG.fullmatch(baku):
        return Eselon.V_A, True
    if _POLA_ID.fullmatch(baku) and int(baku) in [*Eselon]:
        return Eselon(int(baku)), True
    cocok = _POLA.fullmatch(baku)
    nama = _nama_enum(cocok) if cocok else ""
    if nama not in Eselon.__members__:
        raise DomainError(
            "eselon",
            f"Eselon ditulis seperti II.b (I.a sampai V.b) atau id SIASN. Yang diisi '{teks.strip()}'",
        )
    return Eselon[nama], nama != Eselon.I_A.name or baku.endswith("MADYA")


def _nama_enum(cocok: re.Match[str]) -> str:
    tingkat = cocok["tingkat"]
    romawi = _ROMAWI[int(tingkat) - 1] if tingkat.isdigit() else tingkat
    return f"{romawi}_{cocok['ruang']}" + ("_UTAMA" if cocok["jpt"] == "UTAMA" else "")
