"""Factories of papers: an announced quarter, and a person with everything that can be printed."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from kinerja.enums import JenisSiklus, Predikat, Rating, StatusPenilaian, StatusSiklus
from kinerja.models import EvaluasiPeriodik
from kinerja.tests.pabrik import SiklusPabrik
from pegawai.tests.pabrik import PegawaiPabrik


class EvaluasiPabrik(DjangoModelFactory):
    """The third quarter of 2026, Baik, announced; trait `terkirim`: signed and not announced."""

    class Meta:
        model = EvaluasiPeriodik

    pegawai = factory.SubFactory(PegawaiPabrik)
    siklus = factory.LazyAttribute(
        lambda o: SiklusPabrik(
            instansi=o.pegawai.instansi,
            jenis=JenisSiklus.TRIWULAN,
            ke=3,
            nama="Evaluasi triwulan III 2026",
            status=StatusSiklus.DIBUKA,
        )
    )
    mulai = date(2026, 7, 1)
    sampai = date(2026, 9, 30)
    rating_hasil = Rating.SESUAI_EKSPEKTASI
    rating_perilaku = Rating.SESUAI_EKSPEKTASI
    predikat = Predikat.BAIK
    status = StatusPenilaian.DITETAPKAN
    ditetapkan_pada = datetime(2026, 10, 10, tzinfo=UTC)

    class Params:
        terkirim = factory.Trait(status=StatusPenilaian.DIKIRIM)
        draf = factory.Trait(status=StatusPenilaian.DRAF, ditetapkan_pada=None)
