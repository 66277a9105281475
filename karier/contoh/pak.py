"""The last penetapan angka kredit (PAK) of a PNS in a jabatan fungsional."""

from datetime import date
from random import Random

from asn_karier.lib.aturan import Aturan
from karier.contoh import karir
from karier.contoh.bentuk import Orang
from kinerja.rules.angka_kredit import koefisien_milli
from pegawai.enums import Jenjang

PAK_TAHUNAN = date(2025, 12, 31)
PAK_SEMESTER = date(2026, 6, 30)
BAGIAN_SEMESTER = 0.15


def isi_pak(orang: Orang, jenjang: Jenjang, acak: Random, a: Aturan) -> None:
    """Fill the amount and its date; most PAK stand on the last closed year, some on mid-year.

    Who rose after the last closed year has the one of mid-year, made after the kenaikan. Who became
    a PNS or rose after the PAK has none to show yet, which is no fault.
    """
    sampai = PAK_SEMESTER if acak.random() < BAGIAN_SEMESTER else PAK_TAHUNAN
    sisa = _sisa(orang, jenjang, acak, a)
    if orang.tmt_golongan > sampai:
        sampai = PAK_SEMESTER
    if orang.tmt_pns is None or orang.tmt_pns > PAK_TAHUNAN or orang.tmt_golongan > sampai:
        return
    orang.pak_sampai = sampai
    orang.angka_kredit = karir.angka_kredit(
        jenjang=jenjang,
        golongan=orang.golongan,
        sejak=max(orang.tmt_golongan, orang.tmt_pns),
        sampai=sampai,
        nilai=orang.predikat,
        sisa=sisa,
        a=a,
    )


def _sisa(orang: Orang, jenjang: Jenjang, acak: Random, a: Aturan) -> int:
    """Surplus carried over from the last promotion: up to five months of angka kredit (senti)."""
    if orang.golongan == orang.golongan_awal:
        return 0
    return koefisien_milli(jenjang, a) * acak.randint(0, 5) // 120
