"""Factories of awards, vacancies and sittings of examinations."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from pegawai.enums import JenisUjian, Jenjang, KodePenghargaan
from pegawai.models import JadwalUjian, KebutuhanJabatan, Penghargaan
from pegawai.tests.pabrik import InstansiPabrik, JabatanPabrik


class PenghargaanPabrik(DjangoModelFactory):
    """Satyalancana Karya Satya X of August 2021."""

    class Meta:
        model = Penghargaan

    pegawai = factory.SubFactory("pegawai.tests.pabrik.PegawaiPabrik")
    kode = KodePenghargaan.SATYALANCANA_X
    tanggal = date(2021, 8, 17)


class KebutuhanPabrik(DjangoModelFactory):
    """Two vacancies, as stated in January 2026."""

    class Meta:
        model = KebutuhanJabatan

    instansi = factory.SubFactory(InstansiPabrik, kode="batanghari")
    jabatan = factory.SubFactory(JabatanPabrik, fungsional=True)
    lowongan = 2
    per_tanggal = date(2026, 1, 2)


class JadwalUjianPabrik(DjangoModelFactory):
    """Ujian dinas tingkat I in October 2026; `ukom=True`: uji kompetensi to Ahli Madya."""

    class Meta:
        model = JadwalUjian

    instansi = factory.SubFactory(InstansiPabrik, kode="batanghari")
    jenis = JenisUjian.UJIAN_DINAS_TK_I
    tanggal = date(2026, 10, 12)
    tempat = "Aula BKPSDM"

    class Params:
        ukom = factory.Trait(jenis=JenisUjian.UJI_KOMPETENSI_JENJANG, jenjang=Jenjang.AHLI_MADYA)
