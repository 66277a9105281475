"""The register of requirements: append-only positions in the packed outcome.

A position, once released, keeps its requirement for ever, because stored outcomes are the record.
`dasar` names the law it rests on: a rule file (asn_karier/aturan), or one entry of it as
`kode/tabel/nama`, whose article is then cited. `dasar_jf` and `dasar_struktural` are those of their
paths of kenaikan pangkat.
Every decision has positions of its own (MENURUT_JENIS).
"""

from typing import Final, NamedTuple

from asn_karier.lib.aturan import Aturan, Baris
from karier.enums import JalurPangkat, JenisPutusan, Kerahasiaan, Pelaku


class BarisSyarat(NamedTuple):
    """Who can repair the requirement (None: nobody), who may see it, and which law it rests on.

    `ikatan` names the rule row (`kode/tabel/nama`) that says whether it decides: not when that is `false`
    or unverified (UNV). Without one it does.
    """

    posisi: int
    kode: str
    pelaku: Pelaku | None
    kerahasiaan: Kerahasiaan
    dasar: str
    dasar_jf: str = ""
    dasar_struktural: str = ""
    ikatan: str = ""


_UMUM, _KHUSUS = Kerahasiaan.UMUM, Kerahasiaan.KHUSUS

DAFTAR: Final = (
    BarisSyarat(
        0,
        "data_kepegawaian",
        Pelaku.BKPSDM,
        _UMUM,
        "kenaikan_pangkat/angka/bulan_reguler",
        dasar_jf="kenaikan_pangkat/angka/bulan_jf",
        dasar_struktural="kp_struktural/angka/bulan_pangkat_dalam_rentang",
    ),
    BarisSyarat(
        1,
        "data_jabatan",
        Pelaku.BKPSDM,
        _UMUM,
        "kenaikan_pangkat/angka/bulan_reguler",
        dasar_jf="kenaikan_pangkat/angka/bulan_jf",
        dasar_struktural="kp_struktural/angka/bulan_pangkat_dalam_rentang",
    ),
    BarisSyarat(
        2,
        "data_golongan",
        Pelaku.BKPSDM,
        _UMUM,
        "kenaikan_pangkat/angka/bulan_reguler",
        dasar_jf="kenaikan_pangkat/angka/bulan_jf",
        dasar_struktural="kp_struktural/angka/bulan_pangkat_dalam_rentang",
    ),
    BarisSyarat(3, "kedudukan_hukum", Pelaku.BKPSDM, _UMUM, "kenaikan_pangkat/angka/kedudukan_aktif"),
    BarisSyarat(
        4,
        "puncak",
        None,
        _UMUM,
        "kenaikan_pangkat/angka/bulan_reguler",
        dasar_jf="kenaikan_pangkat/angka/bulan_jf",
        dasar_struktural="kp_struktural/angka/bulan_pangkat_dalam_rentang",
    ),
    BarisSyarat(
        5,
        "masa_pangkat",
        Pelaku.WAKTU,
        _UMUM,
        "kenaikan_pangkat/angka/bulan_reguler",
        dasar_jf="kenaikan_pangkat/angka/bulan_jf",
        dasar_struktural="kp_struktural/angka/bulan_pangkat_dalam_rentang",
    ),
    BarisSyarat(6, "predikat_2_tahun", Pelaku.ATASAN, _UMUM, "kenaikan_pangkat/angka/predikat_minimal"),
    BarisSyarat(
        7, "jenjang_memuat_pangkat", Pelaku.PEGAWAI, _UMUM, "jenjang/golongan_tertinggi/AHLI_PERTAMA"
    ),
    BarisSyarat(8, "angka_kredit", Pelaku.ATASAN, _UMUM, "angka_kredit"),
    BarisSyarat(9, "pangkat_tertinggi", Pelaku.PEGAWAI, _UMUM, "plafon_pendidikan"),
    BarisSyarat(10, "ujian_dinas", Pelaku.PEGAWAI, _KHUSUS, "kenaikan_pangkat/ujian_dinas/II/d"),
    BarisSyarat(11, "hukuman_disiplin", Pelaku.WAKTU, _KHUSUS, "kenaikan_pangkat/angka/hukuman_memblokir"),
    BarisSyarat(
        12,
        "pemeriksaan_disiplin",
        Pelaku.BKPSDM,
        _KHUSUS,
        "kenaikan_pangkat/angka/pemeriksaan_memblokir",
        ikatan="kenaikan_pangkat/angka/pemeriksaan_memblokir",
    ),
    BarisSyarat(13, "belum_bup", Pelaku.WAKTU, _UMUM, "bup", ikatan="kenaikan_pangkat/angka/bup_memblokir"),
    BarisSyarat(
        14,
        "pangkat_dalam_rentang_jabatan",
        Pelaku.BKPSDM,
        _UMUM,
        "kp_struktural/angka/tingkat_di_bawah",
    ),
    BarisSyarat(
        15, "jabatan_memuat_pangkat", Pelaku.PEGAWAI, _UMUM, "jenjang/golongan_tertinggi/ADMINISTRATOR"
    ),
    BarisSyarat(16, "masa_jabatan", Pelaku.WAKTU, _UMUM, "kp_struktural/angka/bulan_jabatan"),
)

