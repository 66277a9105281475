"""Readiness of a PNS for the next managerial post (PP 11/2017 Ps 54, Ps 107 jo PP 17/2020).

The outcome says that somebody can be proposed for selection, never that they are promoted. Judged at
the TMT. JPT madya and JPT utama rest on unverified law: the run judges nobody for them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from asn_karier.lib.aturan import Aturan, Berkas
from asn_karier.lib.dates import Tanggal
from asn_karier.lib.kolom import TAK_DIATUR, Bilangan, Topeng, tabel_kosong
from asn_karier.lib.syarat import Kolom, Syarat, paling_sedikit, ragukan
from karier.enums import JenisPutusan
from karier.rules.aturan_pangkat import susun
from karier.rules.bersama import (
    Kepegawaian,
    hilang,
    hukuman_disiplin,
    kedudukan_hukum,
    kepegawaian,
    predikat_tahun,
    sejak_awal_bulan,
)
from karier.rules.daftar import baris_syarat, mengikat
from karier.rules.fakta import Fakta
from karier.rules.putusan import HasilPutusan, rangkum
from kinerja.enums import Predikat
from pegawai.enums import Jenjang, KedudukanHukum, TingkatPendidikan

_JENIS: Final = JenisPutusan.KESIAPAN_JABATAN
_NAT: Final = np.datetime64("NaT", "D")
# Built into the rule: another number would be another rule, not another value.
_TAHUN_PREDIKAT: Final = 2
_TARGET: Final = (Jenjang.PENGAWAS, Jenjang.ADMINISTRATOR, Jenjang.JPT_PRATAMA)


@dataclass(frozen=True, eq=False)
class AturanPromosi:
    """The dated numbers, by Jenjang; TAK_DIATUR where the law (or our reading of it) is silent.

    `sasaran`: by the present jenjang, the next managerial one (unverified ones left out). The others: by
    the jenjang aimed at; TingkatPendidikan, months and whole years of age.
    """

    kedudukan_aktif: KedudukanHukum
    predikat_minimal: Predikat
    sasaran: Bilangan
    pendidikan: Bilangan
    bulan_jabatan: Bilangan
    bulan_bidang: Bilangan
    usia_tertinggi: Bilangan


class Pengalaman(NamedTuple):
    """Months of service: in posts of the level that the target asks for, and in the field related to it.

    Missing: nobody knows.
    """

    jabatan: Kolom
    bidang: Kolom


@lru_cache(maxsize=32)
def susun_promosi(a: Aturan) -> AturanPromosi:
    """Compile the rule file in force.

    DomainError `aturan_belum_ada` when it is missing, `aturan_belum_didukung` when a number asks for
    what the rule cannot judge.
    """
    berkas = a["promosi"]
    berkas.harus("tahun_predikat", _TAHUN_PREDIKAT)
    return AturanPromosi(
        kedudukan_aktif=KedudukanHukum[berkas.teks("kedudukan_aktif")],
        predikat_minimal=Predikat[berkas.teks("predikat_minimal")],
        sasaran=_sasaran(berkas),
        pendidikan=_bernama(berkas, "pendidikan_minimal", TingkatPendidikan),
        bulan_jabatan=berkas.larik("bulan_jabatan", Jenjang),
        bulan_bidang=berkas.larik("bulan_bidang", Jenjang),
        usia_tertinggi=berkas.larik("usia_tertinggi", Jenjang),
    )


def putuskan_kesiapan(f: Fakta, a: Aturan, *, tmt: date) -> HasilPutusan:
    """Judge everyone for the managerial post next to their own, as of `tmt`.

    TIDAK_BERLAKU for who is no PNS, and above the levels whose law is verified. `sasaran`: the Jenjang
    aimed at, 0 when the present one is unknown.
    """
    p = susun_promosi(a)
    orang = kepegawaian(f, p.kedudukan_aktif)
    sasaran = f.jenjang.peta(p.sasaran).hanya(orang.dinilai)
    return _putuskan(f, a, orang, sasaran, tanpa_jenjang=orang.dinilai & ~f.jenjang.ada, tmt=tmt)


def putuskan_untuk(f: Fakta, a: Aturan, jenjang: Jenjang, *, tmt: date) -> HasilPutusan:
    """Judge everyone for one managerial level, whatever follows next on their own path.

    Where `jenjang` is what follows next, the outcome is that of `putuskan_kesiapan`.
    """
    orang = kepegawaian(f, susun_promosi(a).kedudukan_aktif)
    sasaran = Kolom.penuh(int(jenjang), len(f)).hanya(orang.dinilai)
    return _putuskan(f, a, orang, sasaran, tanpa_jenjang=np.zeros(len(f), dtype=np.bool_), tmt=tmt)


def _putuskan(
    f: Fakta, a: Aturan, orang: Kepegawaian, sasaran: Kolom, *, tanpa_jenjang: Topeng, tmt: date
) -> HasilPutusan:
    syarat = (
        hilang("data_kepegawaian", orang.kurang),
        hilang("data_jabatan", tanpa_jenjang),
        *syarat_jabatan(f, a, sasaran, pengalaman_tercatat(f, sasaran), tmt=tmt),
    )
    hasil = sejak_awal_bulan(rangkum(_JENIS, syarat, sasaran=sasaran, sejak=tmt), tmt)
    batas = _lewat_usia(f, susun_promosi(a), sasaran).sebagai_tanggal()
    return replace(hasil, paling_cepat=_sebelum(hasil.paling_cepat, batas))


def syarat_jabatan(
    f: Fakta, a: Aturan, sasaran: Kolom, pengalaman: Pengalaman, *, tmt: date
) -> tuple[Syarat, ...]:
    """What a post asks for, in official order; `sasaran`: the Jenjang aimed at, missing for who aims at none.

    What the law does not ask for that post is TIDAK_BERLAKU.
    """
    p, bila = susun_promosi(a), sasaran.ada
    return (
        kedudukan_hukum(f, p.kedudukan_aktif, bila),
        *_pendidikan(f, a, p, sasaran),
        _masa("pengalaman_jabatan", pengalaman.jabatan, sasaran.peta(p.bulan_jabatan), f, tmt),
        _masa("pengalaman_bidang", pengalaman.bidang, sasaran.peta(p.bulan_bidang), f, tmt),
        _usia(f, p, sasaran, tmt),
        predikat_tahun(
            "predikat_2_tahun",
            f,
            susun(a),
            tmt,
            tahun=_TAHUN_PREDIKAT,
            minimal=p.predikat_minimal,
            bila=bila,
        ),
        hukuman_disiplin(f, tmt, bila=bila, mengikat=_mengikat(a, "hukuman_disiplin")),
    )


def pengalaman_tercatat(f: Fakta, sasaran: Kolom) -> Pengalaman:
    """Out of the history of posts, which counts the jenjang of equal targets together.

    That nothing is recorded means no experience only where the history is declared complete. Which field
    a post belongs to is no part of it, so that months in the field are unknown until somebody states them.
    """
    jabatan = f.bulan_administrator.bila(
        sasaran.tercatat(Jenjang.JPT_PRATAMA),
        f.bulan_pengawas.bila(sasaran.tercatat(Jenjang.ADMINISTRATOR), f.bulan_pelaksana),
    )
    nol = Kolom.penuh(0, len(f)).hanya(f.jabatan_tercakup.tercatat(1))
    return Pengalaman(jabatan.atau(nol), f.bulan_bidang)


def _pendidikan(f: Fakta, a: Aturan, p: AturanPromosi, sasaran: Kolom) -> tuple[Syarat, Syarat]:
    """Two rows, because what a pengawas needs is unverified and what the others need is not."""
    perlu, pengawas = sasaran.peta(p.pendidikan), sasaran.tercatat(Jenjang.PENGAWAS)
    return (
        paling_sedikit(
            "pendidikan_pengawas",
            f.pendidikan,
            perlu,
            bila=pengawas,
            mengikat=_mengikat(a, "pendidikan_pengawas"),
        ),
        paling_sedikit("pendidikan", f.pendidikan, perlu, bila=sasaran.ada & ~pengawas),
    )


def _masa(kode: str, bulan: Kolom, perlu: Kolom, f: Fakta, tmt: date) -> Syarat:
    """Enough months are enough; too few mean BELUM only where the history is declared complete.

    Earliest date: the months still short, counted from `tmt`, because the present post counts too.
    """
    cepat = Kolom.penuh(tmt, len(f)).tambah_bulan(perlu.kurang(bulan).isi(0))
    syarat = paling_sedikit(kode, bulan, perlu, paling_cepat=cepat, bila=perlu.ada)
    return ragukan(syarat, ~f.jabatan_tercakup.tercatat(1))


def _usia(f: Fakta, p: AturanPromosi, sasaran: Kolom, tmt: date) -> Syarat:
    """Whole years of age on `tmt` within the limit: the birthday that passes it lies after `tmt`."""
    lewat = _lewat_usia(f, p, sasaran)
    bila = sasaran.peta(p.usia_tertinggi).ada
    return paling_sedikit("usia", lewat, tmt + timedelta(days=1), bila=bila)


def _lewat_usia(f: Fakta, p: AturanPromosi, sasaran: Kolom) -> Kolom:
    """The birthday that passes the age limit of the target; missing where there is none."""
    return f.tanggal_lahir.ulang_tahun(sasaran.peta(p.usia_tertinggi).tambah(1))


def _sebelum(cepat: Tanggal, batas: Tanggal) -> Tanggal:
    """No date is promised on which the person is too old."""
    hasil: Tanggal = np.where(cepat >= batas, _NAT, cepat)
    return hasil


def _mengikat(a: Aturan, kode: str) -> bool:
    return mengikat(a, baris_syarat(kode, _JENIS))


def _sasaran(berkas: Berkas) -> Bilangan:
    """The verified targets; DomainError for one whose experience no fact tells."""
    hasil = _bernama(berkas, "sasaran", Jenjang, tanpa_unv=True)
    for jenjang in {*hasil.tolist()} - {TAK_DIATUR, *_TARGET}:
        raise berkas.belum_didukung("sasaran", Jenjang(jenjang).name, ", ".join(j.name for j in _TARGET))
    return hasil


def _bernama(
    berkas: Berkas,
    tabel: str,
    enum: type[Jenjang] | type[TingkatPendidikan],
    *,
    tanpa_unv: bool = False,
) -> Bilangan:
    """A table keyed by Jenjang whose values are names of `enum`."""
    hasil = tabel_kosong(max(Jenjang))
    for kunci, baris in berkas.tabel(tabel).items():
        if not (tanpa_unv and baris["conf"] == "UNV"):
            hasil[Jenjang[kunci]] = enum[baris["nilai"]]
    return hasil
