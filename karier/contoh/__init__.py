"""The simulated regency: plausible, deterministic, nobody real.

`bangun_daerah` makes it in memory, `tulis_berkas` writes it in the real file formats; demo, tests
and load runs then import those files through the same door as an agency. Pure Python.
"""

from karier.contoh.bentuk import (
    Akibat,
    Daerah,
    JenisKesalahan,
    Kesalahan,
    Orang,
    ProfilMentor,
    ProgramPelatihan,
    Unit,
)
from karier.contoh.berkas import tulis_berkas
from karier.contoh.siasn import tulis_siasn_csv, tulis_siasn_xlsx
from karier.contoh.susun import PER_TETAP, bangun_daerah
from karier.contoh.wilayah import WILAYAH

__all__ = [
    "PER_TETAP",
    "WILAYAH",
    "Akibat",
    "Daerah",
    "JenisKesalahan",
    "Kesalahan",
    "Orang",
    "ProfilMentor",
    "ProgramPelatihan",
    "Unit",
    "bangun_daerah",
    "tulis_berkas",
    "tulis_siasn_csv",
    "tulis_siasn_xlsx",
]
