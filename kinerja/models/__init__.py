"""Performance of one period. Import models from here only."""

from kinerja.models.angka_kredit import KonversiAngkaKredit, PenetapanAngkaKredit, SegaranKonversi
from kinerja.models.penilaian import Penilaian
from kinerja.models.siklus import SiklusPenilaian

__all__ = [
    "KonversiAngkaKredit",
    "PenetapanAngkaKredit",
    "Penilaian",
    "SegaranKonversi",
    "SiklusPenilaian",
]
