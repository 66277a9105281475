"""What somebody earned: awards, the training of their level, the scores of manajemen talenta.

Made when they are written, each from a random stream of its own, like `catatan`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from asn_karier.lib.dates import add_years
from karier.contoh.acak import Undian, acak_untuk
from karier.contoh.bentuk import Orang, ProgramPelatihan
from karier.contoh.catatan import Kegiatan, disiplin
from karier.contoh.pelatihan import KATALOG
from karier.rules.data_awal import JENIS_PENGHARGAAN, TALENTA_KOLOM
from pegawai.enums import (
    BentukPengembangan,
    JenisJabatan,
    JenisPegawai,
    Jenjang,
    KedudukanHukum,
    KodePenghargaan,
)

MASA_PENGHARGAAN = {
    KodePenghargaan.SATYALANCANA_X: 10,
    KodePenghargaan.SATYALANCANA_XX: 20,
    KodePenghargaan.SATYALANCANA_XXX: 30,
}
"""Years of service after which each degree is given."""

NAMA_PENGHARGAAN = {kode: nama for nama, kode in JENIS_PENGHARGAAN.items()}
DIUSULKAN = 0.7
SENIOR = frozenset({Jenjang.AHLI_MUDA, Jenjang.AHLI_MADYA, Jenjang.PENYELIA})
SKOR = Undian({45: 4.0, 60: 16.0, 70: 30.0, 80: 30.0, 90: 15.0, 98: 5.0})
"""Around which a talent score lies."""


@dataclass(frozen=True, slots=True)
class Penghargaan:
    jenis: str
    tanggal: date
    nomor: str


@dataclass(frozen=True, slots=True)
class Talenta:
    """Scores in senti by component; one that was not scored is missing."""

    tanggal: date
    skor: dict[str, int]


def penghargaan(orang: Orang, benih: int, per: date) -> Iterator[Penghargaan]:
    """Satyalancana on the Independence Day after the years are full; some are not proposed."""
    acak = acak_untuk(benih, orang.nip, "penghargaan")
    hukuman = disiplin(orang, benih, per)
    bersih = hukuman is None or hukuman.tingkat == "R"
    if (
        orang.jenis_pegawai is not JenisPegawai.PNS
        or orang.kedudukan is not KedudukanHukum.AKTIF
        or not bersih
    ):
        return
    for kode, tahun in MASA_PENGHARGAAN.items():
        genap = add_years(orang.tmt_cpns, tahun)
        tanggal = date(genap.year + (genap > date(genap.year, 8, 17)) + acak.choice((0, 0, 1)), 8, 17)
        if acak.random() < DIUSULKAN and tanggal < per:
            nomor = f"{acak.randint(1, 120)}/TK/{tanggal.year}"
            yield Penghargaan(NAMA_PENGHARGAAN[kode], tanggal, nomor)


def diklat_jenjang(orang: Orang, benih: int, per: date) -> Iterator[Kegiatan]:
    """The training that goes with the post, soon after it was taken up; not everybody had a seat."""
    acak = acak_untuk(benih, orang.nip, "diklat")
    program = _program(orang)
    selesai = orang.tmt_jabatan + timedelta(days=acak.randint(30, 500))
    if program is None or acak.random() >= 0.7 or selesai >= per:
        return
    nomor = f"{program.kode}/{selesai:%m%Y}/{acak.randint(1, 99999):05d}"
    yield Kegiatan(selesai, program.bentuk, program.nama, program.jp, program.penyelenggara, nomor)


def talenta(orang: Orang, benih: int, per: date) -> Talenta | None:
    """Scores of most structural officers and half of the senior functionals, per the middle of the year."""
    acak = acak_untuk(benih, orang.nip, "talenta")
    struktural = orang.jabatan.jenis is JenisJabatan.STRUKTURAL
    peluang = 0.85 if struktural else 0.5 if orang.jabatan.jenjang in SENIOR else 0.0
    if orang.jenis_pegawai is not JenisPegawai.PNS or acak.random() >= peluang:
        return None
    skor = {nama: _skor(acak) for nama in TALENTA_KOLOM}
    if acak.random() < 0.1:
        del skor["umpan_balik"]
    return Talenta(date(per.year, 6, 30), skor)


def _skor(acak: Random) -> int:
    """In quarters of a point."""
    return min(SKOR.ambil(acak) * 100 + 25 * acak.randint(-20, 20), 10_000)


def _program(orang: Orang) -> ProgramPelatihan | None:
    """The programme of the catalogue that is meant for this post."""
    if orang.jabatan.jenis is JenisJabatan.STRUKTURAL:
        cocok = (
            p for p in KATALOG
            if p.bentuk is BentukPengembangan.DIKLAT_STRUKTURAL
            and p.sasaran is not None
            and p.sasaran.jenjang_dari is orang.jabatan.jenjang
        )  # fmt: skip
        return next(cocok, None)
    if orang.jabatan.jenis is not JenisJabatan.FUNGSIONAL:
        return None
    fungsional = [p for p in KATALOG if p.bentuk is BentukPengembangan.DIKLAT_FUNGSIONAL and p.sasaran]
    milik = [p for p in fungsional if p.sasaran and p.sasaran.nama_jabatan == orang.keluarga]
    return next(iter([*milik, *(p for p in fungsional if p.sasaran and not p.sasaran.nama_jabatan)]), None)
