"""Performance of one period. Import models from here only."""

from kinerja.models.angka_kredit import KonversiAngkaKredit, PenetapanAngkaKredit, SegaranKonversi
from kinerja.models.arahan import Arahan, PenerimaArahan
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
from kinerja.models.siklus import (
    PengaturanKinerja,
    PerpanjanganSiklus,
    PredikatOrganisasiUnit,
    RefleksiDiri,
    SiklusPenilaian,
)
from kinerja.models.skp import SKP, HasilKerja, Indikator
from kinerja.models.skp_bagian import CatatanDialog, EkspektasiPerilaku, LampiranSKP, NaskahSKP
from kinerja.models.umpan_balik import CatatanPimpinan, TanggapanUmpanBalik, UmpanBalik

__all__ = [
    "SKP",
    "Arahan",
    "BuktiDukung",
    "CatatanDialog",
    "CatatanPimpinan",
    "DelegasiPenilaian",
    "EkspektasiPerilaku",
    "EvaluasiPeriodik",
    "HasilKerja",
    "Indikator",
    "KirimanPesan",
    "KisahPublik",
    "KonversiAngkaKredit",
    "LampiranSKP",
    "NaskahSKP",
    "PaparanPesan",
    "Pemberitahuan",
    "PenerimaArahan",
    "PenetapanAngkaKredit",
    "Pengakuan",
    "PengaturanKinerja",
    "PengisianRealisasi",
    "Penilaian",
    "PerpanjanganSiklus",
    "PerspektifJPT",
    "PilihanPesan",
    "PredikatOrganisasiUnit",
    "PustakaKinerja",
    "Realisasi",
    "RefleksiDiri",
    "RencanaPengisian",
    "SegaranKonversi",
    "SesiKalibrasi",
    "SiklusPenilaian",
    "TanggapanUmpanBalik",
    "UkurPesan",
    "UmpanBalik",
    "UsulKalibrasi",
]
