"""Factories of what karier itself records."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from karier.models import KomponenTalenta


class KomponenTalentaPabrik(DjangoModelFactory):
    """Scores of June 2026; umpan balik was not scored."""

    class Meta:
        model = KomponenTalenta

    pegawai = factory.SubFactory("pegawai.tests.pabrik.PegawaiPabrik")
    tanggal = date(2026, 6, 30)
    potensi = 8250
    pengembangan = 7000
    pengalaman = 6500
    kesesuaian = 10_000
    penghargaan = 0
    penugasan = 9999
    umpan_balik = None
