"""Records made when they are written: asesmen, JP, ujian, disiplin of one person.

Each person has a random stream of their own per register, so nothing needs to stay in memory and
the order of writing does not matter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from asn_karier.lib.aturan import aturan_per
from karier.contoh.acak import Undian, acak_untuk
from karier.contoh.bentuk import Orang
from karier.contoh.karir import URUT, golongan_awal, puncak_jenjang
from karier.contoh.pelatihan import KATALOG
from karier.rules.data_awal import JENIS_UJIAN
from pegawai.enums import (
    BentukPengembangan,
    JenisJabatan,
    JenisPegawai,
    Jenjang,
    KompetensiMansoskul,
    TingkatPendidikan,
)

STANDAR: dict[Jenjang, int] = {
    Jenjang.JPT_PRATAMA: 4,
    Jenjang.ADMINISTRATOR: 3,
    Jenjang.PENGAWAS: 2,
    Jenjang.PELAKSANA: 1,
    Jenjang.PEMULA: 1,
    Jenjang.TERAMPIL: 2,
    Jenjang.MAHIR: 2,
    Jenjang.PENYELIA: 3,
    Jenjang.AHLI_PERTAMA: 2,
    Jenjang.AHLI_MUDA: 3,
    Jenjang.AHLI_MADYA: 4,
    Jenjang.AHLI_UTAMA: 5,
}
"""Level of the nine competencies a jenjang asks for (PermenPANRB 38/2017 practice)."""

SELISIH = Undian({-2: 4.0, -1: 24.0, 0: 52.0, 1: 17.0, 2: 3.0})
BANYAK_KEGIATAN = Undian({0: 24.0, 1: 33.0, 2: 25.0, 3: 12.0, 4: 6.0})
KEGIATAN = Undian({p: 12.0 if p.jp <= 24 else 5.0 if p.jp <= 60 else 0.6 for p in KATALOG})
HUKUMAN = Undian(
    {
        ("R", "Teguran lisan", 0): 25.0,
        ("R", "Teguran tertulis", 0): 25.0,
        ("R", "Pernyataan tidak puas secara tertulis", 0): 12.0,
        ("S", "Pemotongan tunjangan kinerja 25% selama 6 bulan", 6): 14.0,
        ("S", "Pemotongan tunjangan kinerja 25% selama 9 bulan", 9): 8.0,
        ("S", "Pemotongan tunjangan kinerja 25% selama 12 bulan", 12): 8.0,
        ("B", "Penurunan jabatan setingkat lebih rendah selama 12 bulan", 12): 5.0,
        ("B", "Pembebasan dari jabatan menjadi jabatan pelaksana selama 12 bulan", 12): 3.0,
    }
)
"""(tingkat, jenis, months it runs) by PP 94/2021."""

BAGIAN_DISIPLIN, BAGIAN_DIPERIKSA = 0.008, 0.001


@dataclass(frozen=True, slots=True)
class Asesmen:
    tanggal: date
    level: dict[KompetensiMansoskul, int]


@dataclass(frozen=True, slots=True)
class Kegiatan:
    selesai: date
    bentuk: BentukPengembangan
    nama: str
    jp: int
    penyelenggara: str
    nomor: str


@dataclass(frozen=True, slots=True)
class Disiplin:
    status: str
    tingkat: str
    jenis: str
    mulai: date | None
    sampai: date | None
    nomor: str


@dataclass(frozen=True, slots=True)
class Ujian:
    jenis: str
    tanggal: date
    lulus: bool
    nomor: str


def asesmen(orang: Orang, benih: int, per: date) -> Asesmen | None:
    """The last competency assessment: all structural, two thirds of senior functionals, some others."""
    acak = acak_untuk(benih, orang.nip, "asesmen")
    standar = STANDAR[orang.jabatan.jenjang]
    if acak.random() >= _peluang_asesmen(orang, standar):
        return None
    bakat = acak.choice((-1, 0, 0, 0, 0, 1))
    level = {
        k: min(max(standar + (SELISIH.ambil(acak) + bakat) // (2 if bakat else 1), 1), 5)
        for k in KompetensiMansoskul
    }
    return Asesmen(per - timedelta(days=acak.randint(60, 1350)), level)


def _peluang_asesmen(orang: Orang, standar: int) -> float:
    if orang.jabatan.jenis is JenisJabatan.STRUKTURAL:
        return 0.95
    return 0.65 if standar >= 3 else 0.25


def kegiatan(orang: Orang, benih: int, per: date) -> Iterator[Kegiatan]:
    """Development activities of last year and this one; a programme is taken once."""
    acak = acak_untuk(benih, orang.nip, "jp")
    diambil: set[str] = set()
    for tahun in (per.year - 1, per.year):
        mulai = max(date(tahun, 1, 15), orang.tmt_cpns)
        akhir = min(date(tahun, 12, 20), per - timedelta(days=7))
        for _ in range(BANYAK_KEGIATAN.ambil(acak)):
            program = KEGIATAN.ambil(acak)
            selesai = mulai + timedelta(days=acak.randint(0, max((akhir - mulai).days, 0)))
            if program.kode not in diambil and mulai < akhir:
                diambil.add(program.kode)
                nomor = f"{program.kode}/{selesai:%m%Y}/{acak.randint(1, 99999):05d}"
                yield Kegiatan(
                    selesai, program.bentuk, program.nama, program.jp, program.penyelenggara, nomor
                )


def disiplin(orang: Orang, benih: int, per: date) -> Disiplin | None:
    """A rare penalty or a running examination; PNS only (PP 94/2021)."""
    acak = acak_untuk(benih, orang.nip, "disiplin")
    undi = acak.random()
    if orang.jenis_pegawai is not JenisPegawai.PNS or undi >= BAGIAN_DISIPLIN + BAGIAN_DIPERIKSA:
        return None
    if undi < BAGIAN_DIPERIKSA:
        return Disiplin("DALAM PEMERIKSAAN", "S", "", per - timedelta(days=acak.randint(5, 60)), None, "")
    tingkat, jenis, bulan = HUKUMAN.ambil(acak)
    mulai = per - timedelta(days=acak.randint(20, 700))
    sampai = mulai + timedelta(days=bulan * 365 // 12) if bulan else None
    return Disiplin(
        "DIJATUHKAN", tingkat, jenis, mulai, sampai, f"SK.{acak.randint(1, 400):03d}/HD/{mulai.year}"
    )


def ujian(orang: Orang, benih: int, per: date) -> Ujian | None:
    """The exam that the next step asks for, taken by a part of those who stand before it."""
    acak = acak_untuk(benih, orang.nip, "ujian")
    jenis = _ujian_diperlukan(orang, per)
    if not jenis or acak.random() >= 0.45:
        return None
    tanggal = per - timedelta(days=acak.randint(30, 900))
    nomor = f"{jenis.replace(' ', '')}/{tanggal.year}/{acak.randint(1, 9999):04d}"
    return Ujian(jenis, tanggal, acak.random() < 0.85, nomor)


def _ujian_diperlukan(orang: Orang, per: date) -> str:
    if orang.jenis_pegawai is not JenisPegawai.PNS or orang.tmt_pns is None:
        return ""
    if orang.jabatan.jenis is JenisJabatan.FUNGSIONAL:
        return _UJIAN["uji"] if puncak_jenjang(orang.golongan) else ""
    if URUT[orang.golongan] < URUT[golongan_awal(aturan_per(per))[orang.pendidikan]]:
        return _UJIAN["upkp"]
    if orang.golongan == "III/d" and orang.pendidikan < TingkatPendidikan.S2:
        return _UJIAN["tk2"]
    if orang.golongan == "II/d" and orang.pendidikan < TingkatPendidikan.DIPLOMA_IV:
        return _UJIAN["tk1"]
    return ""


_UJIAN = dict(zip(("tk1", "tk2", "upkp", "uji"), JENIS_UJIAN, strict=True))
