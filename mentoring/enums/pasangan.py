"""Closed lists of who mentors whom: profiles, waits, programmes, the two yeses."""

from enum import StrEnum


class StatusPasangan(StrEnum):
    """No pair runs without two yeses: mentee chooses, mentor answers.

    DIUSULKAN: HR has invited both, and the place is kept for the mentee until the day named in `batas`.
    """

    DIUSULKAN = "diusulkan"
    DIPILIH_MENTEE = "dipilih_mentee"
    BELUM_DITERIMA = "belum_diterima"
    LEWAT_WAKTU = "lewat_waktu"
    DILEPAS = "dilepas"
    BERJALAN = "berjalan"
    SELESAI = "selesai"
    TIDAK_BERLANJUT = "tidak_berlanjut"


class StatusMentor(StrEnum):
    """A profile is active by the person's own yes only."""

    DIUNDANG = "diundang"
    AKTIF = "aktif"
    ISTIRAHAT = "istirahat"
    MENOLAK = "menolak"


class StatusPermintaan(StrEnum):
    MENUNGGU = "menunggu"
    TERJAWAB = "terjawab"
    DITARIK = "ditarik"


class AsalPermintaan(StrEnum):
    """Why somebody waits for a mentor."""

    DIRI = "diri"
    PROGRAM = "program"
    CELAH = "celah"
    USULAN = "usulan"


class CaraBertemu(StrEnum):
    """What a mentor offers, and how a meeting was held."""

    TATAP_MUKA = "tatap_muka"
    TELEPON = "telepon"
    WHATSAPP = "whatsapp"
    VIDEO = "video"


class SasaranProgram(StrEnum):
    SEMUA = "semua"
    PNS = "pns"
    PPPK = "pppk"
    TERPENCIL = "terpencil"


class AlasanBelum(StrEnum):
    """Why a mentor cannot say yes now; what it is beyond these is theirs to tell."""

    WAKTU = "waktu"
    TUGAS = "tugas"
    KEAHLIAN = "keahlian"
    JARAK = "jarak"
    LAIN = "lain"
