"""Kenaikan pangkat of a PNS: reguler, in a jabatan fungsional, and pilihan in a structural post.

Everything is judged at the TMT (the day the promotion would take effect). What is not built (rangkap,
a jabatan fungsional in tugas belajar, CLTN and other standing) is said to be so and never judged by
another rule. The law of each requirement is named in `karier.rules.daftar` and the dated rule files.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import Tanggal
from asn_karier.lib.kolom import Topeng
from asn_karier.lib.syarat import (
    Kolom,
    Syarat,
    adalah,
    benar,
    pack_status,
    paling_sedikit,
    paling_tinggi,
    ragukan,
    salah_satu,
    semua,
    tidak_benar,
)
from karier.enums import JenisPutusan
from karier.rules.aturan_pangkat import TAHUN_PREDIKAT, AturanPangkat, susun
from karier.rules.bersama import (
    angka_kredit_tercapai,
    belum_bup,
    hilang,
    hukuman_disiplin,
    pemeriksaan_disiplin,
    predikat_tahun,
)
from karier.rules.daftar import posisi
from karier.rules.fakta import Fakta
from karier.rules.jalur import Jalur, pilih_jalur
from karier.rules.pangkat_struktural import bulan_struktural, khusus_struktural
from karier.rules.periode import periode_mulai_kolom, target_tmt
from karier.rules.putusan import alasan_pertama, jumlah_belum, tanggal_paling_cepat
from pegawai.enums import JenisUjian, KedudukanHukum
from pegawai.rules.golongan import TERTINGGI

__all__ = ["HasilPangkat", "putuskan", "syarat_pangkat", "target_tmt"]

_JENIS: Final = JenisPutusan.KENAIKAN_PANGKAT


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
    jalur = pilih_jalur(f, p)
    puncak = _puncak(f, p, jalur)
    return _hasil(f, a, tmt, jalur, puncak, _syarat(f, p, tmt, jalur, puncak))


def syarat_pangkat(f: Fakta, a: Aturan, *, tmt: date) -> tuple[Syarat, ...]:
    """Every requirement of kenaikan pangkat with its values, in the order of the register."""
    p = susun(a)
    jalur = pilih_jalur(f, p)
    return _syarat(f, p, tmt, jalur, _puncak(f, p, jalur))


def _syarat(f: Fakta, p: AturanPangkat, tmt: date, jalur: Jalur, puncak: Topeng) -> tuple[Syarat, ...]:
    return (
        hilang("data_kepegawaian", jalur.kurang_kepegawaian),
        hilang("data_jabatan", jalur.kurang_jabatan),
        hilang("data_golongan", jalur.dinilai & ~f.golongan.ada),
        *_bersama(f, p, tmt, _bulan_pangkat(f, p, jalur), jalur.dinilai, puncak),
        *_khusus_reguler(f, p, jalur.reguler & ~puncak),
        *_khusus_jf(f, p, tmt, jalur.jf & ~puncak),
        *(khusus_struktural(f, p.struktural, tmt, jalur.struktural & ~puncak) if p.struktural else ()),
    )


def _bulan_pangkat(f: Fakta, p: AturanPangkat, jalur: Jalur) -> Kolom:
    """Months in the pangkat that each path asks for."""
    biasa = Kolom(np.where(jalur.jf, p.bulan_jf, p.bulan_reguler), jalur.dinilai)
    return bulan_struktural(f, p.struktural).bila(jalur.struktural, biasa) if p.struktural else biasa


def _bersama(
    f: Fakta, p: AturanPangkat, tmt: date, bulan: Kolom, berlaku: Topeng, puncak: Topeng
) -> tuple[Syarat, ...]:
    """What all paths ask for; `bulan` is the time in the pangkat each row needs."""
    naik = berlaku & ~puncak
    return (
        # Everybody reads this row: a penalty shows in the closed row "hukuman_disiplin" alone.
        adalah(
            "kedudukan_hukum",
            f.kedudukan_hukum,
            p.kedudukan_aktif,
            KedudukanHukum.HUKUMAN_DISIPLIN,
            *p.kedudukan_reguler,
            bila=berlaku,
        ),
        tidak_benar("puncak", Kolom.ya_tidak(puncak), bila=berlaku & puncak),
        paling_sedikit(
            "masa_pangkat",
            f.tmt_golongan.bulan_sampai(tmt),
            bulan,
            paling_cepat=f.tmt_golongan.tambah_bulan(bulan.isi(0)),
            bila=naik,
        ),
        predikat_tahun(
            "predikat_2_tahun", f, p, tmt, tahun=TAHUN_PREDIKAT, minimal=p.predikat_minimal, bila=naik
        ),
        hukuman_disiplin(f, tmt, bila=berlaku, mengikat=True),
        pemeriksaan_disiplin(f, bila=berlaku, mengikat=p.pemeriksaan_mengikat),
        belum_bup(f, tmt, bila=berlaku, mengikat=p.bup_mengikat),
    )


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


def _puncak(f: Fakta, p: AturanPangkat, jalur: Jalur) -> Topeng:
    """At IV/e, or in a jabatan fungsional at the top of a jenjang that has none above it (Penyelia III/d)."""
    terakhir = f.jenjang.peta(p.jenjang_tertinggi).ada & ~f.jenjang.peta(p.jenjang_berikut).ada
    ujung = jalur.jf & terakhir & _di_ujung_jenjang(f, p)
    return (jalur.dinilai & f.golongan.tercatat(TERTINGGI)) | ujung


def _di_ujung_jenjang(f: Fakta, p: AturanPangkat) -> Topeng:
    """The next pangkat lies above the range of the jenjang (False when either is unknown)."""
    hasil: Topeng = f.golongan.kurang(f.jenjang.peta(p.jenjang_tertinggi)).isi(-1) >= 0
    return hasil


def _angka_kredit(f: Fakta, p: AturanPangkat, tmt: date, bila: Topeng) -> Syarat:
    """The need of the next pangkat inside the jenjang, out of signed angka kredit only."""
    butuh = f.jenjang.peta_dua(f.golongan, p.kebutuhan)
    dengan_draf = f.ak_sah.tambah(f.ak_draf.atau(0))
    cepat = angka_kredit_tercapai(f, p, tmt, butuh.kurang(dengan_draf))
    return paling_sedikit("angka_kredit", f.ak_sah, butuh, paling_cepat=cepat, bila=bila)


def _ujian_dinas(f: Fakta, p: AturanPangkat, bila: Topeng) -> Syarat:
    """Only when the step crosses II/d to III/a or III/d to IV/a; passed, or exempt by education.

    Where the exemption itself is unverified, or may follow from a leadership training, a missing exam is
    PERLU_VERIFIKASI, not BELUM.
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
    # PIM III exempts from Tk II, PIM IV perhaps from Tk I; records do not say which training it was.
    diklat = f.diklat_kepemimpinan.tercatat(1) & perlu.tercatat(*p.bebas_diklat)
    return ragukan(syarat, bebas_unv.tercatat(1) | diklat)


def _hasil(
    f: Fakta, a: Aturan, tmt: date, jalur: Jalur, puncak: Topeng, syarat: tuple[Syarat, ...]
) -> HasilPangkat:
    seluruh = semua(*syarat)
    cepat = tanggal_paling_cepat(seluruh)
    berikut = np.where(jalur.dinilai & ~puncak, f.golongan.tambah(1).isi(0), 0)
    return HasilPangkat(
        jalur=jalur.kode(),
        status=seluruh.status,
        golongan_berikut=berikut.astype(np.int8),
        paling_cepat=periode_mulai_kolom(np.maximum(cepat, np.datetime64(tmt, "D")), a),
        syarat=pack_status([(posisi(s.kode), s.status) for s in syarat]),
        alasan=alasan_pertama(_JENIS, seluruh.status, syarat),
        kurang=jumlah_belum(syarat),
    )
