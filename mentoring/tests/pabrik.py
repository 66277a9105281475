"""Factories of mentors, waits and pairs."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from mentoring.enums import AsalPermintaan, StatusMentor, StatusPasangan
from mentoring.models import KeahlianMentor, Pasangan, PermintaanMentor, ProfilMentor, ProgramMentoring
from pegawai.enums import KompetensiMansoskul
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik

#: Ten in the morning in Jakarta.
SAAT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


class ProfilMentorPabrik(DjangoModelFactory):
    """A senior JF with level 4 in Komunikasi and two places; `keahlian__level=` changes the level.

    `aktif=False`: rests; `jarak_jauh=False`: meets in person only.
    """

    class Meta:
        model = ProfilMentor
        skip_postgeneration_save = True

    class Params:
        aktif = True
        jarak_jauh = True

    pegawai = factory.SubFactory(PegawaiPabrik, fungsional=True)
    status = factory.LazyAttribute(lambda o: StatusMentor.AKTIF if o.aktif else StatusMentor.ISTIRAHAT)
    bersedia_pada = SAAT
    telepon = factory.SelfAttribute("jarak_jauh")
    whatsapp = factory.SelfAttribute("jarak_jauh")
    keahlian = factory.RelatedFactory("mentoring.tests.pabrik.KeahlianMentorPabrik", "profil")


class KeahlianMentorPabrik(DjangoModelFactory):
    class Meta:
        model = KeahlianMentor

    profil = factory.SubFactory(ProfilMentorPabrik, keahlian=None)
    kompetensi = KompetensiMansoskul.KOMUNIKASI
    level = 4


class ProgramMentoringPabrik(DjangoModelFactory):
    """Open for everybody and about everything, from October to June."""

    class Meta:
        model = ProgramMentoring

    instansi = factory.SubFactory(InstansiPabrik, kode="batanghari")
    nama = factory.Sequence(lambda n: f"Program mentoring {n:05d}")
    tujuan = "Belajar dari yang berpengalaman"
    mulai = date(2026, 10, 1)
    selesai = date(2027, 6, 30)


class PermintaanPabrik(DjangoModelFactory):
    """Somebody asks for a mentor in Komunikasi, level 2 to 3."""

    class Meta:
        model = PermintaanMentor

    pegawai = factory.SubFactory(PegawaiPabrik, fungsional=True)
    kompetensi = KompetensiMansoskul.KOMUNIKASI
    asal = AsalPermintaan.DIRI
    level_sekarang = 2
    level_wajib = 3
    dicatat_pada = SAAT


class PasanganPabrik(DjangoModelFactory):
    """A running pair."""

    class Meta:
        model = Pasangan

    mentor = factory.SubFactory(ProfilMentorPabrik)
    mentor_pegawai = factory.LazyAttribute(lambda o: o.mentor.pegawai)
    mentee = factory.SubFactory(PegawaiPabrik)
    kompetensi = KompetensiMansoskul.KOMUNIKASI
    status = StatusPasangan.BERJALAN
    mulai = date(2026, 9, 1)
