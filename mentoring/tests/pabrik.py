"""Factories of mentors and pairs."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from mentoring.enums import StatusPasangan
from mentoring.models import KeahlianMentor, Pasangan, ProfilMentor
from pegawai.enums import KompetensiMansoskul
from pegawai.tests.pabrik import PegawaiPabrik


class ProfilMentorPabrik(DjangoModelFactory):
    """A senior JF with level 4 in Komunikasi and two places; `keahlian__level=` changes the level."""

    class Meta:
        model = ProfilMentor
        skip_postgeneration_save = True

    pegawai = factory.SubFactory(PegawaiPabrik, fungsional=True)
    keahlian = factory.RelatedFactory("mentoring.tests.pabrik.KeahlianMentorPabrik", "profil")


class KeahlianMentorPabrik(DjangoModelFactory):
    class Meta:
        model = KeahlianMentor

    profil = factory.SubFactory(ProfilMentorPabrik, keahlian=None)
    kompetensi = KompetensiMansoskul.KOMUNIKASI
    level = 4


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
