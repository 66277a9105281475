"""Factories of classes and enrolments, for a test that looks at 4 January 2027."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from pegawai.tests.pabrik import InstansiPabrik
from pelatihan.enums import StatusAngkatan, StatusPendaftaran, SumberDana
from pelatihan.models import Angkatan, LangkahPendaftaran, Pagu, Pendaftaran, SesiAngkatan
from pelatihan.tests.pabrik import PelatihanPabrik

SAAT = datetime(2027, 1, 4, 2, tzinfo=UTC)


class PaguPabrik(DjangoModelFactory):
    """Ten million rupiah of APBD in 2027."""

    class Meta:
        model = Pagu

    instansi = factory.SubFactory(InstansiPabrik, kode="batanghari")
    tahun = 2027
    sumber = SumberDana.APBD
    jumlah = 10_000_000


class AngkatanPabrik(DjangoModelFactory):
    """Open until the end of January, held on three days in February, two seats, free; `berbiaya=True`."""

    class Meta:
        model = Angkatan

    pelatihan = factory.SubFactory(PelatihanPabrik, kompetensi=None)
    instansi = factory.SubFactory(InstansiPabrik, kode="batanghari")
    nama = factory.Sequence(lambda n: f"Angkatan {n:05d}")
    mulai = date(2027, 2, 8)
    selesai = date(2027, 2, 10)
    daftar_sampai = date(2027, 1, 29)
    tempat = "Aula BKPSDM"
    kursi = 2
    status = StatusAngkatan.DIBUKA

    class Params:
        berbiaya = factory.Trait(
            biaya=4_000_000, pagu=factory.SubFactory(PaguPabrik, instansi=factory.SelfAttribute("..instansi"))
        )


class SesiPabrik(DjangoModelFactory):
    """The first morning."""

    class Meta:
        model = SesiAngkatan

    angkatan = factory.SubFactory(AngkatanPabrik)
    urut = factory.Sequence(lambda n: n + 1)
    judul = "Pembukaan"
    mulai = datetime(2027, 2, 8, 1, tzinfo=UTC)
    selesai = datetime(2027, 2, 8, 3, tzinfo=UTC)


class PendaftaranPabrik(DjangoModelFactory):
    """As it came in; the counters of the class follow, so that seats add up."""

    class Meta:
        model = Pendaftaran

    angkatan = factory.SubFactory(AngkatanPabrik)
    status = StatusPendaftaran.MENUNGGU_BKPSDM
    urut = factory.LazyAttribute(lambda o: o.angkatan.urut_terakhir + 1)
    diajukan_pada = SAAT

    @classmethod
    def _create(cls, model_class: type, *args: object, **kwargs: object) -> Pendaftaran:
        p: Pendaftaran = super()._create(model_class, *args, **kwargs)
        p.angkatan.urut_terakhir = p.urut
        p.angkatan.terisi += p.status not in (
            StatusPendaftaran.DAFTAR_TUNGGU,
            StatusPendaftaran.DITOLAK,
            StatusPendaftaran.DIBATALKAN,
        )
        p.angkatan.save()
        LangkahPendaftaran.objects.create(pendaftaran=p, ke=p.status, pada=SAAT)
        return p
