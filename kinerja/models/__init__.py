"""Performance of one period. Import models from here only."""

from kinerja.models.angka_kredit import KonversiAngkaKredit, PenetapanAngkaKredit, SegaranKonversi
from kinerja.models.dokumen import SalinanTertanda
from kinerja.models.penetapan import DelegasiPenilaian, SesiKalibrasi, UsulKalibrasi
from kinerja.models.penilaian import EvaluasiPeriodik, Penilaian
from kinerja.models.pustaka import PerspektifJPT, PustakaKinerja
from kinerja.models.siasn import PenilaianSiasn
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
    "CatatanDialog",
    "DelegasiPenilaian",
    "EkspektasiPerilaku",
    "EvaluasiPeriodik",
    "HasilKerja",
    "Indikator",
    "KonversiAngkaKredit",
    "LampiranSKP",
    "NaskahSKP",
    "PenetapanAngkaKredit",
    "PengaturanKinerja",
    "Penilaian",
    "PenilaianSiasn",
    "PerpanjanganSiklus",
    "PerspektifJPT",
    "PredikatOrganisasiUnit",
    "PustakaKinerja",
    "RefleksiDiri",
    "SalinanTertanda",
    "SegaranKonversi",
    "SesiKalibrasi",
    "SiklusPenilaian",
    "UsulKalibrasi",
]