PENYESUAIAN_IJAZAH: Final = (
    BarisSyarat(0, "data_kepegawaian", Pelaku.BKPSDM, _UMUM, "penyesuaian_ijazah"),
    BarisSyarat(1, "data_golongan", Pelaku.BKPSDM, _UMUM, "penyesuaian_ijazah"),
    BarisSyarat(2, "ijazah", Pelaku.BKPSDM, _UMUM, "plafon_pendidikan"),
    BarisSyarat(3, "kedudukan_hukum", Pelaku.BKPSDM, _UMUM, "kenaikan_pangkat/angka/kedudukan_aktif"),
    BarisSyarat(4, "masa_pangkat", Pelaku.WAKTU, _UMUM, "penyesuaian_ijazah/angka/bulan_pangkat"),
    BarisSyarat(5, "predikat_1_tahun", Pelaku.ATASAN, _UMUM, "penyesuaian_ijazah/angka/predikat_minimal"),
    BarisSyarat(
        6,
        "upkp",
        Pelaku.PEGAWAI,
        _KHUSUS,
        "penyesuaian_ijazah/angka/lulus_upkp",
        ikatan="penyesuaian_ijazah/angka/lulus_upkp",
    ),
    BarisSyarat(7, "hukuman_disiplin", Pelaku.WAKTU, _KHUSUS, "kenaikan_pangkat/angka/hukuman_memblokir"),
    BarisSyarat(
        8,
        "pemeriksaan_disiplin",
        Pelaku.BKPSDM,
        _KHUSUS,
        "kenaikan_pangkat/angka/pemeriksaan_memblokir",
        ikatan="kenaikan_pangkat/angka/pemeriksaan_memblokir",
    ),
    BarisSyarat(
        9,
        "jenjang_memuat_pangkat",
        Pelaku.PEGAWAI,
        _UMUM,
        "jenjang",
        ikatan="penyesuaian_ijazah/angka/jenjang_membatasi",
    ),
    BarisSyarat(10, "belum_bup", Pelaku.WAKTU, _UMUM, "bup", ikatan="kenaikan_pangkat/angka/bup_memblokir"),
)

