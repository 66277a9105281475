"""Stand-ins until kinerja.rules exists."""

from kinerja.enums import Predikat, Rating
from pegawai.enums import Jenjang

_M = {
    (3, 1): 2, (3, 2): 4, (3, 3): 5, (2, 1): 2, (2, 2): 4, (2, 3): 4, (1, 1): 1, (1, 2): 3, (1, 3): 3,
}
_K = {21: 3750, 22: 5000, 23: 12500, 24: 25000, 31: 12500, 32: 25000, 33: 37500, 34: 50000}
_P = {1: 25, 2: 50, 3: 75, 4: 100, 5: 150}


def predikat(hasil: Rating, perilaku: Rating) -> Predikat:
    return Predikat(_M[(hasil, perilaku)])


def senti(jenjang: Jenjang, predikat: Predikat, bulan: int) -> int:
    return (_K[jenjang] * _P[predikat] * bulan * 2 + 12000) // 24000
