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
    TANPA_AKHIR,
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
from karier.rules.aturan_pangkat import AturanPangkat, susun
from karier.rules.daftar import posisi
from karier.rules.fakta import Fakta
from karier.rules.jalur import Jalur, pilih_jalur
from karier.rules.periode import periode_mulai_kolom, target_tmt
from kinerja.rules.angka_kredit import tahun_menuju
from pegawai.enums import JenisUjian, KedudukanHukum
from pegawai.rules.golongan import TERTINGGI

__all__ = ["HasilPangkat", "putuskan", "target_tmt"]

TANPA_ALASAN: Final = -1
_MEMENUHI, _PERLU, _BELUM = (np.int8(s) for s in (Status.MEMENUHI, Status.PERLU_VERIFIKASI, Status.BELUM))
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


def putuskan(f: Fakta, a: Aturan, *, tmt: date) -> HasilPangkat:
    """Judge everyone by the path that is theirs, for a promotion that takes effect on `tmt`."""
    p = susun(a)
    jalur = pilih_jalur(f, p.kedudukan_aktif)
    puncak = (jalur.reguler & _puncak_reguler(f)) | (jalur.jf & _puncak_jf(f, p))
    syarat = (
        _hilang("data_kepegawaian", jalur.kurang_kepegawaian),
        _hilang("data_jabatan", jalur.kurang_jabatan),
        _hilang("data_golongan", jalur.dinilai & ~f.golongan.ada),
        *_bersama(f, p, tmt, np.where(jalur.jf, p.bulan_jf, p.bulan_reguler), jalur.dinilai, puncak),
        *_khusus_reguler(f, p, jalur.reguler & ~puncak),
        *_khusus_jf(f, p, tmt, jalur.jf & ~puncak),
    )
    return _hasil(f, a, tmt, jalur, puncak, syarat)


def _bersama(
    f: Fakta, p: AturanPangkat, tmt: date, bulan: npt.NDArray[np.int64], berlaku: Topeng, puncak: Topeng
) -> tuple[Syarat, ...]:
    """What both paths ask for; `bulan` is the time in the pangkat each row needs."""
    naik = berlaku & ~puncak
    tercakup = f.disiplin_tercakup.tercatat(1)
    return (
        # Everybody reads this row: a penalty shows in the closed row "hukuman_disiplin" alone.
        adalah(
            "kedudukan_hukum",
            f.kedudukan_hukum,
            p.kedudukan_aktif,
            KedudukanHukum.HUKUMAN_DISIPLIN,
            bila=berlaku,
        ),
        tidak_benar("puncak", Kolom.ya_tidak(puncak), bila=berlaku & puncak),
        paling_sedikit(
            "masa_pangkat",
            f.tmt_golongan.bulan_sampai(tmt),
            Kolom(bulan, berlaku),
            paling_cepat=f.tmt_golongan.tambah_bulan(bulan),
            bila=naik,
        ),
        _predikat_dua_tahun(f, p, tmt, naik),
        sudah_lewat("hukuman_disiplin", _hukdis_sampai(f, tmt), tmt, tercakup=tercakup, bila=berlaku),
        tidak_benar(
            "pemeriksaan_disiplin",
            f.dalam_pemeriksaan,
            tercakup=tercakup,
            bila=berlaku,
            mengikat=p.pemeriksaan_mengikat,
        ),
        paling_sedikit(
            "belum_bup",
            f.tanggal_lahir.ulang_tahun(f.bup),
            tmt,
            bila=berlaku,
            mengikat=p.bup_mengikat,
        ),
    )


def _hukdis_sampai(f: Fakta, tmt: date) -> Kolom:
    """The last day of the penalty: of the register, else open while the standing says that one is served."""
    terdaftar = f.hukdis_sampai.sebagai_tanggal() >= np.datetime64(tmt, "D")
    terbuka = f.kedudukan_hukum.tercatat(KedudukanHukum.HUKUMAN_DISIPLIN) & ~terdaftar
    return Kolom.penuh(TANPA_AKHIR, len(f)).bila(terbuka, f.hukdis_sampai)


def _khusus_reguler(f: Fakta, p: AturanPangkat, bila: Topeng) -> tuple[Syarat, ...]:
    plafon = f.pendidikan.peta(p.plafon)
    return (
        paling_tinggi("pangkat_tertinggi", f.golongan.tambah(1), plafon, bila=bila),
        _ujian_dinas(f, p, bila),
    )


