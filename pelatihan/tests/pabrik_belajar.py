"""Factories of a class with its lessons, questions and participants."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik
from pelatihan.enums import StatusAngkatan, StatusPendaftaran
from pelatihan.models import Angkatan, Materi, Pendaftaran, SoalKuis
from pelatihan.tests.pabrik import PelatihanPabrik

#: Days of the class, and noon of the first and last one in Jakarta.
MULAI, SELESAI = date(2026, 5, 4), date(2026, 5, 6)
PAGI_PERTAMA = datetime(2026, 5, 4, 5, 0, tzinfo=UTC)
HARI_TERAKHIR = datetime(2026, 5, 6, 5, 0, tzinfo=UTC)
#: No answer can come any more.
SESUDAH = datetime(2026, 6, 10, 5, 0, tzinfo=UTC)
#: Three months and a day later.
TIGA_BULAN = datetime(2026, 8, 7, 5, 0, tzinfo=UTC)


class KelasPabrik(DjangoModelFactory):
    """4 to 6 May 2026 in batanghari, of a programme of its own."""

    class Meta:
        model = Angkatan

    instansi = factory.SubFactory(InstansiPabrik, kode="batanghari")
    pelatihan = factory.SubFactory(
        PelatihanPabrik, kompetensi=None, instansi=factory.SelfAttribute("..instansi")
    )
    nama = factory.Sequence(lambda n: f"Angkatan {n:05d}")
    mulai = MULAI
    selesai = SELESAI
    daftar_sampai = MULAI
    kursi = 30
    status = StatusAngkatan.DIBUKA


class KursiPabrik(DjangoModelFactory):
    """Somebody with a letter that sends them there; trait `lulus`: who passed."""

    class Meta:
        model = Pendaftaran

    angkatan = factory.SubFactory(KelasPabrik)
    pegawai = factory.SubFactory(PegawaiPabrik, instansi=factory.SelfAttribute("..angkatan.instansi"))
    urut = factory.Sequence(lambda n: n + 1)
    status = StatusPendaftaran.SURAT_TUGAS

    class Params:
        lulus = factory.Trait(status=StatusPendaftaran.SELESAI)


class MateriPabrik(DjangoModelFactory):
    class Meta:
        model = Materi

    pelatihan = factory.SubFactory(PelatihanPabrik, kompetensi=None)
    urut = factory.Sequence(lambda n: n + 1)
    judul = factory.LazyAttribute(lambda o: f"Materi ke-{o.urut}")
    isi = "Isi materi."


class SoalPabrik(DjangoModelFactory):
    """Three choices, the second one right."""

    class Meta:
        model = SoalKuis

    pelatihan = factory.SubFactory(PelatihanPabrik, kompetensi=None)
    urut = factory.Sequence(lambda n: n + 1)
    pertanyaan = factory.LazyAttribute(lambda o: f"Pertanyaan {o.urut}?")
    pilihan = factory.LazyFunction(lambda: ["Salah satu", "Tepat", "Salah dua"])
    jawaban = 2
