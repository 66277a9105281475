"""Factories of awards, vacancies and signers."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from pegawai.enums import KodePenghargaan
from pegawai.models import KebutuhanJabatan, PejabatPenandaTangan, Penghargaan
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


class PenandaTanganPabrik(DjangoModelFactory):
    """The head of the office, since January 2026."""

    class Meta:
        model = PejabatPenandaTangan

    instansi = factory.SubFactory(InstansiPabrik, kode="batanghari")
    nama = "Dra. Kepala Contoh, M.Si."
    nip = "196911271998081001"
    pangkat = "Pembina Utama Muda (IV/c)"
    jabatan = "Kepala BKPSDM"
    mulai = date(2026, 1, 1)
