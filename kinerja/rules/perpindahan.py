"""Angka kredit of whoever enters a jabatan fungsional from elsewhere (PerBKN 3/2023 Lampiran II).

Tenure counts with the koefisien of the equal jenjang, and AK dasar is added. Amounts are senti.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from kinerja.enums import Predikat
from kinerja.rules.akumulasi import ak_dasar
from kinerja.rules.angka_kredit import (
    JF_KEAHLIAN,
    JF_KETERAMPILAN,
    SENTI,
    jenjang_pada,
    konversi,
    rentang_golongan,
)
from pegawai.enums import Jenjang
from pegawai.rules.golongan import Golongan, urut_pns

KODE: Final = "ak_perpindahan"
BULAN_SETAHUN: Final = 12


class Perpindahan(NamedTuple):
    """What an appointment by transfer begins with (senti).

    `puncak`: at the highest golongan of the jenjang, where tenure is capped. `di_atas`: above it,
    where a flat amount takes the place of tenure and AK dasar. `perlu_konfirmasi`: the source does
    not say this case in so many words.
    """

    tujuan: Jenjang
    setara: Jenjang
    bulan_dihitung: int
    konversi: int
    dasar: int
    puncak: bool
    di_atas: bool
    perlu_konfirmasi: bool

    @property
    def total(self) -> int:
        return self.konversi + self.dasar


def pindahkan(
    asal: Jenjang,
    golongan: Golongan,
    a: Aturan,
    *,
    bulan: int,
    predikat: Predikat = Predikat.BAIK,
    tujuan: Jenjang | None = None,
) -> Perpindahan:
    """Angka kredit of a transfer with `bulan` whole months of tenure, all with one predikat.

    Without `tujuan` it is the jenjang equal to `asal`; for a pelaksana the one that holds the
    golongan. Raises DomainError when the rule file names no equal jenjang, or the golongan lies
    below the jenjang.
    """
    ke = tujuan or _setara(asal, golongan, a)
    atas = rentang_golongan(ke, a)[1]
    if golongan.urut > atas:
        tetap = a[KODE].angka("di_atas_jenjang") * SENTI
        return Perpindahan(ke, ke, 0, 0, tetap, False, True, ke is not Jenjang.AHLI_PERTAMA)
    setara = ke if asal is Jenjang.PELAKSANA else _setara(asal, golongan, a)
    puncak = golongan.urut == atas
    dihitung = min(bulan, a[KODE].angka("bulan_pangkat_puncak")) if puncak else bulan
    dasar = ak_dasar(ke, golongan, a)
    return Perpindahan(
        tujuan=ke,
        setara=setara,
        bulan_dihitung=dihitung,
        konversi=konversi(setara, predikat, dihitung, a),
        dasar=dasar.senti,
        puncak=puncak,
        di_atas=False,
        perlu_konfirmasi=setara is not ke or dasar.berbeda is not None,
    )


def bulan_kembali(bulan: int, a: Aturan) -> int:
    """Months that count when someone is appointed again (capped, V1)."""
    return min(bulan, a[KODE].angka("bulan_pengangkatan_kembali"))


def tahun_puncak(a: Aturan) -> Fraction:
    """The cap on tenure at the highest golongan of a jenjang, in years."""
    return Fraction(a[KODE].angka("bulan_pangkat_puncak"), BULAN_SETAHUN)


def kelompok_masa(bulan: int, a: Aturan) -> str:
    """The row of the penyesuaian table for so many months in the pangkat: <1, 1, 2, 3, >=4 years."""
    teratas = a[KODE].angka("tahun_penyesuaian_teratas")
    tahun = bulan // BULAN_SETAHUN
    if tahun >= teratas:
        return f">={teratas}"
    return str(tahun) if tahun else "<1"


def _setara(asal: Jenjang, golongan: Golongan, a: Aturan) -> Jenjang:
    """The jenjang whose koefisien the tenure earns."""
    if asal is Jenjang.PELAKSANA:
        keahlian = golongan.urut >= urut_pns("III/a")
        return jenjang_pada(golongan, JF_KEAHLIAN if keahlian else JF_KETERAMPILAN, a)
    baris = a[KODE].tabel("setara").get(asal.name)
    if baris is None:
        raise DomainError(
            "asal_belum_diatur",
            "Perpindahan ke jabatan fungsional baru dihitung dari pelaksana, pengawas, dan administrator",
            tindakan="Untuk asal lain, tanyakan angka kreditnya kepada BKN.",
        )
    return Jenjang[baris["nilai"]]
