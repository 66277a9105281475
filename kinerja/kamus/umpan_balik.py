"""Words of feedback, and the sentences that say who reads it before it is sent."""

from __future__ import annotations

from enum import Enum
from typing import Any, Final

from kinerja import enums as e

LABEL: Final[dict[type[Enum], dict[Any, str]]] = {
    e.HubunganPemberi: {
        e.HubunganPemberi.ATASAN: "Atasan penilai",
        e.HubunganPemberi.REKAN: "Rekan",
        e.HubunganPemberi.BAWAHAN: "Bawahan",
    },
    e.TentangUmpanBalik: {
        e.TentangUmpanBalik.HASIL_KERJA: "Hasil kerja",
        e.TentangUmpanBalik.PERILAKU: "Perilaku kerja",
    },
    e.JenisUmpanBalik: {
        e.JenisUmpanBalik.KEKUATAN: "Yang sudah baik",
        e.JenisUmpanBalik.PERBAIKAN: "Yang dapat ditingkatkan",
    },
}


def titik(kalimat: str) -> str:
    """A sentence with one full stop, also after a name that ends in one ('S.Pd.')."""
    return kalimat if kalimat.endswith(".") else f"{kalimat}."


def kalimat_pembaca(hubungan: e.HubunganPemberi, nama: str, atasan: str) -> list[str]:
    """Who reads feedback about `nama`, for whoever is about to send it.

    `atasan`: the atasan penilai of the person; empty when none is recorded. A later one reads it too.
    """
    if hubungan is e.HubunganPemberi.ATASAN:
        pembaca = [
            titik(f"Dibaca oleh {nama}"),
            "Bila atasan penilainya berganti, atasan yang baru juga membacanya.",
        ]
    elif atasan:
        pembaca = [
            titik(f"Dibaca oleh {nama} dan atasan penilainya, {atasan}"),
            "Bila atasan penilainya berganti, atasan yang baru juga membacanya.",
        ]
    else:
        pembaca = [
            f"{titik(f'Dibaca oleh {nama}')} Atasan penilainya belum tercatat.",
            "Atasan penilai yang tercatat kemudian juga membacanya.",
        ]
    return [
        *pembaca,
        "Nama Anda tercantum: ini tidak anonim.",
        "Pengelola kepegawaian dan auditor tidak membaca isinya; pengelola hanya melihat jumlah per unit.",
        "Atasan penilai memakainya sebagai bahan penilaian, bukan sebagai angka.",
    ]


def kalimat_pembaca_tanggapan(lawan: str, atasan: str) -> str:
    """Who reads what is added below feedback. `atasan`: that of the person, when somebody else."""
    if not atasan:
        return titik(f"Dibaca oleh {lawan}")
    return titik(f"Dibaca oleh {lawan} dan atasan penilai, {atasan}")
