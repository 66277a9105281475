"""Disciplinary penalties of a PNS (PP 94/2021, PerBKN 6/2022): a calculator, never a verdict.

Nothing here runs over people: absence is not in our records, and who punishes is an authorised officer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import AKHIR_PEKAN, add_working_days
from asn_karier.lib.errors import DomainError
from pegawai.enums import TingkatHukuman
from pegawai.rules.kode_siasn import cari_id

_KODE: Final = "disiplin"
_DIBERHENTIKAN: Final = "PDHTAPS"
_MINGGU: Final = 6


@dataclass(frozen=True, slots=True)
class Hukuman:
    """One penalty. `bulan`: how long it is served, 0 when it is not served over time."""

    kode: str
    id_siasn: str
    nama: str
    tingkat: TingkatHukuman
    bulan: int
    pasal: str
    memblokir: bool
    catatan: str


def hukuman(kode: str, a: Aturan) -> Hukuman:
    """The penalty of that code. `memblokir`: kenaikan pangkat waits while it runs."""
    baris = a[_KODE].tabel("hukuman")[kode]
    tingkat = TingkatHukuman(baris["tingkat"])
    return Hukuman(
        kode=kode,
        id_siasn=baris["siasn"],
        nama=cari_id("jenis_hukuman", baris["siasn"], a).nama,
        tingkat=tingkat,
        bulan=int(baris["nilai"]),
        pasal=baris["pasal"],
        memblokir=tingkat.value in a["kenaikan_pangkat"].baris("hukuman_memblokir")["nilai"],
        catatan=baris["catatan"],
    )


def hukuman_siasn(id_siasn: str, a: Aturan) -> Hukuman | None:
    """The penalty of PP 94/2021 that SIASN knows by that id; None for those of older law."""
    for kode, baris in a[_KODE].tabel("hukuman").items():
        if baris["siasn"] == id_siasn:
            return hukuman(kode, a)
    return None


def hukuman_absen_kumulatif(hari: int, a: Aturan) -> Hukuman | None:
    """For `hari` working days of absence without a lawful reason in one year (PP 94/2021 Ps 9 to 11)."""
    tercapai = [
        (int(b["nilai"]), k) for k, b in a[_KODE].tabel("absen_kumulatif").items() if hari >= b["nilai"]
    ]
    return hukuman(max(tercapai)[1], a) if tercapai else None


def hukuman_absen_berturut(hari: int, a: Aturan) -> Hukuman | None:
    """For `hari` working days of absence in a row (PP 94/2021 Ps 11): dismissal, or nothing by this rule."""
    batas = a[_KODE].angka("hari_berturut_diberhentikan")
    return hukuman(_DIBERHENTIKAN, a) if hari >= batas else None


def mulai_berlaku(
    diterima: date, libur: Collection[date], a: Aturan, *, hari_kerja_sepekan: int | None = None
) -> date:
    """The working day on which a decision takes effect (PerBKN 6/2022 Ps 50); `diterima` does not count.

    A week has five working days unless the agency works six; another number raises `hari_kerja_sepekan`.
    """
    sepekan = a[_KODE].angka("hari_kerja_sepekan") if hari_kerja_sepekan is None else hari_kerja_sepekan
    pekan = {5: AKHIR_PEKAN, 6: (_MINGGU,)}
    if sepekan not in pekan:
        raise DomainError("hari_kerja_sepekan", f"Hari kerja sepekan 5 atau 6. Yang diisi {sepekan}")
    return add_working_days(diterima, a[_KODE].angka("hari_kerja_berlaku"), libur, pekan[sepekan])


def libur_tetap(tahun: Iterable[int], a: Aturan) -> frozenset[date]:
    """National holidays of those years whose date is fixed; those that move are not in the table."""
    hari = [(int(k[:2]), int(k[3:])) for k, b in a["hari_libur"].tabel("tetap").items() if b["conf"] != "UNV"]
    return frozenset(date(t, bulan, tanggal) for t in tahun for bulan, tanggal in hari)
