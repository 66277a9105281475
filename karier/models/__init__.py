"""Runs, results, recommendations, settings of the instansi. Import models from here only."""

from karier.models.evaluasi import PercobaanPotongan, Potongan, RunEvaluasi
from karier.models.hasil import HasilEvaluasi
from karier.models.langkah import LangkahKarier
from karier.models.lembar import LembarTercetak, Penjelasan
from karier.models.minat import MinatDibagikan, MinatJabatan
from karier.models.parameter import ParameterInstansi
from karier.models.penugasan import KompetensiPenugasan, Penugasan, PesertaPenugasan
from karier.models.peringatan import PeringatanKenaikan
from karier.models.rekomendasi import KeputusanRekomendasi, Rekomendasi
from karier.models.talenta import KomponenTalenta
from karier.models.tinjau import HitungUlang, PermintaanTinjau
from karier.models.usul import SuratPengantar, UsulKenaikanPangkat

__all__ = [
    "HasilEvaluasi",
    "HitungUlang",
    "KeputusanRekomendasi",
    "KompetensiPenugasan",
    "KomponenTalenta",
    "LangkahKarier",
    "LembarTercetak",
    "MinatDibagikan",
    "MinatJabatan",
    "ParameterInstansi",
    "Penjelasan",
    "Penugasan",
    "PercobaanPotongan",
    "PeringatanKenaikan",
    "PermintaanTinjau",
    "PesertaPenugasan",
    "Potongan",
    "Rekomendasi",
    "RunEvaluasi",
    "SuratPengantar",
    "UsulKenaikanPangkat",
]
