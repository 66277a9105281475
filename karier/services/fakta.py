"""Gather the facts of the apps into one bundle of columns: the same way for one person and a million."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months
from asn_karier.lib.db import Pembaca, PembacaTerbitan, Tipe, read_ids
from asn_karier.lib.kolom import Kolom, Topeng
from karier import facts as karier
from karier.models.talenta import KOMPONEN
from karier.rules.aturan_pangkat import susun
from karier.rules.fakta import Fakta
from karier.services.fakta_jabatan import baca_jabatan
from kinerja import facts as kinerja
from kinerja.services.saldo import PAK, konversi_sesudah
from mentoring import facts as mentoring
from pegawai import facts as pegawai
from pegawai.enums import JenisPegawai, KedudukanHukum, KompetensiMansoskul, Register, TingkatHukuman
from pegawai.models import Pegawai

Ids = npt.NDArray[np.int64]

_DATA_UTAMA: Final[Mapping[str, Tipe]] = {
    "nip": "digit",
    "instansi_id": "i8",
    "jenis_pegawai": "i2",
    "status": "i2",
    "kedudukan_hukum": "i2",
    "pernah_cltn": "ya",
    "tanggal_lahir": "hari",
    "tmt_cpns": "hari",
    "terpencil": "ya",
}
_CAKUPAN: Final[Mapping[str, Tipe]] = {r.value: "hari" for r in Register}
_PANGKAT: Final[Mapping[str, Tipe]] = {"skala": "i2", "golongan": "i2", "tmt": "hari", "mkg_bulan": "i2"}
_DISIPLIN: Final[Mapping[str, Tipe]] = {
    "hukdis_sampai": "hari",
    "dalam_pemeriksaan": "i2",
    "hukdis_terberat": "i2",
    "hukdis_terakhir": "hari",
}
_UJIAN: Final[Mapping[str, Tipe]] = {"ud_tk1": "i2", "ud_tk2": "i2", "upkp": "i2", "ukom_tanggal": "hari"}
_PENGEMBANGAN: Final[Mapping[str, Tipe]] = {
    "jp_tahun_ini": "i4",
    "jp_teknis": "i4",
    "jp_seminar": "i4",
    "diklat_kepemimpinan": "i2",
    "diklat_fungsional": "i2",
}
_ASESMEN: Final[Mapping[str, Tipe]] = {
    "asesmen_tanggal": "hari",
    **{f"capai_{k.value}": "i2" for k in KompetensiMansoskul},
}
_KENAIKAN: Final[Mapping[str, Tipe]] = {f"naik_{k.value}": "i2" for k in KompetensiMansoskul}
_PREDIKAT: Final[Mapping[str, Tipe]] = {"predikat_1": "i2", "predikat_2": "i2", "predikat_3": "i2"}
_TALENTA: Final[Mapping[str, Tipe]] = {f"skor_{nama}": "i2" for nama in KOMPONEN}


class Kumpulan(NamedTuple):
    """People by rising id, their NIP as numbers, and their facts."""

    ids: Ids
    nip: npt.NDArray[np.int64]
    fakta: Fakta


class _Pembaca(NamedTuple):
    """The readers of one run."""

    orang: PembacaTerbitan
    cakupan: Pembaca


def ids_instansi(instansi_id: int, awal: int | None = None, akhir: int | None = None) -> Ids:
    """Rising ids of the people of an instansi, inside a range when one is named."""
    orang = Pegawai.objects.of_instansi(instansi_id)
    if awal is not None:
        orang = orang.filter(pk__gte=awal, pk__lte=akhir)
    return read_ids(orang)


def kumpulkan(ids: Ids, *, per_tanggal: date, tmt: date, aturan: Aturan) -> Kumpulan:
    """Facts of `ids` (rising, unique) as known on `per_tanggal` for a promotion on `tmt`.

    Five queries for a few people, a fixed number for any more.

    Pangkat and post are those in force on `tmt`: a decree already issued counts.
    """
    baca = _pembaca(per_tanggal, tmt, susun(aturan).hukuman_memblokir, _asesmen_sejak(per_tanggal, aturan))
    orang = baca.orang.baca(ids)
    utama = orang.pop("utama")
    nip, instansi = utama.pop("nip").isi(0), utama.pop("instansi_id").isi(0)
    cakupan = _cakupan(baca.cakupan, instansi)
    jabatan = baca_jabatan(ids, instansi, per=per_tanggal, tmt=tmt, aturan=aturan)
    kolom = {
        **_utama(utama, cakupan[Register.RIWAYAT_JABATAN]),
        **_tercakup(cakupan, jabatan.jelas),
        **_pangkat(orang.pop("pangkat")),
        **jabatan.kolom,
    }
    pak = orang.pop("pak")
    pak |= konversi_sesudah(ids, pak)
    kolom |= _angka_kredit(pak, kolom["jenjang"], kolom["tmt_golongan"])
    kolom |= _kompetensi(orang.pop("asesmen"), orang.pop("kenaikan"))
    kolom |= {nama: k for bagian in orang.values() for nama, k in bagian.items()}
    return Kumpulan(ids, nip, Fakta.dari_kolom(kolom, len(ids)))


@lru_cache(maxsize=16)
def _pembaca(per: date, tmt: date, tingkat: tuple[TingkatHukuman, ...], asesmen_sejak: date) -> _Pembaca:
    """The readers of one run, kept because compiling a query costs more than planning it."""
    biasa: dict[str, tuple[Any, Mapping[str, Tipe]]] = {
        "utama": (pegawai.data_utama(), _DATA_UTAMA),
        "pendidikan": (pegawai.pendidikan(), {"pendidikan": "i2"}),
        "pangkat": (pegawai.pangkat(tmt), _PANGKAT),
        "pengembangan": (pegawai.pengembangan(per), _PENGEMBANGAN),
        "predikat": (kinerja.predikat(tmt), _PREDIKAT),
        "asesmen": (pegawai.asesmen(per, berlaku_sejak=asesmen_sejak), _ASESMEN),
        "pak": (kinerja.pak(per), PAK),
    }
    jarang: dict[str, tuple[Any, Mapping[str, Tipe]]] = {
        "disiplin": (pegawai.disiplin(per, tmt=tmt, tingkat=tingkat), _DISIPLIN),
        "ujian": (pegawai.ujian(tmt), _UJIAN),
        "penghargaan": (pegawai.penghargaan(per), {"satyalancana": "i2"}),
        "kenaikan": (pegawai.kenaikan_kompetensi(per), _KENAIKAN),
        "mentor": (mentoring.mentor_aktif(), {"mentor_aktif": "i2"}),
        "talenta": (karier.komponen_talenta(per), _TALENTA),
    }
    return _Pembaca(
        orang=PembacaTerbitan(biasa, jarang),
        cakupan=Pembaca(pegawai.cakupan(per), _CAKUPAN, kunci="instansi_id"),
    )


def _asesmen_sejak(per: date, aturan: Aturan) -> date:
    """From when on an assessment without a last day is valid on `per`."""
    return add_months(per, -aturan["kompetensi_jenjang"].angka("bulan_berlaku_asesmen"))


def _kompetensi(asesmen: dict[str, Kolom], kenaikan: dict[str, Kolom]) -> dict[str, Kolom]:
    """Levels reached, raised by trainings passed since; the date stays that of the assessment."""
    capai = {
        f"capai_{k}": asesmen[f"capai_{k}"].tertinggi(kenaikan[f"naik_{k}"])
        for k in (satu.value for satu in KompetensiMansoskul)
    }
    return {**asesmen, **capai}


def _cakupan(pembaca: Pembaca, instansi: Ids) -> dict[str, Kolom]:
    """Since when each register is complete, for every person by their instansi."""
    semua, letak = np.unique(instansi, return_inverse=True)
    return {nama: k.pilih(letak) for nama, k in pembaca.baca(semua).items()}


def _utama(k: dict[str, Kolom], riwayat_sejak: Kolom) -> dict[str, Kolom]:
    """CLTN ever is known by the record or by the standing of today; never, only where posts are complete.

    Somebody on CLTN has no post, so that whoever declares the posts complete has seen it.
    """
    pernah = k["pernah_cltn"].tercatat(1) | k["kedudukan_hukum"].tercatat(KedudukanHukum.CLTN)
    status = k.pop("status")
    cltn = Kolom.ya_tidak(pernah).hanya(pernah | riwayat_sejak.ada)
    return {**k, "status_kepegawaian": status, "pernah_cltn": cltn}


def _tercakup(sejak: dict[str, Kolom], jabatan_jelas: Topeng) -> dict[str, Kolom]:
    """Posts of which one has no jenjang say too little: for that person the register is not complete."""
    return {
        "disiplin_tercakup": Kolom.ya_tidak(sejak[Register.HUKUMAN_DISIPLIN].ada),
        "disiplin_sejak": sejak[Register.HUKUMAN_DISIPLIN],
        "ujian_tercakup": Kolom.ya_tidak(sejak[Register.UJIAN].ada),
        "jp_tercakup": Kolom.ya_tidak(sejak[Register.PENGEMBANGAN].ada),
        "jabatan_tercakup": Kolom.ya_tidak(sejak[Register.RIWAYAT_JABATAN].ada & jabatan_jelas),
    }


def _pangkat(k: dict[str, Kolom]) -> dict[str, Kolom]:
    """The two scales never mix: a golongan of PPPK is another fact than one of PNS."""
    pns = k["skala"].tercatat(JenisPegawai.PNS)
    return {
        "golongan": k["golongan"].hanya(pns),
        "tmt_golongan": k["tmt"],
        "golongan_pppk": k["golongan"].hanya(k["skala"].tercatat(JenisPegawai.PPPK)),
        "mkg_bulan": k["mkg_bulan"],
    }


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
