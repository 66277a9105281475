"""What follows a result: follow-up and objection."""

from enum import StrEnum


class JenisHasil(StrEnum):
    """Which appraisal a page, an answer or an objection is about."""

    TAHUNAN = "tahunan"
    PERIODIK = "periodik"


class Aspek(StrEnum):
    """The two sides of an appraisal."""

    HASIL = "hasil"
    PERILAKU = "perilaku"


class JenisTindakLanjut(StrEnum):
    """What may follow an appraisal. The list is closed, and nothing on it punishes anybody."""

    BERBAGI = "berbagi"
    PENGEMBANGAN = "pengembangan"
    TALENTA = "talenta"
    BIMBINGAN = "bimbingan"
    KONSELING = "konseling"
    PEMBINAAN = "pembinaan"


#: These wait for a word of the atasan; the others only invite.
PERLU_ATASAN = (JenisTindakLanjut.BIMBINGAN, JenisTindakLanjut.KONSELING, JenisTindakLanjut.PEMBINAAN)


class StatusTindakLanjut(StrEnum):
    """DIUSULKAN is what the rule says; a row exists only once the atasan has spoken."""

    DIUSULKAN = "diusulkan"
    DIMULAI = "dimulai"
    SELESAI = "selesai"
    TIDAK_DIJALANKAN = "tidak"


class StatusKeberatan(StrEnum):
    """DITERIMA: the objection has come in; what was decided stands in `PutusanKeberatan`."""

    DITERIMA = "diterima"
    DIPERIKSA = "diperiksa"
    DIPUTUSKAN = "diputuskan"
    DICABUT = "dicabut"


#: Nobody has decided these yet.
KEBERATAN_TERBUKA = (StatusKeberatan.DITERIMA, StatusKeberatan.DIPERIKSA)


class PutusanKeberatan(StrEnum):
    DITERIMA = "diterima"
    SEBAGIAN = "sebagian"
    TIDAK = "tidak"


#: After these the pejabat penilai rates anew.
DINILAI_ULANG = (PutusanKeberatan.DITERIMA, PutusanKeberatan.SEBAGIAN)
