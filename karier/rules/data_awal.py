"""The workbook "Data awal": what SIASN and e-Kinerja do not carry, entered by HR once.

One home for sheet names and headers, shared by the importer, its template and the simulated
regency. Cells: NIP and numbers of documents are text; dates are real dates or dd-mm-yyyy text;
angka kredit and talent scores have two decimals; competency levels are 1 to 5.
"""

from typing import Final

from pegawai.enums import (
    BentukPengembangan,
    JenisUjian,
    Jenjang,
    KodePenghargaan,
    KompetensiMansoskul,
    StatusDisiplin,
)

JUDUL: Final = "Data awal"

KOMPETENSI: Final[dict[KompetensiMansoskul, str]] = {
    KompetensiMansoskul.INTEGRITAS: "Integritas",
    KompetensiMansoskul.KERJA_SAMA: "Kerja Sama",
    KompetensiMansoskul.KOMUNIKASI: "Komunikasi",
    KompetensiMansoskul.ORIENTASI_HASIL: "Orientasi pada Hasil",
    KompetensiMansoskul.PELAYANAN_PUBLIK: "Pelayanan Publik",
    KompetensiMansoskul.PENGEMBANGAN_DIRI: "Pengembangan Diri dan Orang Lain",
    KompetensiMansoskul.MENGELOLA_PERUBAHAN: "Mengelola Perubahan",
    KompetensiMansoskul.PENGAMBILAN_KEPUTUSAN: "Pengambilan Keputusan",
    KompetensiMansoskul.PEREKAT_BANGSA: "Perekat Bangsa",
}
"""Official names (PermenPANRB 38/2017) in official order: the headers of the sheet Asesmen."""

TALENTA_KOLOM: Final[dict[str, str]] = {
    "potensi": "POTENSI",
    "pengembangan": "PENGEMBANGAN",
    "pengalaman": "PENGALAMAN",
    "kesesuaian": "KESESUAIAN",
    "penghargaan": "PENGHARGAAN",
    "penugasan": "PENUGASAN",
    "umpan_balik": "UMPAN BALIK",
}
"""Component of the talent score -> header of the sheet Talenta."""

ATASAN: Final = "Atasan"
PREDIKAT: Final = "Predikat"
PAK: Final = "PAK"
DISIPLIN: Final = "Disiplin"
UJIAN: Final = "Ujian"
PENGHARGAAN: Final = "Penghargaan"
ASESMEN: Final = "Asesmen"
JP: Final = "JP"
TALENTA: Final = "Talenta"

LEMBAR: Final[dict[str, tuple[str, ...]]] = {
    ATASAN: ("NIP", "NIP ATASAN"),
    PREDIKAT: ("NIP", "TAHUN", "RATING HASIL KERJA", "RATING PERILAKU KERJA", "PREDIKAT"),
    PAK: ("NIP", "NOMOR", "BERLAKU SAMPAI", "JENJANG", "ANGKA KREDIT"),
    DISIPLIN: ("NIP", "STATUS", "TINGKAT", "JENIS", "MULAI", "SAMPAI", "NOMOR SK"),
    UJIAN: ("NIP", "JENIS", "TANGGAL", "LULUS", "NOMOR"),
    PENGHARGAAN: ("NIP", "JENIS", "NAMA", "TANGGAL", "NOMOR SK"),
    ASESMEN: ("NIP", "TANGGAL", *KOMPETENSI.values()),
    JP: ("NIP", "TANGGAL SELESAI", "BENTUK", "NAMA", "JP", "PENYELENGGARA", "NOMOR SERTIFIKAT"),
    TALENTA: ("NIP", "TANGGAL", *TALENTA_KOLOM.values()),
}
"""Sheet name -> headers, in the order of the workbook. The header stands on row 1."""

STATUS_DISIPLIN: Final[dict[str, StatusDisiplin]] = {
    "DIJATUHKAN": StatusDisiplin.DIJATUHKAN,
    "DALAM PEMERIKSAAN": StatusDisiplin.DALAM_PEMERIKSAAN,
    "DIBATALKAN": StatusDisiplin.DIBATALKAN,
}

