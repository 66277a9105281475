"""Words of a running pair and of its end."""

from __future__ import annotations

from enum import Enum
from typing import Any, Final

from mentoring import enums as e

LABEL: Final[dict[type[Enum], dict[Any, str]]] = {
    e.StatusPertemuan: {
        e.StatusPertemuan.DIRENCANAKAN: "Direncanakan",
        e.StatusPertemuan.MENUNGGU: "Menunggu konfirmasi",
        e.StatusPertemuan.TERJADI: "Dikonfirmasi",
        e.StatusPertemuan.TIDAK_COCOK: "Perlu dicocokkan",
        e.StatusPertemuan.BATAL: "Dibatalkan",
    },
    e.SebabBeda: {
        e.SebabBeda.TANGGAL: "Tanggalnya lain",
        e.SebabBeda.LAMA: "Lamanya lain",
        e.SebabBeda.CARA: "Cara bertemunya lain",
        e.SebabBeda.BELUM_BERTEMU: "Kami belum jadi bertemu",
    },
    e.StatusSasaran: {
        e.StatusSasaran.DIUSULKAN: "Menunggu persetujuan",
        e.StatusSasaran.BERJALAN: "Berjalan",
        e.StatusSasaran.TERCAPAI: "Tercapai",
        e.StatusSasaran.DILEPAS: "Tidak dilanjutkan",
    },
    e.Kemajuan: {
        e.Kemajuan.BELUM_MULAI: "Belum dimulai",
        e.Kemajuan.MULAI: "Sudah dimulai",
        e.Kemajuan.SEPARUH: "Separuh jalan",
        e.Kemajuan.HAMPIR: "Hampir tercapai",
        e.Kemajuan.TERCAPAI: "Tercapai",
    },
    e.SebabAkhir: {
        e.SebabAkhir.SASARAN_TERCAPAI: "Sasaran bersama sudah tercapai",
        e.SebabAkhir.MASA_SELESAI: "Masa yang disepakati sudah selesai",
        e.SebabAkhir.PINDAH_TUGAS: "Salah satu pindah tugas",
        e.SebabAkhir.WAKTU_SULIT: "Waktu sulit dicocokkan",
        e.SebabAkhir.KEBUTUHAN_BERUBAH: "Kebutuhan belajarnya berubah",
        e.SebabAkhir.INGIN_BERGANTI: "Ingin belajar dari mentor lain",
    },
    e.Peran: {e.Peran.MENTEE: "Mentee", e.Peran.MENTOR: "Mentor"},
    e.JenisSurat: {
        e.JenisSurat.KELANGSUNGAN: "Tanda kelangsungan mentoring",
        e.JenisSurat.KETERANGAN: "Surat keterangan mentor",
    },
    e.Rasa: {e.Rasa.BELUM: "Belum", e.Rasa.CUKUP: "Cukup", e.Rasa.YA: "Ya"},
    e.Isyarat: {
        e.Isyarat.MINTA_DISAPA: "Minta disapa",
        e.Isyarat.TANPA_PERTEMUAN: "Tanpa pertemuan lebih dari 30 hari",
        e.Isyarat.SASARAN_LEWAT: "Sasaran lewat hari terakhir",
        e.Isyarat.TANPA_SASARAN: "Belum ada sasaran bersama",
    },
}
#: How a pair that ran and ended is called on every page.
DIHENTIKAN: Final = "Dihentikan baik-baik"
#: Who reads what, said where it is written.
PEMBACA_BERSAMA: Final = (
    "Dibaca Anda berdua saja. Pengelola kepegawaian, atasan, dan auditor tidak dapat membukanya."
)
PEMBACA_PRIBADI: Final = (
    "Dibaca Anda sendiri. Pasangan Anda, pengelola kepegawaian, atasan, dan auditor tidak dapat membukanya."
)
PEMBACA_APRESIASI: Final = "Dibaca mentor Anda saja, selain Anda sendiri."
SAPAAN_AWAL: Final = (
    "Apa kabar mentoring Anda berdua? Bila ada yang dapat kami bantu, misalnya waktu atau tempat bertemu, "
    "silakan hubungi kami."
)


def status_label(status: str, label: str) -> str:
    """A pair that ran and was ended early is called what it was."""
    return DIHENTIKAN if status == e.StatusPasangan.TIDAK_BERLANJUT else label
