"""Performance of one period. Import models from here only."""

from kinerja.models.angka_kredit import KonversiAngkaKredit, PenetapanAngkaKredit, SegaranKonversi
from kinerja.models.forum import JanjiForum, MasukanForum, TopikForum
from kinerja.models.penilaian import EvaluasiPeriodik, Penilaian
from kinerja.models.siklus import (
    PengaturanKinerja,
    PerpanjanganSiklus,
    PredikatOrganisasiUnit,
    RefleksiDiri,
    SiklusPenilaian,
)
from kinerja.models.ulasan import LayananPublik, Ulasan
from kinerja.models.warga import GaramPenanda, PenandaJaringan, PerubahanLayanan

__all__ = [
    "EvaluasiPeriodik",
    "GaramPenanda",
    "JanjiForum",
    "KonversiAngkaKredit",
    "LayananPublik",
    "MasukanForum",
    "PenandaJaringan",
    "PenetapanAngkaKredit",
    "PengaturanKinerja",
    "Penilaian",
    "PerpanjanganSiklus",
    "PerubahanLayanan",
    "PredikatOrganisasiUnit",
    "RefleksiDiri",
    "SegaranKonversi",
    "SiklusPenilaian",
    "TopikForum",
    "Ulasan",
]
