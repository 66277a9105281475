"""Words of reminders: kinds, why they came, and what they say. Nothing sensitive ever stands in them."""

from datetime import date
from enum import Enum
from typing import Any, Final

from asn_karier.lib import kata
from kinerja import enums as e

LABEL_PENGINGAT: Final[dict[type[Enum], dict[Any, str]]] = {
    e.JenisPesan: {
        e.JenisPesan.AJAKAN: "Ajakan memilih waktu mengisi",
        e.JenisPesan.RENCANA: "Pengingat pada jam yang Anda pilih",
        e.JenisPesan.BATAS: "Menjelang batas pengisian",
        e.JenisPesan.NILAI: "Menjelang batas penilaian tim Anda",
        e.JenisPesan.PENGELOLA: "Pengingat dari pengelola kepegawaian",
        e.JenisPesan.UMPAN_BALIK: "Ada umpan balik baru",
        e.JenisPesan.SIKLUS: "Siklus dibuka atau batasnya berubah",
        e.JenisPesan.HASIL: "Hasil penilaian diumumkan",
        e.JenisPesan.KEBERATAN: "Keberatan Anda dijawab",
    },
    e.Nasib: {
        e.Nasib.KIRIM: "Menerima pengingat ini",
        e.Nasib.SUDAH: "Sudah menerima pengingat yang sama",
        e.Nasib.MATI: "Mematikan jenis pengingat ini",
        e.Nasib.PENUH: "Sudah menerima dua pengingat dalam tujuh hari",
        e.Nasib.PEMBANDING: "Kelompok pembanding, untuk mengukur apakah pengingat membantu",
    },
}
#: Minutes that filling in takes when much of it is there already.
MENIT_MENGISI: Final = 6

#: Why a kind cannot be switched off.
SEBAB_WAJIB: Final = {
    e.JenisPesan.SIKLUS: "Batas pengisian mengikat Anda, jadi perubahannya selalu diberitahukan.",
    e.JenisPesan.HASIL: "Peraturan mewajibkan hasil penilaian disampaikan kepada Anda.",
    e.JenisPesan.KEBERATAN: "Peraturan mewajibkan jawaban keberatan disampaikan kepada Anda.",
}


def sisa_teks(sisa: int) -> str:
    """'Tinggal 3 hari.', 'Hari ini hari terakhir.'"""
    return f"Tinggal {sisa} hari." if sisa else "Hari ini hari terakhir."


def isi_batas(sisa: int, batas: str, norma: str) -> str:
    bagian = [sisa_teks(sisa), f"Batas {batas}.", f"Perlu sekitar {MENIT_MENGISI} menit.", norma]
    return " ".join(b for b in bagian if b)


def norma_teks(selesai: int, semua: int) -> str:
    return f"{selesai} dari {semua} pegawai di unit Anda sudah mengisi."


def isi_nilai(jumlah: int, sisa: int, batas: str) -> str:
    return f"{jumlah} pegawai menunggu penilaian Anda. {sisa_teks(sisa)} Batas {batas}."


def sebab_batas(sisa: int) -> str:
    kapan = f"batasnya {sisa} hari lagi" if sisa else "batasnya hari ini"
    return f"Dikirim karena isian Anda belum terkirim dan {kapan}."


def rencana_teks(hari: date, pukul: str) -> str:
    """'Anda berencana mengisi Kamis 10 Desember 2026 pukul 13.00.'"""
    return f"Anda berencana mengisi {HARI[hari.weekday()]} {kata.tanggal(hari)} pukul {pukul}."


HARI: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def templat_wa(nama_siklus: str, batas: str, alamat: str) -> str:
    """What an operator pastes into a broadcast: no name, no state of anybody."""
    return (
        f"{nama_siklus} sedang berjalan. Batas pengisian {batas}. "
        f"Mengisi perlu sekitar {MENIT_MENGISI} menit di {alamat} (menu Kinerja). "
        "Bila Anda sudah mengisi, abaikan pesan ini. Bila perlu bantuan, balas pesan ini."
    )


def dampak_teks(beda: float, bawah: float, atas: float, n: tuple[int, int], *, jelas: bool) -> str:
    """The difference in one sentence, and whether anything can be concluded from it."""
    arah = f"{_poin(abs(beda))} poin persen {'lebih banyak' if beda > 0 else 'lebih sedikit'}"
    angka = (
        f"Di antara yang menerima pesan, yang selesai {'sama banyak' if _poin(beda) == '0,0' else arah} "
        f"(rentang {_poin(bawah)} sampai {_poin(atas)}; n = {kata.bilangan(n[0])} dan {kata.bilangan(n[1])})."
    )
    if not jelas:
        return f"{angka} Belum dapat disimpulkan."
    akhir = "Pesan ini membantu." if beda > 0 else "Pesan ini tidak membantu. Pertimbangkan berhenti."
    return f"{angka} {akhir}"


def _poin(nilai: float) -> str:
    return f"{nilai:.1f}".replace(".", ",").replace("-", "\N{MINUS SIGN}")


DAMPAK_SEDIKIT: Final = "Belum dapat dibandingkan: perlu sedikitnya 10 orang di tiap kelompok."
