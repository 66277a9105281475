"""Kenaikan pangkat penyesuaian ijazah: an ijazah that opens a higher golongan than the present one.

Judged at the TMT. It applies to a PNS whose highest recorded ijazah starts above the present golongan;
the target is that starting golongan (PP 99/2000 jo PP 12/2002).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.kolom import Bilangan, Topeng, tabel_kosong
from asn_karier.lib.syarat import Kolom, Status, Syarat, benar, paling_sedikit, paling_tinggi
from karier.enums import JenisPutusan
from karier.rules.aturan_pangkat import susun
from karier.rules.bersama import (
    belum_bup,
    hilang,
    hukuman_disiplin,
    kedudukan_hukum,
    kepegawaian,
    pemeriksaan_disiplin,
    predikat_tahun,
)
from karier.rules.fakta import Fakta
from karier.rules.periode import periode_mulai_kolom
from karier.rules.putusan import HasilPutusan, rangkum
from kinerja.enums import Predikat
from pegawai.enums import TingkatPendidikan
from pegawai.rules.golongan import urut_pns

_KODE: Final = "penyesuaian_ijazah"
# Built into the rule: another number would be another rule, not another value.
TAHUN_PREDIKAT: Final = 1


@dataclass(frozen=True, eq=False)
class AturanPenyesuaian:
    """The dated numbers. Golongan are urut 1-17 by TingkatPendidikan; TAK_DIATUR where a table is silent.

    batas: the starting golongan that an ijazah without a verified one can have at most.
    """

    bulan_pangkat: int
    predikat_minimal: Predikat
    upkp_mengikat: bool
    jenjang_mengikat: bool
    awal: Bilangan
    batas: Bilangan


@lru_cache(maxsize=32)
def susun_penyesuaian(a: Aturan) -> AturanPenyesuaian:
    """Compile the rule files in force.

    DomainError `aturan_belum_ada` when one is missing, `aturan_belum_didukung` when a number asks for
    what the rule cannot judge.
    """
    berkas = a[_KODE]
    berkas.harus("tahun_predikat", TAHUN_PREDIKAT)
    awal, batas = _golongan_awal(a)
    return AturanPenyesuaian(
        bulan_pangkat=berkas.angka("bulan_pangkat"),
        predikat_minimal=Predikat[berkas.teks("predikat_minimal")],
        upkp_mengikat=berkas.mengikat("lulus_upkp"),
        jenjang_mengikat=berkas.mengikat("jenjang_membatasi"),
        awal=awal,
        batas=batas,
    )


def putuskan_penyesuaian(f: Fakta, a: Aturan, *, tmt: date) -> HasilPutusan:
    """Judge everyone for a penyesuaian ijazah that takes effect on `tmt`.

    `sasaran`: the golongan of the ijazah, 0 while that is unknown or unverified. TIDAK_BERLAKU when the
    present golongan is not below it, and for a PPPK, a CPNS and other standing.
    """
    syarat = syarat_penyesuaian(f, a, tmt=tmt)
    hasil = rangkum(JenisPutusan.PENYESUAIAN_IJAZAH, syarat, sasaran=_target(syarat), sejak=tmt)
    return replace(hasil, paling_cepat=periode_mulai_kolom(hasil.paling_cepat, a))


def syarat_penyesuaian(f: Fakta, a: Aturan, *, tmt: date) -> tuple[Syarat, ...]:
    """Every requirement of the penyesuaian ijazah, in official order."""
    k, p = susun(a), susun_penyesuaian(a)
    orang = kepegawaian(f, k.kedudukan_aktif)
    target = f.pendidikan.peta(p.awal)
    berlaku = orang.dinilai & _di_bawah(f.golongan, target)
    tertinggi = f.jenjang.peta(k.jenjang_tertinggi)
    return (
        hilang("data_kepegawaian", orang.kurang),
        hilang("data_golongan", orang.dinilai & ~f.golongan.ada),
        _ijazah(f, p, orang.dinilai & f.golongan.ada, berlaku),
        kedudukan_hukum(f, k.kedudukan_aktif, berlaku),
        paling_sedikit(
            "masa_pangkat",
            f.tmt_golongan.bulan_sampai(tmt),
            p.bulan_pangkat,
            paling_cepat=f.tmt_golongan.tambah_bulan(p.bulan_pangkat),
            bila=berlaku,
        ),
        predikat_tahun(
            "predikat_1_tahun", f, k, tmt, tahun=TAHUN_PREDIKAT, minimal=p.predikat_minimal, bila=berlaku
        ),
        benar("upkp", f.upkp, tercakup=f.ujian_tercakup.tercatat(1), bila=berlaku, mengikat=p.upkp_mengikat),
        hukuman_disiplin(f, tmt, bila=berlaku, mengikat=True),
        pemeriksaan_disiplin(f, bila=berlaku, mengikat=k.pemeriksaan_mengikat),
        paling_tinggi(
            "jenjang_memuat_pangkat",
            target,
            tertinggi,
            bila=berlaku & tertinggi.ada,
            mengikat=p.jenjang_mengikat,
        ),
        belum_bup(f, tmt, bila=berlaku, mengikat=k.bup_mengikat),
    )


def _ijazah(f: Fakta, p: AturanPenyesuaian, dinilai: Topeng, berlaku: Topeng) -> Syarat:
    """The ijazah is recorded and its golongan verified. In doubt only while it could open a higher one."""
    target = f.pendidikan.peta(p.awal)
    mungkin = ~f.pendidikan.ada | _di_bawah(f.golongan, f.pendidikan.peta(p.batas))
    return paling_sedikit("ijazah", target, f.golongan, bila=berlaku | (dinilai & ~target.ada & mungkin))


def _target(syarat: tuple[Syarat, ...]) -> Kolom:
    """The golongan of the ijazah of those to whom it is known to apply, else missing."""
    (ijazah,) = [s for s in syarat if s.kode == "ijazah"]
    return ijazah.nilai.hanya(ijazah.status == Status.MEMENUHI)


def _di_bawah(golongan: Kolom, batas: Kolom) -> Topeng:
    """Known to lie below (False when either is unknown)."""
    hasil: Topeng = golongan.kurang(batas).isi(0) < 0
    return hasil


def _golongan_awal(a: Aturan) -> tuple[Bilangan, Bilangan]:
    """The verified starting golongan, and the most that an ijazah without one can have.

    What is doubtful of an unverified row is whether all its ijazah reach so high; an ijazah without a row
    opens no more than the highest of the table.
    """
    tabel = a["plafon_pendidikan"].tabel("golongan_awal")
    semua = {TingkatPendidikan[n]: urut_pns(b["nilai"]) for n, b in tabel.items()}
    awal = tabel_kosong(max(TingkatPendidikan))
    batas = awal.copy()
    for tingkat in TingkatPendidikan:
        batas[tingkat] = semua.get(tingkat, max(semua.values()))
        if tingkat in semua and tabel[tingkat.name]["conf"] != "UNV":
            awal[tingkat] = semua[tingkat]
    return awal, batas
