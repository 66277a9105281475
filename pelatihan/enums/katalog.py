"""The catalogue and its partners."""

from enum import StrEnum


class Metode(StrEnum):
    DARING = "daring"
    TATAP_MUKA = "tatap_muka"
    CAMPURAN = "campuran"


class JenisMitra(StrEnum):
    """Who holds a programme besides the instansi itself."""

    KAMPUS = "kampus"
    SWASTA = "swasta"
    LAN = "lan"
    BKN = "bkn"
    BPSDM = "bpsdm"
    INSTANSI_LAIN = "instansi_lain"
    LAINNYA = "lainnya"
