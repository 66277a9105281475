"""The plan of a person and what is sent about it."""

from enum import StrEnum


class PendekatanSKP(StrEnum):
    """With KUANTITATIF every indicator names its aspek; with KUALITATIF none does."""

    KUANTITATIF = "kuantitatif"
    KUALITATIF = "kualitatif"


class StatusSKP(StrEnum):
    """Where the plan of a person stands between them and their atasan penilai."""

    DRAF = "draf"
    DIKIRIM = "dikirim"
    DIKEMBALIKAN = "dikembalikan"
    DISEPAKATI = "disepakati"


#: The person may change the plan in these.
SKP_DAPAT_DIUBAH = (StatusSKP.DRAF, StatusSKP.DIKEMBALIKAN)


class JenisHasilKerja(StrEnum):
    UTAMA = "utama"
    TAMBAHAN = "tambahan"


class AspekIndikator(StrEnum):
    KUANTITAS = "kuantitas"
    KUALITAS = "kualitas"
    WAKTU = "waktu"
    BIAYA = "biaya"


class NilaiBerakhlak(StrEnum):
    """Core values of ASN, in the order in which SKP prints them."""

    BERORIENTASI_PELAYANAN = "berorientasi_pelayanan"
    AKUNTABEL = "akuntabel"
    KOMPETEN = "kompeten"
    HARMONIS = "harmonis"
    LOYAL = "loyal"
    ADAPTIF = "adaptif"
    KOLABORATIF = "kolaboratif"


class JenisLampiran(StrEnum):
    """What an SKP has as lampiran."""

    DUKUNGAN = "dukungan"
    PERTANGGUNGJAWABAN = "pertanggungjawaban"
    KONSEKUENSI = "konsekuensi"


class JenisDialog(StrEnum):
    """What an entry of the agreement dialogue stands for."""

    CATATAN = "catatan"
    KIRIM = "kirim"
    KEMBALIKAN = "kembalikan"
    SETUJUI = "setujui"
    BUKA = "buka"


class AwalSKP(StrEnum):
    """What a plan begins with."""

    TAHUN_LALU = "tahun_lalu"
    PUSTAKA = "pustaka"
    KOSONG = "kosong"


class StatusPengisian(StrEnum):
    """Where the realisation of one period stands. MENUNGGU_KONFIRMASI: filled in by an operator."""

    DRAF = "draf"
    MENUNGGU_KONFIRMASI = "menunggu_konfirmasi"
    DIKIRIM = "dikirim"
    DIKEMBALIKAN = "dikembalikan"


#: What stands in these may still be changed.
PENGISIAN_TERBUKA = (StatusPengisian.DRAF, StatusPengisian.MENUNGGU_KONFIRMASI, StatusPengisian.DIKEMBALIKAN)
