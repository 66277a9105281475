"""Factories of competency levels."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from pegawai.enums import KompetensiMansoskul
from pegawai.models import (
    AsesmenKompetensi,
    KenaikanKompetensi,
    KompetensiTeknis,
    LevelTeknis,
    StandarKompetensi,
    StandarTeknis,
)


class _Sembilan(DjangoModelFactory):
    """Level 2 in all nine competencies."""

    class Meta:
        abstract = True

    integritas = 2
    kerja_sama = 2
    komunikasi = 2
    orientasi_hasil = 2
    pelayanan_publik = 2
    pengembangan_diri = 2
    mengelola_perubahan = 2
    pengambilan_keputusan = 2
    perekat_bangsa = 2


class AsesmenPabrik(_Sembilan):
    """An assessment of September 2025."""

    class Meta:
        model = AsesmenKompetensi

    pegawai = factory.SubFactory("pegawai.tests.pabrik.PegawaiPabrik")
    tanggal = date(2025, 9, 15)


class StandarKompetensiPabrik(_Sembilan):
    class Meta:
        model = StandarKompetensi

    jabatan = factory.SubFactory("pegawai.tests.pabrik.JabatanPabrik")


class KompetensiTeknisPabrik(DjangoModelFactory):
    """Shared by all governments; `instansi=` makes it one government's own."""

    class Meta:
        model = KompetensiTeknis

    kode = factory.Sequence(lambda n: f"teknis-{n:05d}")
    nama = factory.Sequence(lambda n: f"Kompetensi teknis {n:05d}")


class StandarTeknisPabrik(DjangoModelFactory):
    class Meta:
        model = StandarTeknis

    jabatan = factory.SubFactory("pegawai.tests.pabrik.JabatanPabrik")
    kompetensi = factory.SubFactory(KompetensiTeknisPabrik)
    level = 3


class LevelTeknisPabrik(DjangoModelFactory):
    """Level 2 by an assessment of September 2025."""

    class Meta:
        model = LevelTeknis

    pegawai = factory.SubFactory("pegawai.tests.pabrik.PegawaiPabrik")
    kompetensi = factory.SubFactory(KompetensiTeknisPabrik)
    level = 2
    tanggal = date(2025, 9, 15)


class KenaikanPabrik(DjangoModelFactory):
    """A training of March 2026 that showed level 3 in Komunikasi."""

    class Meta:
        model = KenaikanKompetensi

    pegawai = factory.SubFactory("pegawai.tests.pabrik.PegawaiPabrik")
    kompetensi = KompetensiMansoskul.KOMUNIKASI
    level = 3
    tanggal = date(2026, 3, 20)
    nomor_sertifikat = factory.Sequence(lambda n: f"SERT-{n:05d}")
