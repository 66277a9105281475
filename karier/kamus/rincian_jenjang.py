"""Words on the requirements of kenaikan jenjang."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from asn_karier.lib import kata
from asn_karier.lib.kolom import Kolom
from karier.kamus import kalimat
from karier.kamus import kalimat_jabatan as k
from karier.kamus.bahan import BELUM_DICATAT, Bahan, Rincian
from karier.kamus.rincian_predikat import rincian_predikat
from karier.rules.jenjang import susun_jenjang
from kinerja.rules.akumulasi import ak_kumulatif_jenjang, kebutuhan_jenjang_kolom
from kinerja.rules.angka_kredit import baris_senti
from pegawai.enums import Jenjang
from pegawai.kamus import LABEL

_SUMBER_AK: Final = "PAK dan konversi yang ditandatangani"


def _data_jabatan(b: Bahan) -> Rincian:
    tindakan = b.bagi(kalimat.JENJANG)
    return Rincian(_jenjang(b), "jenjang jabatan fungsional tercatat", "", tindakan, "SK jabatan")


def _angka_kredit(b: Bahan) -> Rincian:
    f = b.fakta
    # One person is a batch of one: the rule's own columns, so that the sum shown is the sum judged.
    punya = _bilangan(ak_kumulatif_jenjang(f.jenjang, f.golongan, f.ak_sah, b.a))
    butuh = _bilangan(kebutuhan_jenjang_kolom(f.jenjang, b.a))
    nilai = "belum dapat dihitung" if punya is None else f"{kata.senti(punya)} dalam jenjang {_jenjang(b)}"
    perlu = "" if butuh is None else kata.senti(butuh)
    if punya is None or butuh is None or not b.belum:
        return Rincian(nilai, perlu, "", _pak(b) if b.periksa else "", _SUMBER_AK)
    return Rincian(nilai, perlu, kata.senti(butuh - punya), _tambah(b, punya, butuh), _SUMBER_AK)


def _tambah(b: Bahan, punya: int, butuh: int) -> str:
    draf = b.angka("ak_draf") or 0
    if punya + draf >= butuh:
        return b.bagi(kalimat.KONVERSI, jumlah=kata.senti(punya + draf))
    koefisien = int(b.aturan.koefisien_milli[b.angka("jenjang") or 0])
    setahun = baris_senti(koefisien, b.aturan.persen_baik, 12)
    return b.bagi(kalimat.EVALUASI, setahun=kata.senti(setahun))


def _pak(b: Bahan) -> str:
    """A PAK of before the last kenaikan pangkat is spent; else the pangkat does not fit the jenjang."""
    sejak = b.hari("tmt_golongan")
    if b.angka("ak_sah") is not None or sejak is None:
        return b.bagi(kalimat.PAK)
    return b.bagi(kalimat.PAK_BARU, tanggal=kata.tanggal(sejak))


def _predikat(b: Bahan) -> Rincian:
    return rincian_predikat(b, tahun=1, minimal=susun_jenjang(b.a).predikat_minimal)


def _uji_kompetensi(b: Bahan) -> Rincian:
    lulus, tmt = b.hari("ukom_tanggal"), b.hari("tmt_jabatan")
    sejak = f", sejak TMT jabatan {kata.tanggal(tmt)}" if tmt and susun_jenjang(b.a).ukom_sejak_tmt else ""
    return Rincian(
        nilai=f"lulus {kata.tanggal(lulus)}" if lulus else "tidak ada kelulusan tercatat",
        perlu=f"lulus uji kompetensi ke jenjang {_tujuan(b)}{sejak}",
        tindakan=_tindakan_ukom(b),
        sumber="Riwayat ujian",
    )


def _tindakan_ukom(b: Bahan) -> str:
    lulus, tmt = b.hari("ukom_tanggal"), b.hari("tmt_jabatan")
    if b.belum:
        return b.bagi(k.UKOM_LAMA if lulus else k.UKOM, tujuan=_tujuan(b))
    if not b.periksa:
        return ""
    return b.bagi(k.TMT_JABATAN if lulus and tmt is None else k.UKOM_REGISTER)


def _kebutuhan_jabatan(b: Bahan) -> Rincian:
    lowongan, tujuan = b.angka("lowongan"), _tujuan(b)
    tindakan = b.bagi(k.CATAT_LOWONGAN if b.periksa else k.LOWONGAN, tujuan=tujuan)
    perlu = f"paling sedikit {kata.bilangan(susun_jenjang(b.a).lowongan_minimal)} lowongan jenjang {tujuan}"
    nilai = BELUM_DICATAT if lowongan is None else f"{kata.bilangan(lowongan)} lowongan"
    return Rincian(nilai, perlu, "", tindakan, "Kebutuhan jabatan menurut peta jabatan")


def _jenjang(b: Bahan) -> str:
    kode = b.angka("jenjang")
    return BELUM_DICATAT if kode is None else LABEL[Jenjang][Jenjang(kode)]


def _tujuan(b: Bahan) -> str:
    """The jenjang aimed at; a requirement that is judged has one."""
    return LABEL[Jenjang][Jenjang(b.sasaran)]


def _bilangan(kolom: Kolom) -> int | None:
    nilai = kolom.baca(0)
    return nilai if isinstance(nilai, int) else None


RINCIAN: Final[dict[str, Callable[[Bahan], Rincian]]] = {
    "data_jabatan": _data_jabatan,
    "ak_kumulatif_jenjang": _angka_kredit,
    "predikat_1_tahun": _predikat,
    "uji_kompetensi": _uji_kompetensi,
    "kebutuhan_jabatan": _kebutuhan_jabatan,
}
