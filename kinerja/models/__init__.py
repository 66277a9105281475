"""Performance of one period. Import models from here only."""

from kinerja.models.angka_kredit import KonversiAngkaKredit, PenetapanAngkaKredit, SegaranKonversi
from kinerja.models.penilaian import EvaluasiPeriodik, Penilaian
from kinerja.models.pustaka import PerspektifJPT, PustakaKinerja
from kinerja.models.realisasi import BuktiDukung, PengisianRealisasi, Realisasi
from kinerja.models.siklus import (
    PengaturanKinerja,
    PerpanjanganSiklus,
    PredikatOrganisasiUnit,
    RefleksiDiri,
    SiklusPenilaian,
)
from kinerja.models.skp import SKP, HasilKerja, Indikator
from kinerja.models.skp_bagian import CatatanDialog, EkspektasiPerilaku, LampiranSKP, NaskahSKP

__all__ = [
    "SKP",
    "BuktiDukung",
    "CatatanDialog",
    "EkspektasiPerilaku",
    "EvaluasiPeriodik",
    "HasilKerja",
    "Indikator",
    "KonversiAngkaKredit",
    "LampiranSKP",
    "NaskahSKP",
    "PenetapanAngkaKredit",
    "PengaturanKinerja",
    "PengisianRealisasi",
    "Penilaian",
    "PerpanjanganSiklus",
    "PerspektifJPT",
    "PredikatOrganisasiUnit",
    "PustakaKinerja",
    "Realisasi",
    "RefleksiDiri",
    "SegaranKonversi",
    "SiklusPenilaian",
]
