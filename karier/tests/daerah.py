"""The simulated regencies that several test files look at, each built once."""

from functools import cache

from karier.contoh import Daerah, JenisKesalahan, Orang, bangun_daerah

KECIL, BESAR = 600, 6000


@cache
def daerah(jumlah: int = BESAR, benih: int = 1) -> Daerah:
    return bangun_daerah("batanghari", jumlah, benih)


def orang_dengan(jenis: JenisKesalahan) -> list[Orang]:
    return [o for o in daerah().orang if o.kesalahan is jenis]


def bersih() -> list[Orang]:
    return [o for o in daerah().orang if o.nip in daerah().bersih]