def _khusus_jf(f: Fakta, p: AturanPangkat, tmt: date, bila: Topeng) -> tuple[Syarat, ...]:
    tertinggi = f.jenjang.peta(p.jenjang_tertinggi)
    return (
        paling_tinggi("jenjang_memuat_pangkat", f.golongan.tambah(1), tertinggi, bila=bila),
        _angka_kredit(f, p, tmt, bila & ~_di_ujung_jenjang(f, p)),
    )


def _puncak_reguler(f: Fakta) -> Topeng:
    return f.golongan.tercatat(TERTINGGI)


def _puncak_jf(f: Fakta, p: AturanPangkat) -> Topeng:
    """At IV/e, or at the top of a jenjang that has none above it (Penyelia III/d)."""
    terakhir = f.jenjang.peta(p.jenjang_tertinggi).ada & ~f.jenjang.peta(p.jenjang_berikut).ada
    return f.golongan.tercatat(TERTINGGI) | (terakhir & _di_ujung_jenjang(f, p))


def _di_ujung_jenjang(f: Fakta, p: AturanPangkat) -> Topeng:
    """The next pangkat lies above the range of the jenjang (False when either is unknown)."""
    hasil: Topeng = f.golongan.kurang(f.jenjang.peta(p.jenjang_tertinggi)).isi(-1) >= 0
    return hasil


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
        paling_sedikit(
            "terakhir", terakhir, p.predikat_minimal, paling_cepat=_tersedia(tahun, p, tmt), bila=bila
        ),
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


def _hasil(
    f: Fakta, a: Aturan, tmt: date, jalur: Jalur, puncak: Topeng, syarat: tuple[Syarat, ...]
) -> HasilPangkat:
    seluruh = semua(*syarat)
    status = seluruh.status
    # Met: on the target itself. In need of checking, or outside the rules: no date can be named.
    cepat = np.where(status == _BELUM, seluruh.paling_cepat, np.where(status == _MEMENUHI, LEWAT, _NAT))
    berikut = np.where(jalur.dinilai & ~puncak, f.golongan.tambah(1).isi(0), 0)
    return HasilPangkat(
        jalur=jalur.kode(),
        status=status,
        golongan_berikut=berikut.astype(np.int8),
        paling_cepat=periode_mulai_kolom(np.maximum(cepat, np.datetime64(tmt, "D")), a),
        syarat=pack_status([(posisi(s.kode), s.status) for s in syarat]),
        alasan=_alasan(status, syarat),
        kurang=_jumlah_belum(syarat),
    )


def _alasan(status: npt.NDArray[np.int8], syarat: tuple[Syarat, ...]) -> npt.NDArray[np.int8]:
    hasil = np.full(len(status), TANPA_ALASAN, dtype=np.int8)
    kurang = (status == _BELUM) | (status == _PERLU)
    # From the last position to the first, so that the first one stays.
    for s in sorted(syarat, key=lambda s: posisi(s.kode), reverse=True):
        hasil[kurang & s.mengikat & (s.status == status)] = posisi(s.kode)
    return hasil


def _jumlah_belum(syarat: tuple[Syarat, ...]) -> npt.NDArray[np.int8]:
    belum = [s.mengikat & (s.status == _BELUM) for s in syarat]
    hasil: npt.NDArray[np.int8] = np.sum(belum, axis=0, dtype=np.int8)
    return hasil


def _hilang(kode: str, topeng: Topeng) -> Syarat:
    """A record that must exist before anything can be judged: PERLU_VERIFIKASI where it is missing."""
    return benar(kode, Kolom.kosong(len(topeng)), bila=topeng)


def _tersedia(tahun: npt.NDArray[np.int64], p: AturanPangkat, tmt: date) -> Tanggal:
    """The first period for which an assessment finished the year before counts, always after `tmt`."""
    bulan = (tahun - 1970) * 12 + p.bulan_konversi - 1
    hari = bulan.astype("datetime64[M]").astype("datetime64[D]")
    hasil: Tanggal = np.maximum(hari, np.datetime64(add_months(tmt, 1), "D"))
    return hasil
