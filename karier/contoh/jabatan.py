"""The posts the demo needs: families of jabatan fungsional, pelaksana, structural levels.

Names, jenjang and retirement ages are those of the SIASN reference; kelas jabatan is a plausible
value per jenjang, because every agency fixes its own.
"""

from dataclasses import dataclass
from functools import cache

from karier.contoh.acak import id_tetap
from karier.contoh.bentuk import Jabatan
from karier.rules.data_awal import JENJANG
from pegawai.enums import JenisJabatan, Jenjang, TingkatPendidikan

GURU = "guru"
KESEHATAN = "kesehatan"
TEKNIS = "teknis"

BUP_JENJANG: dict[Jenjang, int] = {
    Jenjang.PELAKSANA: 58,
    Jenjang.PEMULA: 58,
    Jenjang.TERAMPIL: 58,
    Jenjang.MAHIR: 58,
    Jenjang.PENYELIA: 58,
    Jenjang.AHLI_PERTAMA: 58,
    Jenjang.AHLI_MUDA: 58,
    Jenjang.AHLI_MADYA: 60,
    Jenjang.AHLI_UTAMA: 65,
    Jenjang.PENGAWAS: 58,
    Jenjang.ADMINISTRATOR: 58,
    Jenjang.JPT_PRATAMA: 60,
}
"""Retirement age in years by jenjang (UU 20/2023 Ps 55, PP 11/2017)."""

KELAS_JENJANG: dict[Jenjang, int] = {
    Jenjang.PEMULA: 5,
    Jenjang.TERAMPIL: 6,
    Jenjang.MAHIR: 7,
    Jenjang.PENYELIA: 8,
    Jenjang.AHLI_PERTAMA: 8,
    Jenjang.AHLI_MUDA: 9,
    Jenjang.AHLI_MADYA: 11,
    Jenjang.AHLI_UTAMA: 13,
}

NAMA_JENJANG: dict[Jenjang, str] = {jenjang: nama for nama, jenjang in JENJANG.items()}

ESELON: dict[str, tuple[str, Jenjang, int]] = {
    "21": ("II.a", Jenjang.JPT_PRATAMA, 15),
    "22": ("II.b", Jenjang.JPT_PRATAMA, 14),
    "31": ("III.a", Jenjang.ADMINISTRATOR, 12),
    "32": ("III.b", Jenjang.ADMINISTRATOR, 11),
    "41": ("IV.a", Jenjang.PENGAWAS, 9),
    "42": ("IV.b", Jenjang.PENGAWAS, 8),
}
"""SIASN eselon id -> (eselon, jenjang, kelas jabatan)."""


@dataclass(frozen=True, slots=True)
class Keluarga:
    """A family of jabatan fungsional; a programme is "program studi|gelar belakang|gelar depan"."""

    nama: str
    rumpun: str
    ahli: tuple[str, ...] = ()
    terampil: tuple[str, ...] = ()
    opd: tuple[str, ...] = ()
    bobot: float = 1.0
    bup: int = 0


_GURU = (
    "S-1 PENDIDIKAN GURU SEKOLAH DASAR|S.Pd.",
    "S-1 PENDIDIKAN MATEMATIKA|S.Pd.",
    "S-1 PENDIDIKAN BAHASA INDONESIA|S.Pd.",
    "S-1 PENDIDIKAN BAHASA INGGRIS|S.Pd.",
    "S-1 PENDIDIKAN AGAMA ISLAM|S.Pd.I.",
    "S-1 PENDIDIKAN JASMANI DAN KESEHATAN|S.Pd.",
    "S-1 PENDIDIKAN BIOLOGI|S.Pd.",
    "S-1 BIMBINGAN DAN KONSELING|S.Pd.",
)
_UMUM = (
    "S-1 ILMU ADMINISTRASI NEGARA|S.A.P.",
    "S-1 ILMU PEMERINTAHAN|S.IP.",
    "S-1 MANAJEMEN|S.E.",
    "S-1 ILMU HUKUM|S.H.",
    "S-1 AKUNTANSI|S.E.",
)
_TEKNIK = ("S-1 TEKNIK SIPIL|S.T.", "S-1 TEKNIK LINGKUNGAN|S.T.", "S-1 ARSITEKTUR|S.T.")
_PERTANIAN = ("S-1 AGRIBISNIS|S.P.", "S-1 AGRONOMI|S.P.", "S-1 ILMU TANAH|S.P.")
_KOMPUTER = ("S-1 TEKNIK INFORMATIKA|S.Kom.", "S-1 SISTEM INFORMASI|S.Kom.")
_D3_KOMPUTER = ("D-III MANAJEMEN INFORMATIKA|A.Md.Kom.", "D-III TEKNIK KOMPUTER|A.Md.Kom.")
_D3_UMUM = ("D-III ADMINISTRASI PERKANTORAN|A.Md.", "D-III AKUNTANSI|A.Md.")
_D3_TANI = ("D-III PENYULUHAN PERTANIAN|A.Md.P.",)

