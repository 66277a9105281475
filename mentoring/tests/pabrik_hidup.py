"""Factories of a running pair, for a test that looks at 30 November 2026."""

from datetime import UTC, date, datetime
from uuid import uuid4

import factory
from factory.django import DjangoModelFactory

from asn_karier.lib.sandi import kunci_sandi
from mentoring.enums import CaraBertemu, StatusPertemuan, StatusSasaran
from mentoring.models import CatatanBersama, CatatanPribadi, Pertemuan, SasaranMentoring
from mentoring.tests.pabrik import PasanganPabrik
from pegawai.enums import KompetensiMansoskul

SAAT = datetime(2026, 11, 30, 2, tzinfo=UTC)
HARI = date(2026, 11, 30)


class PertemuanPabrik(DjangoModelFactory):
    """Logged by the mentor for 20 November, waits for the mentee; `terjadi=True` is confirmed."""

    class Meta:
        model = Pertemuan

    pasangan = factory.SubFactory(PasanganPabrik)
    status = StatusPertemuan.MENUNGGU
    pada = date(2026, 11, 20)
    kanal = CaraBertemu.TELEPON
    menit = 30
    oleh = factory.LazyAttribute(lambda o: o.pasangan.mentor_pegawai)
    oleh_pada = SAAT
    kunci = factory.LazyFunction(uuid4)

    class Params:
        terjadi = factory.Trait(
            status=StatusPertemuan.TERJADI,
            dijawab_oleh=factory.LazyAttribute(lambda o: o.pasangan.mentee),
            dijawab_pada=SAAT,
            jp=2,
        )
        rencana = factory.Trait(status=StatusPertemuan.DIRENCANAKAN, menit=None, pada=date(2026, 12, 1))


class SasaranPabrik(DjangoModelFactory):
    """Proposed by the mentor; `berjalan=True` is agreed."""

    class Meta:
        model = SasaranMentoring

    pasangan = factory.SubFactory(PasanganPabrik)
    kompetensi = KompetensiMansoskul.KOMUNIKASI
    batas = date(2027, 3, 31)
    oleh = factory.LazyAttribute(lambda o: o.pasangan.mentor_pegawai)
    kunci = factory.LazyFunction(uuid4)
    sandi = factory.LazyAttribute(lambda o: kunci_sandi(o.perubahan))

    class Params:
        perubahan = "Memimpin rapat bidang"
        berjalan = factory.Trait(
            status=StatusSasaran.BERJALAN, disetujui_oleh=factory.LazyAttribute(lambda o: o.pasangan.mentee)
        )


class CatatanBersamaPabrik(DjangoModelFactory):
    """A shared note of the mentee."""

    class Meta:
        model = CatatanBersama

    class Params:
        isi = "Isi catatan"

    pasangan = factory.SubFactory(PasanganPabrik)
    penulis = factory.LazyAttribute(lambda o: o.pasangan.mentee)
    sandi = factory.LazyAttribute(lambda o: kunci_sandi(o.isi))
    kunci = factory.LazyFunction(uuid4)
    pada = SAAT


class CatatanPribadiPabrik(CatatanBersamaPabrik):
    """A private note of the mentee; `penulis=` for another."""

    class Meta:
        model = CatatanPribadi
