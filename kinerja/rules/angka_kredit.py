"""Angka kredit in exact integers (PermenPANRB 1/2023 Ps 37; PerBKN 3/2023 Ps 12-13).

Unit of every amount: senti (1/100 angka kredit). A line is koefisien x persen x bulan / 12,
rounded once, half up, when the line is written; lines are then added as they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple, overload

import numpy as np
import numpy.typing as npt

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from kinerja.enums import Predikat
from pegawai.enums import Jenjang
from pegawai.rules.golongan import Golongan, urut_pns

Bilangan = npt.NDArray[np.int64]

SENTI: Final = 100
# koefisien_milli x persen x bulan / 1_200_000 angka kredit = .../12_000 senti.
_PEMBAGI: Final = 12_000
JF_KETERAMPILAN: Final = (Jenjang.PEMULA, Jenjang.TERAMPIL, Jenjang.MAHIR, Jenjang.PENYELIA)
JF_KEAHLIAN: Final = (Jenjang.AHLI_PERTAMA, Jenjang.AHLI_MUDA, Jenjang.AHLI_MADYA, Jenjang.AHLI_UTAMA)


class Kebutuhan(NamedTuple):
    """Needs in senti; `jenjang` is None at the top of the category."""

    pangkat: int
    jenjang: int | None


@overload
def baris_senti(koefisien_milli: int, persen: int, bulan: int) -> int: ...
@overload
def baris_senti(koefisien_milli: Bilangan, persen: int | Bilangan, bulan: int | Bilangan) -> Bilangan: ...
def baris_senti(
    koefisien_milli: int | Bilangan, persen: int | Bilangan, bulan: int | Bilangan
) -> int | Bilangan:
    """One document line in senti, rounded once, half up; for numbers or for columns of int64."""
    return (koefisien_milli * persen * bulan + _PEMBAGI // 2) // _PEMBAGI


def konversi(jenjang: Jenjang, predikat: Predikat, bulan: int, a: Aturan) -> int:
    """Angka kredit (senti) of `bulan` whole months with one predikat in one jenjang."""
    if bulan < 0:
        raise DomainError("bulan_negatif", "Tanggal mulai harus sebelum tanggal selesai")
    return baris_senti(koefisien_milli(jenjang, a), persen(predikat, a), bulan)


def konversi_tepat(jenjang: Jenjang, predikat: Predikat, bulan: int, a: Aturan) -> Fraction:
    """The same line in angka kredit before it is rounded (PerBKN 3/2023 Ps 12-13)."""
    return Fraction(koefisien_milli(jenjang, a) * persen(predikat, a) * bulan, _PEMBAGI * SENTI)


def seri_kumulatif(jenjang: Jenjang, predikat: Predikat, bulan: Sequence[int], a: Aturan) -> list[int]:
    """Totals (senti) up to each of `bulan`, months since 1 January; each by the formula, not by adding.

    Rounding every period by itself would give four quarters 12.52 where the year is 12.50.
    """
    if any(kini <= lalu for lalu, kini in pairwise((0, *bulan))):
        raise DomainError(
            "bulan_tidak_urut", "Bulan kumulatif harus naik dan lebih dari 0, misalnya 3, 6, 9, 12"
        )
    return [konversi(jenjang, predikat, b, a) for b in bulan]


def selisih_seri(kumulatif: Sequence[int]) -> list[int]:
    """What each period adds to the total of the one before it; the periods add up to the last total."""
    return [kini - lalu for lalu, kini in pairwise((0, *kumulatif))]


def koefisien_milli(jenjang: Jenjang, a: Aturan) -> int:
    """Angka kredit per year with predikat Baik, in thousandths."""
    return _nilai_jf("koefisien_milli", jenjang, a)


def persen(predikat: Predikat, a: Aturan) -> int:
    """The percentage a predikat is worth."""
    return int(a["angka_kredit"].tabel("persen")[predikat.name]["nilai"])


def kebutuhan(jenjang: Jenjang, a: Aturan) -> Kebutuhan:
    """What one pangkat inside the jenjang, and the next jenjang, ask for (senti)."""
    ke_jenjang = a["angka_kredit"].tabel("kebutuhan_jenjang").get(jenjang.name)
    return Kebutuhan(
        _nilai_jf("kebutuhan_pangkat", jenjang, a) * SENTI,
        int(ke_jenjang["nilai"]) * SENTI if ke_jenjang else None,
    )


def jenjang_pada(golongan: Golongan, keluarga: Sequence[Jenjang], a: Aturan) -> Jenjang:
    """The jenjang of a category (JF_KEAHLIAN, JF_KETERAMPILAN) whose range holds the golongan."""
    for jenjang in keluarga:
        bawah, atas = rentang_golongan(jenjang, a)
        if bawah <= golongan.urut <= atas:
            return jenjang
    raise DomainError(
        "golongan_di_luar_jenjang", f"Tidak ada jenjang dalam kategori ini untuk golongan {golongan}"
    )


def rentang_golongan(jenjang: Jenjang, a: Aturan) -> tuple[int, int]:
    """The lowest and the highest golongan (urut 1-17) of a jenjang."""
    bawah, atas = (a["jenjang"].tabel(n)[jenjang.name] for n in ("golongan_terendah", "golongan_tertinggi"))
    return urut_pns(bawah["nilai"]), urut_pns(atas["nilai"])


def tahun_menuju(kekurangan_senti: Bilangan, koefisien: Bilangan, persen_predikat: int) -> Bilangan:
    """Whole years until a shortage is filled, with the same predikat every year; 0 when none is short."""
    per_tahun = np.maximum(baris_senti(koefisien, persen_predikat, 12), 1)
    hasil: Bilangan = np.maximum(-(-kekurangan_senti // per_tahun), 0)
    return hasil


def _nilai_jf(tabel: str, jenjang: Jenjang, a: Aturan) -> int:
    baris = a["angka_kredit"].tabel(tabel)
    if jenjang.name not in baris:
        raise DomainError("bukan_jabatan_fungsional", "Angka kredit hanya untuk jenjang jabatan fungsional")
    return int(baris[jenjang.name]["nilai"])
