"""What another version of the rules changes for people, in words."""

from __future__ import annotations

from typing import Final

from asn_karier.lib import kata
from asn_karier.lib.syarat import Status
from karier.enums import JalurPangkat, JenisPutusan
from karier.kamus.label import JUDUL, LABEL
from karier.kamus.ucapan import judul_putusan
from karier.rules.kebutuhan import kompetensi_dari_bit
from karier.rules.selisih import BIT_KEBUTUHAN, KEBUTUHAN, KOTAK, Alasan, Perubahan, Sisi
from pegawai.enums import KompetensiMansoskul
from pegawai.kamus import LABEL as LABEL_PEGAWAI

TEKS_STATUS: Final = {
    Status.MEMENUHI: "Memenuhi syarat",
    Status.BELUM: "Belum memenuhi",
    Status.PERLU_VERIFIKASI: "Perlu diperiksa",
    Status.TIDAK_BERLAKU: "Tidak berlaku",
}
_TEKS_SYARAT: Final = {
    Status.MEMENUHI: "terpenuhi",
    Status.BELUM: "belum terpenuhi",
    Status.PERLU_VERIFIKASI: "perlu diperiksa",
    Status.TIDAK_BERLAKU: "tidak berlaku",
}
_UKURAN: Final = {
    KEBUTUHAN: "Kebutuhan pengembangan",
    KOTAK: "Kotak peta talenta",
    "ipasn": "Perkiraan IPASN",
    "sumbu_x": "Sumbu potensial",
    "sumbu_y": "Sumbu kinerja",
    "mencapai_bup": "Tanggal mencapai batas usia pensiun",
    "tmt_pensiun": "TMT pensiun",
}
_JENIS: Final = {j.value: j for j in JenisPutusan}
_TAK_TERHITUNG: Final = "belum dapat dihitung"
_SETENGAH: Final = 50


def nama_hal(hal: str) -> str:
    """The name of a subject: a decision or a measure."""
    return judul_putusan(_JENIS[hal], 0) if hal in _JENIS else _UKURAN[hal]


def sebutan(p: Perubahan) -> tuple[str, str]:
    """What it was and what it becomes; only what differs is said beside the outcome."""
    return _sisi(p, p.sebelum), _sisi(p, p.sesudah)


def teks_alasan(alasan: Alasan | None) -> str:
    """Which requirement makes the difference; empty when none does."""
    if alasan is None:
        return ""
    judul, sebelum, sesudah = JUDUL[alasan.kode], *(_TEKS_SYARAT[s] for s in alasan[1:])
    if alasan.sebelum is alasan.sesudah:
        return f"{judul} {sebelum}, tetapi hanya menentukan menurut salah satu aturan"
    return f"{judul}: {sebelum} menjadi {sesudah}"


def _sisi(p: Perubahan, s: Sisi) -> str:
    if p.hal not in _JENIS:
        return _ukuran(p, s)
    bagian = [TEKS_STATUS[s.status or Status.TIDAK_BERLAKU]]
    if p.sebelum.jalur != p.sesudah.jalur:
        bagian.append(LABEL[JalurPangkat][JalurPangkat(s.jalur)])
    if p.sebelum.sasaran != p.sesudah.sasaran and s.sasaran:
        bagian.append(judul_putusan(_JENIS[p.hal], s.sasaran))
    if p.sebelum.tanggal != p.sesudah.tanggal:
        bagian.append(f"paling cepat {kata.tanggal(s.tanggal)}" if s.tanggal else "tanggal belum diketahui")
    return "; ".join(bagian)


def _ukuran(p: Perubahan, s: Sisi) -> str:
    if s.tanggal is not None:
        return kata.tanggal(s.tanggal)
    if s.nilai is None:
        return _TAK_TERHITUNG
    if p.hal == KEBUTUHAN:
        return _kebutuhan(p, s.nilai)
    if p.hal == KOTAK:
        return f"kotak {s.nilai}"
    return kata.senti(s.nilai * _SETENGAH if p.hal == "ipasn" else s.nilai)


def _kebutuhan(p: Perubahan, nilai: int) -> str:
    """Competencies short, and the assessment and the hours where they differ."""
    tukar = (p.sebelum.nilai or 0) ^ (p.sesudah.nilai or 0)
    bit = (1 << BIT_KEBUTUHAN) - 1
    bagian = []
    if tukar & bit:
        nama = [LABEL_PEGAWAI[KompetensiMansoskul][k] for k in kompetensi_dari_bit(nilai & bit)]
        bagian.append(kata.daftar(nama) if nama else "tidak ada kompetensi yang kurang")
    for judul, geser in (("asesmen kompetensi", BIT_KEBUTUHAN + 2), ("JP tahunan", BIT_KEBUTUHAN)):
        if tukar >> geser & 3:
            bagian.append(f"{judul} {_TEKS_SYARAT[Status(nilai >> geser & 3)]}")
    return "; ".join(bagian)
