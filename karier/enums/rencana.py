"""The individual development plan."""

from enum import StrEnum


class StatusIdp(StrEnum):
    """Where an individual plan stands. MENUNGGU_PEGAWAI: the atasan changed words or asks for a change."""

    DRAF = "draf"
    MENUNGGU_ATASAN = "menunggu"
    MENUNGGU_PEGAWAI = "kembali"
    DISEPAKATI = "disepakati"
    SELESAI = "selesai"


class CaraBelajar(StrEnum):
    """The three ways of 70:20:10."""

    PENUGASAN = "penugasan"
    SOSIAL = "sosial"
    KLASIKAL = "klasikal"


class StatusButir(StrEnum):
    """DITERUSKAN: it goes on in the plan of the next year."""

    RENCANA = "rencana"
    SELESAI = "selesai"
    DITERUSKAN = "diteruskan"


class AsalButir(StrEnum):
    """Who wrote an item first."""

    SISTEM = "sistem"
    PEGAWAI = "pegawai"
    ATASAN = "atasan"
    REKOMENDASI = "rekomendasi"
    TAHUN_LALU = "tahun_lalu"


class LangkahIdp(StrEnum):
    CATATAN = "catatan"
    KIRIM = "kirim"
    TARIK = "tarik"
    KEMBALIKAN = "kembalikan"
    SETUJU = "setuju"
    BUKA = "buka"
    GABUNG = "gabung"
    SELESAI = "selesai"


class SebabNaskah(StrEnum):
    """Why the words of a plan were kept. LURING: they were taken along to where there is no network."""

    KIRIM = "kirim"
    KEMBALI = "kembali"
    SEPAKAT = "sepakat"
    LURING = "luring"


class StatusKiriman(StrEnum):
    """What became of words that came in from outside: a sheet, or an operator."""

    MENUNGGU = "menunggu"
    DIGABUNG = "digabung"
    DITOLAK = "ditolak"


class JenisUsulIdp(StrEnum):
    TUGAS = "tugas"
    MENTOR = "mentor"
    PEMBIMBING = "pembimbing"
    PROGRAM = "program"
    MANDIRI = "mandiri"
    JABATAN = "jabatan"
    PERBAIKAN = "perbaikan"
    BERBAGI = "berbagi"
    KOMUNITAS = "komunitas"
