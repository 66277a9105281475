"""Indeks Profesionalitas ASN (PermenPANRB 38/2018, PerBKN 8/2019): an internal estimate.

The official value stands in SIASN. Unit of every amount: halves of a point, because pelaksana count
22.5 and 17.5. Everything about a pelaksana's competence, and the mapping of predikat, is unverified or
our decision; the whole index is shown as *perkiraan*. PNS and PPPK alike (KEPUTUSAN in the rule file).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

import numpy as np

from asn_karier.lib.aturan import Aturan, Berkas
from asn_karier.lib.kolom import Bilangan, Kolom, Topeng
from karier.rules.aturan_pangkat import susun as susun_pangkat
from karier.rules.fakta import Fakta
from karier.rules.hak import predikat_terakhir
from karier.rules.integritas import Riwayat, hukuman_terberat
from karier.rules.periode import target_tmt
from karier.rules.rasio import Rasio
from kinerja.enums import Predikat
from pegawai.enums import JenisJabatan, JenisPegawai, TingkatPendidikan

PARUH: Final = 2
DIMENSI: Final = ("kualifikasi", "kompetensi", "kinerja", "disiplin")
TABEL_KOMPETENSI: Final[Mapping[JenisJabatan, str]] = {
    JenisJabatan.STRUKTURAL: "kompetensi_struktural",
    JenisJabatan.FUNGSIONAL: "kompetensi_fungsional",
    JenisJabatan.PELAKSANA: "kompetensi_pelaksana",
}


class Kategori(IntEnum):
    """Bands of the total, from the lowest."""

    SANGAT_RENDAH = 0
    RENDAH = 1
    SEDANG = 2
    TINGGI = 3
    SANGAT_TINGGI = 4


@dataclass(frozen=True, eq=False)
class AturanIpasn:
    """Amounts in halves of a point. `pita`: lower bounds of RENDAH to SANGAT_TINGGI in whole points."""

    jp_teknis: int
    jp_seminar: int
    pppk_dihitung: bool
    maksimum: Mapping[str, int]
    kualifikasi: Bilangan
    kinerja: Bilangan
    disiplin: Bilangan
    kompetensi: Mapping[JenisJabatan, Mapping[str, int]]
    pita: tuple[int, ...]


@dataclass(frozen=True, eq=False, slots=True)
class HasilIpasn:
    """Per person, in halves of a point; missing where a component is unknown. `kategori`: Kategori."""

    nilai: Kolom
    kategori: Kolom
    kualifikasi: Kolom
    kompetensi: Kolom
    kinerja: Kolom
    disiplin: Kolom


@lru_cache(maxsize=32)
def susun(a: Aturan) -> AturanIpasn:
    """Compile the file in force; DomainError `aturan_belum_ada`."""
    i = a["ipasn"]
    return AturanIpasn(
        jp_teknis=i.angka("jp_teknis"),
        jp_seminar=i.angka("jp_seminar"),
        pppk_dihitung=i.mengikat("pppk_dihitung"),
        maksimum={nama: _paruh(i.tabel("maksimum")[nama]["nilai"]) for nama in DIMENSI},
        kualifikasi=i.larik("kualifikasi", TingkatPendidikan, kali=PARUH),
        kinerja=i.larik("kinerja", Predikat, kali=PARUH),
        disiplin=i.larik("disiplin", Riwayat, kali=PARUH),
        kompetensi={jenis: _skor(i, tabel) for jenis, tabel in TABEL_KOMPETENSI.items()},
        # The lowest band begins at 0 and so is reached by everyone.
        pita=tuple(int(i.tabel("kategori")[k.name]["nilai"]) for k in Kategori)[1:],
    )


def hitung_ipasn(f: Fakta, a: Aturan, *, per: date, tmt: date | None = None) -> HasilIpasn:
    """The index of everyone on `per`; who is neither PNS nor a PPPK that counts has none.

    `tmt` tells which years the predikat belong to: the TMT the facts were read for, by default that of a
    run on `per`.
    """
    p = susun(a)
    asn = f.jenis_pegawai.tercatat(JenisPegawai.PNS)
    if p.pppk_dihitung:
        asn = asn | f.jenis_pegawai.tercatat(JenisPegawai.PPPK)
    predikat = predikat_terakhir(f, susun_pangkat(a), per=per, tmt=tmt or target_tmt(per, a)).predikat
    kualifikasi, kinerja = f.pendidikan.peta(p.kualifikasi), predikat.peta(p.kinerja)
    kompetensi, disiplin = _kompetensi(f, p), hukuman_terberat(f, per).peta(p.disiplin)
    nilai = kualifikasi.tambah(kompetensi).tambah(kinerja).tambah(disiplin).hanya(asn)
    return HasilIpasn(
        nilai=nilai,
        kategori=kategori(Rasio.kolom(nilai, PARUH), p),
        kualifikasi=kualifikasi.hanya(asn),
        kompetensi=kompetensi.hanya(asn),
        kinerja=kinerja.hanya(asn),
        disiplin=disiplin.hanya(asn),
    )


def kategori(nilai: Rasio, p: AturanIpasn) -> Kolom:
    """The band (Kategori). What lies between two whole-numbered bands belongs to the lower one."""
    return nilai.pita(p.pita)


def jumlah(komponen: Iterable[Fraction]) -> Rasio:
    """The total of one person out of points that are all known."""
    return Rasio.satu(sum(komponen, Fraction(0)))


def skor_teknis(jp: int, jenis: JenisJabatan, p: AturanIpasn) -> Fraction:
    """Points for technical training of so many JP in twelve months: all or nothing."""
    return Fraction(p.kompetensi[jenis]["teknis"] if jp >= p.jp_teknis else 0, PARUH)


def skor_disiplin(hukuman: Iterable[Riwayat], p: AturanIpasn) -> Fraction:
    """Points of the worst of them; of none, those of a clean record."""
    return Fraction(int(p.disiplin[max(hukuman, default=Riwayat.TIDAK_PERNAH)]), PARUH)


def _kompetensi(f: Fakta, p: AturanIpasn) -> Kolom:
    """By kind of jabatan. A jabatan rangkap has no table of its own: unknown."""
    tercakup = f.jp_tercakup.tercatat(1)
    punya = {
        "diklat_kepemimpinan": _cukup(f.diklat_kepemimpinan, 1, tercakup),
        "diklat_fungsional": _cukup(f.diklat_fungsional, 1, tercakup),
        "teknis": _cukup(f.jp_teknis, p.jp_teknis, tercakup),
        "seminar": _cukup(f.jp_seminar, p.jp_seminar, tercakup),
    }
    hasil = Kolom.kosong(len(f))
    for jenis, skor in p.kompetensi.items():
        poin = Kolom.penuh(0, len(f))
        for nama, nilai in skor.items():
            poin = poin.tambah(punya[nama].kali(nilai))
        hasil = poin.bila(f.jenis_jabatan.tercatat(jenis), hasil)
    return hasil


def _cukup(kolom: Kolom, perlu: int, tercakup: Topeng) -> Kolom:
    """1 when so much is recorded, else 0: that there is no more is known inside declared coverage only."""
    ya: Topeng = kolom.ada & (kolom.isi(0) >= perlu)
    return Kolom(ya.astype(np.int64), ya | tercakup)


def _skor(i: Berkas, tabel: str) -> dict[str, int]:
    return {nama: _paruh(baris["nilai"]) for nama, baris in i.tabel(tabel).items()}


def _paruh(nilai: Any) -> int:
    """Halves of a point; a number with finer parts is a mistake in the rule file."""
    paruh = Fraction(nilai) * PARUH
    if paruh.denominator != 1:
        raise ValueError(f"IPASN counts in halves of a point, not {nilai}")
    return int(paruh)
