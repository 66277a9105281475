"""Factories of self-assessments."""

from datetime import UTC, datetime

import factory
from factory.django import DjangoModelFactory

from pegawai.enums import KompetensiMansoskul
from pelatihan.enums import StatusMandiri
from pelatihan.models import ButirMandiri, PenilaianMandiri


class ButirPabrik(DjangoModelFactory):
    """Komunikasi: 3 is asked for, the person says 2."""

    class Meta:
        model = ButirMandiri

    kompetensi = KompetensiMansoskul.KOMUNIKASI
    wajib = 3
    level_diri = 2


class MandiriPabrik(DjangoModelFactory):
    """Sent in November 2026 about the present post, with one item (`butir__*`)."""

    class Meta:
        model = PenilaianMandiri
        skip_postgeneration_save = True

    pegawai = factory.SubFactory("pegawai.tests.pabrik.PegawaiPabrik", fungsional=True)
    tahun = 2026
    jabatan = factory.LazyAttribute(lambda o: o.pegawai.riwayat_jabatan.get().jabatan)
    status = StatusMandiri.DIKIRIM
    dikirim_pada = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
    butir = factory.RelatedFactory(ButirPabrik, "penilaian")
