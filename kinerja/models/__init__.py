"""Performance of one period. Import models from here only."""

from kinerja.models.angka_kredit import KonversiAngkaKredit, PenetapanAngkaKredit, SegaranKonversi
from kinerja.models.penetapan import DelegasiPenilaian, SesiKalibrasi, UsulKalibrasi
from kinerja.models.pengingat import (
    KirimanPesan,
    PaparanPesan,
    Pemberitahuan,
    PilihanPesan,
    RencanaPengisian,
    UkurPesan,
)
from kinerja.models.penilaian import EvaluasiPeriodik, Penilaian
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
    "KirimanPesan",
    "KonversiAngkaKredit",
    "PaparanPesan",
    "Pemberitahuan",
    "PenetapanAngkaKredit",
    "PengaturanKinerja",
    "Penilaian",
    "PerpanjanganSiklus",
    "PilihanPesan",
    "PredikatOrganisasiUnit",
    "RefleksiDiri",
    "RencanaPengisian",
    "SegaranKonversi",
    "SesiKalibrasi",
    "SiklusPenilaian",
    "UkurPesan",
    "UsulKalibrasi",
]
