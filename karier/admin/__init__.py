"""The HR door of career: cycles, runs, results, recommendations, and the worklist that joins the apps."""

from karier.admin import (
    alat_pegawai,
    alokasi,
    antrean,
    aturan,
    dampak,
    kebutuhan,
    komite,
    latar,
    lembar,
    penjelasan,
    peringatan,
    rekomendasi,
    run,
    siklus,
    talenta,
    tinjau,
)

__all__ = [
    "alat_pegawai",
    "alokasi",
    "antrean",
    "aturan",
    "dampak",
    "kebutuhan",
    "komite",
    "latar",
    "lembar",
    "penjelasan",
    "peringatan",
    "rekomendasi",
    "run",
    "siklus",
    "talenta",
    "tinjau",
]
