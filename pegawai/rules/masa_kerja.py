"""Masa kerja: of the golongan (MKG, PP 7/1977 jo PP 30/2015) and of the whole service (MKS)."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import months_between
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import Bilangan, Kolom, tabel_kosong
from pegawai.enums import JenisPegawai
from pegawai.rules.golongan import TERENDAH, TERTINGGI, Golongan

BULAN_SETAHUN: Final = 12
_TERTULIS: Final = re.compile(
    r"([0-9]{1,2})\s*(?:-|/|tahun|thn|th)\s*([0-9]{1,2})\s*(?:bulan|bln)?"
    r"|([0-9]{1,2})\s*(?:tahun|thn|th)?",
    re.IGNORECASE,
)


def baca_masa_kerja(teks: str) -> int:
    """Months of '18-4', '18 tahun 4 bulan' or '18 tahun'; raises `masa_kerja`."""
    cocok = _TERTULIS.fullmatch(teks.strip())
    bulan = int(cocok[2] or 0) if cocok else BULAN_SETAHUN
    if cocok is None or bulan >= BULAN_SETAHUN:
        raise DomainError(
            "masa_kerja",
            "Masa kerja ditulis tahun-bulan seperti 18-4, dengan bulan 0 sampai 11. "
            f"Yang diisi '{teks.strip()}'",
        )
    return int(cocok[1] or cocok[3]) * BULAN_SETAHUN + bulan


def tulis_masa_kerja(bulan: int) -> str:
    """'12-4' for 148 months."""
    return "{}-{}".format(*divmod(bulan, BULAN_SETAHUN))


def potongan_batas(dari: int, ke: int, a: Aturan) -> int:
    """Years taken off between two golongan without ruang (1 to 4); borders in between add up."""
    aturan = a["masa_kerja"]
    potong = {
        2: aturan.angka("potong_tahun_ke_ii"),
        3: aturan.angka("potong_tahun_ke_iii"),
        4: aturan.angka("potong_tahun_ke_iv"),
    }
    return sum(potong[batas] for batas in range(dari + 1, ke + 1))


def potongan_tahun(dari: Golongan, ke: Golongan, a: Aturan) -> int:
    """Years taken off when crossing from one golongan to another; two borders add up.

    Raises DomainError `golongan_tidak_naik` when the new golongan is not higher.
    """
    if ke <= dari:
        raise DomainError(
            "golongan_tidak_naik",
            f"Golongan baru harus lebih tinggi dari {dari}. Yang diisi {ke}. Periksa SK pangkat",
        )
    return potongan_batas(dari.tingkat, ke.tingkat, a)


def mkg_setelah(bulan: int, potongan: int) -> int:
    """Months of MKG after `potongan` years are taken off; never below 0 years 0 months."""
    return max(bulan - potongan * BULAN_SETAHUN, 0)


def mkg_setelah_kolom(bulan: Kolom, dari: Kolom, ke: Kolom, a: Aturan) -> Kolom:
    """Column form of `mkg_setelah` for golongan by urut; missing where the new golongan is not higher."""
    return bulan.kurang(dari.peta_dua(ke, _potongan_bulan(a))).dalam(0, None)


def masa_kerja_keseluruhan(tmt_cpns: date, per: date, *, tambahan: int = 0) -> int:
    """Whole months of service since the TMT CPNS, and recognised service before it (`tambahan` months).

    The golongan plays no part: what is taken off the MKG stays in here.
    """
    return months_between(tmt_cpns, per) + tambahan


@lru_cache(maxsize=32)
def _potongan_bulan(a: Aturan) -> Bilangan:
    """[urut from, urut to] -> months taken off; TAK_DIATUR where the second is not higher."""
    hasil = tabel_kosong(TERTINGGI, TERTINGGI)
    semua = [Golongan(JenisPegawai.PNS, urut) for urut in range(TERENDAH, TERTINGGI + 1)]
    for dari in semua:
        for ke in semua[dari.urut :]:
            hasil[dari.urut, ke.urut] = potongan_tahun(dari, ke, a) * BULAN_SETAHUN
    return hasil
