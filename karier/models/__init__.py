"""Runs, results, recommendations. Import models from here only."""

from karier.models.evaluasi import PercobaanPotongan, Potongan, RunEvaluasi
from karier.models.hasil import HasilEvaluasi
from karier.models.rekomendasi import KeputusanRekomendasi, Rekomendasi

__all__ = [
    "HasilEvaluasi",
    "KeputusanRekomendasi",
    "PercobaanPotongan",
    "Potongan",
    "Rekomendasi",
    "RunEvaluasi",
]
