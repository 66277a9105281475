"""What the discipline register tells about a person: the worst penalty ever, and whether one runs.

PP 94/2021. Used by the talent map and by the index of professionality.
"""

from __future__ import annotations

import re
from datetime import date
from enum import IntEnum
from typing import Any, Final

import numpy as np

from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import Kolom, Topeng
from asn_karier.lib.topik import Isian
from karier.rules.fakta import Fakta
from pegawai.enums import KedudukanHukum


class Riwayat(IntEnum):
    """From none to worst; MENJALANI: one runs today."""

    TIDAK_PERNAH = 0
    RINGAN = 1
    SEDANG = 2
    BERAT = 3
    MENJALANI = 4


_SEBUTAN: Final = {
    Riwayat.TIDAK_PERNAH: "-, TIDAK, TIDAK ADA, TIDAK PERNAH, BELUM PERNAH, TANPA, NIHIL, NONE, BERSIH, "
    "BEBAS",
    Riwayat.RINGAN: "R, RINGAN",
    Riwayat.SEDANG: "S, SEDANG",
    Riwayat.BERAT: "B, BERAT",
    Riwayat.MENJALANI: "MENJALANI, SEDANG MENJALANI, SEDANG DIJALANI",
}
_MENURUT_SEBUTAN: Final = {s: r for r, daftar in _SEBUTAN.items() for s in daftar.split(", ")} | {
    "": Riwayat.TIDAK_PERNAH
}
#: A penalty that runs, in any sentence that does not deny it.
_BERJALAN: Final = re.compile(
    r"(?!.*\b(TIDAK|BELUM|BUKAN|TAK|SELESAI|TELAH|SUDAH|PERNAH)\b)"
    r"(.*\bMENJALANI\b.*|SEDANG (DIHUKUM|DALAM)\b.*|DALAM MASA HUKUMAN.*)"
)
#: Words that only stand around the level, or around what denies that there was one.
_PENGISI: Final = re.compile(r"\b(HUKUMAN|HUKDIS|DISIPLIN|TINGKAT|DIJATUHI|DIHUKUM)\b|\(.*\)")
_PERNAH: Final = re.compile(r"^PERNAH (?=RINGAN|SEDANG|BERAT)")


def sedang_menjalani(f: Fakta, per: date) -> Topeng:
    """A penalty sedang or berat runs on `per`, by the register or by the standing in law."""
    berjalan: Topeng = f.hukdis_sampai.sebagai_tanggal() >= np.datetime64(per, "D")
    return berjalan | f.kedudukan_hukum.tercatat(KedudukanHukum.HUKUMAN_DISIPLIN)


def hukuman_terberat(f: Fakta, per: date) -> Kolom:
    """Riwayat 0-3 of the whole career, unknown where the register cannot tell.

    Nothing is worse than BERAT, so that is known wherever it is recorded. Anything milder is known inside
    declared coverage only, which must not begin after the service did. A running penalty without its
    record contradicts the register: unknown.
    """
    tercatat = f.hukdis_terberat.atau(int(Riwayat.TIDAK_PERNAH))
    bertentangan = sedang_menjalani(f, per) & tercatat.tercatat(Riwayat.TIDAK_PERNAH, Riwayat.RINGAN)
    sejak_awal = ~(f.disiplin_sejak.sebagai_tanggal() > f.tmt_cpns.sebagai_tanggal())
    tahu = f.disiplin_tercakup.tercatat(1) & sejak_awal & ~bertentangan
    return tercatat.hanya(tahu | tercatat.tercatat(Riwayat.BERAT))


def riwayat(f: Fakta, per: date) -> Kolom:
    """Riwayat 0-4 on `per`. That none runs is known inside declared coverage only."""
    tercakup = f.disiplin_tercakup.tercatat(1)
    menjalani = Kolom.penuh(int(Riwayat.MENJALANI), len(f))
    return menjalani.bila(sedang_menjalani(f, per), hukuman_terberat(f, per).hanya(tercakup))


def riwayat_dari_label(teks: str) -> Riwayat:
    """Read 'ringan', 'S', 'hukuman berat', 'tidak ada', 'sedang menjalani'; raises `hukdis`."""
    baku = " ".join(teks.upper().replace("_", " ").split())
    if _BERJALAN.fullmatch(baku):
        return Riwayat.MENJALANI
    inti = _PERNAH.sub("", " ".join(_PENGISI.sub(" ", baku).split()))
    if inti not in _MENURUT_SEBUTAN or (baku and not inti):
        raise DomainError(
            "hukdis",
            f"Isi tidak ada, ringan, sedang, berat, atau sedang menjalani. Yang diisi '{teks.strip()}'",
        )
    return _MENURUT_SEBUTAN[inti]


def _baca_daftar(nilai: Any) -> list[Riwayat]:
    daftar = [] if nilai is False else [nilai] if isinstance(nilai, str) else nilai
    if not isinstance(daftar, list) or not all(isinstance(n, str) for n in daftar):
        raise DomainError("isian_salah", "tulis satu hukuman, atau daftar hukuman [ … ]")
    return [riwayat_dari_label(n) for n in daftar]


#: For calculators: one penalty or several; null and an empty list say that there is none.
HUKDIS: Final = Isian(
    _baca_daftar,
    {"anyOf": [{"type": "string"}, {"const": False}, {"type": "array", "items": {"type": "string"}}]},
).atau_null()
