"""Who sees what of training. Import from here only."""

from pelatihan.querysets.angkatan import AngkatanQuerySet
from pelatihan.querysets.katalog import PelatihanQuerySet
from pelatihan.querysets.milik import (
    LangkahQuerySet,
    MilikAngkatanQuerySet,
    MilikHcdpQuerySet,
    MilikMandiriQuerySet,
    MilikMitraQuerySet,
    MilikPelatihanQuerySet,
    MilikPendaftaranQuerySet,
    MilikRencanaQuerySet,
    MilikSkenarioQuerySet,
    MutasiQuerySet,
    NarasumberQuerySet,
    SoalQuerySet,
    SuratTugasQuerySet,
)
from pelatihan.querysets.peserta import MilikSendiriQuerySet, MinatQuerySet, PendaftaranQuerySet

__all__ = [
    "AngkatanQuerySet",
    "LangkahQuerySet",
    "MilikAngkatanQuerySet",
    "MilikHcdpQuerySet",
    "MilikMandiriQuerySet",
    "MilikMitraQuerySet",
    "MilikPelatihanQuerySet",
    "MilikPendaftaranQuerySet",
    "MilikRencanaQuerySet",
    "MilikSendiriQuerySet",
    "MilikSkenarioQuerySet",
    "MinatQuerySet",
    "MutasiQuerySet",
    "NarasumberQuerySet",
    "PelatihanQuerySet",
    "PendaftaranQuerySet",
    "SoalQuerySet",
    "SuratTugasQuerySet",
]
