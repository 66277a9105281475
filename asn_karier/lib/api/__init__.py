"""What every answer of /api/v1/ shares.

`masalah` are RFC 9457 refusals and their table of codes, `dasar` the view, `masukan` reads query
parameters and describes them, `kursor` signs the place in a list, `jawaban` gives pages and ETags.
"""

from asn_karier.lib.api.dasar import ParserJson, TampilanApi
from asn_karier.lib.api.jawaban import JawabanBerETag, potong_halaman
from asn_karier.lib.api.kursor import KursorSalah, baca_kursor, buat_kursor
from asn_karier.lib.api.masalah import KODE, Masalah, problem, problem_handler
from asn_karier.lib.api.masukan import BATAS, KURSOR, Isian, MasukanKeliru, baca_masukan, parameter_dari

__all__ = [
    "BATAS",
    "KODE",
    "KURSOR",
    "Isian",
    "JawabanBerETag",
    "KursorSalah",
    "Masalah",
    "MasukanKeliru",
    "ParserJson",
    "TampilanApi",
    "baca_kursor",
    "baca_masukan",
    "buat_kursor",
    "parameter_dari",
    "potong_halaman",
    "problem",
    "problem_handler",
]
