"""Requirements that several decisions ask for in the same way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from asn_karier.lib.dates import Tanggal, add_months, first_of_month_on_or_after_column
from asn_karier.lib.kolom import Kolom, Topeng
from asn_karier.lib.syarat import (
    TANPA_AKHIR,
    Syarat,
    adalah,
    benar,
    paling_sedikit,
    semua,
    sudah_lewat,
    tidak_benar,
)
from karier.rules.aturan_pangkat import AturanPangkat
from karier.rules.fakta import Fakta
from karier.rules.putusan import HasilPutusan
from kinerja.rules.angka_kredit import tahun_menuju
from pegawai.enums import JenisPegawai, KedudukanHukum, StatusKepegawaian


class Kepegawaian(NamedTuple):
    """`dinilai`: a PNS whose standing the ordinary rules are for; `kurang`: who cannot be told to be one."""

    dinilai: Topeng
    kurang: Topeng


def kepegawaian(f: Fakta, aktif: KedudukanHukum) -> Kepegawaian:
    """Who is judged. A PPPK, a CPNS and another standing (CLTN, tugas belajar, MPP, ...) are not.

    A standing that nobody recorded is judged, and named as missing. A penalty leaves the person in: to
    leave them out would tell a leader of it.
    """
    pns = f.jenis_pegawai.tercatat(JenisPegawai.PNS) & f.status_kepegawaian.tercatat(StatusKepegawaian.PNS)
    biasa = ~f.kedudukan_hukum.ada | f.kedudukan_hukum.tercatat(aktif, KedudukanHukum.HUKUMAN_DISIPLIN)
    return Kepegawaian(dinilai=pns & biasa, kurang=~bukan_pns(f) & ~pns)


def bukan_pns(f: Fakta) -> Topeng:
    """Known to be a PPPK, or a candidate (CPNS) still: no kenaikan pangkat is for them."""
    return f.jenis_pegawai.tercatat(JenisPegawai.PPPK) | f.status_kepegawaian.tercatat(
        StatusKepegawaian.CPNS, StatusKepegawaian.PPPK
    )


def hilang(kode: str, topeng: Topeng) -> Syarat:
    """A record that must exist before anything can be judged: PERLU_VERIFIKASI where it is missing."""
    return benar(kode, Kolom.kosong(len(topeng)), bila=topeng)


def kedudukan_hukum(f: Fakta, aktif: KedudukanHukum, bila: Topeng) -> Syarat:
    """Everybody reads this row: a penalty shows in the closed row "hukuman_disiplin" alone."""
    return adalah("kedudukan_hukum", f.kedudukan_hukum, aktif, KedudukanHukum.HUKUMAN_DISIPLIN, bila=bila)


def hukuman_disiplin(f: Fakta, tmt: date, *, bila: Topeng, mengikat: bool) -> Syarat:
    """No penalty sedang or berat runs on `tmt` (PP 94/2021).

    The last day is that of the register, else open while the standing says that one is served.
    """
    terdaftar = f.hukdis_sampai.sebagai_tanggal() >= np.datetime64(tmt, "D")
    terbuka = f.kedudukan_hukum.tercatat(KedudukanHukum.HUKUMAN_DISIPLIN) & ~terdaftar
    sampai = Kolom.penuh(TANPA_AKHIR, len(f)).bila(terbuka, f.hukdis_sampai)
    tercakup = f.disiplin_tercakup.tercatat(1)
    return sudah_lewat("hukuman_disiplin", sampai, tmt, tercakup=tercakup, bila=bila, mengikat=mengikat)


def pemeriksaan_disiplin(f: Fakta, *, bila: Topeng, mengikat: bool) -> Syarat:
    """No examination is open; that none is recorded counts inside declared coverage."""
    return tidak_benar(
        "pemeriksaan_disiplin",
        f.dalam_pemeriksaan,
        tercakup=f.disiplin_tercakup.tercatat(1),
        bila=bila,
        mengikat=mengikat,
    )


def belum_bup(f: Fakta, tmt: date, *, bila: Topeng, mengikat: bool) -> Syarat:
    """The age limit of the present post is not reached before `tmt`."""
    return paling_sedikit("belum_bup", f.tanggal_lahir.ulang_tahun(f.bup), tmt, bila=bila, mengikat=mengikat)


def predikat_tahun(
    kode: str, f: Fakta, p: AturanPangkat, tmt: date, *, tahun: int, minimal: int, bila: Topeng
) -> Syarat:
    """At least `minimal` in each of the last `tahun` (1 or 2) assessment years before `tmt`.

    For a TMT in January to March whose previous year is not assessed yet, the years before it count
    (KEPUTUSAN). The earliest date assumes Baik in every year still to come.
    """
    tertunda = ~f.predikat_1.ada & (tmt.month <= p.bulan_tertunda)
    riwayat = (f.predikat_1, f.predikat_2, f.predikat_3)
    dipakai = [riwayat[n + 1].bila(tertunda, riwayat[n]) for n in range(tahun)]
    # A year that fails stops counting once `tahun` later years have been assessed.
    akhir = tmt.year + tahun - tertunda.astype(np.int64)
    terendah = dipakai[0]
    for lebih_lama in dipakai[1:]:
        terendah = terendah.terendah(lebih_lama)
    return semua(
        *(
            paling_sedikit(kode, k, minimal, paling_cepat=tersedia(akhir - n, p, tmt), bila=bila)
            for n, k in enumerate(dipakai)
        )
    ).sebagai_syarat(kode, terendah, Kolom.penuh(minimal, len(f)))


def angka_kredit_tercapai(f: Fakta, p: AturanPangkat, tmt: date, kekurangan: Kolom) -> Tanggal:
    """When a shortage (senti, drafts already taken off it) is filled at the earliest.

    `tmt` itself when signing the drafts is enough; else whole years with Baik, the first of them the
    year before TMT when that one is not assessed yet.
    """
    tahun = tahun_menuju(kekurangan.isi(0), f.jenjang.peta(p.koefisien_milli).isi(0), p.persen_baik)
    pertama = tmt.year - (~f.predikat_1.ada).astype(np.int64)
    cukup = kekurangan.ada & (kekurangan.isi(0) <= 0)
    hasil: Tanggal = np.where(cukup, np.datetime64(tmt, "D"), tersedia(pertama + tahun, p, tmt))
    return hasil


def sejak_awal_bulan(hasil: HasilPutusan, tmt: date) -> HasilPutusan:
    """Earliest dates after `tmt` moved to the first of a month, on which a TMT falls."""
    cepat = hasil.paling_cepat
    kelak = cepat > np.datetime64(tmt, "D")
    return replace(hasil, paling_cepat=np.where(kelak, first_of_month_on_or_after_column(cepat), cepat))


def tersedia(tahun: npt.NDArray[np.int64], p: AturanPangkat, tmt: date) -> Tanggal:
    """The first period for which an assessment finished the year before counts, always after `tmt`."""
    bulan = (tahun - 1970) * 12 + p.bulan_konversi - 1
    hari = bulan.astype("datetime64[M]").astype("datetime64[D]")
    hasil: Tanggal = np.maximum(hari, np.datetime64(add_months(tmt, 1), "D"))
    return hasil
