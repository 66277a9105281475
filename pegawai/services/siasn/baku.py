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
from pegawai.rules.eselon import jenjang_eselon
from pegawai.rules.jenjang import jenjang_nama

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
_ESELON: Final = re.compile(r"(?:I{1,3}|IV|V)[./][AB]")


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
        return jenjang_eselon(eselon_id) or jenjang_eselon(eselon)
    return jenjang_nama(nama)


def baku_eselon(teks: str) -> str:
    """The eselon as written when it is one ("III.a"); "" for "Non Eselon" and every other word."""
    rapat = teks.replace(" ", "")
    return rapat if _ESELON.fullmatch(rapat.upper()) else ""
