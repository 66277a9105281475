"""How sure one can be of a share of few people: its 95 per cent interval (Wilson, 1927)."""

from math import sqrt
from typing import Final

#: Two-sided 95 per cent.
_Z: Final = 1.959964


def wilson(jumlah: int, banyak: int) -> tuple[float, float]:
    """The lower and the upper end of `jumlah` of `banyak` (at least 1), between 0 and 1."""
    p, z2 = jumlah / banyak, _Z * _Z / banyak
    tengah, lebar = p + z2 / 2, _Z * sqrt(p * (1 - p) / banyak + z2 / (4 * banyak))
    return max(0.0, (tengah - lebar) / (1 + z2)), min(1.0, (tengah + lebar) / (1 + z2))
