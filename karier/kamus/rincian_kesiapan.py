"""Words on the requirements of a managerial post."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from asn_karier.lib import kata
from asn_karier.lib.dates import add_months, add_years, age
from karier.kamus import kalimat
from karier.kamus import kalimat_jabatan as k
from karier.kamus.bahan import BELUM_DICATAT, Bahan, Rincian, dalam_kalender
from karier.kamus.kalimat import Kalimat
from karier.kamus.rincian_predikat import rincian_predikat
from karier.rules.jabatan import susun_promosi
from pegawai.enums import Jenjang, TingkatPendidikan
from pegawai.kamus import LABEL

#: The fact that counts for a target, and what it counts.
_PENGALAMAN: Final = {
    Jenjang.PENGAWAS: ("bulan_pelaksana", "pelaksana atau jabatan fungsional setingkat"),
    Jenjang.ADMINISTRATOR: ("bulan_pengawas", "pengawas atau jabatan fungsional setingkat"),
    Jenjang.JPT_PRATAMA: ("bulan_administrator", "administrator atau jabatan fungsional setingkat"),
}


def _data_jabatan(b: Bahan) -> Rincian:
    return Rincian(
        BELUM_DICATAT, "jenjang jabatan tercatat", "", b.bagi(k.JENJANG_JABATAN), "Riwayat jabatan"
    )


def _pendidikan(b: Bahan) -> Rincian:
    kode, perlu = b.angka("pendidikan"), int(susun_promosi(b.a).pendidikan[b.sasaran])
    label = LABEL[TingkatPendidikan]
    # The level of DIV and of S1 is one in law; the ids differ.
    sebutan = [label[TingkatPendidikan(perlu)]]
    if perlu == TingkatPendidikan.DIPLOMA_IV:
        sebutan.append(label[TingkatPendidikan.S1])
    return Rincian(
        nilai=BELUM_DICATAT if kode is None else label[TingkatPendidikan(kode)],
        perlu=f"paling rendah {' atau '.join(sebutan)}",
        tindakan=b.bagi(kalimat.PENDIDIKAN if b.belum else kalimat.IJAZAH),
        sumber="Riwayat pendidikan",
    )


def sebagai(jenjang: Jenjang) -> str:
    """As what the months before a managerial level are served: 'sebagai pengawas atau ...'."""
    return f"sebagai {_PENGALAMAN[jenjang][1]}"


def _pengalaman_jabatan(b: Bahan) -> Rincian:
    jenjang = Jenjang(b.sasaran)
    fakta, _ = _PENGALAMAN[jenjang]
    perlu = int(susun_promosi(b.a).bulan_jabatan[b.sasaran])
    # Where it is judged, nothing recorded counts as none: the history is declared complete.
    bulan = b.angka(fakta) if b.periksa else b.angka(fakta) or 0
    return _masa(b, bulan, perlu, sebagai(jenjang), k.RIWAYAT_JABATAN)


def _pengalaman_bidang(b: Bahan) -> Rincian:
    perlu, bulan = int(susun_promosi(b.a).bulan_bidang[b.sasaran]), b.angka("bulan_bidang")
    minta = k.BIDANG if bulan is None else k.RIWAYAT_JABATAN
    return _masa(b, bulan, perlu, "dalam bidang terkait", minta)


def _masa(b: Bahan, bulan: int | None, perlu: int, apa: str, minta: Kalimat) -> Rincian:
    """`minta`: what to ask for while nobody knows whether the months are all."""
    butuh = f"{kata.lama(perlu)} {apa}"
    if bulan is None:
        return Rincian(BELUM_DICATAT, butuh, "", b.bagi(minta), "Riwayat jabatan")
    cepat = dalam_kalender(lambda: add_months(b.tmt, perlu - bulan)) if b.belum else None
    return Rincian(
        nilai=f"{kata.lama(bulan)} pada {kata.tanggal(b.tmt)}",
        perlu=butuh,
        kurang=kata.lama(perlu - bulan) if b.belum else "",
        tindakan=f"Menunggu sampai {kata.tanggal(cepat)}." if cepat else b.bagi(minta),
        sumber="Riwayat jabatan",
        paling_cepat=cepat,
    )


def _usia(b: Bahan) -> Rincian:
    lahir, batas = b.hari("tanggal_lahir"), int(susun_promosi(b.a).usia_tertinggi[b.sasaran])
    perlu = f"paling tinggi {batas} tahun pada {kata.tanggal(b.tmt)}"
    if lahir is None:
        return Rincian(BELUM_DICATAT, perlu, "", b.bagi(k.TANGGAL_LAHIR), "Data utama pegawai")
    lewat = dalam_kalender(lambda: add_years(lahir, batas + 1))
    kapan = f", {batas + 1} tahun pada {kata.tanggal(lewat)}" if lewat else ""
    return Rincian(
        nilai=f"usia {age(lahir, b.tmt)} tahun pada {kata.tanggal(b.tmt)}{kapan}",
        perlu=perlu,
        tindakan=b.bagi(k.BATAS_USIA),
        sumber="Data utama pegawai",
    )


def _predikat(b: Bahan) -> Rincian:
    return rincian_predikat(b, tahun=2, minimal=susun_promosi(b.a).predikat_minimal)


RINCIAN: Final[dict[str, Callable[[Bahan], Rincian]]] = {
    "data_jabatan": _data_jabatan,
    "pendidikan_pengawas": _pendidikan,
    "pendidikan": _pendidikan,
    "pengalaman_jabatan": _pengalaman_jabatan,
    "pengalaman_bidang": _pengalaman_bidang,
    "usia": _usia,
    "predikat_2_tahun": _predikat,
}
