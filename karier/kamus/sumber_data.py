"""Which records a requirement is read from: where *Ada data yang keliru?* leads."""

from typing import Final

_KEPEGAWAIAN: Final = ("kepegawaian", "identitas")
_PANGKAT: Final = ("pangkat",)
_JABATAN: Final = ("jabatan",)
_LAHIR: Final = ("identitas", "jabatan")

#: Code of a requirement -> kinds of the register of requests (pegawai.services.usulan_rekam).
REKAM_SYARAT: Final[dict[str, tuple[str, ...]]] = {
    "data_kepegawaian": ("kepegawaian", "identitas", "pangkat"),
    "data_jabatan": _JABATAN,
    "data_golongan": _PANGKAT,
    "kedudukan_hukum": _KEPEGAWAIAN,
    "puncak": ("pangkat", "jabatan"),
    "masa_pangkat": _PANGKAT,
    "predikat_1_tahun": ("predikat",),
    "predikat_2_tahun": ("predikat",),
    "predikat_kgb": ("predikat",),
    "jenjang_memuat_pangkat": ("jabatan", "pangkat"),
    "jabatan_memuat_pangkat": ("jabatan", "pangkat"),
    "pangkat_dalam_rentang_jabatan": ("jabatan", "pangkat"),
    "angka_kredit": ("pak", "predikat"),
    "ak_kumulatif_jenjang": ("pak", "predikat"),
    "pangkat_tertinggi": ("pendidikan", "pangkat"),
    "ijazah": ("pendidikan",),
    "pendidikan": ("pendidikan",),
    "pendidikan_pengawas": ("pendidikan",),
    "ujian_dinas": ("ujian",),
    "upkp": ("ujian",),
    "uji_kompetensi": ("ujian",),
    "hukuman_disiplin": ("disiplin",),
    "pemeriksaan_disiplin": ("disiplin",),
    "tidak_pernah_hukuman": ("disiplin",),
    "tidak_pernah_cltn": _KEPEGAWAIAN,
    "belum_bup": _LAHIR,
    "usia": _LAHIR,
    "masa_jabatan": _JABATAN,
    "pengalaman_jabatan": _JABATAN,
    "pengalaman_bidang": _JABATAN,
    "masa_kerja": ("pangkat", "kepegawaian"),
    "masa_kerja_satya": _KEPEGAWAIAN,
    "tabel_gaji": _PANGKAT,
    "kebutuhan_jabatan": _JABATAN,
}
