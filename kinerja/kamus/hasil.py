"""Words of a result for the person it is about: what it means, what is good, what may follow."""

from typing import Final

from kinerja import enums as e
from kinerja.kamus import LABEL

ARTI_BAGI_PEGAWAI: Final[dict[e.Predikat, str]] = {
    e.Predikat.SANGAT_BAIK: "Hasil kerja dan perilaku kerja Anda di atas ekspektasi.",
    e.Predikat.BAIK: "Hasil kerja dan perilaku kerja Anda memenuhi ekspektasi.",
    e.Predikat.BUTUH_PERBAIKAN: (
        "Perilaku kerja Anda memenuhi ekspektasi. Hasil kerja Anda masih di bawah ekspektasi."
    ),
    e.Predikat.KURANG: "Perilaku kerja Anda pada masa ini di bawah ekspektasi.",
    e.Predikat.SANGAT_KURANG: "Hasil kerja dan perilaku kerja Anda pada masa ini di bawah ekspektasi.",
}

#: One sentence for each proposal, without blame.
ISI_TINDAK_LANJUT: Final[dict[e.JenisTindakLanjut, str]] = {
    e.JenisTindakLanjut.BERBAGI: "Pegawai diajak membagikan cara kerjanya kepada rekan.",
    e.JenisTindakLanjut.PENGEMBANGAN: (
        "Atasan dan pegawai membahas pelatihan atau penugasan yang mengembangkan."
    ),
    e.JenisTindakLanjut.TALENTA: "Hasil ini dapat ikut dipertimbangkan dalam manajemen talenta.",
    e.JenisTindakLanjut.BIMBINGAN: "Atasan mendampingi langkah perbaikan hasil kerja secara berkala.",
    e.JenisTindakLanjut.KONSELING: (
        "Atasan dan pegawai membicarakan hambatan kerja dalam pertemuan tertutup."
    ),
    e.JenisTindakLanjut.PEMBINAAN: "Atasan dan pegawai menyepakati langkah perbaikan dan waktunya.",
}

USUL: Final = "Ini usul, bukan keputusan. Atasan yang memulai, atau menuliskan alasan bila tidak."
USUL_PERKIRAAN: Final = "Daftar usul ini perkiraan, belum terverifikasi dalam teks peraturan."


def sorotan(hasil: e.Rating | None, perilaku: e.Rating | None) -> tuple[list[str], list[str]]:
    """(what is already good, what can grow), one sentence per side that is recorded."""
    baik: list[str] = []
    tingkatkan: list[str] = []
    for aspek, rating in ((e.Aspek.HASIL, hasil), (e.Aspek.PERILAKU, perilaku)):
        if rating is not None:
            tujuan = tingkatkan if rating == e.Rating.DI_BAWAH_EKSPEKTASI else baik
            tujuan.append(f"{LABEL[e.Aspek][aspek]}: {LABEL[e.Rating][e.Rating(rating)].lower()}.")
    return baik, tingkatkan


def alasan_usul(predikat: e.Predikat, aspek: tuple[e.Aspek, ...]) -> str:
    """Why something is proposed: 'Diusulkan karena hasil kerja di bawah ekspektasi (predikat Kurang).'"""
    label = LABEL[e.Predikat][predikat]
    if not aspek:
        return f"Diusulkan karena predikatnya {label}."
    letak = "di atas ekspektasi" if predikat >= e.Predikat.BAIK else "di bawah ekspektasi"
    sisi = " dan ".join(LABEL[e.Aspek][a].lower() for a in aspek)
    return f"Diusulkan karena {sisi} {letak} (predikat {label})."
