"""Jenjang jabatan: told by the name of a post, and its range of golongan.

PermenPANRB 1/2023 (fungsional); PP 100/2000 jo PP 13/2002 (structural).
"""

from __future__ import annotations

import re
from typing import Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from pegawai.enums import Jenjang
from pegawai.rules.golongan import Rentang
from pegawai.rules.jenjang_berikut import AHLI, KETERAMPILAN, SEBUTAN_JENJANG

_KODE: Final = "jenjang"
_AWALAN: Final = re.compile(r"^(JABATAN FUNGSIONAL|JABATAN|PEJABAT|FUNGSIONAL|JF|JFT|JENJANG) ")


def jenjang_nama(nama: str) -> Jenjang | None:
    """The jenjang that the name of a jabatan fungsional says; None for none, or for two of them.

    "GURU MUDA" tells none: old names are not the jenjang of today, so HR decides.
    """
    semua = AHLI | KETERAMPILAN
    baku = " ".join(nama.upper().split())
    sebutan = {semua[ahli or terampil] for ahli, terampil in SEBUTAN_JENJANG.findall(baku)}
    return sebutan.pop() if len(sebutan) == 1 else None


def tanpa_awalan(baku: str) -> str:
    """'GURU AHLI MUDA' of 'JF GURU AHLI MUDA'; `baku` in capitals with single spaces."""
    return _AWALAN.sub("", baku)


def rentang_jenjang(jenjang: Jenjang, a: Aturan) -> Rentang:
    """The nominal range; DomainError `rentang_jenjang` for a jenjang without one (pelaksana)."""
    bawah, atas = (a[_KODE].tabel(f"golongan_{n}").get(jenjang.name) for n in ("terendah", "tertinggi"))
    if bawah is None or atas is None:
        raise DomainError(
            "rentang_jenjang",
            "Jenjang ini tidak memiliki rentang golongan dalam berkas aturan. "
            "Golongan pelaksana mengikuti ijazah.",
        )
    return Rentang.dari_baris(bawah, atas)
