"""Runs, their decisions, and who acts on them."""

from enum import IntEnum, StrEnum


class JalurPangkat(IntEnum):
    """The path of kenaikan pangkat by which a person is judged in a run, or proposed.

    A run judges the penyesuaian ijazah beside that path, as a decision of its own: only a proposal has it.
    """

    TIDAK_BERLAKU = 0
    REGULER = 1
    JABATAN_FUNGSIONAL = 2
    STRUKTURAL = 3
    PENYESUAIAN_IJAZAH = 4
    BELUM_DIHITUNG = 9


#: Paths of kenaikan pangkat that have a rule.
JALUR_DIHITUNG = (JalurPangkat.REGULER, JalurPangkat.JABATAN_FUNGSIONAL, JalurPangkat.STRUKTURAL)
#: The paths that a run tells apart.
JALUR_RUN = (JalurPangkat.TIDAK_BERLAKU, *JALUR_DIHITUNG, JalurPangkat.BELUM_DIHITUNG)


class JenisPutusan(StrEnum):
    """What a run decides about a person. KESIAPAN_JABATAN: the next managerial level (its `sasaran`)."""

    KENAIKAN_PANGKAT = "kenaikan_pangkat"
    PENYESUAIAN_IJAZAH = "penyesuaian_ijazah"
    KENAIKAN_JENJANG = "kenaikan_jenjang"
    KESIAPAN_JABATAN = "kesiapan_jabatan"
    KGB = "kgb"
    SATYALANCANA = "satyalancana"


class StatusRun(StrEnum):
    BERJALAN = "berjalan"
    SELESAI = "selesai"
    SELESAI_DENGAN_KARANTINA = "selesai_dengan_karantina"
    DIBATALKAN = "dibatalkan"


class StatusPotongan(StrEnum):
    """DIBELAH: replaced by two halves while looking for the person whose data cannot be computed."""

    ANTRE = "antre"
    SELESAI = "selesai"
    DIBELAH = "dibelah"
    KARANTINA = "karantina"


class Pelaku(StrEnum):
    """Who can repair or fulfil a requirement."""

    PEGAWAI = "pegawai"
    ATASAN = "atasan"
    BKPSDM = "bkpsdm"
    BKN = "bkn"
    WAKTU = "waktu"


class Kerahasiaan(IntEnum):
    """KHUSUS (discipline, examination, family): only the person and authorised HR see it."""

    UMUM = 1
    KHUSUS = 2


class StatusPeringatan(StrEnum):
    """Of a kenaikan pangkat that time would allow. Runs set it, nobody decides it.

    TERSELAMATKAN: something was short and is not any more, in time. TERLEWAT: the first possible period
    has gone by. NAIK: the golongan is in the records. GUGUR: nothing is in sight any more.
    """

    TERBUKA = "terbuka"
    TERSELAMATKAN = "terselamatkan"
    TERLEWAT = "terlewat"
    NAIK = "naik"
    GUGUR = "gugur"
