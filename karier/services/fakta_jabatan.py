"""Facts that hang on the posts of a person: the present one, what it asks for, and how long which were held.

Posts are few and people many: what belongs to a post is read once for it and spread over its holders.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import Tanggal
from asn_karier.lib.db import Pembaca, Tipe
from asn_karier.lib.kolom import Kolom, Topeng, gabung
from pegawai import facts as pegawai
from pegawai.enums import Jenjang, KompetensiMansoskul
from pegawai.rules.masa_jabatan import masa_jabatan

Ids = npt.NDArray[np.int64]
Letak = npt.NDArray[np.intp]

_WAJIB: Final = tuple(f"wajib_{k.value}" for k in KompetensiMansoskul)
_RIWAYAT: Final[Mapping[str, Tipe]] = {"tmt": "hari", "jabatan_id": "i8"}
_JABATAN: Final[Mapping[str, Tipe]] = {
    "jenis": "i2",
    "jenjang": "i2",
    "eselon_kode": "i2",
    "bup": "i2",
    "lowongan": "i2",
    **dict.fromkeys(_WAJIB, "i2"),
}


class FaktaJabatan(NamedTuple):
    """The columns, and who has no post whose jenjang is unknown."""

    kolom: dict[str, Kolom]
    jelas: Topeng


def baca_jabatan(ids: Ids, instansi: Ids, *, per: date, tmt: date, aturan: Aturan) -> FaktaJabatan:
    """Facts of `ids` (rising, unique), each with their `instansi`: the post in force on `tmt`.

    One query for the posts held, and one per instansi for what these posts are.
    """
    orang, mulai, pos = _riwayat(ids, tmt)
    atribut, asal = _atribut(instansi[orang], pos, per)
    jenjang = atribut["jenjang"].pilih(asal)
    masa = masa_jabatan(orang, mulai, jenjang, banyak=len(ids), pada=tmt)
    letak = _terakhir(orang, len(ids))
    # Who has no post keeps -1, the row that is appended.
    pos_kini = np.append(asal, -1)[letak]
    kini = {nama: _pada_orang(k, pos_kini) for nama, k in atribut.items()}
    umum = kini["jenjang"].peta(aturan["bup"].larik("bup", Jenjang))
    kolom = {
        "tmt_jabatan": _pada_orang(Kolom(mulai, np.ones(len(mulai), dtype=np.bool_)), letak),
        "jenis_jabatan": kini["jenis"],
        "jenjang": kini["jenjang"],
        "eselon": kini["eselon_kode"],
        # The BUP that the post itself does not name is the general one of its jenjang.
        "bup": kini["bup"].atau(umum),
        "lowongan": kini["lowongan"],
        **{nama: kini[nama] for nama in _WAJIB},
        "bulan_pelaksana": masa.pelaksana,
        "bulan_pengawas": masa.pengawas,
        "bulan_administrator": masa.administrator,
    }
    return FaktaJabatan(kolom, masa.jelas)


def _riwayat(ids: Ids, tmt: date) -> tuple[Letak, Tanggal, Ids]:
    """A row per post held, by person and then by its beginning: whose, since when, which."""
    deret = _pembaca_riwayat(tmt).deret(ids)
    mulai, pos = deret.isi["tmt"].sebagai_tanggal(), deret.isi["jabatan_id"].isi(0)
    # One number per row; rows that stand in order already, as most do, cost next to nothing.
    urutan = np.argsort((deret.tempat << 32) + mulai.astype(np.int64), kind="stable")
    return deret.tempat[urutan], mulai[urutan], pos[urutan]


def _atribut(instansi: Ids, pos: Ids, per: date) -> tuple[dict[str, Kolom], Letak]:
    """What the posts are, a row per post and instansi, and the row of each of `pos` among them.

    Posts are the same everywhere, vacancies are not: each `pos` with the `instansi` of its holder.
    """
    bagian: list[dict[str, Kolom]] = [{nama: Kolom.kosong(0) for nama in _JABATAN}]
    letak, banyak = np.zeros(len(pos), dtype=np.intp), 0
    for satu in np.unique(instansi):
        milik = np.flatnonzero(instansi == satu)
        berbeda, asal = np.unique(pos[milik], return_inverse=True)
        bagian.append(_pembaca_jabatan(int(satu), per).baca(berbeda))
        letak[milik] = asal + banyak
        banyak += len(berbeda)
    return {nama: gabung([b[nama] for b in bagian]) for nama in _JABATAN}, letak


def _terakhir(orang: Letak, banyak: int) -> Letak:
    """The row of the last post of each person; -1 where there is none."""
    hasil = np.full(banyak, -1, dtype=np.intp)
    # Rows are sorted, and of two assignments the later one stays.
    hasil[orang] = np.arange(len(orang))
    return hasil


def _pada_orang(kolom: Kolom, letak: Letak) -> Kolom:
    if not len(kolom):
        return Kolom.kosong(len(letak), tanggal=kolom.berupa_tanggal)
    return kolom.pilih(letak).hanya(letak >= 0)


@lru_cache(maxsize=16)
def _pembaca_riwayat(tmt: date) -> Pembaca:
    return Pembaca(pegawai.riwayat_jabatan(tmt), _RIWAYAT)


@lru_cache(maxsize=16)
def _pembaca_jabatan(instansi_id: int, per: date) -> Pembaca:
    return Pembaca(pegawai.jabatan(instansi_id, per), _JABATAN, kunci="jabatan_id")
