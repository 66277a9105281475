"""Shapes of the simulated regency: units, posts, people, seeded faults, catalogue, mentors."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from asn_karier.lib.aturan import Aturan, aturan_per
from pegawai.enums import (
    BentukPengembangan,
    JenisJabatan,
    JenisKelamin,
    JenisPegawai,
    Jenjang,
    KedudukanHukum,
    KompetensiMansoskul,
    StatusKepegawaian,
    TingkatPendidikan,
)
from pelatihan.enums import Metode
from pelatihan.rules.pilihan import Sasaran

TAHUN_PREDIKAT = (2023, 2024, 2025)
"""The three closed assessment years before the fixed date of the simulation."""


class JenisKesalahan(StrEnum):
    """Faults seeded on purpose, so that imports and data checks have something to find."""

    TANPA_ATASAN = "tanpa_atasan"
    ATASAN_DIRI_SENDIRI = "atasan_diri_sendiri"
    ATASAN_MELINGKAR = "atasan_melingkar"
    ATASAN_LEWAT_BUP = "atasan_lewat_bup"
    LEWAT_BUP = "lewat_bup"
    UNIT_TIDAK_DIKENAL = "unit_tidak_dikenal"
    NIP_BEDA_TANGGAL_LAHIR = "nip_beda_tanggal_lahir"
    PPPK_GOLONGAN_TERSAMAR = "pppk_golongan_tersamar"
    PREDIKAT_HILANG = "predikat_hilang"
    PAK_HILANG = "pak_hilang"
    NIP_GANDA = "nip_ganda"
    TANGGAL_MUSTAHIL = "tanggal_mustahil"
    GOLONGAN_TIDAK_DIKENAL = "golongan_tidak_dikenal"
    PENDIDIKAN_HILANG = "pendidikan_hilang"


class Akibat(StrEnum):
    """What a correct importer does with the fault; PERINGATAN: accepted, found by the data check."""

    DITANGANI = "ditangani"
    PERINGATAN = "peringatan"
    DITOLAK = "ditolak"
    DATA_KURANG = "data_kurang"


@dataclass(frozen=True, slots=True)
class Kesalahan:
    nip: str
    jenis: JenisKesalahan
    akibat: Akibat
    berkas: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class Jabatan:
    """A post as the SIASN export names it, with what the export does not carry (kelas, BUP in years)."""

    id: str
    nama: str
    jenis: JenisJabatan
    jenjang: Jenjang
    kelas: int
    bup: int
    eselon_id: str = "99"
    eselon: str = "NON"


@dataclass(frozen=True, slots=True)
class Unit:
    """A node of the organisation tree. `kedalaman` 0 is the regency itself."""

    id: str
    induk_id: str
    nama: str
    jenis: str
    opd: str
    kedalaman: int
    lokasi: str
    terpencil: bool
    pimpinan: Jabatan | None


@dataclass(slots=True)
class Orang:
    """One ASN. `golongan` is a PNS label (III/a) or a PPPK numeral (IX), never both scales.

    `tmt_cpns` of a PPPK is the appointment under the first agreement; `akhir_perjanjian` has no
    column in the SIASN export and lives only here. `predikat` holds (year, hasil kerja, perilaku)
    with the codes of `kinerja.enums.Rating`. `angka_kredit` is in hundredths of a point (senti), see
    `karir.angka_kredit`; None for people without a PAK. `mk_bulan` is masa kerja golongan in months
    on TMT golongan, as printed on the SK.
    """

    nip: str
    nama: str
    gelar_depan: str
    gelar_belakang: str
    tempat_lahir: str
    tanggal_lahir: date
    jenis_kelamin: JenisKelamin
    jenis_pegawai: JenisPegawai
    status: StatusKepegawaian
    kedudukan: KedudukanHukum
    tmt_cpns: date
    tmt_pns: date | None
    golongan_awal: str
    golongan: str
    tmt_golongan: date
    mk_bulan: int
    jabatan: Jabatan
    tmt_jabatan: date
    pendidikan: TingkatPendidikan
    program_studi: str
    tahun_lulus: int
    unit: Unit
    keluarga: str
    predikat: tuple[tuple[int, int, int], ...]
    angka_kredit: int | None = None
    pak_sampai: date | None = None
    akhir_perjanjian: date | None = None
    pindahan: bool = False
    tersamar: bool = False
    atasan_nip: str = ""
    kesalahan: JenisKesalahan | None = None


@dataclass(frozen=True, slots=True)
class ProgramPelatihan:
    """A programme of the catalogue: JP of 45 minutes, price in rupiah per seat, levels it leads to.

    `sasaran` None: meant for everybody.
    """

    kode: str
    nama: str
    bentuk: BentukPengembangan
    metode: Metode
    jp: int
    biaya: int
    penyelenggara: str
    kompetensi: tuple[tuple[KompetensiMansoskul, int], ...]
    sasaran: Sasaran | None


@dataclass(frozen=True, slots=True)
class ProfilMentor:
    """A senior person who offers mentoring; `kapasitas` is pairs at the same time."""

    nip: str
    kompetensi: tuple[tuple[KompetensiMansoskul, int], ...]
    bidang: str
    kapasitas: int
    metode: Metode


@dataclass
class Daerah:
    """The whole simulated regency, in memory. Same arguments, same content."""

    instansi: str
    nama: str
    kode: str
    benih: int
    per: date
    unit: tuple[Unit, ...]
    orang: list[Orang]
    kesalahan: list[Kesalahan] = field(default_factory=list)
    pelatihan: tuple[ProgramPelatihan, ...] = ()
    mentor: tuple[ProfilMentor, ...] = ()

    @cached_property
    def aturan(self) -> Aturan:
        """The rule files in force on `per`."""
        return aturan_per(self.per)

    @cached_property
    def bersih(self) -> frozenset[str]:
        """NIP of everyone without a fault (a quirk the importer handles is no fault)."""
        kotor = {k.nip for k in self.kesalahan if k.akibat is not Akibat.DITANGANI}
        return frozenset(o.nip for o in self.orang if o.nip not in kotor)

    @cached_property
    def jabatan(self) -> tuple[Jabatan, ...]:
        """Every post that someone holds or that heads a unit, ordered by id."""
        kursi = {u.pimpinan.id: u.pimpinan for u in self.unit if u.pimpinan}
        kursi.update({o.jabatan.id: o.jabatan for o in self.orang})
        return tuple(kursi[kunci] for kunci in sorted(kursi))
