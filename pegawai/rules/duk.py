"""Daftar urut kepangkatan: who stands before whom (PP 15/1979; SE BAKN 03/SE/1980).

The measures are asked one after the other, and the next only where all before it are equal: pangkat (the
higher, then the earlier TMT), jabatan (the higher, then the earlier TMT), masa kerja that counts for the pay,
latihan jabatan (the higher, then the earlier), pendidikan (the higher, then the earlier), usia (the older).
Who lacks a fact stands behind those who have it. KEPUTUSAN: the texts rank posts by eselon; a jabatan
fungsional stands behind every structural post, by its jenjang, and a pelaksana behind both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from asn_karier.lib.kolom import Bilangan, Kolom, Topeng, tabel_kosong
from pegawai.enums import Eselon, Jenjang

_TERAKHIR: Final = np.iinfo(np.int64).max
_STRUKTURAL: Final = 1000
#: Names of leadership training, old and present, that tell the level by themselves.
_BERNAMA: Final = tuple(
    (tingkat, re.compile(pola))
    for tingkat, pola in (
        (6, r"LEMHANN?AS|\bSPATI\b"),
        (5, r"\bSPAMEN\b|\bSESPA"),
        (4, r"\bPKA\b|ADMINISTRATOR|\bSPAMA\b|\bSEPADYA\b"),
        (3, r"\bPKP\b|PENGAWAS|\bADUM|\bSEPALA\b|\bSEPADA\b"),
        (1, r"\bLATSAR\b|PRAJABATAN|PELATIHAN DASAR"),
    )
)
#: Those of which a Roman number tells it: PIM IV, PKN Tingkat II.
_BERNOMOR: Final = re.compile(r"(?:PIM|PKN|NASIONAL)\W*(?:TINGKAT|TK)?\W*(?P<nomor>IV|I{1,3}|[1-4])\b")
_NOMOR: Final = {"I": 6, "1": 6, "II": 5, "2": 5, "III": 4, "3": 4, "IV": 3, "4": 3}
#: Leadership training whose level its name does not tell.
_TAK_BERTINGKAT: Final = 2


@dataclass(frozen=True, eq=False, slots=True)
class FaktaDuk:
    """Columns about the same people, in the order in which people who are equal in everything shall stand."""

    golongan: Kolom
    tmt_golongan: Kolom
    jabatan: Kolom
    tmt_jabatan: Kolom
    mkg_bulan: Kolom
    latihan: Kolom
    latihan_tanggal: Kolom
    pendidikan: Kolom
    tahun_lulus: Kolom
    tanggal_lahir: Kolom


class UrutanDuk(NamedTuple):
    """`urutan`: rows, the first of the list first. `sama`: equal to the row before in every measure."""

    urutan: npt.NDArray[np.intp]
    sama: Topeng


#: Of these the higher stands first, of the others the earlier.
_TINGGI_DAHULU: Final = frozenset({"golongan", "jabatan", "mkg_bulan", "latihan", "pendidikan"})


def susun_duk(f: FaktaDuk) -> UrutanDuk:
    """Everybody in the legal order; nothing is decided by the order of the columns but ties."""
    kunci = [_kunci(getattr(f, k.name), tinggi_dahulu=k.name in _TINGGI_DAHULU) for k in fields(f)]
    urutan = np.lexsort(kunci[::-1])
    sama = np.ones(len(urutan), dtype=np.bool_)
    sama[:1] = False
    for k in kunci:
        sama[1:] &= k[urutan][1:] == k[urutan][:-1]
    return UrutanDuk(urutan, sama)


def tingkat_jabatan(eselon: Kolom, jenjang: Kolom) -> Kolom:
    """The rank of a post, higher is higher: structural by eselon, then jabatan by jenjang."""
    tabel = tabel_kosong(max(Eselon))
    for e in Eselon:
        tabel[e] = _STRUKTURAL - e
    urut = tabel_kosong(max(Jenjang))
    for j in Jenjang:
        urut[j] = j
    return eselon.peta(tabel).atau(jenjang.peta(urut))


def tingkat_latihan(nama: str) -> int:
    """The level of leadership training by its name, higher is higher."""
    teks = nama.upper()
    nomor = _BERNOMOR.search(teks)
    if nomor:
        return _NOMOR[nomor["nomor"]]
    return next((tingkat for tingkat, pola in _BERNAMA if pola.search(teks)), _TAK_BERTINGKAT)


def _kunci(kolom: Kolom, *, tinggi_dahulu: bool) -> Bilangan:
    """Numbers that rise from the first to the last; a missing fact comes last."""
    nilai = kolom.sebagai_tanggal().astype(np.int64) if kolom.berupa_tanggal else kolom.isi(0)
    return np.where(kolom.ada, -nilai if tinggi_dahulu else nilai, _TERAKHIR)
