"""Spellings of SIASN brought to one form."""

from __future__ import annotations

import re
from typing import Final

from pegawai.enums import (
    JenisJabatan,
    JenisKelamin,
    Jenjang,
    KedudukanHukum,
    StatusKepegawaian,
)

_HEKSA: Final = re.compile(r"[0-9A-F]{32}")

KELAMIN: Final = dict.fromkeys(
    ("L", "M", "1", "PRIA", "LAKI-LAKI", "LAKI LAKI"), JenisKelamin.PRIA
) | dict.fromkeys(("P", "F", "2", "WANITA", "PEREMPUAN"), JenisKelamin.WANITA)
STATUS: Final = dict.fromkeys(("C", "CPNS"), StatusKepegawaian.CPNS) | dict.fromkeys(
    ("P", "PNS"), StatusKepegawaian.PNS
)
KEDUDUKAN: Final = {
    "AKTIF": KedudukanHukum.AKTIF,
    "CLTN": KedudukanHukum.CLTN,
    "CUTI LUAR TANGGUNGAN NEGARA": KedudukanHukum.CLTN,
    "CUTI DI LUAR TANGGUNGAN NEGARA": KedudukanHukum.CLTN,
    "TUGAS BELAJAR": KedudukanHukum.TUGAS_BELAJAR,
    "PEMBERHENTIAN SEMENTARA": KedudukanHukum.PEMBERHENTIAN_SEMENTARA,
    "UANG TUNGGU": KedudukanHukum.UANG_TUNGGU,
    "PENERIMA UANG TUNGGU": KedudukanHukum.UANG_TUNGGU,
    "MPP": KedudukanHukum.MASA_PERSIAPAN_PENSIUN,
    "MASA PERSIAPAN PENSIUN": KedudukanHukum.MASA_PERSIAPAN_PENSIUN,
    "HUKUMAN DISIPLIN": KedudukanHukum.HUKUMAN_DISIPLIN,
    "PNS KENA HUKUMAN DISIPLIN": KedudukanHukum.HUKUMAN_DISIPLIN,
    "PPPK AKTIF": KedudukanHukum.PPPK_AKTIF,
    "PPPK TIDAK AKTIF": KedudukanHukum.PPPK_TIDAK_AKTIF,
}
JENIS_JABATAN: Final = {
    "1": JenisJabatan.STRUKTURAL,
    "2": JenisJabatan.FUNGSIONAL,
    "3": JenisJabatan.RANGKAP,
    "4": JenisJabatan.PELAKSANA,
    "JABATAN STRUKTURAL": JenisJabatan.STRUKTURAL,
    "JABATAN FUNGSIONAL TERTENTU": JenisJabatan.FUNGSIONAL,
    "JABATAN FUNGSIONAL": JenisJabatan.FUNGSIONAL,
    "JABATAN FUNGSIONAL UMUM": JenisJabatan.PELAKSANA,
    "JABATAN PELAKSANA": JenisJabatan.PELAKSANA,
}
_JENJANG_AHLI: Final = {
    "AHLI PERTAMA": Jenjang.AHLI_PERTAMA,
    "AHLI MUDA": Jenjang.AHLI_MUDA,
    "AHLI MADYA": Jenjang.AHLI_MADYA,
    "AHLI UTAMA": Jenjang.AHLI_UTAMA,
}
_JENJANG_KETERAMPILAN: Final = {
    "PEMULA": Jenjang.PEMULA,
    "TERAMPIL": Jenjang.TERAMPIL,
    "MAHIR": Jenjang.MAHIR,
    "PENYELIA": Jenjang.PENYELIA,
}
#: "Ahli Muda" means the jenjang wherever it stands. "Terampil" and its like are common words, so they
#: count only after the name of the post, at its end or before what follows it ("pada", a dash, a bracket).
_SEBUTAN_JENJANG: Final = re.compile(
    rf"\b({'|'.join(_JENJANG_AHLI)})\b"
    rf"|(?<=\S[ /])({'|'.join(_JENJANG_KETERAMPILAN)})(?=$| (?:PADA|DI)\b| [-–]|\s*[(,/])"
)
_ESELON: Final = re.compile(r"(?:I{1,3}|IV|V)[./][AB]")
_JENJANG_ESELON: Final = {
    "10": Jenjang.JPT_UTAMA, "11": Jenjang.JPT_MADYA, "12": Jenjang.JPT_MADYA,
    "21": Jenjang.JPT_PRATAMA, "22": Jenjang.JPT_PRATAMA,
    "31": Jenjang.ADMINISTRATOR, "32": Jenjang.ADMINISTRATOR,
    "41": Jenjang.PENGAWAS, "42": Jenjang.PENGAWAS,
    "I.B": Jenjang.JPT_MADYA, "II.A": Jenjang.JPT_PRATAMA, "II.B": Jenjang.JPT_PRATAMA,
    "III.A": Jenjang.ADMINISTRATOR, "III.B": Jenjang.ADMINISTRATOR,
    "IV.A": Jenjang.PENGAWAS, "IV.B": Jenjang.PENGAWAS,
}  # fmt: skip


def baku_id(teks: str) -> str:
    """An id of SIASN: 32 hex digits in capitals, whether written so, in small letters or as a UUID."""
    rapat = teks.replace("-", "").upper()
    return rapat if _HEKSA.fullmatch(rapat) else teks


def jenjang_jabatan(jenis: JenisJabatan, nama: str, eselon_id: str, eselon: str) -> Jenjang | None:
    """Jenjang from the eselon (structural) or the words of the name (fungsional); None when neither tells.

    "GURU MUDA" tells none: old names are not the jenjang of today, so HR decides. Two jenjang tell none.
    """
    if jenis is JenisJabatan.PELAKSANA:
        return Jenjang.PELAKSANA
    if jenis is JenisJabatan.STRUKTURAL:
        return _JENJANG_ESELON.get(eselon_id) or _JENJANG_ESELON.get(eselon.upper().replace("/", "."))
    nama = " ".join(nama.upper().split())
    semua = _JENJANG_AHLI | _JENJANG_KETERAMPILAN
    sebutan = {semua[ahli or terampil] for ahli, terampil in _SEBUTAN_JENJANG.findall(nama)}
    return sebutan.pop() if len(sebutan) == 1 else None


def baku_eselon(teks: str) -> str:
    """The eselon as written when it is one ("III.a"); "" for "Non Eselon" and every other word."""
    rapat = teks.replace(" ", "")
    return rapat if _ESELON.fullmatch(rapat.upper()) else ""
