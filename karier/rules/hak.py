"""Rights that come with time: kenaikan gaji berkala, Satyalancana Karya Satya, and the end of service.

KGB and Satyalancana are judged on `per`, for a PNS. A PPPK has no masa kerja golongan with us, so both
are TIDAK_BERLAKU for them; the BUP is computed for everyone, as an estimate.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

import numpy as np

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import Tanggal, first_of_next_month, month_of
from asn_karier.lib.kolom import Kolom, Topeng
from asn_karier.lib.syarat import (
    Status,
    Syarat,
    paling_sedikit,
    paling_tinggi,
    ragukan,
    tidak_benar,
)
from karier.enums import JenisPutusan
from karier.rules.aturan_pangkat import AturanPangkat, susun
from karier.rules.bersama import bukan_pns, hilang, hukuman_disiplin, kedudukan_hukum
from karier.rules.fakta import Fakta
from karier.rules.periode import target_tmt
from karier.rules.putusan import HasilPutusan, rangkum
from kinerja.enums import Predikat
from pegawai.enums import JenisPegawai, KedudukanHukum, StatusKepegawaian
from pegawai.rules.kgb import KgbBerikut, kgb_berikut, susun_kgb
from pegawai.rules.masa_kerja import BULAN_SETAHUN
from pegawai.rules.satyalancana import derajat_sasaran, hukuman_menghalangi, tanggal_dicapai

_AKHIR_KALENDER: Final = np.datetime64(date.max, "D")


@dataclass(frozen=True, eq=False, slots=True)
class Pensiun:
    """`mencapai`: the birthday of the BUP. `tmt`: the first day of the pension (UNV: an estimate)."""

    mencapai: Kolom
    tmt: Kolom


class Siapa(NamedTuple):
    """`pns`: judged. `kurang`: the records do not tell whether somebody is one."""

    pns: Topeng
    kurang: Topeng


# -- the end of service -----------------------------------------------------------------------


def hitung_pensiun(f: Fakta, a: Aturan) -> Pensiun:
    """When everyone reaches the age limit of the present post; 29 February becomes 1 March (KEPUTUSAN)."""
    mencapai = f.tanggal_lahir.ulang_tahun(f.bup)
    mencapai = mencapai.hanya(mencapai.isi(_AKHIR_KALENDER) <= _AKHIR_KALENDER)
    if "bup" not in a:
        return Pensiun(mencapai, Kolom.kosong(len(f), tanggal=True))
    bulan = month_of(mencapai.isi(date(1970, 1, 1)))
    tmt = (bulan + np.timedelta64(a["bup"].angka("bulan_tmt_pensiun"), "M")).astype("datetime64[D]")
    return Pensiun(mencapai, Kolom(tmt, mencapai.ada & (tmt <= _AKHIR_KALENDER)))


# -- kenaikan gaji berkala ---------------------------------------------------------------------


def putuskan_kgb(f: Fakta, a: Aturan, *, per: date, tmt: date | None = None) -> HasilPutusan:
    """Whether what a KGB asks for holds on `per`; the earliest date is the next KGB (PP 7/1977 Ps 11-13).

    `tmt` tells which years the predikat belong to: the TMT the facts were read for, by default that
    of a run on `per`.
    """
    p, siapa = susun(a), pilih(f)
    berikut = kgb_berikut(f.golongan, f.tmt_golongan, f.mkg_bulan, per=per, a=a)
    syarat = (
        hilang("data_kepegawaian", siapa.kurang),
        # That another standing stops the KGB is in no text: to be checked, not refused.
        ragukan(kedudukan_hukum(f, p.kedudukan_aktif, siapa.pns), siapa.pns),
        paling_sedikit("masa_kerja", berikut.tanggal, per, bila=siapa.pns),
        _predikat_kgb(f, a, per, tmt or target_tmt(per, a), siapa.pns),
        hukuman_disiplin(f, per, bila=siapa.pns, mengikat=True),
        *_perkiraan_kgb(f, a, p, berikut, siapa.pns),
    )
    tanpa = Kolom.kosong(len(f))
    return rangkum(JenisPutusan.KGB, syarat, sasaran=tanpa, sejak=berikut.tanggal.sebagai_tanggal())


def tanggal_kgb(f: Fakta, a: Aturan, *, per: date) -> Kolom:
    """The next KGB on or after `per` by masa kerja alone, for the agenda; of a PNS."""
    tanggal = kgb_berikut(f.golongan, f.tmt_golongan, f.mkg_bulan, per=per, a=a).tanggal
    return tanggal.hanya(pilih(f).pns)


class PredikatTerakhir(NamedTuple):
    """The last assessment that counts, and its year per person."""

    predikat: Kolom
    tahun: Kolom


def predikat_terakhir(f: Fakta, p: AturanPangkat, *, per: date, tmt: date) -> PredikatTerakhir:
    """Of the last year that ended before `per`, or of a later one that is assessed already.

    Until `bulan_tertunda` the year before it stands in for a year not assessed yet. `tmt`: see
    `putuskan_kgb`.
    """
    banyak = tmt.year - per.year + 1 + (per.month <= p.bulan_tertunda)
    predikat, tahun = Kolom.kosong(len(f)), Kolom.kosong(len(f))
    for n, kolom in enumerate((f.predikat_1, f.predikat_2, f.predikat_3)[: max(banyak, 0)], 1):
        tahun = tahun.atau(Kolom.penuh(tmt.year - n, len(f)).hanya(kolom.ada))
        predikat = predikat.atau(kolom)
    return PredikatTerakhir(predikat, tahun)


def _predikat_kgb(f: Fakta, a: Aturan, per: date, tmt: date, bila: Topeng) -> Syarat:
    """The earliest date assumes that the next year is assessed better."""
    terakhir = predikat_terakhir(f, susun(a), per=per, tmt=tmt)
    return paling_sedikit(
        "predikat_kgb",
        terakhir.predikat,
        predikat_minimal_kgb(a),
        paling_cepat=penilaian_berikut(terakhir, susun(a), per=per),
        bila=bila,
    )


def penilaian_berikut(terakhir: PredikatTerakhir, p: AturanPangkat, *, per: date) -> Tanggal:
    """The first day on which the assessment of the year after the last one counts, always after `per`."""
    bulan = (terakhir.tahun.isi(per.year) + 2 - 1970) * BULAN_SETAHUN + p.bulan_konversi - 1
    hari = bulan.astype("datetime64[M]").astype("datetime64[D]")
    hasil: Tanggal = np.maximum(hari, np.datetime64(first_of_next_month(per), "D"))
    return hasil


def _perkiraan_kgb(
    f: Fakta, a: Aturan, p: AturanPangkat, berikut: KgbBerikut, bila: Topeng
) -> tuple[Syarat, ...]:
    """What would stand in the way by unverified law: shown, and decides nothing."""
    bertanggal = bila & berikut.tanggal.ada
    return (
        paling_tinggi(
            "tabel_gaji",
            berikut.mkg_bulan,
            f.golongan.peta(susun_kgb(a).mkg_tertinggi),
            bila=bertanggal,
            mengikat=a["kgb"].mengikat("tabel_gaji_membatasi"),
        ),
        paling_sedikit(
            "belum_bup",
            hitung_pensiun(f, a).mencapai,
            berikut.tanggal,
            bila=bertanggal,
            mengikat=p.bup_mengikat,
        ),
    )


def predikat_minimal_kgb(a: Aturan) -> Predikat:
    """What "cukup" of PP 7/1977 is read as today (KEPUTUSAN)."""
    return Predikat[a["kgb"].teks("predikat_minimal")]


# -- Satyalancana Karya Satya ------------------------------------------------------------------


def putuskan_satyalancana(f: Fakta, a: Aturan, *, per: date) -> HasilPutusan:
    """The next degree that is not held, judged on `per`; TIDAK_BERLAKU for who holds the highest."""
    siapa = pilih(f)
    sasaran = derajat_sasaran(f.tmt_cpns, f.satyalancana, per=per, a=a)
    bila = siapa.pns & sasaran.ada
    bulan = sasaran.kali(BULAN_SETAHUN)
    syarat = (
        hilang("data_kepegawaian", siapa.kurang),
        paling_sedikit(
            "masa_kerja_satya",
            f.tmt_cpns.bulan_sampai(per),
            bulan,
            paling_cepat=tanggal_dicapai(f.tmt_cpns, sasaran),
            bila=bila,
        ),
        _tidak_pernah_hukuman(f, a, per, bila),
        _tidak_pernah_cltn(f, a, bila),
    )
    return rangkum(JenisPutusan.SATYALANCANA, syarat, sasaran=sasaran, sejak=per)


def _tidak_pernah_hukuman(f: Fakta, a: Aturan, per: date, bila: Topeng) -> Syarat:
    """Never a penalty sedang or berat since TMT CPNS, by a register complete since then.

    After a served one the sources differ (never again, or a new count): a person decides that.
    """
    berjalan = _hukuman_berjalan(f, per)
    pernah = f.hukdis_terberat.isi(0) >= hukuman_menghalangi(a)
    # NaT compares as False: an unknown start of service or of the register covers nothing.
    sejak_awal = f.disiplin_sejak.sebagai_tanggal() <= f.tmt_cpns.sebagai_tanggal()
    syarat = tidak_benar(
        "tidak_pernah_hukuman",
        Kolom.ya_tidak(pernah | berjalan),
        tercakup=sejak_awal & f.disiplin_tercakup.tercatat(1),
        bila=bila,
    )
    selesai_mengikat = a["satyalancana"].mengikat("hukuman_selesai_menghalangi")
    return syarat if selesai_mengikat else ragukan(syarat, ~berjalan)


def _hukuman_berjalan(f: Fakta, per: date) -> Topeng:
    semua_orang = np.ones(len(f), dtype=np.bool_)
    kini = hukuman_disiplin(f, per, bila=semua_orang, mengikat=True).status == Status.BELUM
    hasil: Topeng = kini | (f.hukdis_terakhir.sebagai_tanggal() >= np.datetime64(per, "D"))
    return hasil


def _tidak_pernah_cltn(f: Fakta, a: Aturan, bila: Topeng) -> Syarat:
    """Never on leave outside the state's account, the present one included."""
    sekarang = f.kedudukan_hukum.tercatat(KedudukanHukum.CLTN)
    cltn = Kolom.penuh(1, len(f)).bila(sekarang, f.pernah_cltn)
    mengikat = a["satyalancana"].mengikat("cltn_menghalangi")
    return tidak_benar("tidak_pernah_cltn", cltn, bila=bila, mengikat=mengikat)


# -- shared -----------------------------------------------------------------------------------


def pilih(f: Fakta) -> Siapa:
    """PNS are judged; CPNS and PPPK are not; who is unknown is named as missing."""
    pns = f.jenis_pegawai.tercatat(JenisPegawai.PNS) & f.status_kepegawaian.tercatat(StatusKepegawaian.PNS)
    return Siapa(pns, ~pns & ~bukan_pns(f))
