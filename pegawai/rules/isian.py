"""Readers of the nouns of this app, for the calculators of every app."""

from __future__ import annotations

import re
from typing import Any, Final

from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import Isian, dibaca
from pegawai.enums import JenisPegawai, Jenjang
from pegawai.rules.eselon import baca_eselon, jenjang_eselon
from pegawai.rules.golongan import Golongan
from pegawai.rules.ijazah import baca_ijazah
from pegawai.rules.jenjang import tanpa_awalan
from pegawai.rules.masa_kerja import baca_masa_kerja

_ESELON: Final = re.compile(r"ESELON (?P<tingkat>[IV]+)(?P<ruang>[ ./]?[AB])?")
_SEBUTAN_JENJANG: Final = {
    Jenjang.PELAKSANA: "JFU, FUNGSIONAL UMUM, STAF",
    Jenjang.PEMULA: "PM",
    Jenjang.TERAMPIL: "TR",
    Jenjang.MAHIR: "MH",
    Jenjang.PENYELIA: "PY",
    Jenjang.AHLI_PERTAMA: "PT",
    Jenjang.AHLI_MUDA: "MU",
    Jenjang.AHLI_MADYA: "MA",
    Jenjang.AHLI_UTAMA: "UT",
    Jenjang.JPT_PRATAMA: "PIMPINAN TINGGI PRATAMA, JPTP",
    Jenjang.JPT_MADYA: "PIMPINAN TINGGI MADYA, JPTM",
    Jenjang.JPT_UTAMA: "PIMPINAN TINGGI UTAMA, JPTU",
}
_TANDA_PNS: Final = re.compile(r"^\s*PNS\s", re.IGNORECASE)
_MENURUT_NAMA: Final = {j.name.replace("_", " "): j for j in Jenjang} | {
    sebutan: jenjang for jenjang, semua in _SEBUTAN_JENJANG.items() for sebutan in semua.split(", ")
}


def baca_jenjang(teks: str) -> Jenjang:
    """Read 'Ahli Muda', 'JF Ahli Muda', 'AHLI_MUDA', 'MU', 'JPT Pratama', 'Eselon III' or 'Administrator'."""
    baku = " ".join(re.split(r"[\s_-]+", teks.upper().strip()))
    jenjang = _MENURUT_NAMA.get(baku) or _MENURUT_NAMA.get(tanpa_awalan(baku)) or _menurut_eselon(baku)
    if jenjang is None:
        raise DomainError(
            "jenjang",
            "Jenjang ditulis seperti Pelaksana, Terampil, Ahli Muda, Pengawas, atau JPT Pratama. "
            f"Yang diisi '{teks.strip()}'",
        )
    return jenjang


def _menurut_eselon(baku: str) -> Jenjang | None:
    """An eselon without its ruang is that of its a; 'Eselon I' alone tells none."""
    eselon = _ESELON.fullmatch(baku)
    return jenjang_eselon(f"{eselon['tingkat']}.{(eselon['ruang'] or 'A')[-1]}") if eselon else None


def baca_golongan_skala(teks: str) -> Golongan:
    """Read 'PNS III/a', 'PPPK IX' or 'III/a'. A Roman number alone does not tell its scale."""
    skala, _, sisa = teks.strip().partition(" ")
    if skala.upper() in JenisPegawai.__members__ and sisa:
        return Golongan.parse(sisa, JenisPegawai[skala.upper()])
    return Golongan.pns(teks)


def baca_tingkat_golongan(teks: str) -> int:
    """The golongan 1 to 4 of 'I' to 'IV', or of a golongan with its ruang ('III/a')."""
    baku = teks.strip().upper()
    romawi = ("I", "II", "III", "IV")
    return romawi.index(baku) + 1 if baku in romawi else Golongan.pns(teks).tingkat


def _kode(nilai: Any) -> str:
    if isinstance(nilai, int) and not isinstance(nilai, bool):
        return str(nilai)
    if not isinstance(nilai, str):
        raise DomainError("isian_salah", "tulis id SIASN sebagai teks atau angka")
    return nilai


#: A golongan of a PNS, 'III/a'.
GOLONGAN: Final = dibaca(lambda teks: Golongan.pns(_TANDA_PNS.sub("", teks)), ["III/a", "III a", "3a"])
#: A golongan of either scale: 'PNS III/a', 'PPPK IX'.
GOLONGAN_SKALA: Final = dibaca(baca_golongan_skala, ["PNS III/a", "PPPK IX"])
#: 1 to 4: the golongan without its ruang.
TINGKAT_GOLONGAN: Final = dibaca(baca_tingkat_golongan, ["I", "III/a"])
JENJANG: Final = dibaca(baca_jenjang, ["Ahli Pertama", "Penyelia", "Administrator", "JPT Pratama"])
#: A level (TingkatPendidikan); a dokter and an apoteker are PROFESI, an SGPLB DIPLOMA_II (see IJAZAH).
PENDIDIKAN: Final = dibaca(lambda teks: baca_ijazah(teks).tingkat, ["SLTA", "DIII", "S1", "Dokter"])
#: The level together with the three names that have rules of their own (`pegawai.rules.ijazah.Ijazah`).
IJAZAH: Final = dibaca(baca_ijazah, ["SLTA", "DIII", "S1", "Dokter", "Apoteker", "SGPLB"])
ESELON: Final = dibaca(baca_eselon, ["II.b", "II/b", "IIb", "22"])
#: Masa kerja in months.
MASA_KERJA: Final = dibaca(baca_masa_kerja, ["18-4"])
#: An id of SIASN, written as text or as a number.
KODE: Final = Isian(_kode, {"type": ["string", "integer"]})
