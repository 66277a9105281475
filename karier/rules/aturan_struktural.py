"""The dated numbers of kenaikan pangkat pilihan struktural, compiled once into arrays by enum value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from asn_karier.lib.aturan import Aturan, Berkas
from asn_karier.lib.kolom import Bilangan, tabel_kosong
from pegawai.enums import Jenjang
from pegawai.rules import eselon
from pegawai.rules.golongan import urut_pns

KODE: Final = "kp_struktural"
#: The one source of a range that `rentang_tanpa_eselon` can name; any other word leaves the range unknown.
_JENJANG: Final = "JENJANG"
_MANAJERIAL: Final = frozenset(eselon.JENJANG.values())


@dataclass(frozen=True, eq=False)
class AturanStruktural:
    """Months in pangkat and jabatan, and the range of each post (urut 1-17; TAK_DIATUR where unknown)."""

    tingkat_di_bawah: int
    bulan_di_bawah: int
    bulan_jabatan: int
    bulan_tanpa_masa_jabatan: int
    bulan_dalam_rentang: int
    hari_setelah_pelantikan: int
    terendah_eselon: Bilangan
    tertinggi_eselon: Bilangan
    terendah_jenjang: Bilangan
    tertinggi_jenjang: Bilangan


@lru_cache(maxsize=32)
def susun_struktural(a: Aturan) -> AturanStruktural | None:
    """Compile the rule files; None when none of this path is in force (a run of before it was built)."""
    if KODE not in a:
        return None
    kp = a[KODE]
    return AturanStruktural(
        tingkat_di_bawah=kp.angka("tingkat_di_bawah"),
        bulan_di_bawah=kp.angka("bulan_pangkat_di_bawah"),
        bulan_jabatan=kp.angka("bulan_jabatan"),
        bulan_tanpa_masa_jabatan=kp.angka("bulan_pangkat_tanpa_masa_jabatan"),
        bulan_dalam_rentang=kp.angka("bulan_pangkat_dalam_rentang"),
        hari_setelah_pelantikan=kp.angka("hari_setelah_pelantikan"),
        terendah_eselon=eselon.golongan_terendah(a),
        tertinggi_eselon=eselon.golongan_tertinggi(a),
        terendah_jenjang=_jenjang(kp, a, "golongan_terendah"),
        tertinggi_jenjang=_jenjang(kp, a, "golongan_tertinggi"),
    )


def _jenjang(kp: Berkas, a: Aturan, tabel: str) -> Bilangan:
    """By Jenjang value, of managerial posts alone: the ranges of all their eselon taken together."""
    hasil = tabel_kosong(max(Jenjang))
    if kp.teks("rentang_tanpa_eselon") == _JENJANG:
        for jenjang in _MANAJERIAL:
            hasil[jenjang] = urut_pns(a["jenjang"].tabel(tabel)[jenjang.name]["nilai"])
    return hasil
