"""What a leader sees of a team at a glance, and why somebody is worth a talk."""

from enum import StrEnum


class AlasanBicara(StrEnum):
    """Why to talk with somebody now; the most urgent stands first."""

    KEBERATAN = "keberatan"
    TINDAK_LANJUT = "tindak_lanjut"
    TANGGAPAN = "tanggapan"
    REALISASI_DIKEMBALIKAN = "dikembalikan"
    REALISASI_LEWAT = "realisasi"
    ARAHAN_LEWAT = "arahan"
    TANPA_REFLEKSI = "refleksi"
    TANPA_UMPAN_BALIK = "umpan_balik"


class HitunganTim(StrEnum):
    """What is counted of a team."""

    REALISASI = "realisasi"
    DINILAI = "dinilai"
    UMPAN_BALIK = "umpan_balik"
    JP = "jp"
