"""Satyalancana Karya Satya (UU 20/2009, PP 35/2010): which degree, and on which day it is reached.

Service is counted from TMT CPNS, to the day. One person is a batch of one.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import Bilangan, add_years
from asn_karier.lib.kolom import Kolom
from pegawai.enums import TingkatHukuman
from pegawai.rules.masa_kerja import BULAN_SETAHUN

#: The fact `hukdis_terberat`: 0 never, then the levels in order.
URUT_HUKUMAN: Final = {t: n for n, t in enumerate(TingkatHukuman, 1)}


@lru_cache(maxsize=32)
def derajat(a: Aturan) -> dict[str, int]:
    """Name of the degree -> years of service, from the lowest; DomainError when no file is in force."""
    tabel = a["satyalancana"].tabel("derajat")
    return {nama: int(baris["nilai"]) for nama, baris in sorted(tabel.items(), key=lambda b: b[1]["nilai"])}


def nama_derajat(tahun: int, a: Aturan) -> str | None:
    """The name of the degree for so many years, None when that is no degree."""
    return next((nama for nama, n in derajat(a).items() if n == tahun), None)


def derajat_sasaran(tmt_cpns: Kolom, dimiliki: Kolom, *, per: date, a: Aturan) -> Kolom:
    """Years of service of the degree that is next: missing when the highest is held.

    The highest degree whose service is reached on `per` and that is not held; otherwise the lowest
    above the one held (KEPUTUSAN). `dimiliki`: years of the highest one held; a missing one means that
    none is recorded. Of unknown TMT CPNS nothing is reached.
    """
    tahun = _larik(a)
    # The next one above what is held stands at the count of those held; the highest reached may lie above.
    indeks = np.maximum(
        np.searchsorted(tahun, dimiliki.isi(0), side="right"),
        np.searchsorted(tahun, tahun_masa_kerja(tmt_cpns, per).isi(0), side="right") - 1,
    )
    return _pada(tahun, indeks)


def derajat_tercapai(tahun_penuh: Kolom, a: Aturan) -> Kolom:
    """Years of the highest degree that so many full years reach; missing below the lowest."""
    tahun = _larik(a)
    tercapai = _pada(tahun, np.searchsorted(tahun, tahun_penuh.isi(0), side="right") - 1)
    return tercapai.hanya(tahun_penuh.ada)


def tahun_masa_kerja(tmt_cpns: Kolom, per: date) -> Kolom:
    """Full years of service on `per`, to the day."""
    return tmt_cpns.bulan_sampai(per).bagi(BULAN_SETAHUN)


def tanggal_dicapai(tmt_cpns: Kolom, tahun: Kolom) -> Kolom:
    """The day on which so many years of service are full; 29 February becomes 1 March."""
    return tmt_cpns.ulang_tahun(tahun)


def tanggal_derajat(tmt_cpns: date, a: Aturan) -> dict[str, date]:
    """The day on which each degree is reached by one person."""
    return {nama: add_years(tmt_cpns, tahun) for nama, tahun in derajat(a).items()}


def hukuman_menghalangi(a: Aturan) -> int:
    """The lowest `hukdis_terberat` that stands in the way."""
    return min(
        URUT_HUKUMAN[TingkatHukuman(t)] for t in a["satyalancana"].baris("hukuman_menghalangi")["nilai"]
    )


def _larik(a: Aturan) -> Bilangan:
    return np.array([*derajat(a).values()], dtype=np.int64)


def _pada(tahun: Bilangan, indeks: npt.NDArray[np.intp]) -> Kolom:
    """The degree at each index; missing outside the list."""
    ada = (indeks >= 0) & (indeks < len(tahun))
    return Kolom(tahun[np.where(ada, indeks, 0)], ada)
