"""The register of requirements: append-only positions in the packed outcome.

A position, once released, keeps its requirement for ever, because stored outcomes are the record.
`dasar` names the law it rests on: a rule file (asn_karier/aturan), or one entry of it as
`kode/tabel/nama`, whose article is then cited. `dasar_jf` is that of the path jabatan fungsional.
"""

from typing import Final, NamedTuple

from asn_karier.lib.aturan import Aturan
from karier.enums import Kerahasiaan, Pelaku
from karier.rules.aturan_pangkat import AturanPangkat


class BarisSyarat(NamedTuple):
    """Who can repair the requirement, who may see it, and which law it rests on.

    `ikatan` names the dated switch of AturanPangkat that says whether it decides; without one it does.
    """

    posisi: int
    kode: str
    pelaku: Pelaku
    kerahasiaan: Kerahasiaan
    dasar: str
    dasar_jf: str = ""
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
    ),
    BarisSyarat(
        1,
        "data_jabatan",
        Pelaku.BKPSDM,
        _UMUM,
        "kenaikan_pangkat/angka/bulan_reguler",
        dasar_jf="kenaikan_pangkat/angka/bulan_jf",
    ),
    BarisSyarat(
        2,
        "data_golongan",
        Pelaku.BKPSDM,
        _UMUM,
        "kenaikan_pangkat/angka/bulan_reguler",
        dasar_jf="kenaikan_pangkat/angka/bulan_jf",
    ),
    BarisSyarat(3, "kedudukan_hukum", Pelaku.BKPSDM, _UMUM, "kenaikan_pangkat/angka/kedudukan_aktif"),
    BarisSyarat(
        4,
        "puncak",
        Pelaku.PEGAWAI,
        _UMUM,
        "kenaikan_pangkat/angka/bulan_reguler",
        dasar_jf="kenaikan_pangkat/angka/bulan_jf",
    ),
    BarisSyarat(
        5,
        "masa_pangkat",
        Pelaku.WAKTU,
        _UMUM,
        "kenaikan_pangkat/angka/bulan_reguler",
        dasar_jf="kenaikan_pangkat/angka/bulan_jf",
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
        ikatan="pemeriksaan_mengikat",
    ),
    BarisSyarat(13, "belum_bup", Pelaku.WAKTU, _UMUM, "bup", ikatan="bup_mengikat"),
)

MENURUT_KODE: Final = {b.kode: b for b in DAFTAR}


def posisi(kode: str) -> int:
    """The packed position of a requirement."""
    return MENURUT_KODE[kode].posisi


def mengikat(p: AturanPangkat, baris: BarisSyarat) -> bool:
    """Whether it decides under these rules; what rests on unverified law is shown but decides nothing."""
    return not baris.ikatan or bool(getattr(p, baris.ikatan))


def dasar_hukum(a: Aturan, baris: BarisSyarat, *, jf: bool) -> str:
    """The article of one requirement; the regulations of the whole file where no entry is named."""
    kode, _, entri = (baris.dasar_jf if jf and baris.dasar_jf else baris.dasar).partition("/")
    tabel, _, nama = entri.partition("/")
    pasal = str(a[kode].tabel(tabel)[nama]["pasal"]) if entri else ""
    return pasal or "; ".join(a[kode].dasar_hukum)