KENAIKAN_JENJANG: Final = (
    BarisSyarat(0, "data_kepegawaian", Pelaku.BKPSDM, _UMUM, "kenaikan_jenjang"),
    BarisSyarat(1, "data_jabatan", Pelaku.BKPSDM, _UMUM, "kenaikan_jenjang"),
    BarisSyarat(2, "data_golongan", Pelaku.BKPSDM, _UMUM, "kenaikan_jenjang"),
    BarisSyarat(3, "kedudukan_hukum", Pelaku.BKPSDM, _UMUM, "kenaikan_jenjang/angka/kedudukan_aktif"),
    BarisSyarat(
        4, "ak_kumulatif_jenjang", Pelaku.ATASAN, _UMUM, "angka_kredit/kebutuhan_jenjang/AHLI_PERTAMA"
    ),
    BarisSyarat(5, "predikat_1_tahun", Pelaku.ATASAN, _UMUM, "kenaikan_jenjang/angka/predikat_minimal"),
    BarisSyarat(
        6,
        "uji_kompetensi",
        Pelaku.PEGAWAI,
        _KHUSUS,
        "kenaikan_jenjang/angka/uji_kompetensi",
        ikatan="kenaikan_jenjang/angka/uji_kompetensi",
    ),
    BarisSyarat(
        7,
        "hukuman_disiplin",
        Pelaku.WAKTU,
        _KHUSUS,
        "kenaikan_jenjang/angka/hukuman_memblokir",
        ikatan="kenaikan_jenjang/angka/hukuman_memblokir",
    ),
    BarisSyarat(8, "kebutuhan_jabatan", Pelaku.BKPSDM, _UMUM, "kenaikan_jenjang/angka/lowongan_minimal"),
)

# Where the article differs per target, the whole file is cited: it names which article is for which post.
KESIAPAN_JABATAN: Final = (
    BarisSyarat(0, "data_kepegawaian", Pelaku.BKPSDM, _UMUM, "promosi"),
    BarisSyarat(1, "data_jabatan", Pelaku.BKPSDM, _UMUM, "promosi"),
    BarisSyarat(2, "kedudukan_hukum", Pelaku.BKPSDM, _UMUM, "promosi/angka/kedudukan_aktif"),
    BarisSyarat(
        3,
        "pendidikan_pengawas",
        Pelaku.PEGAWAI,
        _UMUM,
        "promosi/pendidikan_minimal/PENGAWAS",
        ikatan="promosi/pendidikan_minimal/PENGAWAS",
    ),
    BarisSyarat(4, "pendidikan", Pelaku.PEGAWAI, _UMUM, "promosi"),
    BarisSyarat(5, "pengalaman_jabatan", Pelaku.WAKTU, _UMUM, "promosi"),
    BarisSyarat(6, "pengalaman_bidang", Pelaku.WAKTU, _UMUM, "promosi/bulan_bidang/JPT_PRATAMA"),
    BarisSyarat(7, "usia", Pelaku.PEGAWAI, _UMUM, "promosi/usia_tertinggi/JPT_PRATAMA"),
    BarisSyarat(8, "predikat_2_tahun", Pelaku.ATASAN, _UMUM, "promosi/angka/predikat_minimal"),
    BarisSyarat(
        9,
        "hukuman_disiplin",
        Pelaku.WAKTU,
        _KHUSUS,
        "promosi/angka/hukuman_memblokir",
        ikatan="promosi/angka/hukuman_memblokir",
    ),
)

KGB: Final = (
    BarisSyarat(0, "data_kepegawaian", Pelaku.BKPSDM, _UMUM, "kgb/angka/siklus_bulan"),
    BarisSyarat(1, "kedudukan_hukum", Pelaku.BKPSDM, _UMUM, "kenaikan_pangkat/angka/kedudukan_aktif"),
    BarisSyarat(2, "masa_kerja", Pelaku.WAKTU, _UMUM, "kgb/angka/siklus_bulan"),
    BarisSyarat(3, "predikat_kgb", Pelaku.ATASAN, _UMUM, "kgb/angka/predikat_minimal"),
    BarisSyarat(4, "hukuman_disiplin", Pelaku.WAKTU, _KHUSUS, "kenaikan_pangkat/angka/hukuman_memblokir"),
    BarisSyarat(
        5,
        "tabel_gaji",
        Pelaku.BKPSDM,
        _UMUM,
        "kgb/angka/tabel_gaji_membatasi",
        ikatan="kgb/angka/tabel_gaji_membatasi",
    ),
    BarisSyarat(6, "belum_bup", Pelaku.WAKTU, _UMUM, "bup", ikatan="kenaikan_pangkat/angka/bup_memblokir"),
)

