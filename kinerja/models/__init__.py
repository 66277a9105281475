"""Performance of one period. Import models from here only."""

from kinerja.models.angka_kredit import KonversiAngkaKredit, PenetapanAngkaKredit, SegaranKonversi
from kinerja.models.arahan import Arahan, PenerimaArahan
from kinerja.models.pengakuan import KisahPublik, Pengakuan
from kinerja.models.penilaian import EvaluasiPeriodik, Penilaian
from kinerja.models.siklus import (
    PengaturanKinerja,
    PerpanjanganSiklus,
    PredikatOrganisasiUnit,
    RefleksiDiri,
    SiklusPenilaian,
)
from kinerja.models.umpan_balik import CatatanPimpinan, TanggapanUmpanBalik, UmpanBalik

__all__ = [
    "Arahan",
    "CatatanPimpinan",
    "EvaluasiPeriodik",
    "KisahPublik",
    "KonversiAngkaKredit",
    "PenerimaArahan",
    "PenetapanAngkaKredit",
    "Pengakuan",
    "PengaturanKinerja",
    "Penilaian",
    "PerpanjanganSiklus",
    "PredikatOrganisasiUnit",
    "RefleksiDiri",
    "SegaranKonversi",
    "SiklusPenilaian",
    "TanggapanUmpanBalik",
    "UmpanBalik",
]
