"""Governments, accounts, roles and programs."""

from enum import StrEnum


class JenisPeran(StrEnum):
    HR_INSTANSI = "hr_instansi"
    OPERATOR_UNIT = "operator_unit"
    AUDITOR = "auditor"
    KLIEN_API = "klien_api"


class DasarAkses(StrEnum):
    """Why someone may see a person outside roles and reporting line."""

    MENTOR = "mentor"
    PENILAI = "penilai"
    PLT = "plt"


class JenisInstansi(StrEnum):
    KABUPATEN = "kabupaten"
    KOTA = "kota"
    PROVINSI = "provinsi"


class JenisKode(StrEnum):
    """What a one-time code opens: the first password, or a new one after an identity check."""

    AKTIVASI = "aktivasi"
    ATUR_ULANG = "atur_ulang"


class AkhirKode(StrEnum):
    """How a one-time code came to its end; empty while it is open."""

    TERBUKA = ""
    DIPAKAI = "dipakai"
    DIGANTI = "diganti"
    TERKUNCI = "terkunci"


class CaraKenal(StrEnum):
    """How an officer made sure who asks for help with an account."""

    KTP = "ktp"
    KARTU_PEGAWAI = "kartu_pegawai"
    TELEPON = "telepon"


class StatusPermintaan(StrEnum):
    """A request that a second officer decides."""

    MENUNGGU = "menunggu"
    DISETUJUI = "disetujui"
    DITOLAK = "ditolak"


class ZonaWaktu(StrEnum):
    """The three clocks of Indonesia."""

    WIB = "Asia/Jakarta"
    WITA = "Asia/Makassar"
    WIT = "Asia/Jayapura"


class KewajibanMfa(StrEnum):
    """Whether an instansi asks every ASN for a second factor; staff and leaders always need it."""

    WAJIB = "wajib"
    SUKARELA = "sukarela"


class CakupanApi(StrEnum):
    """What a client of the API may read. Discipline is asked for by itself, never part of something else."""

    PEGAWAI = "pegawai:baca"
    HASIL = "hasil:baca"
    REKOMENDASI = "rekomendasi:baca"
    REFERENSI = "referensi:baca"
    PERUBAHAN = "perubahan:baca"
    DISIPLIN = "disiplin:baca"
