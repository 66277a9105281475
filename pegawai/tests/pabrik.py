"""Factories of people and places. A trait says what is special about a person; nothing is random.

    PegawaiPabrik()                          a bare PNS: data utama only
    PegawaiPabrik(pelaksana=True)            III/b for four years and more, S1, a pelaksana post
    PegawaiPabrik(fungsional=True)           III/c Ahli Muda
    PegawaiPabrik(struktural=True)           III/d Pengawas
    PegawaiPabrik(pppk=True), (cpns=True)
    PegawaiPabrik(pelaksana=True, pangkat__golongan=9, pangkat__tmt=date(2023, 4, 1))

`pangkat__*`, `jabatan__*`, `pendidikan__*` change the history row that a trait writes. All dates are
written for a test that looks at the end of 2026.
"""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from pegawai.enums import (
    BentukPengembangan,
    JenisJabatan,
    JenisKelamin,
    JenisPegawai,
    JenisPeran,
    JenisUjian,
    Jenjang,
    KedudukanHukum,
    Register,
    StatusDisiplin,
    StatusKepegawaian,
    TingkatHukuman,
    TingkatPendidikan,
)
from pegawai.models import (
    CakupanData,
    HasilUjian,
    HukumanDisiplin,
    Instansi,
    Jabatan,
    Pegawai,
    PengembanganKompetensi,
    Pengguna,
    Peran,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
    UnitKerja,
)


class InstansiPabrik(DjangoModelFactory):
    """One government; call with `kode=` when the test needs several by name."""

    class Meta:
        model = Instansi
        django_get_or_create = ("kode",)

    kode = factory.Sequence(lambda n: f"kabupaten-{n:05d}")
    nama = factory.LazyAttribute(lambda o: f"Pemerintah {o.kode.replace('-', ' ').title()}")


class UnitKerjaPabrik(DjangoModelFactory):
    """A unit; with `induk=` it hangs below that unit, otherwise it is a root."""

    class Meta:
        model = UnitKerja

    instansi = factory.LazyAttribute(lambda o: o.induk.instansi if o.induk else InstansiPabrik())
    induk = None
    siasn_id = factory.Sequence(lambda n: f"UNOR-{n:06d}")
    nama = factory.Sequence(lambda n: f"Unit {n:05d}")
    jalur = factory.LazyAttributeSequence(
        lambda o, n: f"{o.induk.jalur if o.induk else ''}{n % 900_000 + 1:06d}"
    )

    class Params:
        jauh = factory.Trait(terpencil=True)


class JabatanPabrik(DjangoModelFactory):
    """A pelaksana post; traits `fungsional` (Ahli Muda) and `struktural` (Pengawas)."""

    class Meta:
        model = Jabatan
        django_get_or_create = ("siasn_id",)

    siasn_id = factory.LazyAttribute(lambda o: f"JAB-{o.jenis}-{o.jenjang}-{o.nama}"[:36])
    nama = "Pengelola Kepegawaian"
    jenis = JenisJabatan.PELAKSANA
    jenjang = Jenjang.PELAKSANA

    class Params:
        fungsional = factory.Trait(
            nama="Analis SDM Aparatur", jenis=JenisJabatan.FUNGSIONAL, jenjang=Jenjang.AHLI_MUDA
        )
        struktural = factory.Trait(
            nama="Kepala Subbagian Umum", jenis=JenisJabatan.STRUKTURAL, jenjang=Jenjang.PENGAWAS
        )


class RiwayatPangkatPabrik(DjangoModelFactory):
    """III/b since April 2021; trait `pppk` is golongan IX."""

    class Meta:
        model = RiwayatPangkat

    pegawai = factory.SubFactory("pegawai.tests.pabrik.PegawaiPabrik")
    skala = JenisPegawai.PNS
    golongan = 10
    tmt = date(2021, 4, 1)

    class Params:
        pppk = factory.Trait(skala=JenisPegawai.PPPK, golongan=9, tmt=date(2022, 3, 1))


