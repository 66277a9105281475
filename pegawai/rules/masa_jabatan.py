"""How long somebody held posts of one level, the equal jabatan fungsional included (PP 11/2017 Ps 54).

Posts follow each other without a gap: one lasts until the next begins, the last until the day asked for.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from asn_karier.lib.dates import Bilangan, Tanggal, months_between_column
from asn_karier.lib.kolom import TAK_DIATUR, Kolom, Topeng, tabel_kosong
from pegawai.enums import Jenjang

#: Level of managerial career -> the jenjang that count as it.
SETARA: Final = {
    Jenjang.PELAKSANA: (
        Jenjang.PELAKSANA,
        Jenjang.PEMULA,
        Jenjang.TERAMPIL,
        Jenjang.MAHIR,
        Jenjang.PENYELIA,
        Jenjang.AHLI_PERTAMA,
    ),
    Jenjang.PENGAWAS: (Jenjang.PENGAWAS, Jenjang.AHLI_MUDA),
    Jenjang.ADMINISTRATOR: (Jenjang.ADMINISTRATOR, Jenjang.AHLI_MADYA),
}
_LAIN: Final = 0


def _tabel() -> Bilangan:
    hasil = tabel_kosong(max(Jenjang))
    hasil[[*Jenjang]] = _LAIN
    for tingkat, sama in SETARA.items():
        hasil[[*sama]] = tingkat
    return hasil


_SETARA: Final = _tabel()


class MasaJabatan(NamedTuple):
    """Whole months per person; missing where no post of the level is recorded.

    `jelas` is False for people with a post whose jenjang is not recorded: their months may be too few.
    """

    pelaksana: Kolom
    pengawas: Kolom
    administrator: Kolom
    jelas: Topeng


def masa_jabatan(
    orang: npt.NDArray[np.intp], tmt: Tanggal, jenjang: Kolom, *, banyak: int, pada: date
) -> MasaJabatan:
    """Months up to `pada` of `banyak` people; one row per post, sorted by person (`orang`), then by TMT.

    Posts of one level that follow each other are one span, so that a change of post loses no days.
    """
    tingkat = jenjang.peta(_SETARA)
    isi = tingkat.isi(TAK_DIATUR)
    awal = _awal_rentang(orang, isi)
    siapa, apa, mulai = orang[awal], isi[awal], tmt[awal]
    bulan = months_between_column(mulai, _akhir(siapa, mulai, pada))
    jelas = np.ones(banyak, dtype=np.bool_)
    jelas[orang[~tingkat.ada]] = False
    pelaksana, pengawas, administrator = (_jumlah(siapa, bulan, apa == t, banyak) for t in SETARA)
    return MasaJabatan(pelaksana, pengawas, administrator, jelas)


def _awal_rentang(orang: npt.NDArray[np.intp], isi: Bilangan) -> npt.NDArray[np.intp]:
    """Rows where another person or another level begins."""
    baru = np.ones(len(orang), dtype=np.bool_)
    baru[1:] = (orang[1:] != orang[:-1]) | (isi[1:] != isi[:-1])
    return np.flatnonzero(baru)


def _akhir(siapa: npt.NDArray[np.intp], mulai: Tanggal, pada: date) -> Tanggal:
    """Until the next span of the same person begins, else until `pada`."""
    hasil = np.full(len(siapa), np.datetime64(pada, "D"))
    sama = siapa[1:] == siapa[:-1]
    hasil[:-1][sama] = mulai[1:][sama]
    return hasil


def _jumlah(siapa: npt.NDArray[np.intp], bulan: Bilangan, cocok: Topeng, banyak: int) -> Kolom:
    nilai, ada = np.zeros(banyak, dtype=np.int64), np.zeros(banyak, dtype=np.bool_)
    np.add.at(nilai, siapa[cocok], bulan[cocok])
    ada[siapa[cocok]] = True
    return Kolom(nilai, ada)
