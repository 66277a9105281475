"""Words of the penyesuaian ijazah."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from asn_karier.lib import kata
from karier.kamus import kalimat
from karier.kamus.bahan import BELUM_DICATAT, Bahan, Rincian, nama_golongan
from karier.kamus.rincian import masa_pangkat
from karier.kamus.rincian_predikat import rincian_predikat
from karier.rules.penyesuaian import TAHUN_PREDIKAT, susun_penyesuaian
from pegawai.enums import JenisUjian, Jenjang, TingkatPendidikan
from pegawai.kamus import LABEL as LABEL_PEGAWAI


def _ijazah(b: Bahan) -> Rincian:
    golongan, kode = b.angka("golongan"), b.angka("pendidikan")
    sekarang = BELUM_DICATAT if golongan is None else nama_golongan(golongan)
    perlu = f"golongan awal ijazah di atas {sekarang}"
    if kode is None:
        return Rincian(BELUM_DICATAT, perlu, "", b.bagi(kalimat.IJAZAH), "Riwayat pendidikan")
    p = susun_penyesuaian(b.a)
    awal, batas = int(p.awal[kode]), int(p.batas[kode])
    nama = LABEL_PEGAWAI[TingkatPendidikan][TingkatPendidikan(kode)]
    nilai = nama_golongan(awal) if awal > 0 else "belum terverifikasi untuk ijazah ini"
    tindakan = _periksa_ijazah(b, kode, batas) if b.periksa else ""
    return Rincian(nilai, perlu, "", tindakan, f"Ijazah {nama}")


def _periksa_ijazah(b: Bahan, kode: int, batas: int) -> str:
    if kode == TingkatPendidikan.PROFESI:
        return b.bagi(kalimat.GOLONGAN_PROFESI, golongan=nama_golongan(batas))
    return b.bagi(kalimat.GOLONGAN_IJAZAH)


def _masa_pangkat(b: Bahan) -> Rincian:
    return masa_pangkat(b, susun_penyesuaian(b.a).bulan_pangkat)


def _predikat(b: Bahan) -> Rincian:
    return rincian_predikat(b, tahun=TAHUN_PREDIKAT, minimal=susun_penyesuaian(b.a).predikat_minimal)


def _upkp(b: Bahan) -> Rincian:
    ujian = kata.huruf_kecil_awal(LABEL_PEGAWAI[JenisUjian][JenisUjian.UPKP])
    nilai = "lulus" if b.angka("upkp") else "tidak ada kelulusan tercatat"
    tindakan = b.bagi(kalimat.IKUT_UJIAN, ujian=ujian) if b.belum else ""
    if b.periksa:
        tindakan = b.bagi(kalimat.KELULUSAN_UPKP, ujian=ujian)
    return Rincian(nilai, f"lulus {ujian}", "", tindakan, "Riwayat ujian")


def _jenjang(b: Bahan) -> Rincian:
    kode = b.angka("jenjang")
    tujuan = nama_golongan(b.sasaran)
    nilai = BELUM_DICATAT if kode is None else LABEL_PEGAWAI[Jenjang][Jenjang(kode)]
    tindakan = b.bagi(kalimat.JENJANG_TUJUAN, golongan=tujuan) if b.belum else ""
    return Rincian(nilai, f"jenjang yang memuat {tujuan}", "", tindakan, "SK jabatan")


RINCIAN: Final[dict[str, Callable[[Bahan], Rincian]]] = {
    "ijazah": _ijazah,
    "masa_pangkat": _masa_pangkat,
    "predikat_1_tahun": _predikat,
    "upkp": _upkp,
    "jenjang_memuat_pangkat": _jenjang,
}