class RiwayatJabatanPabrik(DjangoModelFactory):
    """A pelaksana post; name another with `jabatan=` or a trait of it (`jabatan__fungsional=True`)."""

    class Meta:
        model = RiwayatJabatan

    pegawai = factory.SubFactory("pegawai.tests.pabrik.PegawaiPabrik")
    jabatan = factory.SubFactory(JabatanPabrik)
    tmt = date(2021, 4, 1)


class RiwayatPendidikanPabrik(DjangoModelFactory):
    """S1."""

    class Meta:
        model = RiwayatPendidikan

    pegawai = factory.SubFactory("pegawai.tests.pabrik.PegawaiPabrik")
    tingkat = TingkatPendidikan.S1
    nama = factory.LazyAttribute(lambda o: f"Program {int(o.tingkat)}")


class PegawaiPabrik(DjangoModelFactory):
    """A person; see the head of this file for the traits."""

    class Meta:
        model = Pegawai
        skip_postgeneration_save = True

    class Params:
        pelaksana = factory.Trait(
            pangkat=factory.RelatedFactory(RiwayatPangkatPabrik, "pegawai"),
            jabatan=factory.RelatedFactory(RiwayatJabatanPabrik, "pegawai"),
            pendidikan=factory.RelatedFactory(RiwayatPendidikanPabrik, "pegawai"),
        )
        fungsional = factory.Trait(
            pangkat=factory.RelatedFactory(RiwayatPangkatPabrik, "pegawai", golongan=11),
            jabatan=factory.RelatedFactory(RiwayatJabatanPabrik, "pegawai", jabatan__fungsional=True),
            pendidikan=factory.RelatedFactory(RiwayatPendidikanPabrik, "pegawai"),
        )
        struktural = factory.Trait(
            pangkat=factory.RelatedFactory(RiwayatPangkatPabrik, "pegawai", golongan=12),
            jabatan=factory.RelatedFactory(RiwayatJabatanPabrik, "pegawai", jabatan__struktural=True),
            pendidikan=factory.RelatedFactory(RiwayatPendidikanPabrik, "pegawai"),
        )
        cpns = factory.Trait(status=StatusKepegawaian.CPNS, tmt_cpns=date(2026, 3, 1), tmt_pns=None)
        pppk = factory.Trait(
            jenis=JenisPegawai.PPPK,
            status=StatusKepegawaian.PPPK,
            kedudukan_hukum=KedudukanHukum.PPPK_AKTIF,
            tmt_cpns=None,
            tmt_pns=None,
            perjanjian_mulai=date(2022, 3, 1),
            perjanjian_sampai=date(2027, 2, 28),
            pangkat=factory.RelatedFactory(RiwayatPangkatPabrik, "pegawai", pppk=True),
            jabatan=factory.RelatedFactory(
                RiwayatJabatanPabrik, "pegawai", jabatan__fungsional=True, tmt=date(2022, 3, 1)
            ),
            pendidikan=factory.RelatedFactory(RiwayatPendidikanPabrik, "pegawai"),
        )

    instansi = factory.SubFactory(InstansiPabrik, kode="batanghari")
    siasn_id = factory.Sequence(lambda n: f"PNS-{n:08d}")
    tanggal_lahir = factory.Sequence(lambda n: date(1985, 1 + n // 28 % 12, 1 + n % 28))
    jenis_kelamin = JenisKelamin.WANITA
    jenis = JenisPegawai.PNS
    status = StatusKepegawaian.PNS
    kedudukan_hukum = KedudukanHukum.AKTIF
    tmt_cpns = date(2010, 3, 1)
    tmt_pns = date(2011, 4, 1)
    nama = factory.Sequence(lambda n: f"Pegawai {n:05d}")

    @factory.lazy_attribute_sequence
    def nip(self, n: int) -> str:
        """Born, appointed, sex, running number, in the official places."""
        tengah = f"{self.tmt_cpns:%Y%m}" if self.tmt_cpns else "202221"
        kelamin = 1 if self.jenis_kelamin == JenisKelamin.PRIA else 2
        return f"{self.tanggal_lahir:%Y%m%d}{tengah}{kelamin}{n % 999 + 1:03d}"


class HukumanDisiplinPabrik(DjangoModelFactory):
    """Hukuman sedang running until the middle of 2027; traits `ringan`, `selesai`, `pemeriksaan`."""

    class Meta:
        model = HukumanDisiplin

    pegawai = factory.SubFactory(PegawaiPabrik)
    status = StatusDisiplin.DIJATUHKAN
    tingkat = TingkatHukuman.SEDANG
    mulai = date(2026, 7, 1)
    sampai = date(2027, 6, 30)

    class Params:
        ringan = factory.Trait(tingkat=TingkatHukuman.RINGAN)
        selesai = factory.Trait(mulai=date(2024, 1, 1), sampai=date(2024, 12, 31))
        pemeriksaan = factory.Trait(status=StatusDisiplin.DALAM_PEMERIKSAAN, tingkat="", sampai=None)


class HasilUjianPabrik(DjangoModelFactory):
    """Ujian dinas tingkat I passed; trait `tingkat_ii`."""

    class Meta:
        model = HasilUjian

    pegawai = factory.SubFactory(PegawaiPabrik)
    jenis = JenisUjian.UJIAN_DINAS_TK_I
    tanggal = date(2025, 9, 1)
    lulus = True

    class Params:
        tingkat_ii = factory.Trait(jenis=JenisUjian.UJIAN_DINAS_TK_II)


class PengembanganPabrik(DjangoModelFactory):
    """One activity of 10 JP in 2026."""

    class Meta:
        model = PengembanganKompetensi

    pegawai = factory.SubFactory(PegawaiPabrik)
    bentuk = BentukPengembangan.BIMBINGAN_TEKNIS
    nama = factory.Sequence(lambda n: f"Bimbingan teknis {n:05d}")
    tanggal_selesai = date(2026, 5, 20)
    jp = 10


class PenggunaPabrik(DjangoModelFactory):
    """An account without a password; `pegawai=` makes it the account of that person."""

    class Meta:
        model = Pengguna

    username = factory.LazyAttributeSequence(lambda o, n: o.pegawai.nip if o.pegawai else f"akun-{n:05d}")
    nama = factory.LazyAttribute(lambda o: o.pegawai.nama if o.pegawai else o.username)
    pegawai = None


class PeranPabrik(DjangoModelFactory):
    """HR of a whole instansi; `unit=` with `jenis=OPERATOR_UNIT` narrows it."""

    class Meta:
        model = Peran

    pengguna = factory.SubFactory(PenggunaPabrik)
    jenis = JenisPeran.HR_INSTANSI
    instansi = factory.SubFactory(InstansiPabrik, kode="batanghari")
    unit = None
    mulai = date(2020, 1, 1)


class CakupanPabrik(DjangoModelFactory):
    """The register of discipline is declared complete for 2026 and 2027."""

    class Meta:
        model = CakupanData

    instansi = factory.SubFactory(InstansiPabrik, kode="batanghari")
    register = Register.HUKUMAN_DISIPLIN
    mulai = date(2026, 1, 1)
    sampai = date(2027, 12, 31)
    sumber = "Surat pernyataan Kepala BKPSDM"
    dinyatakan_oleh = factory.SubFactory(PenggunaPabrik)


def hr_dari(instansi: Instansi, **akun: object) -> Pengguna:
    """An account that works as HR of the whole `instansi`."""
    return PeranPabrik(instansi=instansi, pengguna=PenggunaPabrik(is_staff=True, **akun)).pengguna


def nyatakan_lengkap(instansi: Instansi) -> None:
    """Every register of `instansi` is declared complete."""
    petugas = PenggunaPabrik()
    for register in Register:
        CakupanPabrik(instansi=instansi, register=register, dinyatakan_oleh=petugas)
