"""What citizens send, and what becomes of it."""

from enum import IntEnum, StrEnum


class JawabanUlasan(IntEnum):
    """How a citizen found a service, in four words. Not the survey of PermenPANRB 14/2017 (SKM)."""

    TIDAK_BAIK = 1
    KURANG_BAIK = 2
    BAIK = 3
    SANGAT_BAIK = 4


class StatusKiriman(StrEnum):
    """Where the words of a citizen stand. DISERAHKAN: an operator leaves the decision to HR."""

    TANPA_TEKS = "tanpa_teks"
    MENUNGGU = "menunggu"
    DISERAHKAN = "diserahkan"
    TAMPIL = "tampil"
    TIDAK_TAMPIL = "tidak_tampil"


#: Words that wait for a moderator.
BELUM_DIPUTUS = (StatusKiriman.MENUNGGU, StatusKiriman.DISERAHKAN)


DIPUTUS = (StatusKiriman.TAMPIL, StatusKiriman.TIDAK_TAMPIL)


class AlasanTidakTampil(StrEnum):
    """Why words are not shown; a closed list, so that dislike is no reason."""

    DATA_PRIBADI = "data_pribadi"
    KASAR = "kasar"
    BUKAN_LAYANAN = "bukan_layanan"
    PENGADUAN = "pengaduan"


class TemaUlasan(StrEnum):
    """What a review is about: a development need of the unit, never of a person."""

    KERAMAHAN = "keramahan"
    KECEPATAN = "kecepatan"
    KEJELASAN = "kejelasan"
    KEAHLIAN = "keahlian"
    BIAYA = "biaya"
    FASILITAS = "fasilitas"
    KEMUDAHAN_AKSES = "kemudahan_akses"
    DARING = "daring"
    TERIMA_KASIH = "terima_kasih"


class StatusTindak(StrEnum):
    """What became of an input or a promise. DIJALANKAN: it was done."""

    DITERIMA = "diterima"
    DITANGGAPI = "ditanggapi"
    DIJALANKAN = "dijalankan"
    TIDAK_DAPAT = "tidak_dapat"


#: Nothing more is owed.
TINDAK_SELESAI = (StatusTindak.DIJALANKAN, StatusTindak.TIDAK_DAPAT)


class JenisTopik(StrEnum):
    """A dialogue on this page only, or one held as a meeting."""

    DARING = "daring"
    PERTEMUAN = "pertemuan"
