"""Runs, results, recommendations, settings of the instansi. Import models from here only."""

from karier.models.evaluasi import PercobaanPotongan, Potongan, RunEvaluasi
from karier.models.hasil import HasilEvaluasi
from karier.models.parameter import ParameterInstansi
from karier.models.rekomendasi import KeputusanRekomendasi, Rekomendasi
from karier.models.talenta import KomponenTalenta
from karier.models.usul import SuratPengantar, UsulKenaikanPangkat

__all__ = [
    "HasilEvaluasi",
    "KeputusanRekomendasi",
    "KomponenTalenta",
    "ParameterInstansi",
    "PercobaanPotongan",
    "Potongan",
    "Rekomendasi",
    "RunEvaluasi",
    "SuratPengantar",
    "UsulKenaikanPangkat",
]
