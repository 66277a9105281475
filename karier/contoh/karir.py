"""A consistent career behind the current golongan: dates, masa kerja, angka kredit.

Steps of the past are drawn at the pace the rules allow (about four years), dates fall on the
promotion periods that were in force then, and angka kredit follows from months, jenjang and
predikat, so that a realistic part of the people is due now and the rest in one to three years.
Numbers of the law come from the dated rule files.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from asn_karier.lib.aturan import Aturan, aturan_per
from asn_karier.lib.dates import add_months, add_years, months_between
from karier.rules.periode import periode_sah
from kinerja.enums import Predikat, Rating
from kinerja.rules.angka_kredit import JF_KEAHLIAN, JF_KETERAMPILAN, jenjang_pada, kebutuhan, konversi
from kinerja.rules.predikat import predikat_dari
from pegawai.enums import JenisPegawai, Jenjang, TingkatPendidikan
from pegawai.rules.golongan import TERTINGGI, Golongan
from pegawai.rules.masa_kerja import potongan_tahun

PNS: tuple[str, ...] = tuple(Golongan(JenisPegawai.PNS, urut).nama for urut in range(1, TERTINGGI + 1))
URUT: dict[str, int] = {golongan: urut for urut, golongan in enumerate(PNS, start=1)}
LANGKAH_DALAM_JENJANG: dict[str, int] = {
    "II/c": 1, "II/d": 2, "III/b": 1, "III/d": 1, "IV/b": 1, "IV/c": 2, "IV/e": 1,
}  # fmt: skip
"""Promotions already made inside the jenjang, by golongan."""

PERIODE_LAMA = (4, 10)
"""Months of promotion before 2024, when the periods were April and October."""

SETAHUN = 12
BAKU = Predikat.BAIK


@dataclass(frozen=True, slots=True)
class RiwayatPns:
    """Dates of a PNS career; `mk_bulan` is masa kerja golongan in months on TMT golongan."""

    golongan_awal: str
    tanggal_lahir: date
    tmt_cpns: date
    tmt_golongan: date
    mk_bulan: int


@lru_cache(maxsize=4)
def golongan_awal(a: Aturan) -> dict[TingkatPendidikan, str]:
    """First golongan of a PNS by education (PP 99/2000 jo PP 12/2002)."""
    tabel = a["plafon_pendidikan"].tabel("golongan_awal")
    return {TingkatPendidikan[nama]: str(baris["nilai"]) for nama, baris in tabel.items()}


@lru_cache(maxsize=64)
def jenjang_golongan(golongan: str, a: Aturan) -> tuple[Jenjang, Jenjang]:
    """The jenjang at a golongan on the keahlian and the keterampilan ladder.

    Where one ladder has no such golongan (II on keahlian, IV on keterampilan) the other stands in.
    """
    g = Golongan.pns(golongan)
    if golongan.startswith("II/"):
        return (jenjang_pada(g, JF_KETERAMPILAN, a),) * 2
    ahli = jenjang_pada(g, JF_KEAHLIAN, a)
    return ahli, ahli if golongan.startswith("IV/") else jenjang_pada(g, JF_KETERAMPILAN, a)


def periode_sebelum(tanggal: date) -> date:
    """The last promotion period on or before a date, under the rules that were in force then."""
    awal = tanggal.replace(day=1)
    while not _periode(awal):
        awal = add_months(awal, -1)
    return awal


def lama_di_golongan(acak: Random, *, fungsional: bool, puncak: bool) -> int:
    """Months in the current golongan.

    Promotion comes due at about 48 months plus the months that a yearly PAK lags behind, so a cut
    somewhat above gives the share that is due now; the top golongan of a jenjang waits longer,
    because it needs a vacancy and an ujian kompetensi.
    """
    if not fungsional:
        return int(acak.triangular(1, 74, 30))
    return acak.randint(1, 84 if puncak else 80)


def riwayat_pns(
    acak: Random, *, per: date, golongan: str, awal: str, bulan: int, bup: int, usia: int, a: Aturan
) -> RiwayatPns:
    """Draw a career that ends in `golongan`, `bulan` months before `per`.

    `usia` is the youngest age at entry in years; nobody comes out older than `bup` years.
    """
    langkah = max(URUT[golongan] - URUT[awal], 0)
    jeda = _lama_menanjak(acak, langkah, bup * SETAHUN - bulan - usia * SETAHUN - SETAHUN)
    tmt_golongan = periode_sebelum(add_months(per, -bulan)) if langkah else _awal_bulan(per, bulan)
    tmt_cpns = _awal_bulan(tmt_golongan, jeda)
    batas = bup * SETAHUN - months_between(tmt_cpns, per) - 3
    termuda = usia * SETAHUN
    umur_masuk = acak.randint(termuda, max(termuda, min(termuda + 9 * SETAHUN, batas)))
    lahir = add_months(tmt_cpns, -min(umur_masuk, batas)) - timedelta(days=acak.randint(1, 27))
    mulai = awal if langkah else golongan
    mk = masa_kerja_golongan(mulai, golongan, months_between(tmt_cpns, tmt_golongan), a)
    return RiwayatPns(mulai, lahir, tmt_cpns, tmt_golongan, mk)


@lru_cache(maxsize=4096)
def masa_kerja_golongan(awal: str, golongan: str, bulan: int, a: Aturan) -> int:
    """Months on the pay table after `bulan` months of service: crossings cost years, never below 0."""
    if awal == golongan:
        return bulan
    return max(bulan - SETAHUN * potongan_tahun(Golongan.pns(awal), Golongan.pns(golongan), a), 0)


def puncak_jenjang(golongan: str) -> bool:
    """True where the next step is a step of jenjang, not only of golongan."""
    return golongan in {"II/a", "II/d", "III/b", "III/d", "IV/c", "IV/e"}


def angka_kredit(
    *,
    jenjang: Jenjang,
    golongan: str,
    sejak: date,
    sampai: date,
    nilai: Iterable[tuple[int, int, int]],
    sisa: int,
    a: Aturan,
) -> int:
    """What the PAK states on `sampai`, in hundredths of a point.

    Inside a jenjang: the surplus carried over from the last promotion plus one rounded line per year
    since `sejak`; at the top golongan of a jenjang also the promotions before it, because the next
    jenjang asks for the sum. A year without a rating here counts as Baik (assessed elsewhere).
    """
    predikat = {tahun: predikat_kinerja(hasil, perilaku, a) for tahun, hasil, perilaku in nilai}
    jumlah = sisa + _tertimbun(jenjang, golongan, a)
    for tahun in range(sejak.year, sampai.year + 1):
        mulai = max(sejak, date(tahun, 1, 1))
        akhir = min(sampai, date(tahun, 12, 31)) + timedelta(days=1)
        bulan = months_between(mulai, akhir) if mulai < akhir else 0
        jumlah += _baris(jenjang, predikat.get(tahun, BAKU), bulan, a)
    return jumlah


def tmt_jabatan_fungsional(acak: Random, golongan: str, tmt_golongan: date, tmt_cpns: date) -> date:
    """When the present jenjang began: shortly before its first golongan, four years per step since."""
    if tmt_golongan == tmt_cpns:
        return tmt_cpns
    langkah = LANGKAH_DALAM_JENJANG.get(golongan, 0)
    mulai = add_months(tmt_golongan, -(48 * langkah + acak.randint(1, 6)))
    return max(mulai, add_years(tmt_cpns, 1))


def _lama_menanjak(acak: Random, langkah: int, batas: int) -> int:
    """Months of all steps before the current one; few people move at the fastest pace."""
    jeda = sum(acak.choice((48, 48, 52, 58, 66, 72)) for _ in range(langkah))
    return max(min(jeda, batas), langkah * 46)


def _tertimbun(jenjang: Jenjang, golongan: str, a: Aturan) -> int:
    if not puncak_jenjang(golongan):
        return 0
    return LANGKAH_DALAM_JENJANG.get(golongan, 0) * kebutuhan(jenjang, a).pangkat


@lru_cache(maxsize=512)
def _periode(awal: date) -> bool:
    a = aturan_per(awal)
    if "periode_kp" not in a.versi():
        return awal.month in PERIODE_LAMA
    return periode_sah(awal, a)


@lru_cache(maxsize=16)
def predikat_kinerja(hasil: int, perilaku: int, a: Aturan) -> Predikat:
    """The predikat of two rating codes (kinerja.enums.Rating)."""
    return predikat_dari(Rating(hasil), Rating(perilaku), a)


@lru_cache(maxsize=1024)
def _baris(jenjang: Jenjang, predikat: Predikat, bulan: int, a: Aturan) -> int:
    return konversi(jenjang, predikat, bulan, a) if bulan else 0


def _awal_bulan(tanggal: date, mundur: int) -> date:
    return add_months(tanggal.replace(day=1), -mundur)
