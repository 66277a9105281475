"""Factories of the yearly case of ethics."""

from datetime import UTC, date, datetime
from uuid import uuid4

import factory
from factory.django import DjangoModelFactory

from kinerja.enums import KeluargaKasus, NilaiBerakhlak, StatusKasus
from kinerja.models import DiskusiEtika, JawabanEtika, KasusEtika, PelajaranEtika
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik

SAAT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
#: After the last day of the case everywhere.
SESUDAH = datetime(2026, 12, 5, 2, 0, tzinfo=UTC)


class KasusPabrik(DjangoModelFactory):
    """Shown to all families of batanghari until the end of November 2026; traits `draf`, `selesai`."""

    class Meta:
        model = KasusEtika

    instansi = factory.SubFactory(InstansiPabrik, kode="batanghari")
    tahun = 2026
    keluarga = KeluargaKasus.SEMUA
    judul = "Berkas yang kurang satu"
    kasus = "Seorang petugas ditawari jalan pintas."
    pertanyaan = "Apa yang Anda lakukan?\nMengapa?"
    nilai = NilaiBerakhlak.AKUNTABEL
    mulai = date(2026, 11, 1)
    batas = date(2026, 11, 30)
    status = StatusKasus.TERBIT

    class Params:
        draf = factory.Trait(status=StatusKasus.DRAF)
        selesai = factory.Trait(status=StatusKasus.SELESAI)


class JawabanPabrik(DjangoModelFactory):
    class Meta:
        model = JawabanEtika

    pegawai = factory.SubFactory(PegawaiPabrik)
    kasus = factory.SubFactory(KasusPabrik, instansi=factory.SelfAttribute("..pegawai.instansi"))
    unit = factory.LazyAttribute(lambda o: o.pegawai.unit)
    isi = "Saya minta kelengkapannya dulu."
    dikirim_pada = SAAT


class DiskusiPabrik(DjangoModelFactory):
    """A word below an answer; trait `ditarik`."""

    class Meta:
        model = DiskusiEtika

    jawaban = factory.SubFactory(JawabanPabrik)
    isi = "Saya setuju dengan bagian kedua."
    kunci = factory.LazyFunction(uuid4)
    pada = SAAT

    class Params:
        ditarik = factory.Trait(isi="", ditarik_pada=SAAT)


class PelajaranPabrik(DjangoModelFactory):
    class Meta:
        model = PelajaranEtika

    kasus = factory.SubFactory(KasusPabrik)
    isi = "Kami pasang daftar kelengkapan di loket."
    pada = SAAT
