"""Factories of the catalogue."""

import factory
from factory.django import DjangoModelFactory

from pegawai.enums import BentukPengembangan, KompetensiMansoskul
from pelatihan.enums import Metode
from pelatihan.models import KompetensiPelatihan, Pelatihan, SasaranPelatihan


class PelatihanPabrik(DjangoModelFactory):
    """A free online course of 8 JP; `kompetensi__level=` says how far it leads in Komunikasi."""

    class Meta:
        model = Pelatihan
        skip_postgeneration_save = True

    kode = factory.Sequence(lambda n: f"pelatihan-{n:05d}")
    nama = factory.Sequence(lambda n: f"Pelatihan {n:05d}")
    bentuk = BentukPengembangan.E_LEARNING
    metode = Metode.DARING
    jp = 8
    kompetensi = factory.RelatedFactory("pelatihan.tests.pabrik.KompetensiPelatihanPabrik", "pelatihan")

    class Params:
        kelas = factory.Trait(
            metode=Metode.TATAP_MUKA, bentuk=BentukPengembangan.WORKSHOP, biaya=750_000, jp=20
        )


class KompetensiPelatihanPabrik(DjangoModelFactory):
    class Meta:
        model = KompetensiPelatihan

    pelatihan = factory.SubFactory(PelatihanPabrik, kompetensi=None)
    kompetensi = KompetensiMansoskul.KOMUNIKASI
    level = 3


class SasaranPelatihanPabrik(DjangoModelFactory):
    """Whom a programme is meant for; name at least one of the fields."""

    class Meta:
        model = SasaranPelatihan

    pelatihan = factory.SubFactory(PelatihanPabrik)