SATYALANCANA: Final = (
    BarisSyarat(0, "data_kepegawaian", Pelaku.BKPSDM, _UMUM, "satyalancana/derajat/X_PERUNGGU"),
    BarisSyarat(1, "masa_kerja_satya", Pelaku.WAKTU, _UMUM, "satyalancana/derajat/X_PERUNGGU"),
    BarisSyarat(2, "tidak_pernah_hukuman", Pelaku.BKPSDM, _KHUSUS, "satyalancana/angka/hukuman_menghalangi"),
    BarisSyarat(
        3,
        "tidak_pernah_cltn",
        Pelaku.BKPSDM,
        _KHUSUS,
        "satyalancana/angka/cltn_menghalangi",
        ikatan="satyalancana/angka/cltn_menghalangi",
    ),
)

MENURUT_JENIS: Final[dict[JenisPutusan, tuple[BarisSyarat, ...]]] = {
    JenisPutusan.KENAIKAN_PANGKAT: DAFTAR,
    JenisPutusan.PENYESUAIAN_IJAZAH: PENYESUAIAN_IJAZAH,
    JenisPutusan.KENAIKAN_JENJANG: KENAIKAN_JENJANG,
    JenisPutusan.KESIAPAN_JABATAN: KESIAPAN_JABATAN,
    JenisPutusan.KGB: KGB,
    JenisPutusan.SATYALANCANA: SATYALANCANA,
}

_BARIS: Final = {(jenis, b.kode): b for jenis, daftar in MENURUT_JENIS.items() for b in daftar}


def baris_syarat(kode: str, jenis: JenisPutusan = JenisPutusan.KENAIKAN_PANGKAT) -> BarisSyarat:
    """The row of a requirement in one decision."""
    return _BARIS[jenis, kode]


def posisi(kode: str, jenis: JenisPutusan = JenisPutusan.KENAIKAN_PANGKAT) -> int:
    """The packed position of a requirement in one decision."""
    return _BARIS[jenis, kode].posisi


def mengikat(a: Aturan, baris: BarisSyarat) -> bool:
    """Whether it decides under these rules; what rests on unverified law is shown but decides nothing."""
    if not baris.ikatan:
        return True
    sakelar = baris_aturan(a, baris.ikatan)
    return sakelar["nilai"] is not False and sakelar["conf"] != "UNV"


def baris_aturan(a: Aturan, entri: str) -> Baris:
    """One row of the rule files by its path `kode/tabel/nama`."""
    kode, tabel, nama = entri.split("/", 2)
    return a[kode].tabel(tabel)[nama]


def entri_dasar(baris: BarisSyarat, jalur: int) -> str:
    """Which rule row a requirement rests on, on this path of kenaikan pangkat."""
    khas = {
        JalurPangkat.JABATAN_FUNGSIONAL: baris.dasar_jf,
        JalurPangkat.STRUKTURAL: baris.dasar_struktural,
    }
    return khas.get(JalurPangkat(jalur), "") or baris.dasar


def dasar_hukum(a: Aturan, baris: BarisSyarat, jalur: int = JalurPangkat.TIDAK_BERLAKU) -> str:
    """The article of one requirement; the regulations of the whole file where no entry is named."""
    entri = entri_dasar(baris, jalur)
    pasal = str(baris_aturan(a, entri)["pasal"]) if "/" in entri else ""
    return pasal or "; ".join(a[entri.partition("/")[0]].dasar_hukum)
