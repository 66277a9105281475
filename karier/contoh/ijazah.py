"""Education behind a post: level, programme and degrees, read from the short notation of `jabatan`."""

from dataclasses import dataclass
from datetime import date

from asn_karier.lib.dates import add_years
from karier.contoh.acak import Undian, acak_untuk
from karier.contoh.bentuk import Orang
from karier.contoh.jabatan import STUDI_UMUM
from pegawai.enums import JenisJabatan, JenisPegawai, TingkatPendidikan

BAGIAN_LANJUT = 0.15
MASA_KERJA_LANJUT = 6

PENDIDIKAN_PELAKSANA: dict[str, Undian[TingkatPendidikan]] = {
    "I": Undian({TingkatPendidikan.SD: 40, TingkatPendidikan.SLTP: 60}),
    "II/a": Undian({TingkatPendidikan.SLTA: 70, TingkatPendidikan.SLTA_KEJURUAN: 30}),
    "II/c": Undian({TingkatPendidikan.SLTA: 60, TingkatPendidikan.DIPLOMA_III: 40}),
    "III/a": Undian(
        {TingkatPendidikan.S1: 48, TingkatPendidikan.SLTA: 37, TingkatPendidikan.DIPLOMA_III: 15}
    ),
    "III/c": Undian({TingkatPendidikan.S1: 85, TingkatPendidikan.DIPLOMA_III: 15}),
    "III/d": Undian({TingkatPendidikan.S1: 100}),
}
"""Education by the golongan from which it is common; the ceiling of KP reguler is respected."""


@dataclass(frozen=True, slots=True)
class Ijazah:
    """One diploma."""

    tingkat: TingkatPendidikan
    program: str
    gelar_depan: str
    gelar_belakang: str


def baca_ijazah(program: str, tingkat: TingkatPendidikan | None = None) -> Ijazah:
    """Level, programme and degrees of "program studi|gelar belakang|gelar depan"."""
    nama, _, gelar = program.partition("|")
    belakang, _, depan = gelar.partition("|")
    return Ijazah(tingkat or _tingkat(nama), nama, depan, belakang)


def _tingkat(program: str) -> TingkatPendidikan:
    awalan = {"D-III": TingkatPendidikan.DIPLOMA_III, "D-IV ": TingkatPendidikan.DIPLOMA_IV}
    awalan |= {"S-1 ": TingkatPendidikan.S1, "S-2 ": TingkatPendidikan.S2, "S-3 ": TingkatPendidikan.S3}
    return next((t for awal, t in awalan.items() if program.startswith(awal)), TingkatPendidikan.PROFESI)


def usia_lulus(tingkat: TingkatPendidikan) -> int:
    """Usual age in years at graduation."""
    if tingkat >= TingkatPendidikan.DIPLOMA_IV:
        return 22
    return 21 if tingkat >= TingkatPendidikan.DIPLOMA_II else 18


def lanjutkan_studi(orang: Orang, benih: int, per: date) -> None:
    """Some pelaksana of golongan II and below became sarjana in service; their golongan waits for UPKP."""
    acak = acak_untuk(benih, orang.nip, "studi")
    pelaksana = orang.jabatan.jenis is JenisJabatan.PELAKSANA and orang.jenis_pegawai is JenisPegawai.PNS
    rendah = orang.golongan < "III" and orang.pendidikan <= TingkatPendidikan.DIPLOMA_III
    lama = add_years(orang.tmt_cpns, MASA_KERJA_LANJUT) <= per
    if not (pelaksana and rendah and lama) or acak.random() >= BAGIAN_LANJUT:
        return
    sarjana = baca_ijazah(acak.choice(STUDI_UMUM[TingkatPendidikan.S1]))
    orang.pendidikan, orang.program_studi = sarjana.tingkat, sarjana.program
    orang.gelar_belakang = sarjana.gelar_belakang
    orang.tahun_lulus = acak.randint(orang.tmt_cpns.year + 4, per.year - 1)
