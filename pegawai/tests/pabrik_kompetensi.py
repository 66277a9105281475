"""Factories of competency levels."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from pegawai.models import AsesmenKompetensi, StandarKompetensi


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
