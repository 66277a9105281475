"""Kenaikan gaji berkala of a PNS: when the next one falls (PP 7/1977 Ps 11-13, jo PP 30/2015).

It falls on the day the masa kerja golongan (MKG) reaches a step: the first step of the golongan and
every two years after it. A kenaikan pangkat leaves the day alone; where it shortens the MKG
(`pegawai.rules.masa_kerja`) the step shortens with it. One person is a batch of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from asn_karier.lib.aturan import Aturan, Berkas
from asn_karier.lib.dates import Bilangan, Tanggal, add_months, add_years, first_day, month_of
from asn_karier.lib.kolom import Kolom, Topeng, tabel_kosong
from pegawai.enums import JenisPegawai
from pegawai.rules.golongan import TERENDAH, TERTINGGI, Golongan, urut_pns
from pegawai.rules.masa_kerja import BULAN_SETAHUN

#: No page and no database driver can show a later day.
_AKHIR_KALENDER: Final = np.datetime64(date.max, "D")


class KgbBerikut(NamedTuple):
    """`tanggal`: the day. `mkg_bulan`: the MKG reached on it, in months. Missing together."""

    tanggal: Kolom
    mkg_bulan: Kolom


@dataclass(frozen=True, eq=False)
class AturanKgb:
    """Months; arrays are indexed by urut of the golongan, TAK_DIATUR where the law is silent.

    `pertama` holds what decides, `pertama_perkiraan` the unverified (UNV) steps as well.
    """

    siklus: int
    pertama: Bilangan
    pertama_perkiraan: Bilangan
    mkg_tertinggi: Bilangan


@lru_cache(maxsize=32)
def susun_kgb(a: Aturan) -> AturanKgb:
    """Compile the rule file in force; DomainError `aturan_belum_ada` when there is none."""
    kgb = a["kgb"]
    return AturanKgb(
        siklus=kgb.angka("siklus_bulan"),
        pertama=_pertama(kgb, tanpa_unv=True),
        pertama_perkiraan=_pertama(kgb, tanpa_unv=False),
        mkg_tertinggi=_tertinggi(kgb),
    )


def kgb_berikut(
    golongan: Kolom, tmt_golongan: Kolom, mkg_bulan: Kolom, *, per: date, a: Aturan, perkiraan: bool = False
) -> KgbBerikut:
    """The next KGB on or after `per` of everyone, by urut golongan and the MKG (months) at TMT golongan.

    Missing where a fact is, or where the step of the golongan is unverified; `perkiraan=True` names
    the day there too, as an estimate.
    """
    p = susun_kgb(a)
    pertama = golongan.peta(p.pertama_perkiraan if perkiraan else p.pertama)
    ada = pertama.ada & tmt_golongan.ada & mkg_bulan.ada
    tanggal, mkg = _langkah_berikut(_hari(tmt_golongan), mkg_bulan.isi(0), pertama.isi(0), p.siklus, per)
    ada &= tanggal <= _AKHIR_KALENDER
    return KgbBerikut(Kolom(tanggal, ada), Kolom(mkg, ada))


def kgb_satu(
    golongan: Golongan, tmt_golongan: date, mkg_bulan: int, *, per: date, a: Aturan
) -> tuple[date, int] | None:
    """One person: the day and the MKG (months) on it; None where the step is unverified."""
    hasil = kgb_berikut(
        Kolom.satu(golongan.urut), Kolom.satu(tmt_golongan), Kolom.satu(mkg_bulan), per=per, a=a
    )
    tanggal, mkg = hasil.tanggal.baca(0), hasil.mkg_bulan.baca(0)
    return (tanggal, mkg) if isinstance(tanggal, date) and isinstance(mkg, int) else None


def kgb_sesudah(terakhir: date, *, per: date, a: Aturan) -> date:
    """The next KGB on or after `per`, counted from one that was given."""
    siklus = susun_kgb(a).siklus
    mulai, nol = np.array([terakhir], dtype="datetime64[D]"), np.zeros(1, dtype=np.int64)
    hasil: date = _langkah_berikut(mulai, nol, nol + siklus, siklus, per)[0][0].item()
    return hasil


def melewati_tabel(golongan: Kolom, mkg_bulan: Kolom, a: Aturan) -> Topeng:
    """Whose MKG is beyond the last row of the pay table of the golongan (UNV: whether that limits)."""
    tertinggi = golongan.peta(susun_kgb(a).mkg_tertinggi)
    hasil: Topeng = mkg_bulan.ada & tertinggi.ada & (mkg_bulan.isi(0) > tertinggi.isi(0))
    return hasil


def mkg_pada(tmt_golongan: Kolom, mkg_bulan: Kolom, per: date) -> Kolom:
    """The MKG on `per`, in whole months; on an earlier day than TMT golongan, that of TMT golongan."""
    return mkg_bulan.tambah(tmt_golongan.bulan_sampai(per))


def pemberitahuan(kgb: date, a: Aturan) -> date:
    """The last day on which the notice of a KGB is due (PP 7/1977 Ps 12)."""
    return add_months(kgb, -a["kgb"].angka("pemberitahuan_bulan"))


def batas_surat(per: date, a: Aturan) -> date:
    """The letters of the month of `per` are about the KGB before this day: their notice is due by its end."""
    return add_months(per.replace(day=1), a["kgb"].angka("pemberitahuan_bulan") + 1)


def tunda_sampai(kgb: date, a: Aturan) -> date:
    """The last day to which one postponement reaches; then it is judged again (PP 7/1977 Ps 13)."""
    return add_years(kgb, a["kgb"].angka("tunda_paling_lama_tahun"))


# -- inside -----------------------------------------------------------------------------------


def _langkah_berikut(
    mulai: Tanggal, awal: Bilangan, langkah: Bilangan, siklus: int, per: date
) -> tuple[Tanggal, Bilangan]:
    """The day and the MKG of the next step on or after `per`; `langkah` is the first step of all."""
    lewat = np.maximum(_mkg_belum_lewat(mulai, awal, per) - langkah, 0)
    target = langkah + -(-lewat // siklus) * siklus
    return _hari_tercapai(mulai, target - awal), target


def _mkg_belum_lewat(mulai: Tanggal, awal: Bilangan, per: date) -> Bilangan:
    """The lowest MKG that is reached on `per` or later; before TMT golongan it counts backwards."""
    bulan_mulai, hari = _bulan_dan_hari(mulai)
    selisih = np.datetime64(per, "M").astype(np.int64) - bulan_mulai.astype(np.int64)
    penuh = selisih - (hari >= per.day)
    # `penuh` months lie wholly in the past, and the day on which they were reached may be `per` itself.
    tepat: Topeng = _hari_tercapai(mulai, penuh) == np.datetime64(per, "D")
    return awal + penuh + ~tepat


def _hari_tercapai(mulai: Tanggal, bulan: Bilangan) -> Tanggal:
    """The first day on which so many whole months have passed since `mulai` (`lib.dates.months_between`).

    The same day of the month; where the month lacks it, the 1st of the next one.
    """
    bulan_mulai, hari = _bulan_dan_hari(mulai)
    tujuan = bulan_mulai + bulan.astype("timedelta64[M]")
    berikutnya = first_day(tujuan + np.timedelta64(1, "M"))
    hasil: Tanggal = np.minimum(first_day(tujuan) + hari.astype("timedelta64[D]"), berikutnya)
    return hasil


def _bulan_dan_hari(tanggal: Tanggal) -> tuple[Tanggal, Bilangan]:
    """The month, and the days that lie before the date in it."""
    bulan = month_of(tanggal)
    return bulan, (tanggal - first_day(bulan)).astype(np.int64)


def _hari(kolom: Kolom) -> Tanggal:
    """The dates, with a real day in place of the unknown ones (masked by the caller)."""
    hasil: Tanggal = kolom.isi(date(1970, 1, 1))
    return hasil


def _pertama(kgb: Berkas, *, tanpa_unv: bool) -> Bilangan:
    hasil = tabel_kosong(TERTINGGI)
    for golongan, baris in kgb.tabel("mkg_pertama_bulan").items():
        if not (tanpa_unv and baris["conf"] == "UNV"):
            hasil[urut_pns(golongan)] = baris["nilai"]
    return hasil


def _tertinggi(kgb: Berkas) -> Bilangan:
    """The MKG of the last row of the pay table, in months."""
    tabel = kgb.tabel("mkg_tertinggi_tahun")
    hasil = tabel_kosong(TERTINGGI)
    for urut in range(TERENDAH, TERTINGGI + 1):
        romawi = Golongan(JenisPegawai.PNS, urut).nama.partition("/")[0]
        hasil[urut] = tabel[romawi]["nilai"] * BULAN_SETAHUN
    return hasil
