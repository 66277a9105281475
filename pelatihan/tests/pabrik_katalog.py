"""Factories of what the catalogue tells: partners with agreements, and classes of May 2027."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from pelatihan.enums import JenisMitra
from pelatihan.models import Mitra, PerjanjianMitra
from pelatihan.tests.pabrik_kelas import AngkatanPabrik


class KelasMeiPabrik(AngkatanPabrik):
    """Free, with thirty seats, open for applications until the end of April; `penuh=True`: all are taken."""

    mulai = date(2027, 5, 5)
    selesai = date(2027, 5, 7)
    daftar_sampai = date(2027, 4, 30)
    kursi = 30

    class Params:
        penuh = factory.Trait(terisi=30)


class MitraPabrik(DjangoModelFactory):
    class Meta:
        model = Mitra

    instansi = factory.SubFactory("pegawai.tests.pabrik.InstansiPabrik")
    nama = factory.Sequence(lambda n: f"Universitas {n:05d}")
    jenis = JenisMitra.KAMPUS


class PerjanjianPabrik(DjangoModelFactory):
    """Of 2026 and 2027."""

    class Meta:
        model = PerjanjianMitra

    mitra = factory.SubFactory(MitraPabrik)
    nomor = factory.Sequence(lambda n: f"415.4/{n}")
    mulai = date(2026, 1, 1)
    sampai = date(2027, 12, 31)
