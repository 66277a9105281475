"""360 feedback that is kept secret."""

from enum import IntEnum, StrEnum


class StatusPutaran360(StrEnum):
    DISIAPKAN = "disiapkan"
    DIBUKA = "dibuka"
    DITUTUP = "ditutup"


class Peran360(StrEnum):
    """What somebody who is asked is to the person they are asked about."""

    ATASAN = "atasan"
    REKAN = "rekan"
    BAWAHAN = "bawahan"


class Kelompok360(StrEnum):
    """Whose answers stand together: the superior by name, the others only as a group."""

    ATASAN = "atasan"
    REKAN = "rekan"
    BAWAHAN = "bawahan"
    GABUNGAN = "gabungan"


class StatusUndangan360(StrEnum):
    """A name is a proposal until the atasan penilai decides who is asked."""

    DIUSULKAN = "diusulkan"
    DIUNDANG = "diundang"


class Skala360(IntEnum):
    """What a giver answers: four words, and a way out that counts as no answer.

    The highest is a rare word on purpose: what is shown of a group does not tell high averages apart.
    """

    TIDAK_DAPAT_MENILAI = 0
    BELUM_TERLIHAT = 1
    KADANG_TERLIHAT = 2
    SERING_TERLIHAT = 3
    MENJADI_TELADAN = 4


class Pita360(IntEnum):
    """What is shown of a group: four wide bands of its average."""

    JARANG = 1
    KADANG = 2
    CUKUP_SERING = 3
    SERING = 4


class Kira360(IntEnum):
    """How many of a unit have answered, in quarters."""

    DI_BAWAH_SEPEREMPAT = 0
    SEPEREMPAT = 1
    SETENGAH = 2
    TIGA_PEREMPAT = 3


class SasaranPutaran(StrEnum):
    """Who is rated in a round."""

    SEMUA = "semua"
    UNIT = "unit"
    ORANG = "orang"
