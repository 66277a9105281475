"""Kenaikan jenjang of a PNS in a jabatan fungsional (PermenPANRB 1/2023, PerBKN 3/2023).

Judged at the TMT. Angka kredit, predikat and uji kompetensi are the person's own; whether a post of
the next jenjang is vacant is not, and stands last: `menunggu_kebutuhan`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.kolom import Topeng
from asn_karier.lib.syarat import Kolom, Status, Syarat, benar, paling_sedikit, unpack_status
from karier.enums import JenisPutusan
from karier.rules.aturan_pangkat import AturanPangkat, susun
from karier.rules.bersama import (
    angka_kredit_tercapai,
    hilang,
    hukuman_disiplin,
    kedudukan_hukum,
    kepegawaian,
    predikat_tahun,
    sejak_awal_bulan,
)
from karier.rules.daftar import KENAIKAN_JENJANG, baris_syarat, mengikat, posisi
from karier.rules.fakta import Fakta
from karier.rules.putusan import HasilPutusan, rangkum
from kinerja.enums import Predikat
from kinerja.rules.akumulasi import ak_kumulatif_jenjang, kebutuhan_jenjang_kolom
from kinerja.rules.angka_kredit import JF_KEAHLIAN, JF_KETERAMPILAN
from pegawai.enums import JenisJabatan, KedudukanHukum

if TYPE_CHECKING:
    from karier.rules.keputusan import PutusanSatu

_JENIS: Final = JenisPutusan.KENAIKAN_JENJANG
_KEBUTUHAN: Final = "kebutuhan_jabatan"
# Built into the rule: another number would be another rule, not another value.
_TAHUN_PREDIKAT: Final = 1


@dataclass(frozen=True)
class AturanJenjang:
    """The dated numbers of kenaikan jenjang. `ukom_sejak_tmt`: an older pass was for the present jenjang."""

    kedudukan_aktif: KedudukanHukum
    predikat_minimal: Predikat
    ukom_sejak_tmt: bool
    lowongan_minimal: int


@lru_cache(maxsize=32)
def susun_jenjang(a: Aturan) -> AturanJenjang:
    """Compile the rule file in force.

    DomainError `aturan_belum_ada` when it is missing, `aturan_belum_didukung` when a number asks for
    what the rule cannot judge.
    """
    berkas = a["kenaikan_jenjang"]
    berkas.harus("tahun_predikat", _TAHUN_PREDIKAT)
    return AturanJenjang(
        kedudukan_aktif=KedudukanHukum[berkas.teks("kedudukan_aktif")],
        predikat_minimal=Predikat[berkas.teks("predikat_minimal")],
        ukom_sejak_tmt=berkas.mengikat("uji_kompetensi_sejak_tmt_jabatan"),
        lowongan_minimal=berkas.angka("lowongan_minimal"),
    )


def putuskan_jenjang(f: Fakta, a: Aturan, *, tmt: date) -> HasilPutusan:
    """Judge everyone in a jabatan fungsional for the next jenjang as of `tmt`.

    TIDAK_BERLAKU for everybody else, and at the top of a category. `sasaran`: the next Jenjang, 0 when
    the present one is unknown.
    """
    sasaran = f.jenjang.peta(susun(a).jenjang_berikut)
    hasil = rangkum(_JENIS, syarat_jenjang(f, a, tmt=tmt), sasaran=sasaran, sejak=tmt)
    return sejak_awal_bulan(hasil, tmt)


def syarat_jenjang(f: Fakta, a: Aturan, *, tmt: date) -> tuple[Syarat, ...]:
    """Every requirement of kenaikan jenjang, in official order."""
    p, j = susun(a), susun_jenjang(a)
    orang = kepegawaian(f, j.kedudukan_aktif)
    jf = orang.dinilai & f.jenis_jabatan.tercatat(JenisJabatan.FUNGSIONAL)
    tahu = f.jenjang.tercatat(*JF_KETERAMPILAN, *JF_KEAHLIAN)
    berlaku = jf & f.jenjang.peta(p.jenjang_berikut).ada
    return (
        hilang("data_kepegawaian", orang.kurang),
        hilang("data_jabatan", (orang.dinilai & ~f.jenis_jabatan.ada) | (jf & ~tahu)),
        hilang("data_golongan", berlaku & ~f.golongan.ada),
        kedudukan_hukum(f, j.kedudukan_aktif, berlaku),
        _angka_kredit(f, a, p, tmt, berlaku),
        predikat_tahun(
            "predikat_1_tahun",
            f,
            p,
            tmt,
            tahun=_TAHUN_PREDIKAT,
            minimal=j.predikat_minimal,
            bila=berlaku,
        ),
        _uji_kompetensi(f, j, berlaku, mengikat=_mengikat(a, "uji_kompetensi")),
        hukuman_disiplin(f, tmt, bila=berlaku, mengikat=_mengikat(a, "hukuman_disiplin")),
        paling_sedikit(_KEBUTUHAN, f.lowongan, j.lowongan_minimal, bila=berlaku),
    )


def menunggu_kebutuhan(putusan: PutusanSatu, a: Aturan) -> bool:
    """Whether everything the person can fulfil is fulfilled and only a vacant post is missing or unknown.

    `a`: the rules of the run, which say what binds.
    """
    if unpack_status(putusan.syarat, posisi(_KEBUTUHAN, _JENIS)) <= Status.MEMENUHI:
        return False
    pribadi = [b for b in KENAIKAN_JENJANG if b.kode != _KEBUTUHAN and mengikat(a, b)]
    return all(unpack_status(putusan.syarat, b.posisi) <= Status.MEMENUHI for b in pribadi)


def _angka_kredit(f: Fakta, a: Aturan, p: AturanPangkat, tmt: date, bila: Topeng) -> Syarat:
    """The need of the next jenjang, out of signed angka kredit gathered in the present one."""
    butuh = kebutuhan_jenjang_kolom(f.jenjang, a)
    punya = ak_kumulatif_jenjang(f.jenjang, f.golongan, f.ak_sah, a)
    dengan_draf = punya.tambah(f.ak_draf.atau(0))
    cepat = angka_kredit_tercapai(f, p, tmt, butuh.kurang(dengan_draf))
    return paling_sedikit("ak_kumulatif_jenjang", punya, butuh, paling_cepat=cepat, bila=bila)


def _uji_kompetensi(f: Fakta, j: AturanJenjang, bila: Topeng, *, mengikat: bool) -> Syarat:
    """Passed on or after the TMT of the present post (KEPUTUSAN); an older pass was for the present jenjang.

    That nobody passed is known only inside declared coverage; of a pass without the TMT of the post
    nobody can tell what it was for.
    """
    tercatat, tmt_ada = f.ukom_tanggal.ada, f.tmt_jabatan.ada
    # NaT on either side compares as False.
    baru = f.ukom_tanggal.sebagai_tanggal() >= f.tmt_jabatan.sebagai_tanggal()
    lulus = baru if j.ukom_sejak_tmt else tercatat
    tahu = f.ujian_tercakup.tercatat(1) & (~tercatat | tmt_ada)
    return benar("uji_kompetensi", Kolom.ya_tidak(lulus), tercakup=tahu, bila=bila, mengikat=mengikat)


def _mengikat(a: Aturan, kode: str) -> bool:
    return mengikat(a, baris_syarat(kode, _JENIS))
