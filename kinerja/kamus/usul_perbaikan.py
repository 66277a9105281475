"""Words of *usul perbaikan cara kerja*."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import Any, Final

from asn_karier.lib import kata
from kinerja import enums as e
from kinerja.rules.usul_perbaikan import HARI_JAWAB, perubahan

LABEL: Final[dict[type[Enum], dict[Any, str]]] = {
    e.StatusUsul: {
        e.StatusUsul.MENUNGGU: "Menunggu jawaban",
        e.StatusUsul.DICOBA: "Dicoba",
        e.StatusUsul.BELUM_DAPAT: "Belum dapat dicoba",
        e.StatusUsul.DITERUSKAN: "Diteruskan",
        e.StatusUsul.DIHENTIKAN: "Dihentikan baik-baik",
        e.StatusUsul.DITARIK: "Ditarik kembali",
    },
    e.NamaUsul: {
        e.NamaUsul.ATASAN: "Hanya atasan saya yang tahu nama saya",
        e.NamaUsul.PIMPINAN: "Atasan saya dan pimpinan di atasnya bila usul sampai ke sana",
        e.NamaUsul.SEMUA: "Nama saya boleh tampil di Yang sudah dicoba",
    },
    e.AlasanBelum: {
        e.AlasanBelum.ATURAN: "Aturan belum membolehkan",
        e.AlasanBelum.ANGGARAN: "Belum ada anggarannya",
        e.AlasanBelum.WEWENANG: "Bukan wewenang unit ini",
        e.AlasanBelum.WAKTU: "Waktunya belum tepat",
        e.AlasanBelum.SUDAH_BERJALAN: "Sudah berjalan dengan cara lain",
        e.AlasanBelum.PERLU_RINCIAN: "Perlu rincian atau data lagi",
        e.AlasanBelum.BERISIKO: "Risikonya bagi warga masih terlalu besar",
    },
    e.ArahUkuran: {
        e.ArahUkuran.TURUN: "Lebih kecil, misalnya hari menunggu",
        e.ArahUkuran.NAIK: "Lebih besar, misalnya warga terlayani",
    },
    e.Perubahan: {
        e.Perubahan.MEMBAIK: "Membaik",
        e.Perubahan.TETAP: "Tetap",
        e.Perubahan.BELUM_MEMBAIK: "Belum membaik",
    },
}
KELAS: Final = {
    e.StatusUsul.MENUNGGU: "perlu",
    e.StatusUsul.DICOBA: "jalan",
    e.StatusUsul.BELUM_DAPAT: "",
    e.StatusUsul.DITERUSKAN: "ok",
    e.StatusUsul.DIHENTIKAN: "",
    e.StatusUsul.DITARIK: "",
}
TANPA_NAMA: Final = "Seorang pegawai"
UCAPAN: Final = "Terima kasih sudah memikirkan cara kerja kita."
#: What is said beside every form that leads to a leader.
AMAN: Final = (
    "Usul yang belum dapat dicoba tidak pernah tampil di penilaian.",
    "Pengelola kepegawaian hanya melihat jumlah per unit, bukan isinya.",
)


def kalimat_tujuan(atasan: str) -> list[str]:
    """Who reads an idea, for whoever is about to send it."""
    return [
        f"Dibaca {atasan}, atasan Anda, yang menjawab dalam {HARI_JAWAB} hari.",
        "Tanpa jawaban sampai hari itu, usul sampai juga kepada pimpinan di atasnya.",
        "Bila dicoba, isinya dapat dibaca pegawai lain di Yang sudah dicoba. Jangan sebut nama orang.",
        *AMAN,
    ]


def angka(nilai: Decimal) -> str:
    """'12,5' as people write it here; whole numbers without a comma."""
    bulat = nilai.normalize()
    return f"{bulat:f}".replace(".", ",")


def kalimat_angka(sebelum: Decimal, sesudah: Decimal | None, satuan: str) -> str:
    """'45 menit menjadi 20 menit', or where it stood before."""
    ekor = f" {satuan}" if satuan else ""
    if sesudah is None:
        return f"Sebelumnya {angka(sebelum)}{ekor}"
    return f"{angka(sebelum)}{ekor} menjadi {angka(sesudah)}{ekor}"


def kalimat_hasil(u: Any) -> str:
    """'Waktu tunggu di loket: 45 menit menjadi 20 menit. Membaik'; empty before a trial."""
    if u.angka_sebelum is None:
        return ""
    pokok = f"{u.ukuran}: {kata.huruf_kecil_awal(kalimat_angka(u.angka_sebelum, u.angka_sesudah, u.satuan))}"
    if u.angka_sesudah is None:
        return f"{pokok}."
    kini = perubahan(u.angka_sebelum, u.angka_sesudah, e.ArahUkuran(u.arah))
    return f"{pokok}. {LABEL[e.Perubahan][kini]}."
