"""A consistent career behind the current golongan: dates, masa kerja, angka kredit.

Steps of the past are drawn at the pace the rules allow (about four years), dates fall on the
promotion periods that were in force then, and angka kredit follows from months, jenjang and
predikat, so that a realistic part of the people is due now and the rest in one to three years.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from asn_karier.lib.dates import add_months, add_years, months_between
from kinerja.enums import Predikat, Rating
from pegawai.enums import Jenjang, TingkatPendidikan

from .sementara import predikat, senti

PNS: tuple[str, ...] = (
    "I/a", "I/b", "I/c", "I/d", "II/a", "II/b", "II/c", "II/d",
    "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d", "IV/e",
)  # fmt: skip
URUT = {golongan: urut for urut, golongan in enumerate(PNS)}

GOLONGAN_AWAL: dict[TingkatPendidikan, str] = {
    TingkatPendidikan.SD: "I/a",
    TingkatPendidikan.SLTP: "I/c",
    TingkatPendidikan.SLTA: "II/a",
    TingkatPendidikan.SLTA_KEJURUAN: "II/a",
    TingkatPendidikan.DIPLOMA_III: "II/c",
    TingkatPendidikan.DIPLOMA_IV: "III/a",
    TingkatPendidikan.S1: "III/a",
    TingkatPendidikan.PROFESI: "III/b",
    TingkatPendidikan.S2: "III/b",
    TingkatPendidikan.S3: "III/c",
}
"""First golongan of a PNS by education (PP 99/2000 jo PP 12/2002)."""

JENJANG_GOLONGAN: dict[str, tuple[Jenjang, Jenjang]] = {
    "II/a": (Jenjang.PEMULA, Jenjang.PEMULA),
    "II/b": (Jenjang.TERAMPIL, Jenjang.TERAMPIL),
    "II/c": (Jenjang.TERAMPIL, Jenjang.TERAMPIL),
    "II/d": (Jenjang.TERAMPIL, Jenjang.TERAMPIL),
    "III/a": (Jenjang.AHLI_PERTAMA, Jenjang.MAHIR),
    "III/b": (Jenjang.AHLI_PERTAMA, Jenjang.MAHIR),
    "III/c": (Jenjang.AHLI_MUDA, Jenjang.PENYELIA),
    "III/d": (Jenjang.AHLI_MUDA, Jenjang.PENYELIA),
    "IV/a": (Jenjang.AHLI_MADYA, Jenjang.AHLI_MADYA),
    "IV/b": (Jenjang.AHLI_MADYA, Jenjang.AHLI_MADYA),
    "IV/c": (Jenjang.AHLI_MADYA, Jenjang.AHLI_MADYA),
    "IV/d": (Jenjang.AHLI_UTAMA, Jenjang.AHLI_UTAMA),
    "IV/e": (Jenjang.AHLI_UTAMA, Jenjang.AHLI_UTAMA),
}
"""Golongan -> jenjang on the (keahlian, keterampilan) ladder (PermenPANRB 1/2023)."""

DASAR_SENTI: dict[str, int] = {
    "II/c": 2000, "II/d": 4000, "III/b": 5000, "III/d": 10000, "IV/b": 15000, "IV/c": 30000, "IV/e": 20000,
}  # fmt: skip
"""Angka kredit already behind a golongan inside its jenjang, in hundredths (PerBKN 3/2023 Lamp II)."""

SETAHUN = 12
PENGURANGAN_II_III = 60
PENGURANGAN_I_II = 72


@dataclass(frozen=True, slots=True)
class RiwayatPns:
    """Dates of a PNS career; `mk_bulan` is masa kerja golongan in months on TMT golongan."""

    golongan_awal: str
    tanggal_lahir: date
    tmt_cpns: date
    tmt_golongan: date
    mk_bulan: int


def periode_sebelum(tanggal: date) -> date:
    """The last promotion period on or before a date.

    Every month since October 2025 (PerBKN 4/2025), every second month in 2024-2025 (PerBKN 4/2023),
    April and October before that.
    """
    awal = tanggal.replace(day=1)
    if awal >= date(2025, 10, 1):
        return awal
    bulan = (2, 4, 6, 8, 10, 12) if awal >= date(2024, 2, 1) else (4, 10)
    while awal.month not in bulan:
        awal = add_months(awal, -1)
        bulan = (2, 4, 6, 8, 10, 12) if awal >= date(2024, 2, 1) else (4, 10)
    return awal


def lama_di_golongan(acak: Random, *, fungsional: bool, puncak: bool) -> int:
    """Months in the current golongan.

    Promotion comes due at about 48 months plus the months that a yearly PAK lags behind, so a cut
    somewhat above gives the share that is due now; the top golongan of a jenjang waits longer,
    because it needs a vacancy and an ujian kompetensi.
    """
    if not fungsional:
        return int(acak.triangular(1, 68, 24))
    return acak.randint(1, 84 if puncak else 65)


def riwayat_pns(acak: Random, *, per: date, golongan: str, awal: str, bulan: int, bup: int, usia: int) -> RiwayatPns:
    """Draw a career that ends in `golongan`, `bulan` months before `per`.

    `usia` is the youngest age at entry; nobody comes out older than `bup` years.
    """
    langkah = max(URUT[golongan] - URUT[awal], 0)
    jeda = sum(acak.choice((45, 48, 48, 50, 54)) for _ in range(langkah))
    tmt_golongan = periode_sebelum(add_months(per, -bulan)) if langkah else _awal_bulan(per, bulan)
    tmt_cpns = _awal_bulan(tmt_golongan, jeda)
    batas = bup * SETAHUN - months_between(tmt_cpns, per) - 3
    umur_masuk = acak.randint(usia * SETAHUN, max(usia * SETAHUN, min((usia + 9) * SETAHUN, batas)))
    lahir = add_months(tmt_cpns, -min(umur_masuk, batas)) - timedelta(days=acak.randint(1, 27))
    mulai = awal if langkah else golongan
    return RiwayatPns(mulai, lahir, tmt_cpns, tmt_golongan, masa_kerja_golongan(mulai, golongan, tmt_cpns, tmt_golongan))


def masa_kerja_golongan(awal: str, golongan: str, tmt_cpns: date, tmt_golongan: date) -> int:
    """Months on the pay table: crossing I-II costs six years, II-III five (PP 7/1977), never below 0."""
    bulan = months_between(tmt_cpns, tmt_golongan)
    bulan -= PENGURANGAN_I_II if awal.startswith("I/") and not golongan.startswith("I/") else 0
    lewat_tiga = awal.startswith(("I/", "II/")) and golongan.startswith(("III/", "IV/"))
    return max(bulan - (PENGURANGAN_II_III if lewat_tiga else 0), 0)


def puncak_jenjang(golongan: str) -> bool:
    """True where the next step is a step of jenjang, not only of golongan."""
    return golongan in {"II/a", "II/d", "III/b", "III/d", "IV/c", "IV/e"}


def angka_kredit(
    *, jenjang: Jenjang, golongan: str, sejak: date, sampai: date, nilai: Iterable[tuple[int, int, int]], sisa: int
) -> int:
    """Angka kredit kumulatif in the jenjang up to `sampai`, in hundredths of a point.

    Base of the golongan plus `sisa` (surplus of the last promotion) plus one rounded line per year
    since `sejak`; a year without a rating here counts as Baik (it was assessed elsewhere).
    """
    menurut_tahun = {tahun: predikat(Rating(hasil), Rating(perilaku)) for tahun, hasil, perilaku in nilai}
    jumlah = DASAR_SENTI.get(golongan, 0) + sisa
    for tahun in range(sejak.year, sampai.year + 1):
        mulai = max(sejak, date(tahun, 1, 1))
        akhir = min(sampai, date(tahun, 12, 31)) + timedelta(days=1)
        bulan = months_between(mulai, akhir) if mulai < akhir else 0
        jumlah += senti(jenjang, menurut_tahun.get(tahun, Predikat.BAIK), bulan) if bulan else 0
    return jumlah


def tmt_jabatan_fungsional(acak: Random, golongan: str, tmt_golongan: date, tmt_cpns: date) -> date:
    """When the present jenjang began: shortly before its first golongan, one step earlier per golongan."""
    langkah = {"II/c": 1, "II/d": 2, "III/b": 1, "III/d": 1, "IV/b": 1, "IV/c": 2, "IV/e": 1}.get(golongan, 0)
    mulai = add_months(tmt_golongan, -(48 * langkah + acak.randint(1, 6)))
    return max(mulai, add_years(tmt_cpns, 1))


def _awal_bulan(tanggal: date, mundur: int) -> date:
    return add_months(tanggal.replace(day=1), -mundur)
