"""Factories of what citizens send: services, reviews, topics, inputs, promises."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import factory
from factory.django import DjangoModelFactory

from asn_karier.lib.sandi import kunci_sandi
from kinerja.enums import JawabanUlasan, StatusKiriman
from kinerja.models import JanjiForum, LayananPublik, MasukanForum, PerubahanLayanan, TopikForum, Ulasan
from kinerja.services.kiriman import new_number
from pegawai.tests.pabrik import UnitKerjaPabrik


class LayananPabrik(DjangoModelFactory):
    """A service that takes reviews."""

    class Meta:
        model = LayananPublik

    unit = factory.SubFactory(UnitKerjaPabrik)
    nama = factory.Sequence(lambda n: f"Pendaftaran {n:05d}")


class KirimanPabrik(DjangoModelFactory):
    """Words that wait, received in November 2026. Traits: `tanpa_teks`, `tampil`."""

    class Meta:
        abstract = True

    nomor = factory.LazyFunction(new_number)
    hari = date(2026, 11, 10)
    asli = factory.LazyAttribute(lambda o: kunci_sandi(o.teks) if o.status == StatusKiriman.MENUNGGU else "")
    teks = "Antre lama sekali"
    status = StatusKiriman.MENUNGGU

    class Params:
        tanpa_teks = factory.Trait(status=StatusKiriman.TANPA_TEKS, teks="")
        tampil = factory.Trait(
            status=StatusKiriman.TAMPIL, diputus_pada=datetime(2026, 11, 12, 3, 0, tzinfo=UTC)
        )


class UlasanPabrik(KirimanPabrik):
    class Meta:
        model = Ulasan

    layanan = factory.SubFactory(LayananPabrik)
    jawaban = JawabanUlasan.BAIK


class TopikPabrik(DjangoModelFactory):
    """A dialogue on the page."""

    class Meta:
        model = TopikForum

    unit = factory.SubFactory(UnitKerjaPabrik)
    judul = factory.Sequence(lambda n: f"Jam buka loket {n:05d}")
    uraian = "Jam berapa sebaiknya loket dibuka?"


class MasukanPabrik(KirimanPabrik):
    class Meta:
        model = MasukanForum

    topik = factory.SubFactory(TopikPabrik)


class JanjiPabrik(DjangoModelFactory):
    class Meta:
        model = JanjiForum

    topik = factory.SubFactory(TopikPabrik)
    isi = factory.Sequence(lambda n: f"Loket {n} dibuka pukul 07.30")
    tenggat = date(2026, 12, 31)


class PerubahanPabrik(DjangoModelFactory):
    class Meta:
        model = PerubahanLayanan

    unit = factory.SubFactory(UnitKerjaPabrik)
    masukan = "antre lama"
    tindakan = factory.Sequence(lambda n: f"loket tambahan {n:05d}")
    tanggal = date(2026, 11, 1)


def banyak_ulasan(layanan: Any, hari: date, *jawaban: JawabanUlasan) -> None:
    """Reviews without words on one day."""
    Ulasan.objects.bulk_create(
        Ulasan(layanan=layanan, hari=hari, jawaban=j, status=StatusKiriman.TANPA_TEKS, nomor=new_number())
        for j in jawaban
    )