KELUARGA: tuple[Keluarga, ...] = (
    Keluarga("Guru", GURU, ahli=_GURU, bup=60),
    Keluarga("Perawat", KESEHATAN, ("NERS|S.Kep., Ners",), ("D-III KEPERAWATAN|A.Md.Kep.",), bobot=38),
    Keluarga("Bidan", KESEHATAN, ("S-1 KEBIDANAN|S.Keb.",), ("D-III KEBIDANAN|A.Md.Keb.",), bobot=30),
    Keluarga("Dokter", KESEHATAN, ("PROFESI DOKTER||dr.",), bobot=7),
    Keluarga("Dokter Gigi", KESEHATAN, ("PROFESI DOKTER GIGI||drg.",), bobot=2),
    Keluarga("Apoteker", KESEHATAN, ("PROFESI APOTEKER|S.Farm., Apt.",), bobot=3),
    Keluarga("Asisten Apoteker", KESEHATAN, (), ("D-III FARMASI|A.Md.Farm.",), bobot=4),
    Keluarga("Nutrisionis", KESEHATAN, ("S-1 GIZI|S.Gz.",), ("D-III GIZI|A.Md.Gz.",), bobot=4),
    Keluarga(
        "Tenaga Sanitasi Lingkungan",
        KESEHATAN,
        ("S-1 KESEHATAN MASYARAKAT|S.K.M.",),
        ("D-III KESEHATAN LINGKUNGAN|A.Md.KL.",),
        bobot=4,
    ),
    Keluarga(
        "Pranata Laboratorium Kesehatan",
        KESEHATAN,
        ("D-IV TEKNOLOGI LABORATORIUM MEDIK|S.Tr.Kes.",),
        ("D-III ANALIS KESEHATAN|A.Md.A.K.",),
        bobot=4,
    ),
    Keluarga("Administrator Kesehatan", KESEHATAN, ("S-1 KESEHATAN MASYARAKAT|S.K.M.",), bobot=4),
    Keluarga("Auditor", TEKNIS, ("S-1 AKUNTANSI|S.E.", "S-1 ILMU HUKUM|S.H."), (), ("029",), 6),
    Keluarga("Pengawas Penyelenggaraan Urusan Pemerintahan Daerah", TEKNIS, _UMUM, (), ("029",), 5),
    Keluarga("Analis Sumber Daya Manusia Aparatur", TEKNIS, _UMUM, (), ("025", "001"), 6),
    Keluarga("Pranata Komputer", TEKNIS, _KOMPUTER, _D3_KOMPUTER, ("006", "011", "027", "025"), 9),
    Keluarga("Arsiparis", TEKNIS, ("S-1 ILMU PERPUSTAKAAN|S.I.P.",), _D3_UMUM, ("003", "001", "015"), 6),
    Keluarga("Pustakawan", TEKNIS, ("S-1 ILMU PERPUSTAKAAN|S.I.P.",), (), ("003", "013"), 3),
    Keluarga("Penyuluh Pertanian", TEKNIS, _PERTANIAN, _D3_TANI, ("021",), 20),
    Keluarga("Penyuluh Keluarga Berencana", TEKNIS, _UMUM, _D3_UMUM, ("004",), 7),
    Keluarga("Perencana", TEKNIS, ("S-1 EKONOMI PEMBANGUNAN|S.E.", *_TEKNIK), (), ("026", "028"), 7),
    Keluarga("Analis Kebijakan", TEKNIS, _UMUM, (), ("001", "026", "017"), 8),
    Keluarga(
        "Perancang Peraturan Perundang-undangan", TEKNIS, ("S-1 ILMU HUKUM|S.H.",), (), ("001", "002"), 2
    ),
    Keluarga("Pengelola Pengadaan Barang/Jasa", TEKNIS, (*_UMUM, *_TEKNIK), (), ("001", "016"), 5),
    Keluarga("Analis Keuangan Pusat dan Daerah", TEKNIS, ("S-1 AKUNTANSI|S.E.",), (), ("027",), 5),
    Keluarga("Pengendali Dampak Lingkungan", TEKNIS, _TEKNIK, (), ("019",), 3),
    Keluarga("Pekerja Sosial", TEKNIS, ("S-1 ILMU KESEJAHTERAAN SOSIAL|S.Sos.",), (), ("009",), 3),
    Keluarga("Medik Veteriner", TEKNIS, ("PROFESI DOKTER HEWAN||drh.",), (), ("007",), 2),
    Keluarga("Polisi Pamong Praja", TEKNIS, _UMUM, _D3_UMUM, ("023",), 6),
    Keluarga("Pemadam Kebakaran", TEKNIS, (), _D3_UMUM, ("012",), 4),
    Keluarga(
        "Penguji Kendaraan Bermotor", TEKNIS, (), ("D-III PENGUJIAN KENDARAAN BERMOTOR|A.Md.",), ("008",), 3
    ),
    Keluarga("Penata Ruang", TEKNIS, ("S-1 PERENCANAAN WILAYAH DAN KOTA|S.T.",), (), ("016", "014"), 3),
    Keluarga("Pranata Hubungan Masyarakat", TEKNIS, ("S-1 ILMU KOMUNIKASI|S.I.Kom.",), (), ("006", "001"), 2),
)

