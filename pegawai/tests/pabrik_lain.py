"""Factories of awards, vacancies, sittings of examinations, signers and letters."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from pegawai.enums import JenisUjian, Jenjang, KodePenghargaan
from pegawai.models import (
    JadwalUjian,
    KebutuhanJabatan,
    PejabatPenandaTangan,
    PenerbitanKGB,
    Penghargaan,
    SuratKGB,
)
from pegawai.tests.pabrik import InstansiPabrik, JabatanPabrik, PenggunaPabrik


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


class PenerbitanKGBPabrik(DjangoModelFactory):
    """A batch of one letter, of November 2026."""

    class Meta:
        model = PenerbitanKGB

    instansi = factory.SubFactory(InstansiPabrik, kode="batanghari")
    jumlah = 1
    oleh = factory.SubFactory(PenggunaPabrik)
    dibuat_pada = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


class SuratKGBPabrik(DjangoModelFactory):
    """A numbered letter for January 2027, in a batch of the person's instansi."""

    class Meta:
        model = SuratKGB

    pegawai = factory.SubFactory("pegawai.tests.pabrik.PegawaiPabrik")
    tmt = date(2027, 1, 1)
    nomor = "800/1/2026"
    tanggal = date(2026, 11, 20)
    golongan = 10
    mkg_bulan = 120
    gaji_lama = 3_287_000
    gaji_baru = 3_390_500
    oleh = factory.SubFactory(PenggunaPabrik)
    penerbitan = factory.SubFactory(
        PenerbitanKGBPabrik,
        instansi=factory.SelfAttribute("..pegawai.instansi"),
        oleh=factory.SelfAttribute("..oleh"),
    )
