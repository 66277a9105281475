"""Runs, results, recommendations, settings of the instansi. Import models from here only."""

from karier.models.evaluasi import PercobaanPotongan, Potongan, RunEvaluasi
from karier.models.hasil import HasilEvaluasi
from karier.models.komite import AnggotaKomite, KomiteTalenta
from karier.models.langkah import LangkahKarier
from karier.models.lembar import LembarTercetak, Penjelasan
from karier.models.lima_menit import LimaMenit
from karier.models.minat import MinatDibagikan, MinatJabatan
from karier.models.parameter import ParameterInstansi
from karier.models.penugasan import KompetensiPenugasan, Penugasan, PesertaPenugasan
from karier.models.peringatan import PeringatanKenaikan
from karier.models.rekomendasi import KeputusanRekomendasi, Rekomendasi
from karier.models.rencana import ButirRencana, RencanaPengembangan
from karier.models.rencana_bagian import DialogRencana, KirimanRencana, NaskahRencana
from karier.models.sidang import HadirSidang, PenetapanKotak, RilisKotak, SidangTalenta
from karier.models.suksesi import JabatanKritikal, KandidatSuksesi, RencanaSuksesi
from karier.models.talenta import KomponenTalenta
from karier.models.tinjau import HitungUlang, PermintaanTinjau
from karier.models.usul import SuratPengantar, UsulKenaikanPangkat

__all__ = [
    "AnggotaKomite",
    "ButirRencana",
    "DialogRencana",
    "HadirSidang",
    "HasilEvaluasi",
    "HitungUlang",
    "JabatanKritikal",
    "KandidatSuksesi",
    "KeputusanRekomendasi",
    "KirimanRencana",
    "KomiteTalenta",
    "KompetensiPenugasan",
    "KomponenTalenta",
    "LangkahKarier",
    "LembarTercetak",
    "LimaMenit",
    "MinatDibagikan",
    "MinatJabatan",
    "NaskahRencana",
    "ParameterInstansi",
    "PenetapanKotak",
    "Penjelasan",
    "Penugasan",
    "PercobaanPotongan",
    "PeringatanKenaikan",
    "PermintaanTinjau",
    "PesertaPenugasan",
    "Potongan",
    "Rekomendasi",
    "RencanaPengembangan",
    "RencanaSuksesi",
    "RilisKotak",
    "RunEvaluasi",
    "SidangTalenta",
    "SuratPengantar",
    "UsulKenaikanPangkat",
]
