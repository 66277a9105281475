"""Plans. `SKPPabrik()` is a draft of 2027; traits `dikirim`, `disepakati`."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from kinerja.enums import NilaiBerakhlak, StatusSKP, SumberKinerja
from kinerja.models import (
    SKP,
    EkspektasiPerilaku,
    HasilKerja,
    Indikator,
    NaskahSKP,
    PengaturanKinerja,
    PerspektifJPT,
    PustakaKinerja,
)
from pegawai.models import Instansi
from pegawai.tests.pabrik import InstansiPabrik, JabatanPabrik, PegawaiPabrik

#: December: next year's plans are written. Noon in Jakarta.
SAAT = datetime(2026, 12, 7, 5, 0, tzinfo=UTC)


class SKPPabrik(DjangoModelFactory):
    class Meta:
        model = SKP

    pegawai = factory.SubFactory(PegawaiPabrik, pelaksana=True)
    tahun = 2027
    mulai = factory.LazyAttribute(lambda o: date(o.tahun, 1, 1))
    sampai = factory.LazyAttribute(lambda o: date(o.tahun, 12, 31))
    penilai = factory.LazyAttribute(lambda o: o.pegawai.atasan)

    class Params:
        dikirim = factory.Trait(status=StatusSKP.DIKIRIM, dikirim_pada=SAAT)
        disepakati = factory.Trait(status=StatusSKP.DISEPAKATI, dikirim_pada=SAAT, disepakati_pada=SAAT)


class HasilKerjaPabrik(DjangoModelFactory):
    """A row with no indicator; `lengkap=True` gives it one with a target."""

    class Meta:
        model = HasilKerja
        skip_postgeneration_save = True

    skp = factory.SubFactory(SKPPabrik)
    urutan = factory.Sequence(lambda n: n + 1)
    rhk = factory.Sequence(lambda n: f"Tersusunnya laporan {n:05d}")
    induk_teks = "Terlaksananya pengawasan"

    @factory.post_generation
    def lengkap(self, create: bool, diisi: bool, **lain: str) -> None:
        if diisi:
            IndikatorPabrik(hasil_kerja=self, **lain)


class IndikatorPabrik(DjangoModelFactory):
    class Meta:
        model = Indikator

    hasil_kerja = factory.SubFactory(HasilKerjaPabrik)
    urutan = factory.Sequence(lambda n: n + 1)
    iki = "Jumlah laporan yang selesai"
    target = "12 laporan"


class EkspektasiPabrik(DjangoModelFactory):
    class Meta:
        model = EkspektasiPerilaku

    skp = factory.SubFactory(SKPPabrik)
    nilai = NilaiBerakhlak.AKUNTABEL
    ekspektasi = "Laporkan hambatan pada hari yang sama."


class NaskahPabrik(DjangoModelFactory):
    class Meta:
        model = NaskahSKP

    skp = factory.SubFactory(SKPPabrik)
    ke = 1
    isi = factory.LazyFunction(
        lambda: {"masa": "2027", "jabatan": "", "pendekatan": "", "hasil": [], "perilaku": [], "lampiran": []}
    )
    penilai = factory.SelfAttribute("skp.penilai")
    disepakati_pada = SAAT


class PustakaPabrik(DjangoModelFactory):
    class Meta:
        model = PustakaKinerja

    instansi = factory.SubFactory(InstansiPabrik, kode="batanghari")
    jabatan = factory.SubFactory(JabatanPabrik)
    rhk = "Terlayaninya pemohon izin"
    iki = "Lama layanan"
    target = "3 hari"


class PerspektifPabrik(DjangoModelFactory):
    class Meta:
        model = PerspektifJPT

    instansi = factory.SubFactory(InstansiPabrik, kode="batanghari")
    nama = factory.Sequence(lambda n: f"Perspektif {n:05d}")


def di_sini(instansi: Instansi) -> Instansi:
    """The instansi writes its plans here."""
    PengaturanKinerja.objects.update_or_create(instansi=instansi, defaults={"sumber": SumberKinerja.DI_SINI})
    return instansi
