"""NIP of a PNS and NI PPPK: 18 digits that carry birth date, appointment and sex.

Perka BKN 22/2007 and 43/2007: 1-8 birth date, 9-14 TMT CPNS (yyyymm), 15 sex, 16-18 number.
An NI PPPK has the year of appointment in 9-12 and a code of 21 or more in 13-14.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final

from asn_karier.lib.dates import age
from asn_karier.lib.errors import DomainError
from pegawai.enums import JenisKelamin, JenisPegawai

PANJANG: Final = 18
USIA_MINIMAL: Final = 18
#: The highest age limit of any jabatan: nobody is appointed at it.
_USIA_TERTINGGI: Final = 70
_KODE_PPPK_TERENDAH: Final = 21
#: The code of a PPPK paruh waktu.
KODE_PARUH_WAKTU: Final = 24
_PEMISAH = re.compile(r"[\s.\-/_]+")
_NAMA: Final = re.compile(r"^\s*(NIP|NI PPPK|NIPPPK)\b[\s.:]*", re.IGNORECASE)
_KELAMIN: Final = {"1": JenisKelamin.PRIA, "2": JenisKelamin.WANITA}


@dataclass(frozen=True, slots=True)
class Nip:
    """A well-formed NIP or NI PPPK. `tmt_cpns` is None for a PPPK, `kode_pppk` for a PNS."""

    angka: str
    jenis: JenisPegawai
    tanggal_lahir: date
    tahun_pengangkatan: int
    tmt_cpns: date | None
    kode_pppk: int | None
    jenis_kelamin: JenisKelamin
    urut: int

    @classmethod
    def parse(cls, teks: str) -> Nip:
        """Read a NIP as people type it, spaces and dots allowed; raises DomainError `nip_...`."""
        angka = _bersihkan(teks)
        lahir = _tanggal_lahir(angka[:8])
        tahun, kode = int(angka[8:12]), int(angka[12:14])
        jenis = _jenis(kode)
        tmt = _tmt_cpns(tahun, kode, lahir) if jenis is JenisPegawai.PNS else None
        _periksa_usia(lahir, tmt or _akhir_tahun(tahun))
        return cls(
            angka=angka,
            jenis=jenis,
            tanggal_lahir=lahir,
            tahun_pengangkatan=tahun,
            tmt_cpns=tmt,
            kode_pppk=None if tmt else kode,
            jenis_kelamin=_kelamin(angka[14]),
            urut=_urut(angka[15:]),
        )

    def __str__(self) -> str:
        return self.angka


def _bersihkan(teks: str) -> str:
    # NFKC turns the full-width digits of some keyboards into plain ones; other scripts stay and are refused.
    bersih = _PEMISAH.sub("", _NAMA.sub("", unicodedata.normalize("NFKC", teks)))
    if not re.fullmatch(r"[0-9]*", bersih):
        raise DomainError(
            "nip_bukan_angka", "NIP hanya berisi angka 0 sampai 9. Periksa huruf atau tanda yang terselip"
        )
    if len(bersih) != PANJANG:
        raise DomainError("nip_panjang", f"NIP terdiri atas {PANJANG} angka. Yang diisi {len(bersih)} angka")
    return bersih


def _tanggal_lahir(angka: str) -> date:
    try:
        return date(int(angka[:4]), int(angka[4:6]), int(angka[6:]))
    except ValueError as galat:
        raise DomainError(
            "nip_tanggal_lahir",
            "Angka 1 sampai 8 NIP berisi tanggal lahir (tahun, bulan, tanggal). "
            f"{angka} tidak ada dalam kalender",
        ) from galat


def _jenis(kode: int) -> JenisPegawai:
    if 1 <= kode <= 12:
        return JenisPegawai.PNS
    if kode >= _KODE_PPPK_TERENDAH:
        return JenisPegawai.PPPK
    raise DomainError(
        "nip_kode",
        "Angka 13 dan 14 NIP berisi bulan 01 sampai 12 (PNS) atau kode 21 ke atas (PPPK). "
        f"Yang diisi {kode:02d}",
    )


def _tmt_cpns(tahun: int, bulan: int, lahir: date) -> date:
    if tahun <= lahir.year:
        raise _terlalu_muda(lahir)
    return date(tahun, bulan, 1)


def _akhir_tahun(tahun: int) -> date:
    if tahun == 0:
        raise DomainError("nip_tahun", "Angka 9 sampai 12 NIP berisi tahun pengangkatan. Yang diisi 0000")
    return date(tahun, 12, 31)


def _periksa_usia(lahir: date, diangkat: date) -> None:
    if diangkat < lahir or age(lahir, diangkat) < USIA_MINIMAL:
        raise _terlalu_muda(lahir)
    if age(lahir, diangkat) >= _USIA_TERTINGGI:
        raise DomainError(
            "nip_usia",
            f"Menurut NIP, pegawai yang lahir tahun {lahir.year} diangkat pada usia {_USIA_TERTINGGI} tahun "
            "atau lebih. Periksa angka 1 sampai 14",
        )


def _terlalu_muda(lahir: date) -> DomainError:
    return DomainError(
        "nip_usia",
        f"Menurut NIP, pegawai yang lahir tahun {lahir.year} diangkat sebelum berusia {USIA_MINIMAL} tahun. "
        "Periksa angka 1 sampai 14",
    )


def _kelamin(angka: str) -> JenisKelamin:
    if angka not in _KELAMIN:
        raise DomainError(
            "nip_jenis_kelamin", f"Angka ke-15 NIP berisi 1 (pria) atau 2 (wanita). Yang diisi {angka}"
        )
    return _KELAMIN[angka]


def _urut(angka: str) -> int:
    if angka == "000":
        raise DomainError("nip_urut", "Tiga angka terakhir NIP berisi nomor urut mulai 001. Yang diisi 000")
    return int(angka)
