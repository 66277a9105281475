"""Factories of what happens through the year: feedback, notes, directions, recognition."""

from datetime import UTC, date, datetime
from uuid import uuid4

import factory
from factory.django import DjangoModelFactory

from asn_karier.lib.sandi import kunci_sandi
from kinerja.enums import (
    HubunganPemberi,
    JenisUmpanBalik,
    SasaranArahan,
    StatusPengakuan,
    SumberPengakuan,
    TentangUmpanBalik,
)
from kinerja.models import (
    Arahan,
    CatatanPimpinan,
    KisahPublik,
    PenerimaArahan,
    Pengakuan,
    TanggapanUmpanBalik,
    UmpanBalik,
)
from pegawai.tests.pabrik import PegawaiPabrik

SAAT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


class UmpanBalikPabrik(DjangoModelFactory):
    """A strength, from the atasan of the person; trait `perbaikan`."""

    class Meta:
        model = UmpanBalik

    pegawai = factory.SubFactory(PegawaiPabrik)
    pemberi = factory.LazyAttribute(lambda o: o.pegawai.atasan)
    hubungan = HubunganPemberi.ATASAN
    tentang = TentangUmpanBalik.HASIL_KERJA
    jenis = JenisUmpanBalik.KEKUATAN
    peristiwa = "Laporan triwulan selesai tiga hari lebih awal."
    dampak = "Rapat anggaran memakai angka terbaru."
    berikutnya = "Bagikan cara menyusunnya kepada dua rekan."
    kunci = factory.LazyFunction(uuid4)
    dikirim_pada = SAAT

    class Params:
        perbaikan = factory.Trait(jenis=JenisUmpanBalik.PERBAIKAN)


class TanggapanPabrik(DjangoModelFactory):
    class Meta:
        model = TanggapanUmpanBalik

    umpan_balik = factory.SubFactory(UmpanBalikPabrik)
    oleh = factory.LazyAttribute(lambda o: o.umpan_balik.pegawai)
    isi = "Terima kasih, saya jadwalkan hari Kamis."
    kunci = factory.LazyFunction(uuid4)
    pada = SAAT


class CatatanPabrik(DjangoModelFactory):
    """A private note of the atasan of the person; `isi=` is what it says."""

    class Meta:
        model = CatatanPimpinan
        exclude = ("isi",)

    isi = "Tanyakan beban kerja saat penilaian."
    pegawai = factory.SubFactory(PegawaiPabrik)
    pimpinan = factory.LazyAttribute(lambda o: o.pegawai.atasan)
    sandi = factory.LazyAttribute(lambda o: kunci_sandi(o.isi))
    kunci = factory.LazyFunction(uuid4)
    pada = SAAT


class ArahanPabrik(DjangoModelFactory):
    """A direction to one person, until the end of November 2026."""

    class Meta:
        model = Arahan

    pemberi = factory.SubFactory(PegawaiPabrik)
    sasaran = SasaranArahan.ORANG
    judul = "Siapkan laporan persediaan obat"
    isi = "Sertakan perbandingan dengan triwulan lalu."
    tenggat = date(2026, 11, 30)
    kunci = factory.LazyFunction(uuid4)
    dikirim_pada = SAAT


class PenerimaPabrik(DjangoModelFactory):
    class Meta:
        model = PenerimaArahan

    pegawai = factory.SubFactory(PegawaiPabrik)
    arahan = factory.SubFactory(ArahanPabrik, pemberi=factory.SelfAttribute("..pegawai.atasan"))


class PengakuanPabrik(DjangoModelFactory):
    """Established by the atasan of the person; trait `usul` waits for a decision."""

    class Meta:
        model = Pengakuan

    pegawai = factory.SubFactory(PegawaiPabrik)
    pengusul = factory.SubFactory(PegawaiPabrik, instansi=factory.SelfAttribute("..pegawai.instansi"))
    sumber = SumberPengakuan.PROYEK
    judul = "Antrean loket menjadi 20 menit"
    uraian = "Menyusun ulang alur loket bersama tim pendaftaran."
    tanggal = date(2026, 10, 1)
    status = StatusPengakuan.DITETAPKAN
    penetap = factory.LazyAttribute(lambda o: o.pegawai.atasan)
    diputuskan_pada = SAAT
    kunci = factory.LazyFunction(uuid4)
    diusulkan_pada = SAAT

    class Params:
        usul = factory.Trait(status=StatusPengakuan.DIUSULKAN, penetap=None, diputuskan_pada=None)


class KisahPabrik(DjangoModelFactory):
    """A consent that holds, without name and unit; trait `dicabut`."""

    class Meta:
        model = KisahPublik

    pengakuan = factory.SubFactory(PengakuanPabrik)
    judul = factory.LazyAttribute(lambda o: o.pengakuan.judul)
    kisah = factory.LazyAttribute(lambda o: o.pengakuan.uraian)
    disetujui_pada = SAAT

    class Params:
        dicabut = factory.Trait(judul="", kisah="", dicabut_pada=SAAT)
