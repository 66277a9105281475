"""Runs, results, recommendations, settings of the instansi. Import models from here only."""

from karier.models.evaluasi import PercobaanPotongan, Potongan, RunEvaluasi
from karier.models.hasil import HasilEvaluasi
from karier.models.komite import AnggotaKomite, KomiteTalenta
from karier.models.lembar import LembarTercetak, Penjelasan
from karier.models.parameter import ParameterInstansi
from karier.models.peringatan import PeringatanKenaikan
from karier.models.rekomendasi import KeputusanRekomendasi, Rekomendasi
from karier.models.sidang import HadirSidang, PenetapanKotak, RilisKotak, SidangTalenta
from karier.models.suksesi import JabatanKritikal, KandidatSuksesi, RencanaSuksesi
from karier.models.talenta import KomponenTalenta
from karier.models.tinjau import HitungUlang, PermintaanTinjau
from karier.models.usul import SuratPengantar, UsulKenaikanPangkat

__all__ = [
    "AnggotaKomite",
    "HadirSidang",
    "HasilEvaluasi",
    "HitungUlang",
    "JabatanKritikal",
    "KandidatSuksesi",
    "KeputusanRekomendasi",
    "KomiteTalenta",
    "KomponenTalenta",
    "LembarTercetak",
    "ParameterInstansi",
    "PenetapanKotak",
    "Penjelasan",
    "PercobaanPotongan",
    "PeringatanKenaikan",
    "PermintaanTinjau",
    "Potongan",
    "Rekomendasi",
    "RencanaSuksesi",
    "RilisKotak",
    "RunEvaluasi",
    "SidangTalenta",
    "SuratPengantar",
    "UsulKenaikanPangkat",
]
