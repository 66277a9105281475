"""Performance of one period. Import models from here only."""

from kinerja.models.angka_kredit import KonversiAngkaKredit, PenetapanAngkaKredit, SegaranKonversi
from kinerja.models.hasil import TandaBaca, Tanggapan
from kinerja.models.keberatan import BerkasKeberatan, Keberatan, KeteranganKeberatan
from kinerja.models.penilaian import EvaluasiPeriodik, Penilaian
from kinerja.models.siklus import (
    PengaturanKinerja,
    PerpanjanganSiklus,
    PredikatOrganisasiUnit,
    RefleksiDiri,
    SiklusPenilaian,
)
from kinerja.models.tindak_lanjut import TindakLanjut

__all__ = [
    "BerkasKeberatan",
    "EvaluasiPeriodik",
    "Keberatan",
    "KeteranganKeberatan",
    "KonversiAngkaKredit",
    "PenetapanAngkaKredit",
    "PengaturanKinerja",
    "Penilaian",
    "PerpanjanganSiklus",
    "PredikatOrganisasiUnit",
    "RefleksiDiri",
    "SegaranKonversi",
    "SiklusPenilaian",
    "TandaBaca",
    "Tanggapan",
    "TindakLanjut",
]
