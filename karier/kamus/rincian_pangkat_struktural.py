"""Words of kenaikan pangkat pilihan struktural: the range of the post and the time in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

import numpy as np

from asn_karier.lib import kata
from asn_karier.lib.dates import add_months, first_of_month_on_or_after, months_between
from karier.kamus import kalimat
from karier.kamus.bahan import BELUM_DICATAT, Bahan, Rincian, dalam_kalender, nama_golongan
from karier.rules.aturan_struktural import AturanStruktural
from karier.rules.pangkat_struktural import masa_jabatan, rentang_jabatan
from pegawai.enums import Eselon, Jenjang
from pegawai.kamus import LABEL as LABEL_PEGAWAI
from pegawai.rules.eselon import nama_eselon

_TAK_TAHU: Final = "rentang pangkat jabatan belum diketahui"


def _rentang(b: Bahan) -> tuple[int | None, int | None]:
    """Lowest and highest golongan of the post."""
    if b.aturan.struktural is None:
        return None, None
    rentang = rentang_jabatan(b.fakta, b.aturan.struktural)
    bawah, atas = (k.baca(0) for k in rentang)
    return bawah if isinstance(bawah, int) else None, atas if isinstance(atas, int) else None


def _jabatan(b: Bahan) -> str:
    """Which range it is: of an eselon, or of a jenjang while no eselon is recorded."""
    eselon, jenjang = b.angka("eselon"), b.angka("jenjang")
    if eselon is not None:
        return f"eselon {nama_eselon(Eselon(eselon))}"
    return "" if jenjang is None else f"jenjang {LABEL_PEGAWAI[Jenjang][Jenjang(jenjang)]}"


def _sumber(b: Bahan) -> str:
    menurut_jenjang = b.angka("eselon") is None and _rentang(b) != (None, None)
    ekor = "; eselon belum dicatat, dipakai rentang jenjang" if menurut_jenjang else ""
    return f"SK pangkat dan SK jabatan{ekor}"


def _lengkapi(b: Bahan) -> str:
    """What is missing: the pangkat, or what tells the range of the post."""
    kurang = kalimat.SK_PANGKAT if b.angka("golongan") is None else kalimat.RENTANG_JABATAN
    return b.bagi(kurang) if b.periksa else ""


def _dalam_rentang(b: Bahan) -> Rincian:
    golongan, (bawah, _) = b.angka("golongan"), _rentang(b)
    nilai = BELUM_DICATAT if golongan is None else nama_golongan(golongan)
    if bawah is None or b.aturan.struktural is None:
        return Rincian(nilai, _TAK_TAHU, "", _lengkapi(b), _sumber(b))
    tingkat = b.aturan.struktural.tingkat_di_bawah
    paling_rendah = bawah - tingkat
    terendah = nama_golongan(paling_rendah)
    perlu = f"paling rendah {terendah}, {tingkat} tingkat di bawah pangkat terendah {_jabatan(b)}"
    kurang = f"{paling_rendah - golongan} tingkat" if b.belum and golongan is not None else ""
    tindakan = b.bagi(kalimat.PANGKAT_DI_BAWAH, terendah=terendah) if b.belum else _lengkapi(b)
    return Rincian(nilai, perlu, kurang, tindakan, _sumber(b))


def _memuat_pangkat(b: Bahan) -> Rincian:
    berikut, (_, atas) = b.golongan_berikut, _rentang(b)
    nilai = BELUM_DICATAT if berikut is None else f"pangkat berikut {berikut.pangkat} ({berikut})"
    if atas is None:
        return Rincian(nilai, _TAK_TAHU, "", _lengkapi(b), _sumber(b))
    tertinggi = nama_golongan(atas)
    tindakan = b.bagi(kalimat.NAIK_JABATAN, tertinggi=tertinggi) if b.belum else _lengkapi(b)
    return Rincian(nilai, f"paling tinggi {tertinggi} untuk {_jabatan(b)}", "", tindakan, _sumber(b))


def _masa_jabatan(b: Bahan) -> Rincian:
    s, mulai = b.aturan.struktural, b.hari("tmt_jabatan")
    if s is None:
        return Rincian()
    setahun, lama = kata.lama(s.bulan_jabatan), kata.lama(s.bulan_tanpa_masa_jabatan)
    perlu = f"{setahun} dalam jabatan, atau {lama} dalam pangkat dan sudah dilantik"
    if mulai is None:
        tindakan = b.bagi(kalimat.TMT_PELANTIKAN)
        return Rincian(BELUM_DICATAT, perlu, "", tindakan, "Riwayat jabatan")
    jalan = months_between(mulai, b.tmt)
    cepat = _paling_cepat(b, s) if b.belum else None
    setahun_pada = dalam_kalender(lambda: first_of_month_on_or_after(add_months(mulai, s.bulan_jabatan)))
    return Rincian(
        nilai=f"{kata.lama(jalan)} pada {kata.tanggal(b.tmt)}",
        perlu=perlu,
        kurang=kata.lama(s.bulan_jabatan - jalan) if cepat and cepat == setahun_pada else "",
        tindakan=f"Menunggu sampai {kata.tanggal(cepat)}." if cepat else _tanpa_tanggal(b),
        sumber=f"SK jabatan, TMT {kata.tanggal(mulai)}",
        paling_cepat=cepat,
    )


def _tanpa_tanggal(b: Bahan) -> str:
    return b.bagi(kalimat.TMT_PANGKAT) if b.periksa else ""


def _paling_cepat(b: Bahan, s: AturanStruktural) -> date | None:
    """The first month in which the rule is fulfilled, by time alone."""
    hari = masa_jabatan(b.fakta, s, b.tmt, np.ones(1, dtype=np.bool_)).paling_cepat[0].item()
    return dalam_kalender(lambda: first_of_month_on_or_after(hari)) if isinstance(hari, date) else None


RINCIAN: Final[dict[str, Callable[[Bahan], Rincian]]] = {
    "pangkat_dalam_rentang_jabatan": _dalam_rentang,
    "jabatan_memuat_pangkat": _memuat_pangkat,
    "masa_jabatan": _masa_jabatan,
}
