"""Kenaikan pangkat of a PNS: kenaikan reguler and kenaikan in a jabatan fungsional.

Everything is judged at the TMT (the day the promotion would take effect). What is not built
(struktural, tugas belajar, CLTN and other standing) is said to be so and never judged by another
rule. The law of each requirement is named in `karier.rules.daftar` and the dated rule files.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import Tanggal, add_months
from asn_karier.lib.kolom import Topeng
from asn_karier.lib.syarat import (
    LEWAT,
    Keputusan,
    Kolom,
    Status,
    Syarat,
    adalah,
    benar,
    pack_status,
    paling_sedikit,
    paling_tinggi,
    ragukan,
    salah_satu,
    semua,
    sudah_lewat,
    tidak_benar,
)
from karier.enums import JalurPangkat
from karier.rules.aturan_pangkat import AturanPangkat, susun
from karier.rules.daftar import posisi
from karier.rules.fakta import Fakta
from karier.rules.periode import periode_mulai_kolom, proposal_window, target_tmt
from kinerja.rules.angka_kredit import tahun_menuju
from pegawai.enums import JenisJabatan, JenisPegawai, JenisUjian, KedudukanHukum, StatusKepegawaian
from pegawai.rules.golongan import TERTINGGI

__all__ = ["HasilPangkat", "kenaikan_jf", "kenaikan_reguler", "proposal_window", "putuskan", "target_tmt"]

TANPA_ALASAN: Final = -1
_NAT: Final = np.datetime64("NaT", "D")


@dataclass(frozen=True, eq=False, slots=True)
class HasilPangkat:
    """Outcome per person.

    golongan_berikut: urut 1-17, 0 when there is none or the present one is unknown.
    paling_cepat: a period (first of a month), NaT when unknown or not applicable.
    alasan: position of the first binding requirement that decided BELUM or PERLU_VERIFIKASI, else -1.
    kurang: how many binding requirements are BELUM.
    """

    jalur: npt.NDArray[np.int8]
    status: npt.NDArray[np.int8]
    golongan_berikut: npt.NDArray[np.int8]
    paling_cepat: Tanggal
    syarat: npt.NDArray[np.int64]
    alasan: npt.NDArray[np.int8]
    kurang: npt.NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.status)


@dataclass(frozen=True, eq=False, slots=True)
class _Jalur:
    """Who is judged by what: masks that exclude each other."""

    reguler: Topeng
    jf: Topeng
    belum_dihitung: Topeng
    kurang_kepegawaian: Topeng
    kurang_jabatan: Topeng

    @property
    def dinilai(self) -> Topeng:
        return self.reguler | self.jf


def putuskan(f: Fakta, a: Aturan, *, tmt: date) -> HasilPangkat:
    """Judge everyone by the path that is theirs, for a promotion that takes effect on `tmt`."""
    jalur = _pilih_jalur(f)
    lengkap = semua(
        _hilang("data_kepegawaian", f.jenis_pegawai.terendah(f.status_kepegawaian), jalur.kurang_kepegawaian),
        _hilang("data_jabatan", f.jenis_jabatan, jalur.kurang_jabatan),
        _hilang("data_golongan", f.golongan, jalur.dinilai & ~f.golongan.ada),
    )
    reguler = kenaikan_reguler(f, a, tmt=tmt, bila=jalur.reguler)
    jf = kenaikan_jf(f, a, tmt=tmt, bila=jalur.jf)
    seluruh = semua(lengkap, reguler, jf)
    syarat = [s for k in (lengkap, reguler, jf) for s in k.bagian if isinstance(s, Syarat)]
    return _hasil(f, a, tmt, jalur, seluruh, syarat)


def kenaikan_reguler(f: Fakta, a: Aturan, *, tmt: date, bila: Topeng | None = None) -> Keputusan:
    """Kenaikan pangkat reguler of a pelaksana (PP 99/2000 jo PP 12/2002)."""
    p = susun(a)
    berlaku = _semua_baris(f) if bila is None else bila
    puncak = f.golongan.tercatat(TERTINGGI)
    naik = berlaku & ~puncak
    return semua(
        *_syarat_bersama(f, p, tmt, p.bulan_reguler, berlaku, puncak),
        paling_tinggi("pangkat_tertinggi", f.golongan.tambah(1), f.pendidikan.peta(p.plafon), bila=naik),
        _ujian_dinas(f, p, naik),
    )


def kenaikan_jf(f: Fakta, a: Aturan, *, tmt: date, bila: Topeng | None = None) -> Keputusan:
    """Kenaikan pangkat in a jabatan fungsional (PermenPANRB 1/2023; PerBKN 3/2023)."""
    p = susun(a)
    berlaku = _semua_baris(f) if bila is None else bila
    tertinggi = f.jenjang.peta(p.jenjang_tertinggi)
    melampaui = f.golongan.kurang(tertinggi).isi(-1) >= 0
    ujung = f.jenjang.ada & tertinggi.ada & ~f.jenjang.peta(p.jenjang_berikut).ada
    puncak = f.golongan.tercatat(TERTINGGI) | (melampaui & ujung)
    naik = berlaku & ~puncak
    return semua(
        *_syarat_bersama(f, p, tmt, p.bulan_jf, berlaku, puncak),
        paling_tinggi("jenjang_memuat_pangkat", f.golongan.tambah(1), tertinggi, bila=naik),
        _angka_kredit(f, p, tmt, naik & ~melampaui),
    )


def _syarat_bersama(
    f: Fakta, p: AturanPangkat, tmt: date, bulan: int, berlaku: Topeng, puncak: Topeng
) -> tuple[Syarat, ...]:
    """What both paths ask for."""
    naik = berlaku & ~puncak
    tercakup = f.disiplin_tercakup.tercatat(1)
    return (
        adalah("kedudukan_hukum", f.kedudukan_hukum, KedudukanHukum.AKTIF, bila=berlaku),
        tidak_benar("puncak", Kolom.ya_tidak(puncak), bila=berlaku & puncak),
        paling_sedikit(
            "masa_pangkat",
            f.tmt_golongan.bulan_sampai(tmt),
            bulan,
            paling_cepat=f.tmt_golongan.tambah_bulan(bulan),
            bila=naik,
        ),
        _predikat_dua_tahun(f, p, tmt, naik),
        sudah_lewat("hukuman_disiplin", f.hukdis_sampai, tmt, tercakup=tercakup, bila=berlaku),
        tidak_benar("pemeriksaan_disiplin", f.dalam_pemeriksaan, tercakup=tercakup, bila=berlaku),
        # UNV: shown, decides nothing.
        paling_sedikit("belum_bup", f.tanggal_lahir.ulang_tahun(f.bup), tmt, bila=berlaku, mengikat=False),
    )


def _predikat_dua_tahun(f: Fakta, p: AturanPangkat, tmt: date, bila: Topeng) -> Syarat:
    """Each of the last two assessment years.

    For a TMT in January to March whose previous year is not assessed yet, the two before it count
    (KEPUTUSAN). The earliest date assumes Baik in every year still to come.
    """
    tertunda = ~f.predikat_1.ada & (tmt.month <= p.bulan_tertunda)
    terakhir = f.predikat_2.bila(tertunda, f.predikat_1)
    sebelumnya = f.predikat_3.bila(tertunda, f.predikat_2)
    # A year that fails stops counting once two later years have been assessed.
    tahun = tmt.year + 2 - tertunda.astype(np.int64)
    return semua(
        paling_sedikit("terakhir", terakhir, p.predikat_minimal, paling_cepat=_tersedia(tahun, p, tmt), bila=bila),
        paling_sedikit(
            "sebelumnya", sebelumnya, p.predikat_minimal, paling_cepat=_tersedia(tahun - 1, p, tmt), bila=bila
        ),
    ).sebagai_syarat(
        "predikat_2_tahun", terakhir.terendah(sebelumnya), Kolom.penuh(p.predikat_minimal, len(f))
    )


def _angka_kredit(f: Fakta, p: AturanPangkat, tmt: date, bila: Topeng) -> Syarat:
    """The need of the next pangkat inside the jenjang, out of signed angka kredit only.

    Earliest date: `tmt` itself when signing the drafts is enough; else whole years with Baik, the
    first of them the year before TMT when that one is not assessed yet.
    """
    butuh = f.jenjang.peta_dua(f.golongan, p.kebutuhan)
    dengan_draf = f.ak_sah.tambah(f.ak_draf.atau(0))
    kekurangan = butuh.kurang(dengan_draf)
    tahun = tahun_menuju(kekurangan.isi(0), f.jenjang.peta(p.koefisien_milli).isi(0), p.persen_baik)
    pertama = tmt.year - (~f.predikat_1.ada).astype(np.int64)
    cukup = kekurangan.ada & (kekurangan.isi(0) <= 0)
    cepat = np.where(cukup, np.datetime64(tmt, "D"), _tersedia(pertama + tahun, p, tmt))
    return paling_sedikit("angka_kredit", f.ak_sah, butuh, paling_cepat=cepat, bila=bila)


def _ujian_dinas(f: Fakta, p: AturanPangkat, bila: Topeng) -> Syarat:
    """Only when the step crosses II/d to III/a or III/d to IV/a; passed, or exempt by education.

    Where the exemption itself is unverified, a missing exam is PERLU_VERIFIKASI, not BELUM.
    """
    perlu = f.golongan.peta(p.ujian_pada)
    tk1 = perlu.tercatat(JenisUjian.UJIAN_DINAS_TK_I)
    lintas = bila & perlu.tercatat(JenisUjian.UJIAN_DINAS_TK_I, JenisUjian.UJIAN_DINAS_TK_II)
    lulus = f.ud_tk1.bila(tk1, f.ud_tk2)
    bebas = f.pendidikan.peta(p.bebas_tk1).bila(tk1, f.pendidikan.peta(p.bebas_tk2))
    bebas_unv = f.pendidikan.peta(p.bebas_tk1_unv).bila(tk1, f.pendidikan.peta(p.bebas_tk2_unv))
    syarat = salah_satu(
        benar("lulus", lulus, tercakup=f.ujian_tercakup.tercatat(1), bila=lintas),
        benar("bebas", bebas, bila=lintas),
    ).sebagai_syarat("ujian_dinas", lulus, perlu)
    return ragukan(syarat, bebas_unv.tercatat(1))


def _pilih_jalur(f: Fakta) -> _Jalur:
    """Unknown kind of pegawai or of jabatan is named as missing, never guessed."""
    pns = f.jenis_pegawai.tercatat(JenisPegawai.PNS) & f.status_kepegawaian.tercatat(StatusKepegawaian.PNS)
    bukan = f.jenis_pegawai.tercatat(JenisPegawai.PPPK) | f.status_kepegawaian.tercatat(
        StatusKepegawaian.CPNS, StatusKepegawaian.PPPK
    )
    # Other standing (CLTN, tugas belajar, MPP, ...) has rules of its own that are not built.
    biasa = pns & (~f.kedudukan_hukum.ada | f.kedudukan_hukum.tercatat(KedudukanHukum.AKTIF))
    reguler = biasa & f.jenis_jabatan.tercatat(JenisJabatan.PELAKSANA)
    jf = biasa & f.jenis_jabatan.tercatat(JenisJabatan.FUNGSIONAL)
    return _Jalur(
        reguler=reguler,
        jf=jf,
        belum_dihitung=~bukan & ~reguler & ~jf,
        kurang_kepegawaian=~bukan & ~pns,
        kurang_jabatan=biasa & ~f.jenis_jabatan.ada,
    )


def _hasil(
    f: Fakta, a: Aturan, tmt: date, jalur: _Jalur, seluruh: Keputusan, syarat: list[Syarat]
) -> HasilPangkat:
    status = seluruh.status
    belum = status == Status.BELUM
    cepat = np.where(status == Status.MEMENUHI, LEWAT, np.where(belum, seluruh.paling_cepat, _NAT))
    puncak = np.logical_or.reduce([s.status == Status.BELUM for s in syarat if s.kode == "puncak"])
    berikut = np.where(jalur.dinilai & ~puncak, f.golongan.tambah(1).isi(0), 0)
    return HasilPangkat(
        jalur=_kode_jalur(jalur),
        status=status,
        golongan_berikut=berikut.astype(np.int8),
        paling_cepat=periode_mulai_kolom(np.maximum(cepat, np.datetime64(tmt, "D")), a),
        syarat=pack_status([(posisi(s.kode), s.status) for s in syarat]),
        alasan=_alasan(status, syarat),
        kurang=_jumlah_belum(syarat),
    )


def _kode_jalur(jalur: _Jalur) -> npt.NDArray[np.int8]:
    pilihan = (
        (jalur.reguler, JalurPangkat.REGULER),
        (jalur.jf, JalurPangkat.JABATAN_FUNGSIONAL),
        (jalur.belum_dihitung, JalurPangkat.BELUM_DIHITUNG),
    )
    hasil = np.full(len(jalur.reguler), JalurPangkat.TIDAK_BERLAKU, dtype=np.int8)
    for topeng, kode in pilihan:
        hasil[topeng] = kode
    return hasil


def _alasan(status: npt.NDArray[np.int8], syarat: list[Syarat]) -> npt.NDArray[np.int8]:
    hasil = np.full(len(status), TANPA_ALASAN, dtype=np.int8)
    kurang = (status == Status.BELUM) | (status == Status.PERLU_VERIFIKASI)
    # From the last position to the first, so that the first one stays.
    for s in sorted(syarat, key=lambda s: posisi(s.kode), reverse=True):
        hasil[kurang & s.mengikat & (s.status == status)] = posisi(s.kode)
    return hasil


def _jumlah_belum(syarat: list[Syarat]) -> npt.NDArray[np.int8]:
    belum = [s.mengikat & (s.status == Status.BELUM) for s in syarat]
    return np.sum(belum, axis=0, dtype=np.int8)


def _hilang(kode: str, kolom: Kolom, bila: Topeng) -> Syarat:
    """A record that must exist before anything can be judged."""
    return adalah(kode, kolom.hanya(~bila), 1, bila=bila)


def _semua_baris(f: Fakta) -> Topeng:
    return np.ones(len(f), dtype=np.bool_)


def _tersedia(tahun: npt.NDArray[np.int64], p: AturanPangkat, tmt: date) -> Tanggal:
    """The first period for which an assessment finished the year before counts, always after `tmt`."""
    bulan = (tahun - 1970) * 12 + p.bulan_konversi - 1
    hari = bulan.astype("datetime64[M]").astype("datetime64[D]")
    return np.maximum(hari, np.datetime64(add_months(tmt, 1), "D"))
