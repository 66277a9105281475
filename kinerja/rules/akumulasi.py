"""Accumulated angka kredit (PerBKN 3/2023): AK dasar, the need of the next step, what is left or short.

Amounts are senti (1/100 angka kredit). The stored balance of a person is what the last kenaikan
pangkat left: AK dasar and what earlier steps used up are not in it.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import Bilangan, Kolom, tabel_kosong
from kinerja.enums import Predikat
from kinerja.rules.angka_kredit import (
    JF_KEAHLIAN,
    JF_KETERAMPILAN,
    SENTI,
    jenjang_pada,
    kebutuhan,
    rentang_golongan,
)
from pegawai.enums import Jenjang
from pegawai.rules.golongan import TERTINGGI, Golongan

JABATAN_FUNGSIONAL: Final = (*JF_KETERAMPILAN, *JF_KEAHLIAN)
KENAIKAN_PANGKAT: Final = "kenaikan_pangkat"
KENAIKAN_JENJANG: Final = "kenaikan_jenjang"


class Langkah(NamedTuple):
    """The next step of someone in a jabatan fungsional; `langkah` and `target` are None at the top."""

    jenjang: Jenjang
    langkah: str | None
    target: int | None


class AkDasar(NamedTuple):
    """AK dasar in senti, the confidence of that value, and what another source says instead."""

    senti: int
    conf: str
    berbeda: int | None


class BonusPendidikan(NamedTuple):
    """The bonus of a higher ijazah (senti), and what another source gives instead (None: the same)."""

    senti: int
    berbeda: int | None


class Timbangan(NamedTuple):
    """A balance against a need, in the unit of both."""

    dapat: bool
    sisa: Fraction
    kekurangan: Fraction


# -- one person -------------------------------------------------------------------------------


def timbang(ada: Fraction, perlu: Fraction) -> Timbangan:
    """Enough or not, and what is carried over or short (PerBKN 3/2023 Lampiran II, form PAK)."""
    selisih = ada - perlu
    return Timbangan(selisih >= 0, max(selisih, Fraction(0)), max(-selisih, Fraction(0)))


def langkah_berikut(golongan: Golongan, keluarga: tuple[Jenjang, ...], a: Aturan) -> Langkah:
    """At the highest golongan of a jenjang the next step is the next jenjang, else the next pangkat.

    Raises `golongan_di_luar_jenjang` for a golongan that no jenjang of the category holds.
    """
    jenjang = jenjang_pada(golongan, keluarga, a)
    butuh = kebutuhan(jenjang, a)
    if golongan.urut < rentang_golongan(jenjang, a)[1]:
        return Langkah(jenjang, KENAIKAN_PANGKAT, butuh.pangkat)
    return Langkah(jenjang, KENAIKAN_JENJANG if butuh.jenjang is not None else None, butuh.jenjang)


def ak_dasar(jenjang: Jenjang, golongan: Golongan, a: Aturan) -> AkDasar:
    """AK dasar of an appointment in `jenjang` with that golongan.

    Kebutuhan pangkat for every golongan above the lowest of the jenjang; the values a source writes
    out are equal to it, and where one is not (`berbeda`) BKN has to be asked. Raises
    `golongan_di_bawah_jenjang` and `golongan_di_atas_jenjang`.
    """
    langkah = _langkah_senti(jenjang, a)
    bawah, atas = rentang_golongan(jenjang, a)
    if golongan.urut < bawah:
        raise golongan_di_bawah(jenjang, golongan)
    if golongan.urut > atas:
        raise DomainError(
            "golongan_di_atas_jenjang",
            f"Golongan {golongan} di atas rentang jenjang {sebutan_jenjang(jenjang)}",
            tindakan="Untuk pangkat di atas jenjangnya angka kredit yang diberikan tetap; lihat perpindahan.",
        )
    senti = langkah * (golongan.urut - bawah)
    kunci = f"{jenjang.name} {golongan}"
    tertulis, berbeda = (a["ak_dasar"].tabel(n).get(kunci) for n in ("tertulis", "berbeda"))
    sama = tertulis is not None and tertulis["nilai"] * SENTI == senti
    return AkDasar(
        senti,
        str(tertulis["conf"]) if tertulis is not None and sama else "KEPUTUSAN",
        None if berbeda is None else int(berbeda["nilai"]) * SENTI,
    )


def bonus_pendidikan(jenjang: Jenjang, a: Aturan, golongan: Golongan | None = None) -> BonusPendidikan:
    """A share of the kebutuhan pangkat, once per higher and relevant ijazah (PerBKN 3/2023).

    At the highest golongan of the jenjang one source takes the share of the kebutuhan jenjang instead.
    """
    butuh, berkas = kebutuhan(jenjang, a), a["ak_pendidikan"]
    senti = _bagian(butuh.pangkat, berkas.angka("persen_kebutuhan_pangkat"))
    puncak = golongan is not None and golongan.urut == rentang_golongan(jenjang, a)[1]
    if not puncak or butuh.jenjang is None:
        return BonusPendidikan(senti, None)
    lain = _bagian(butuh.jenjang, berkas.angka("persen_kebutuhan_jenjang"))
    return BonusPendidikan(senti, None if lain == senti else lain)


def predikat_cukup(predikat: Predikat, a: Aturan) -> bool:
    """Whether this predikat lets the bonus of an ijazah through (V1)."""
    return predikat >= Predikat[a["ak_pendidikan"].teks("predikat_minimal")]


def target_jenjang(jenjang: Jenjang, golongan_awal: Golongan, a: Aturan) -> int | None:
    """The need of the next jenjang for a career that began at `golongan_awal`; None at the top.

    In proportion when it began above the lowest golongan of the jenjang (PerBKN 3/2023 Lampiran A:
    Terampil from II/c needs 40 of 60). Raises `golongan_di_atas_jenjang`.
    """
    penuh = kebutuhan(jenjang, a).jenjang
    bawah, atas = rentang_golongan(jenjang, a)
    if penuh is None:
        return None
    if golongan_awal.urut > atas:
        raise DomainError(
            "golongan_di_atas_jenjang",
            f"Golongan awal {golongan_awal} di atas rentang jenjang {sebutan_jenjang(jenjang)}",
        )
    return penuh * (atas + 1 - max(golongan_awal.urut, bawah)) // (atas + 1 - bawah)


def sebutan_jenjang(jenjang: Jenjang) -> str:
    """'Ahli Muda' for AHLI_MUDA."""
    return jenjang.name.replace("_", " ").title()


def golongan_di_bawah(jenjang: Jenjang, golongan: Golongan) -> DomainError:
    return DomainError(
        "golongan_di_bawah_jenjang",
        f"Golongan {golongan} di bawah golongan terendah jenjang {sebutan_jenjang(jenjang)}",
    )


# -- columns ----------------------------------------------------------------------------------


def ak_kumulatif_jenjang(jenjang: Kolom, golongan: Kolom, saldo: Kolom, a: Aturan) -> Kolom:
    """What was collected in the present jenjang (senti): the balance and what its pangkat used up.

    Missing outside the range of the jenjang: what a step outside it used is in no text. `golongan` is
    urut 1-17, `saldo` senti. KEPUTUSAN, `ak_dasar/angka/langkah_per_golongan`.
    """
    return jenjang.peta_dua(golongan, _terpakai(a)).tambah(saldo)


def kebutuhan_jenjang_kolom(jenjang: Kolom, a: Aturan) -> Kolom:
    """The cumulative need of the next jenjang (senti); missing at the top and outside jabatan fungsional."""
    return jenjang.peta(a["angka_kredit"].larik("kebutuhan_jenjang", Jenjang, kali=SENTI))


@lru_cache(maxsize=32)
def _terpakai(a: Aturan) -> Bilangan:
    """[jenjang, golongan] -> what the steps up to that golongan used (senti)."""
    hasil = tabel_kosong(max(Jenjang), TERTINGGI)
    for jenjang in JABATAN_FUNGSIONAL:
        bawah, atas = rentang_golongan(jenjang, a)
        hasil[jenjang, bawah : atas + 1] = _langkah_senti(jenjang, a) * np.arange(atas + 1 - bawah)
    return hasil


def _bagian(senti: int, persen: int) -> int:
    """So many percent, half up."""
    return (senti * persen + SENTI // 2) // SENTI


def _langkah_senti(jenjang: Jenjang, a: Aturan) -> int:
    return kebutuhan(jenjang, a).pangkat * a["ak_dasar"].angka("langkah_per_golongan")
