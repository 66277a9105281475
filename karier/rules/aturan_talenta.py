"""The dated numbers of the talent map, compiled once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final

import numpy as np

from asn_karier.lib.aturan import Aturan, Berkas
from asn_karier.lib.kolom import Bilangan
from karier.rules.integritas import Riwayat
from kinerja.enums import Predikat
from pegawai.enums import Jenjang, TingkatPendidikan

KOMPONEN_KINERJA: Final = ("predikat", "penghargaan", "penugasan_tim", "umpan_balik")
KOMPONEN_POTENSIAL: Final = (
    "penilaian_kompetensi",
    "pengembangan_kompetensi",
    "pengalaman",
    "potensi",
    "pendidikan",
    "kesesuaian",
    "integritas",
)
KOMPONEN_TALENTA: Final = ("kinerja", "potensial")
KOMPONEN_KECOCOKAN: Final = ("kompetensi", "kualifikasi", "integritas")


class Tingkat(IntEnum):
    """Class of an axis."""

    RENDAH = 0
    MENENGAH = 1
    TINGGI = 2


_TABEL_KOTAK: Final = {
    Tingkat.RENDAH: "kinerja_rendah",
    Tingkat.MENENGAH: "kinerja_menengah",
    Tingkat.TINGGI: "kinerja_atas",
}


@dataclass(frozen=True, eq=False)
class AturanTalenta:
    """Scores in points 0-100, weights in percent.

    `ambang`: lower bounds of menengah and tinggi. `kotak`: [kinerja, potensial] -> 1..9. `lama_jabatan`:
    (from so many years, score), the longest first. `manajerial`: by jenjang, what is left is technical.
    """

    ambang: tuple[int, int]
    bobot_kinerja: Mapping[str, int]
    bobot_potensial: Mapping[str, int]
    bobot_talenta: Mapping[str, int]
    bobot_kecocokan: Mapping[str, int]
    manajerial: Mapping[Jenjang, int]
    predikat: Bilangan
    pendidikan: Bilangan
    integritas: Bilangan
    lama_jabatan: tuple[tuple[int, int], ...]
    kotak: Bilangan
    rekomendasi: Mapping[int, tuple[str, ...]]
    kotak_suksesi: int


@lru_cache(maxsize=32)
def susun(a: Aturan) -> AturanTalenta:
    """Compile the file in force; DomainError `aturan_belum_ada` when there is none."""
    t = a["talenta"]
    return AturanTalenta(
        ambang=_ambang(t),
        bobot_kinerja=_bobot(t, "bobot_kinerja", KOMPONEN_KINERJA),
        bobot_potensial=_bobot(t, "bobot_potensial", KOMPONEN_POTENSIAL),
        bobot_talenta=_bobot(t, "bobot_talenta", KOMPONEN_TALENTA),
        bobot_kecocokan=_bobot(t, "bobot_kecocokan", KOMPONEN_KECOCOKAN),
        manajerial={Jenjang[n]: int(b["nilai"]) for n, b in t.tabel("bobot_manajerial").items()},
        predikat=t.larik("predikat", Predikat),
        pendidikan=t.larik("pendidikan", TingkatPendidikan),
        integritas=t.larik("integritas", Riwayat),
        lama_jabatan=tuple(
            sorted(((int(n), int(b["nilai"])) for n, b in t.tabel("lama_jabatan").items()), reverse=True)
        ),
        kotak=np.array([_baris_kotak(t, kinerja) for kinerja in Tingkat], dtype=np.int64),
        rekomendasi={int(n): tuple(b["nilai"]) for n, b in t.tabel("rekomendasi").items()},
        kotak_suksesi=int(t.tabel("rencana_suksesi")["kotak_terendah"]["nilai"]),
    )


def _ambang(t: Berkas) -> tuple[int, int]:
    """Rising; that an instansi keeps their order is seen to where it sets them (karier.rules.parameter)."""
    menengah, tinggi = (int(t.tabel("ambang")[n]["nilai"]) for n in ("menengah", "tinggi"))
    return menengah, tinggi


def _bobot(t: Berkas, tabel: str, komponen: tuple[str, ...]) -> Mapping[str, int]:
    return {nama: int(t.tabel(tabel)[nama]["nilai"]) for nama in komponen}


def _baris_kotak(t: Berkas, kinerja: Tingkat) -> list[int]:
    tabel = t.tabel(_TABEL_KOTAK[kinerja])
    return [int(tabel[potensial.name.lower()]["nilai"]) for potensial in Tingkat]
