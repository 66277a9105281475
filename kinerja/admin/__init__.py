"""The HR door of performance. Importing this package registers its pages.

The cycle itself (check, open, run, close) has its pages in karier, which sees all apps.
"""

from kinerja.admin import (
    buka,
    etika,
    forum,
    hasil,
    kalender,
    keberatan,
    penetapan,
    pengakuan,
    pengaturan,
    penilaian,
    realisasi,
    siasn,
    skp,
    ulasan,
    umpan_360,
)

__all__ = [
    "buka",
    "etika",
    "forum",
    "hasil",
    "kalender",
    "keberatan",
    "penetapan",
    "pengakuan",
    "pengaturan",
    "penilaian",
    "realisasi",
    "siasn",
    "skp",
    "ulasan",
    "umpan_360",
]