JENIS_UJIAN: Final[dict[str, JenisUjian]] = {
    "UD I": JenisUjian.UJIAN_DINAS_TK_I,
    "UD II": JenisUjian.UJIAN_DINAS_TK_II,
    "UPKP": JenisUjian.UPKP,
    "UJI KOMPETENSI": JenisUjian.UJI_KOMPETENSI_JENJANG,
}

JENIS_PENGHARGAAN: Final[dict[str, KodePenghargaan]] = {
    "SATYALANCANA X": KodePenghargaan.SATYALANCANA_X,
    "SATYALANCANA XX": KodePenghargaan.SATYALANCANA_XX,
    "SATYALANCANA XXX": KodePenghargaan.SATYALANCANA_XXX,
    "LAINNYA": KodePenghargaan.LAINNYA,
}
"""Cells of the column JENIS in the sheet Penghargaan."""

JENJANG: Final[dict[str, Jenjang]] = {
    "Pemula": Jenjang.PEMULA,
    "Terampil": Jenjang.TERAMPIL,
    "Mahir": Jenjang.MAHIR,
    "Penyelia": Jenjang.PENYELIA,
    "Ahli Pertama": Jenjang.AHLI_PERTAMA,
    "Ahli Muda": Jenjang.AHLI_MUDA,
    "Ahli Madya": Jenjang.AHLI_MADYA,
    "Ahli Utama": Jenjang.AHLI_UTAMA,
}
"""Cells of the column JENJANG in the sheet PAK."""

BENTUK: Final[dict[str, BentukPengembangan]] = {
    "Diklat Struktural": BentukPengembangan.DIKLAT_STRUKTURAL,
    "Diklat Fungsional": BentukPengembangan.DIKLAT_FUNGSIONAL,
    "Diklat Teknis": BentukPengembangan.DIKLAT_TEKNIS,
    "Workshop": BentukPengembangan.WORKSHOP,
    "Pelatihan Manajerial": BentukPengembangan.PELATIHAN_MANAJERIAL,
    "Pelatihan Sosial Kultural": BentukPengembangan.PELATIHAN_SOSIAL_KULTURAL,
    "Sosialisasi": BentukPengembangan.SOSIALISASI,
    "Bimbingan Teknis": BentukPengembangan.BIMBINGAN_TEKNIS,
    "Seminar": BentukPengembangan.SEMINAR,
    "Magang": BentukPengembangan.MAGANG,
    "Kursus": BentukPengembangan.KURSUS,
    "Penataran": BentukPengembangan.PENATARAN,
    "Pelatihan Klasikal Lainnya": BentukPengembangan.KLASIKAL_LAINNYA,
    "Coaching": BentukPengembangan.COACHING,
    "Mentoring": BentukPengembangan.MENTORING,
    "E-Learning": BentukPengembangan.E_LEARNING,
    "Pelatihan Jarak Jauh": BentukPengembangan.PELATIHAN_JARAK_JAUH,
    "Detasering": BentukPengembangan.DETASERING,
    "Pembelajaran Alam Terbuka": BentukPengembangan.PEMBELAJARAN_ALAM_TERBUKA,
    "Patok Banding": BentukPengembangan.PATOK_BANDING,
    "Pertukaran PNS dengan Pegawai Swasta": BentukPengembangan.PERTUKARAN_PNS_SWASTA,
    "Belajar Mandiri": BentukPengembangan.BELAJAR_MANDIRI,
    "Komunitas Belajar": BentukPengembangan.KOMUNITAS_BELAJAR,
    "Bimbingan di Tempat Kerja": BentukPengembangan.BIMBINGAN_DI_TEMPAT_KERJA,
    "Pelatihan Nonklasikal Lainnya": BentukPengembangan.NONKLASIKAL_LAINNYA,
}
"""Cells of the column BENTUK in the sheet JP: the SIASN names of the 25 forms, shortened."""

YA: Final = "YA"
TIDAK: Final = "TIDAK"
