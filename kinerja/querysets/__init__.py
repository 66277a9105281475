"""Who sees what of performance, one module per noun. Import from here only."""

from kinerja.querysets.dokumen import (
    BerkertasQuerySet,
    KonversiQuerySet,
    MilikPengelolaQuerySet,
    paper_readers,
)
from kinerja.querysets.etika import (
    DiskusiEtikaQuerySet,
    JawabanEtikaQuerySet,
    KasusEtikaQuerySet,
    PelajaranEtikaQuerySet,
)
from kinerja.querysets.keberatan import (
    KeberatanQuerySet,
    MilikKeberatanQuerySet,
    TanggapanHasilQuerySet,
)
from kinerja.querysets.penilaian import (
    DelegasiQuerySet,
    EvaluasiQuerySet,
    PenilaianQuerySet,
    SesiQuerySet,
    UsulKalibrasiQuerySet,
)
from kinerja.querysets.realisasi import IsiPengisianQuerySet, PengisianQuerySet, RefleksiQuerySet
from kinerja.querysets.siklus import MilikSiklusQuerySet, PribadiQuerySet, SiklusQuerySet
from kinerja.querysets.skp import HasilKerjaQuerySet, MilikHasilKerjaQuerySet, MilikSKPQuerySet, SKPQuerySet
from kinerja.querysets.umpan_360 import Dinilai360QuerySet, Kalimat360QuerySet, Undangan360QuerySet
from kinerja.querysets.umpan_balik import (
    ArahanQuerySet,
    CatatanPimpinanQuerySet,
    KisahQuerySet,
    PenerimaArahanQuerySet,
    PengakuanQuerySet,
    TanggapanQuerySet,
    UmpanBalikQuerySet,
)
from kinerja.querysets.usul_perbaikan import IkutUsulQuerySet, UsulPerbaikanQuerySet
from kinerja.querysets.warga import (
    JanjiQuerySet,
    KirimanQuerySet,
    LayananQuerySet,
    MasukanQuerySet,
    MilikUnitQuerySet,
    UlasanQuerySet,
)
from pegawai.querysets import MilikInstansiQuerySet, MilikPegawaiQuerySet

__all__ = [
    "ArahanQuerySet",
    "BerkertasQuerySet",
    "CatatanPimpinanQuerySet",
    "DelegasiQuerySet",
    "Dinilai360QuerySet",
    "DiskusiEtikaQuerySet",
    "EvaluasiQuerySet",
    "HasilKerjaQuerySet",
    "IkutUsulQuerySet",
    "IsiPengisianQuerySet",
    "JanjiQuerySet",
    "JawabanEtikaQuerySet",
    "Kalimat360QuerySet",
    "KasusEtikaQuerySet",
    "KeberatanQuerySet",
    "KirimanQuerySet",
    "KisahQuerySet",
    "KonversiQuerySet",
    "LayananQuerySet",
    "MasukanQuerySet",
    "MilikHasilKerjaQuerySet",
    "MilikInstansiQuerySet",
    "MilikKeberatanQuerySet",
    "MilikPegawaiQuerySet",
    "MilikPengelolaQuerySet",
    "MilikSKPQuerySet",
    "MilikSiklusQuerySet",
    "MilikUnitQuerySet",
    "PelajaranEtikaQuerySet",
    "PenerimaArahanQuerySet",
    "PengakuanQuerySet",
    "PengisianQuerySet",
    "PenilaianQuerySet",
    "PribadiQuerySet",
    "RefleksiQuerySet",
    "SKPQuerySet",
    "SesiQuerySet",
    "SiklusQuerySet",
    "TanggapanHasilQuerySet",
    "TanggapanQuerySet",
    "UlasanQuerySet",
    "UmpanBalikQuerySet",
    "Undangan360QuerySet",
    "UsulKalibrasiQuerySet",
    "UsulPerbaikanQuerySet",
    "paper_readers",
]
