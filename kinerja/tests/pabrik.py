"""Factories of performance: yearly appraisals, PAK, conversions. Signed unless a trait says `draf`."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from kinerja.enums import Predikat, Rating, StatusKonversi, StatusPenilaian, SumberPenilaian
from kinerja.models import KonversiAngkaKredit, PenetapanAngkaKredit, Penilaian, SiklusPenilaian
from pegawai.enums import Jenjang
from pegawai.models import Pegawai
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik


class SiklusPabrik(DjangoModelFactory):
    """The cycle of 2026, not yet opened."""

    class Meta:
        model = SiklusPenilaian

    instansi = factory.SubFactory(InstansiPabrik, kode="batanghari")
    tahun = 2026
    nama = factory.LazyAttribute(lambda o: f"Penilaian {o.tahun}")
    batas_penilaian = factory.LazyAttribute(lambda o: date(o.tahun + 1, 1, 31))


class PenilaianPabrik(DjangoModelFactory):
    """Predikat Baik of 2025, signed. Traits: `draf`, `impor` (from e-Kinerja, ratings unknown)."""

    class Meta:
        model = Penilaian

    pegawai = factory.SubFactory(PegawaiPabrik)
    tahun = 2025
    rating_hasil = Rating.SESUAI_EKSPEKTASI
    rating_perilaku = Rating.SESUAI_EKSPEKTASI
    predikat = Predikat.BAIK
    status = StatusPenilaian.DITETAPKAN
    ditetapkan_pada = factory.LazyAttribute(lambda o: datetime(o.tahun + 1, 1, 20, tzinfo=UTC))

    class Params:
        draf = factory.Trait(status=StatusPenilaian.DRAF, ditetapkan_pada=None)
        impor = factory.Trait(sumber=SumberPenilaian.EKINERJA, rating_hasil=None, rating_perilaku=None)


class PakPabrik(DjangoModelFactory):
    """A PAK of 42.50 up to the end of 2024, Ahli Muda."""

    class Meta:
        model = PenetapanAngkaKredit

    pegawai = factory.SubFactory(PegawaiPabrik, fungsional=True)
    nomor = factory.Sequence(lambda n: f"800/{n}/PAK")
    sampai = date(2024, 12, 31)
    jenjang = Jenjang.AHLI_MUDA
    jumlah_senti = 4250


class KonversiPabrik(DjangoModelFactory):
    """25.00 of the whole year 2025, Ahli Muda, predikat Baik, signed; trait `draf`."""

    class Meta:
        model = KonversiAngkaKredit

    pegawai = factory.SubFactory(PegawaiPabrik, fungsional=True)
    tahun = 2025
    mulai = factory.LazyAttribute(lambda o: date(o.tahun, 1, 1))
    bulan = 12
    jenjang = Jenjang.AHLI_MUDA
    koefisien_milli = 25_000
    persen = 100
    nilai_senti = 2500
    status = StatusKonversi.DITANDATANGANI

    class Params:
        draf = factory.Trait(status=StatusKonversi.DRAF)


def predikat_tahun(pegawai: Pegawai, *tahun: int, predikat: Predikat = Predikat.BAIK) -> None:
    """The same signed predikat in several years."""
    for t in tahun:
        PenilaianPabrik(pegawai=pegawai, tahun=t, predikat=predikat)
