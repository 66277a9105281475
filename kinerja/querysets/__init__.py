"""Who sees what of performance, one module per noun. Import from here only."""

from kinerja.querysets.penilaian import (
    DelegasiQuerySet,
    PenilaianQuerySet,
    SesiQuerySet,
    UsulKalibrasiQuerySet,
)
from kinerja.querysets.realisasi import IsiPengisianQuerySet, PengisianQuerySet, RefleksiQuerySet
from kinerja.querysets.siklus import MilikSiklusQuerySet, PribadiQuerySet, SiklusQuerySet
from kinerja.querysets.skp import HasilKerjaQuerySet, MilikHasilKerjaQuerySet, MilikSKPQuerySet, SKPQuerySet
from pegawai.querysets import MilikInstansiQuerySet, MilikPegawaiQuerySet

__all__ = [
    "DelegasiQuerySet",
    "HasilKerjaQuerySet",
    "IsiPengisianQuerySet",
    "MilikHasilKerjaQuerySet",
    "MilikInstansiQuerySet",
    "MilikPegawaiQuerySet",
    "MilikSKPQuerySet",
    "MilikSiklusQuerySet",
    "PengisianQuerySet",
    "PenilaianQuerySet",
    "PribadiQuerySet",
    "RefleksiQuerySet",
    "SKPQuerySet",
    "SesiQuerySet",
    "SiklusQuerySet",
    "UsulKalibrasiQuerySet",
]
