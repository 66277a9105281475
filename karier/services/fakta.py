"""Gather the facts of the apps into one bundle of columns: the same way for one person and a million."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.db import Pembaca, Tipe, read_ids
from asn_karier.lib.kolom import Kolom
from karier.rules.aturan_pangkat import susun
from karier.rules.fakta import Fakta
from kinerja import facts as kinerja
from mentoring import facts as mentoring
from pegawai import facts as pegawai
from pegawai.enums import JenisPegawai, Jenjang, KompetensiMansoskul, TingkatHukuman
from pegawai.models import Pegawai

Ids = npt.NDArray[np.int64]
_KOMPETENSI: Final = tuple(k.value for k in KompetensiMansoskul)

_DATA_UTAMA: Final[Mapping[str, Tipe]] = {
    "nip": "digit",
    "jenis_pegawai": "i2",
    "status": "i2",
    "kedudukan_hukum": "i2",
    "tanggal_lahir": "hari",
    "tmt_cpns": "hari",
    "pendidikan": "i2",
    "terpencil": "ya",
    "disiplin_tercakup": "ya",
    "ujian_tercakup": "ya",
    "jp_tercakup": "ya",
}
_PANGKAT: Final[Mapping[str, Tipe]] = {"skala": "i2", "golongan": "i2", "tmt": "hari"}
_JABATAN: Final[Mapping[str, Tipe]] = {
    "tmt": "hari",
    "jenis": "i2",
    "jenjang": "i2",
    "bup": "i2",
    **{f"wajib_{k}": "i2" for k in _KOMPETENSI},
}
_DISIPLIN: Final[Mapping[str, Tipe]] = {"hukdis_sampai": "hari", "dalam_pemeriksaan": "i2"}
_UJIAN: Final[Mapping[str, Tipe]] = {"ud_tk1": "i2", "ud_tk2": "i2"}
_JP: Final[Mapping[str, Tipe]] = {"jp_tahun_ini": "i4"}
_ASESMEN: Final[Mapping[str, Tipe]] = {"tanggal": "hari", **{f"capai_{k}": "i2" for k in _KOMPETENSI}}
_PREDIKAT: Final[Mapping[str, Tipe]] = {"predikat_1": "i2", "predikat_2": "i2", "predikat_3": "i2"}
_AK: Final[Mapping[str, Tipe]] = {
    "jenjang_pak": "i2",
    "pak_sampai": "hari",
    "pak": "i4",
    "sah": "i8",
    "draf": "i8",
}
_MENTOR: Final[Mapping[str, Tipe]] = {"mentor_aktif": "i2"}


class Kumpulan(NamedTuple):
    """People by rising id, their NIP as numbers, and their facts."""

    ids: Ids
    nip: npt.NDArray[np.int64]
    fakta: Fakta


def ids_instansi(instansi_id: int, awal: int | None = None, akhir: int | None = None) -> Ids:
    """Rising ids of the people of an instansi, inside a range when one is named."""
    orang = Pegawai.objects.of_instansi(instansi_id)
    if awal is not None:
        orang = orang.filter(pk__gte=awal, pk__lte=akhir)
    return read_ids(orang)


def kumpulkan(ids: Ids, *, per_tanggal: date, tmt: date, aturan: Aturan) -> Kumpulan:
    """Facts of `ids` (rising, unique) as known on `per_tanggal` for a promotion on `tmt`; ten queries.

    Pangkat and post are those in force on `tmt`: a decree already issued counts.
    """
    baca = _pembaca(per_tanggal, tmt, susun(aturan).hukuman_memblokir)
    utama = baca["utama"].baca(ids)
    nip, status = utama.pop("nip"), utama.pop("status")
    kolom = {
        **utama,
        "status_kepegawaian": status,
        **_pangkat(baca["pangkat"].baca(ids)),
        **_jabatan(baca["jabatan"].baca(ids), aturan),
        **baca["disiplin"].baca(ids),
        **baca["ujian"].baca(ids),
        **baca["pengembangan"].baca(ids),
        **_asesmen(baca["asesmen"].baca(ids)),
        **baca["predikat"].baca(ids),
        **baca["mentor"].baca(ids),
    }
    kolom |= _angka_kredit(baca["angka_kredit"].baca(ids), kolom["jenjang"], kolom["tmt_golongan"])
    return Kumpulan(ids, nip.isi(0), Fakta.dari_kolom(kolom, len(ids)))


@lru_cache(maxsize=16)
def _pembaca(per: date, tmt: date, tingkat: tuple[TingkatHukuman, ...]) -> Mapping[str, Pembaca]:
    """The readers of one run, kept because compiling a query costs more than planning it."""
    return {
        "utama": Pembaca(pegawai.data_utama(per), _DATA_UTAMA),
        "pangkat": Pembaca(pegawai.pangkat(tmt), _PANGKAT),
        "jabatan": Pembaca(pegawai.jabatan(tmt), _JABATAN),
        "disiplin": Pembaca(pegawai.disiplin(per, tmt=tmt, tingkat=tingkat), _DISIPLIN),
        "ujian": Pembaca(pegawai.ujian(tmt), _UJIAN),
        "pengembangan": Pembaca(pegawai.pengembangan(per), _JP),
        "asesmen": Pembaca(pegawai.asesmen(per), _ASESMEN),
        "predikat": Pembaca(kinerja.predikat(tmt), _PREDIKAT),
        "angka_kredit": Pembaca(kinerja.angka_kredit(per), _AK),
        "mentor": Pembaca(mentoring.mentor_aktif(), _MENTOR),
    }


def _pangkat(k: dict[str, Kolom]) -> dict[str, Kolom]:
    """The two scales never mix: a golongan of PPPK is another fact than one of PNS."""
    pns = k["skala"].tercatat(JenisPegawai.PNS)
    return {
        "golongan": k["golongan"].hanya(pns),
        "tmt_golongan": k["tmt"],
        "golongan_pppk": k["golongan"].hanya(k["skala"].tercatat(JenisPegawai.PPPK)),
    }


def _jabatan(k: dict[str, Kolom], aturan: Aturan) -> dict[str, Kolom]:
    """The BUP that the post itself does not name is the general one of its jenjang."""
    umum = k["jenjang"].peta(aturan["bup"].larik("bup", Jenjang))
    return {
        "tmt_jabatan": k["tmt"],
        "jenis_jabatan": k["jenis"],
        "jenjang": k["jenjang"],
        "bup": k["bup"].atau(umum),
        **{nama: isi for nama, isi in k.items() if nama.startswith("wajib_")},
    }


def _asesmen(k: dict[str, Kolom]) -> dict[str, Kolom]:
    tanggal = k.pop("tanggal")
    return {"asesmen_tanggal": tanggal, **k}


def _angka_kredit(k: dict[str, Kolom], jenjang: Kolom, tmt_golongan: Kolom) -> dict[str, Kolom]:
    """A balance counts only in its own jenjang and golongan; otherwise what is left of it is unknown.

    Kenaikan jenjang starts anew (PerBKN 3/2023), and a PAK of before the last kenaikan pangkat states
    angka kredit that this kenaikan has already used.
    """
    sama = k["jenjang_pak"].kurang(jenjang).tercatat(0)
    # NaT on either side compares as False: without both dates nothing shows that the PAK is the newer.
    sesudah = k["pak_sampai"].sebagai_tanggal() >= tmt_golongan.sebagai_tanggal()
    berlaku = sama & sesudah
    return {"ak_sah": k["pak"].tambah(k["sah"].atau(0)).hanya(berlaku), "ak_draf": k["draf"].hanya(berlaku)}
