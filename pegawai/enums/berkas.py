"""Files, requests and what became of them."""

from enum import StrEnum


class StatusImpor(StrEnum):
    DIUNGGAH = "diunggah"
    DIPERIKSA = "diperiksa"
    DITERAPKAN = "diterapkan"
    DITOLAK = "ditolak"
    DIBATALKAN = "dibatalkan"
    GAGAL = "gagal"
    DIKEMBALIKAN = "dikembalikan"


class NasibTulisan(StrEnum):
    """What undoing an import would do, or did, with a row that it wrote."""

    BELUM_DITIMBANG = ""
    BISA = "bisa"
    TETAP = "tetap"
    KEMBALI = "kembali"


class TahapImpor(StrEnum):
    """What the background worker is asked to do next; empty means nothing."""

    TIDAK_ADA = ""
    PERIKSA = "periksa"
    TERAPKAN = "terapkan"
    TIMBANG = "timbang"
    KEMBALIKAN = "kembali"


class StatusBaris(StrEnum):
    """DIPAKAI and MENUNGGU_BKN: what was done with one difference of a comparison with SIASN."""

    BARU = "baru"
    BERUBAH = "berubah"
    SAMA = "sama"
    DITOLAK = "ditolak"
    TIDAK_ADA = "tidak_ada"
    DIPAKAI = "dipakai"
    MENUNGGU_BKN = "bkn"


class StatusEkspor(StrEnum):
    """How a row of ours stands to the last file from SIASN.

    TANPA_ID: of somebody whose PNS ID is not known. TANPA_KODE: SIASN knows it by a code that we do not have.
    """

    BARU = "baru"
    BERUBAH = "berubah"
    SAMA = "sama"
    TANPA_ID = "tanpa_id"
    TANPA_KODE = "tanpa_kode"


class JenisBukti(StrEnum):
    """Kinds of file kept as evidence: a photograph, however it came, is kept as JPG."""

    PDF = "pdf"
    JPG = "jpg"


class PemilikData(StrEnum):
    """Who may correct a value: HR of the instansi, or BKN alone (what the instansi cannot save in SIASN)."""

    INSTANSI = "instansi"
    BKN = "bkn"


class StatusUsulan(StrEnum):
    """MENUNGGU_KONFIRMASI: somebody else entered it, and the person has not said yes."""

    MENUNGGU_KONFIRMASI = "menunggu_konfirmasi"
    MENUNGGU = "menunggu"
    MENUNGGU_BKN = "menunggu_bkn"
    DITERIMA = "diterima"
    DIKEMBALIKAN = "dikembalikan"
    DIBATALKAN = "dibatalkan"


class CaraKonfirmasi(StrEnum):
    """How we know that the person wants it."""

    SENDIRI = "sendiri"
    KODE = "kode"
    KERTAS = "kertas"


class JenisPerubahan(StrEnum):
    """What changed, in the feed of changes. DISIPLIN also stands for a standing under penalty."""

    PEGAWAI = "pegawai"
    RIWAYAT_PANGKAT = "riwayat_pangkat"
    RIWAYAT_JABATAN = "riwayat_jabatan"
    RIWAYAT_PENDIDIKAN = "riwayat_pendidikan"
    DISIPLIN = "disiplin"
    REKOMENDASI = "rekomendasi"
    HASIL = "hasil"
    UNIT = "unit"