PELAKSANA: dict[str, tuple[tuple[str, int], ...]] = {
    "S1": (
        ("Penelaah Teknis Kebijakan", 7),
        ("Penata Layanan Operasional", 7),
        ("Penata Kelola Pemerintahan", 7),
    ),
    "D3": (("Pengolah Data dan Informasi", 6), ("Pengelola Layanan Operasional", 6)),
    "SLTA": (("Pengadministrasi Perkantoran", 5), ("Operator Layanan Operasional", 5)),
    "DASAR": (("Pengelola Umum Operasional", 1),),
}
"""Pelaksana names and kelas by the education they ask for (KepmenPANRB 11/2024)."""

STUDI_UMUM: dict[TingkatPendidikan, tuple[str, ...]] = {
    TingkatPendidikan.SD: ("SEKOLAH DASAR|",),
    TingkatPendidikan.SLTP: ("SLTP|",),
    TingkatPendidikan.SLTA: ("SLTA/SMA IPA|", "SLTA/SMA IPS|"),
    TingkatPendidikan.SLTA_KEJURUAN: ("SMK ADMINISTRASI PERKANTORAN|", "SMK TEKNIK MESIN|"),
    TingkatPendidikan.DIPLOMA_III: (*_D3_UMUM, *_D3_KOMPUTER),
    TingkatPendidikan.S1: (*_UMUM, *_TEKNIK, *_PERTANIAN, *_KOMPUTER),
    TingkatPendidikan.S2: (
        "S-2 MAGISTER MANAJEMEN|M.M.",
        "S-2 ADMINISTRASI PUBLIK|M.A.P.",
        "S-2 ILMU PEMERINTAHAN|M.Si.",
    ),
    TingkatPendidikan.S3: ("S-3 ILMU ADMINISTRASI PUBLIK|",),
}


def kelompok_pelaksana(pendidikan: TingkatPendidikan) -> str:
    """The key of PELAKSANA that fits an education."""
    if pendidikan >= TingkatPendidikan.DIPLOMA_IV:
        return "S1"
    if pendidikan >= TingkatPendidikan.DIPLOMA_III:
        return "D3"
    return "SLTA" if pendidikan >= TingkatPendidikan.SLTA else "DASAR"


@cache
def jabatan_fungsional(keluarga: Keluarga, jenjang: Jenjang) -> Jabatan:
    """The post of a family at a jenjang, for example Guru Ahli Pertama."""
    nama = f"{keluarga.nama} {NAMA_JENJANG[jenjang]}"
    bup = keluarga.bup or BUP_JENJANG[jenjang]
    return Jabatan(
        id_tetap("jabatan", nama), nama, JenisJabatan.FUNGSIONAL, jenjang, KELAS_JENJANG[jenjang], bup
    )


@cache
def jabatan_pelaksana(nama: str, kelas: int) -> Jabatan:
    """A pelaksana post; SIASN calls its kind jabatan fungsional umum."""
    kunci = id_tetap("jabatan", nama)
    return Jabatan(
        kunci, nama, JenisJabatan.PELAKSANA, Jenjang.PELAKSANA, kelas, BUP_JENJANG[Jenjang.PELAKSANA]
    )


def jabatan_struktural(nama: str, eselon_id: str) -> Jabatan:
    """A structural post; its name carries the unit, so it is unique."""
    eselon, jenjang, kelas = ESELON[eselon_id]
    kunci = id_tetap("jabatan", nama)
    return Jabatan(
        kunci, nama, JenisJabatan.STRUKTURAL, jenjang, kelas, BUP_JENJANG[jenjang], eselon_id, eselon
    )
