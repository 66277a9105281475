"""Performance of one period. Import models from here only."""

from kinerja.models.angka_kredit import KonversiAngkaKredit, PenetapanAngkaKredit, SegaranKonversi
from kinerja.models.arahan import Arahan, PenerimaArahan
from kinerja.models.dokumen import SalinanTertanda
from kinerja.models.etika import DiskusiEtika, JawabanEtika, KasusEtika, PelajaranEtika
from kinerja.models.forum import JanjiForum, MasukanForum, TopikForum
from kinerja.models.hasil import TandaBaca, Tanggapan
from kinerja.models.keberatan import BerkasKeberatan, Keberatan, KeteranganKeberatan
from kinerja.models.penetapan import DelegasiPenilaian, SesiKalibrasi, UsulKalibrasi
from kinerja.models.pengakuan import KisahPublik, Pengakuan
from kinerja.models.pengingat import (
    KirimanPesan,
    PaparanPesan,
    Pemberitahuan,
    PilihanPesan,
    RencanaPengisian,
    UkurPesan,
)
from kinerja.models.penilaian import EvaluasiPeriodik, Penilaian
from kinerja.models.pustaka import PerspektifJPT, PustakaKinerja
from kinerja.models.realisasi import BuktiDukung, PengisianRealisasi, Realisasi
from kinerja.models.siasn import PenilaianSiasn
from kinerja.models.siklus import (
    PengaturanKinerja,
    PerpanjanganSiklus,
    PredikatOrganisasiUnit,
    RefleksiDiri,
    SiklusPenilaian,
)
from kinerja.models.skp import SKP, HasilKerja, Indikator
from kinerja.models.skp_bagian import CatatanDialog, EkspektasiPerilaku, LampiranSKP, NaskahSKP
from kinerja.models.tindak_lanjut import TindakLanjut
from kinerja.models.ulasan import LayananPublik, Ulasan
from kinerja.models.umpan_360 import Hasil360, Kalimat360, Peserta360, Putaran360, Undangan360
from kinerja.models.umpan_balik import CatatanPimpinan, TanggapanUmpanBalik, UmpanBalik
from kinerja.models.usul_perbaikan import IkutUsul, UsulPerbaikan
from kinerja.models.warga import GaramPenanda, PenandaJaringan, PerubahanLayanan

__all__ = [
    "SKP",
    "Arahan",
    "BerkasKeberatan",
    "BuktiDukung",
    "CatatanDialog",
    "CatatanPimpinan",
    "DelegasiPenilaian",
    "DiskusiEtika",
    "EkspektasiPerilaku",
    "EvaluasiPeriodik",
    "GaramPenanda",
    "Hasil360",
    "HasilKerja",
    "IkutUsul",
    "Indikator",
    "JanjiForum",
    "JawabanEtika",
    "Kalimat360",
    "KasusEtika",
    "Keberatan",
    "KeteranganKeberatan",
    "KirimanPesan",
    "KisahPublik",
    "KonversiAngkaKredit",
    "LampiranSKP",
    "LayananPublik",
    "MasukanForum",
    "NaskahSKP",
    "PaparanPesan",
    "PelajaranEtika",
    "Pemberitahuan",
    "PenandaJaringan",
    "PenerimaArahan",
    "PenetapanAngkaKredit",
    "Pengakuan",
    "PengaturanKinerja",
    "PengisianRealisasi",
    "Penilaian",
    "PenilaianSiasn",
    "PerpanjanganSiklus",
    "PerspektifJPT",
    "PerubahanLayanan",
    "Peserta360",
    "PilihanPesan",
    "PredikatOrganisasiUnit",
    "PustakaKinerja",
    "Putaran360",
    "Realisasi",
    "RefleksiDiri",
    "RencanaPengisian",
    "SalinanTertanda",
    "SegaranKonversi",
    "SesiKalibrasi",
    "SiklusPenilaian",
    "TandaBaca",
    "Tanggapan",
    "TanggapanUmpanBalik",
    "TindakLanjut",
    "TopikForum",
    "UkurPesan",
    "Ulasan",
    "UmpanBalik",
    "Undangan360",
    "UsulKalibrasi",
    "UsulPerbaikan",
]
