"""Words of the yearly case of ethics, and what a page says before an answer is sent."""

from __future__ import annotations

import tomllib
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from kinerja import enums as e
from kinerja.kamus.umpan_balik import titik
from kinerja.rules.etika import PALING_SEDIKIT

LABEL: Final[dict[type[Enum], dict[Any, str]]] = {
    e.KeluargaKasus: {
        e.KeluargaKasus.SEMUA: "Semua jabatan",
        e.KeluargaKasus.STRUKTURAL: "Jabatan struktural",
        e.KeluargaKasus.FUNGSIONAL: "Jabatan fungsional",
        e.KeluargaKasus.PELAKSANA: "Pelaksana",
    },
    e.StatusKasus: {
        e.StatusKasus.DRAF: "Draf",
        e.StatusKasus.TERBIT: "Terbit",
        e.StatusKasus.SELESAI: "Selesai",
    },
}
TIDAK_DINILAI: Final = "Tidak ada jawaban benar atau salah, dan tidak ada nilai."
BUKAN_BAHAN: Final = (
    "Jawaban dan diskusi bukan bahan penilaian kinerja dan tidak tampil di halaman penilaian."
)
HR_HANYA_JUMLAH: Final = "Pengelola kepegawaian hanya melihat jumlah penjawab per unit, bukan isinya."


class KasusPustaka(NamedTuple):
    """One case of the starter library, written for this system about nobody."""

    kode: str
    keluarga: e.KeluargaKasus
    untuk: str
    nilai: e.NilaiBerakhlak
    judul: str
    kasus: str
    pertanyaan: str


@cache
def pustaka() -> dict[str, KasusPustaka]:
    """The starter library by its codes, in the order of its file."""
    isi = tomllib.loads(Path(__file__).with_name("kasus_etika.toml").read_text(encoding="utf-8"))
    return {k["kode"]: _baca(k) for k in isi["kasus"]}


def _baca(k: dict[str, str]) -> KasusPustaka:
    return KasusPustaka(
        kode=k["kode"],
        keluarga=e.KeluargaKasus[k["keluarga"]],
        untuk=k["untuk"],
        nilai=e.NilaiBerakhlak[k["nilai"]],
        judul=k["judul"],
        kasus=k["kasus"].strip(),
        pertanyaan=k["pertanyaan"].strip(),
    )


def kalimat_pembaca(unit: str, atas: str) -> list[str]:
    """Who reads an answer, for whoever is about to send it. `unit` empty: none is recorded; `atas`: above."""
    if not unit:
        return ["Unit kerja Anda belum tercatat, jadi jawaban hanya Anda yang membaca.", BUKAN_BAHAN]
    gabung = "Sesudah batas waktu, diskusi yang diikuti kurang dari"
    return [
        titik(f"Dibaca rekan di {unit} yang sudah mengirim jawabannya"),
        "Nama Anda tercantum, karena ini percakapan antarrekan.",
        *(
            [titik(f"{gabung} {PALING_SEDIKIT} orang digabung dengan unit di atasnya: {atas}")]
            if atas
            else []
        ),
        "Atasan ikut sebagai peserta biasa.",
        HR_HANYA_JUMLAH,
        BUKAN_BAHAN,
    ]
