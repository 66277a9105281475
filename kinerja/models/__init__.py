"""Performance of one period. Import models from here only."""

from kinerja.models.angka_kredit import KonversiAngkaKredit, PenetapanAngkaKredit, SegaranKonversi
from kinerja.models.dokumen import SalinanTertanda
from kinerja.models.penetapan import DelegasiPenilaian, SesiKalibrasi, UsulKalibrasi
from kinerja.models.penilaian import EvaluasiPeriodik, Penilaian
from kinerja.models.siasn import PenilaianSiasn
from kinerja.models.siklus import (
    PengaturanKinerja,
    PerpanjanganSiklus,
    PredikatOrganisasiUnit,
    RefleksiDiri,
    SiklusPenilaian,
)

__all__ = [
    "DelegasiPenilaian",
    "EvaluasiPeriodik",
    "KonversiAngkaKredit",
    "PenetapanAngkaKredit",
    "PengaturanKinerja",
    "Penilaian",
    "PenilaianSiasn",
    "PerpanjanganSiklus",
    "PredikatOrganisasiUnit",
    "RefleksiDiri",
    "SalinanTertanda",
    "SegaranKonversi",
    "SesiKalibrasi",
    "SiklusPenilaian",
    "UsulKalibrasi",
]
