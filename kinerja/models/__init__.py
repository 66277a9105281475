"""Performance of one period. Import models from here only."""

from kinerja.models.angka_kredit import KonversiAngkaKredit, PenetapanAngkaKredit, SegaranKonversi
from kinerja.models.penilaian import EvaluasiPeriodik, Penilaian
from kinerja.models.siklus import (
    PengaturanKinerja,
    PerpanjanganSiklus,
    PredikatOrganisasiUnit,
    RefleksiDiri,
    SiklusPenilaian,
)
from kinerja.models.umpan_360 import Hasil360, Kalimat360, Peserta360, Putaran360, Undangan360

__all__ = [
    "EvaluasiPeriodik",
    "Hasil360",
    "Kalimat360",
    "KonversiAngkaKredit",
    "PenetapanAngkaKredit",
    "PengaturanKinerja",
    "Penilaian",
    "PerpanjanganSiklus",
    "Peserta360",
    "PredikatOrganisasiUnit",
    "Putaran360",
    "RefleksiDiri",
    "SegaranKonversi",
    "SiklusPenilaian",
    "Undangan360",
]
