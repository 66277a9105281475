"""Runs, results, recommendations, settings of the instansi. Import models from here only."""

from karier.models.evaluasi import PercobaanPotongan, Potongan, RunEvaluasi
from karier.models.hasil import HasilEvaluasi
from karier.models.lembar import LembarTercetak, Penjelasan
from karier.models.parameter import ParameterInstansi
from karier.models.rekomendasi import KeputusanRekomendasi, Rekomendasi
from karier.models.talenta import KomponenTalenta

__all__ = [
    "HasilEvaluasi",
    "KeputusanRekomendasi",
    "KomponenTalenta",
    "LembarTercetak",
    "ParameterInstansi",
    "Penjelasan",
    "PercobaanPotongan",
    "Potongan",
    "Rekomendasi",
    "RunEvaluasi",
]
