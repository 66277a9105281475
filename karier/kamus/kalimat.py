"""What one can do next, as said to the person and as said to HR: one row, two readers."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final, NamedTuple


class Pembaca(Enum):
    """Whom a sentence speaks to: the person themself, or HR who keeps their records."""

    PEGAWAI = auto()
    PENGELOLA = auto()


class Kalimat(NamedTuple):
    """The same thing said to both readers; what stands in braces is filled in by `bagi`."""

    pegawai: str
    pengelola: str

    def bagi(self, pembaca: Pembaca, **isi: str) -> str:
        """The sentence for this reader."""
        teks = self.pegawai if pembaca is Pembaca.PEGAWAI else self.pengelola
        return teks.format(**isi)


DATA_UTAMA: Final = Kalimat(
    "Minta BKPSDM melengkapi data utama Anda.",
    "Lengkapi data utama pegawai ini.",
)
SK_JABATAN: Final = Kalimat(
    "Sampaikan SK jabatan terakhir kepada BKPSDM agar dicatat.",
    "Minta SK jabatan terakhir dari pegawai ini, lalu catat.",
)
SK_PANGKAT: Final = Kalimat(
    "Sampaikan SK pangkat terakhir kepada BKPSDM agar dicatat.",
    "Minta SK pangkat terakhir dari pegawai ini, lalu catat.",
)
KEDUDUKAN_HUKUM: Final = Kalimat(
    "Minta BKPSDM mencatat kedudukan hukum Anda.",
    "Catat kedudukan hukum pegawai ini.",
)
PUNCAK: Final = Kalimat(
    "Bicarakan pilihan jabatan lain dengan BKPSDM bila Anda ingin naik pangkat lagi.",
    "Bicarakan pilihan jabatan lain bila pegawai ini ingin naik pangkat lagi.",
)
TMT_PANGKAT: Final = Kalimat(
    "Minta BKPSDM mencatat TMT pangkat terakhir.",
    "Catat TMT pangkat terakhir.",
)
PERBAIKAN: Final = Kalimat(
    "Susun langkah perbaikan bersama atasan agar dua tahun berikutnya berpredikat Baik.",
    "Pegawai ini dan atasannya menyusun langkah perbaikan agar dua tahun berikutnya berpredikat Baik.",
)
PREDIKAT: Final = Kalimat(
    "Minta atasan menetapkan penilaian tahun {tahun}, atau BKPSDM mencatat hasilnya.",
    "Minta atasannya menetapkan penilaian tahun {tahun}, atau catat hasilnya.",
)
JENJANG: Final = Kalimat(
    "Minta BKPSDM melengkapi SK pangkat dan jenjang jabatan fungsional Anda.",
    "Lengkapi SK pangkat dan jenjang jabatan fungsional pegawai ini.",
)
NAIK_JENJANG: Final = Kalimat(
    "Naik jenjang ke {tujuan} lebih dahulu: siapkan uji kompetensi dan tanyakan lowongannya.",
    "Pegawai ini naik jenjang ke {tujuan} lebih dahulu: pastikan lowongan dan jadwal uji kompetensinya.",
)
KONVERSI: Final = Kalimat(
    "Minta pejabat penilai menandatangani konversi; angka kredit Anda menjadi {jumlah}.",
    "Minta pejabat penilai menandatangani konversi; angka kredit pegawai ini menjadi {jumlah}.",
)
EVALUASI: Final = Kalimat(
    "Selesaikan evaluasi kinerja; satu tahun berpredikat Baik memberi {setahun}.",
    "Pastikan evaluasi kinerjanya selesai; satu tahun berpredikat Baik memberi {setahun}.",
)
PAK: Final = Kalimat(
    "Minta BKPSDM memeriksa PAK terakhir, jenjang, dan pangkat Anda.",
    "Periksa PAK terakhir, jenjang, dan pangkat pegawai ini.",
)
PAK_BARU: Final = Kalimat(
    "Minta BKPSDM memeriksa PAK Anda: diperlukan PAK dalam jenjang sekarang, "
    "sesudah kenaikan pangkat terakhir (TMT {tanggal}).",
    "Periksa PAK pegawai ini: diperlukan PAK dalam jenjang sekarang, "
    "sesudah kenaikan pangkat terakhir (TMT {tanggal}).",
)
IJAZAH: Final = Kalimat(
    "Sampaikan ijazah terakhir kepada BKPSDM agar dicatat.",
    "Minta ijazah terakhir dari pegawai ini, lalu catat.",
)
PENDIDIKAN: Final = Kalimat(
    "Tempuh pendidikan lebih tinggi lalu usulkan pencantuman ijazahnya.",
    "Pegawai ini perlu menempuh pendidikan lebih tinggi; sesudah lulus, catat ijazahnya.",
)
PLAFON: Final = Kalimat(
    "BKPSDM memeriksa pangkat tertinggi untuk ijazah ini.",
    "Periksa pangkat tertinggi untuk ijazah ini.",
)
PLAFON_PROFESI: Final = Kalimat(
    "BKPSDM memeriksa jenis ijazah profesi Anda: pangkat tertinggi ini berlaku bagi dokter dan apoteker; "
    "profesi lain memerlukan ketentuan yang menyetarakannya.",
    "Periksa jenis ijazah profesinya: pangkat tertinggi ini berlaku bagi dokter dan apoteker; "
    "profesi lain memerlukan ketentuan yang menyetarakannya.",
)
IKUT_UJIAN: Final = Kalimat(
    "Daftar {ujian} pada jadwal berikutnya melalui BKPSDM.",
    "Daftarkan pegawai ini pada {ujian} berikutnya.",
)
KELULUSAN: Final = Kalimat(
    "Minta BKPSDM memeriksa kelulusan {ujian} atau pembebasannya karena ijazah atau pelatihan.",
    "Periksa kelulusan {ujian} atau pembebasannya karena ijazah atau pelatihan.",
)
KELULUSAN_PROFESI: Final = Kalimat(
    "Minta BKPSDM memeriksa kelulusan {ujian}, atau jenis ijazah profesi Anda: pembebasan berlaku bagi "
    "dokter dan apoteker; profesi lain memerlukan ketentuan yang menyetarakannya.",
    "Periksa kelulusan {ujian}, atau jenis ijazah profesinya: pembebasan berlaku bagi dokter dan apoteker; "
    "profesi lain memerlukan ketentuan yang menyetarakannya.",
)
KELULUSAN_DIKLAT: Final = Kalimat(
    "Minta BKPSDM memeriksa tingkat pelatihan kepemimpinan Anda: Diklat PIM III membebaskan dari ujian dinas "
    "tingkat II. Bila bukan, tanyakan jadwal {ujian}.",
    "Periksa tingkat pelatihan kepemimpinannya: Diklat PIM III membebaskan dari ujian dinas tingkat II. "
    "Bila bukan, jadwalkan {ujian}.",
)
AKHIR_HUKUMAN: Final = Kalimat(
    "Minta BKPSDM mencatat tanggal berakhirnya.",
    "Catat tanggal berakhirnya.",
)
KEDUDUKAN_HUKUMAN: Final = Kalimat(
    "Kedudukan hukum Anda tercatat menjalani hukuman disiplin. Minta BKPSDM mencatat tanggal berakhirnya, "
    "atau memperbarui kedudukan hukum bila hukumannya sudah selesai.",
    "Kedudukan hukum pegawai ini tercatat menjalani hukuman disiplin. Catat tanggal berakhirnya, "
    "atau perbarui kedudukan hukum bila hukumannya sudah selesai.",
)
PEMERIKSAAN: Final = Kalimat(
    "Tunggu hasil pemeriksaan; tanyakan perkembangannya kepada BKPSDM.",
    "Tunggu hasil pemeriksaan, lalu catat.",
)
REGISTER: Final = Kalimat(
    "BKPSDM perlu menyatakan daftar hukuman disiplin lengkap untuk tanggal ini.",
    "Nyatakan daftar hukuman disiplin lengkap untuk tanggal ini.",
)
PENGABDIAN: Final = Kalimat(
    "Tanyakan kenaikan pangkat pengabdian kepada BKPSDM.",
    "Periksa tanggal pensiunnya dan kemungkinan kenaikan pangkat pengabdian.",
)
BUP: Final = Kalimat(
    "Minta BKPSDM melengkapi tanggal lahir dan batas usia pensiun jabatan.",
    "Lengkapi tanggal lahir dan batas usia pensiun jabatannya.",
)
RENTANG_JABATAN: Final = Kalimat(
    "Minta BKPSDM mencatat eselon atau jenjang jabatan Anda, agar rentang pangkatnya diketahui.",
    "Catat eselon atau jenjang jabatan pegawai ini, agar rentang pangkatnya diketahui.",
)
PANGKAT_DI_BAWAH: Final = Kalimat(
    "Minta BKPSDM memeriksa SK pangkat dan SK jabatan Anda: jabatan ini paling rendah diduduki dengan "
    "pangkat {terendah}.",
    "Periksa SK pangkat dan SK jabatan pegawai ini: jabatan ini paling rendah diduduki dengan "
    "pangkat {terendah}.",
)
NAIK_JABATAN: Final = Kalimat(
    "Bicarakan promosi ke jabatan yang lebih tinggi dengan BKPSDM; jabatan Anda paling tinggi {tertinggi}.",
    "Bicarakan promosi ke jabatan yang lebih tinggi; jabatan pegawai ini paling tinggi {tertinggi}.",
)
TMT_PELANTIKAN: Final = Kalimat(
    "Sampaikan SK pelantikan terakhir Anda kepada BKPSDM agar TMT jabatannya dicatat.",
    "Catat TMT jabatan pegawai ini menurut SK pelantikan terakhir.",
)
GOLONGAN_IJAZAH: Final = Kalimat(
    "Minta BKPSDM memeriksa golongan awal untuk ijazah Anda; aturannya belum terverifikasi.",
    "Periksa golongan awal untuk ijazah pegawai ini; aturannya belum terverifikasi.",
)
GOLONGAN_PROFESI: Final = Kalimat(
    "Minta BKPSDM memeriksa jenis ijazah profesi Anda: golongan awal {golongan} berlaku bagi dokter dan "
    "apoteker; profesi lain memerlukan ketentuan yang menyetarakannya.",
    "Periksa jenis ijazah profesinya: golongan awal {golongan} berlaku bagi dokter dan apoteker; "
    "profesi lain memerlukan ketentuan yang menyetarakannya.",
)
KELULUSAN_UPKP: Final = Kalimat(
    "Minta BKPSDM memeriksa kelulusan {ujian} Anda; daftar ujian belum dinyatakan lengkap.",
    "Periksa kelulusan {ujian} pegawai ini; daftar ujian belum dinyatakan lengkap.",
)
JENJANG_TUJUAN: Final = Kalimat(
    "Tanyakan kepada BKPSDM apakah jabatan Anda dapat memuat {golongan}.",
    "Periksa apakah jabatan pegawai ini dapat memuat {golongan}.",
)

# -- the verdict ----------------------------------------------------------------------------------

PERIKSA: Final = Kalimat("Yang perlu diperiksa BKPSDM: {nama}.", "Yang perlu diperiksa: {nama}.")
DI_PUNCAK: Final = Kalimat(
    "Anda sudah berada di {pangkat}, pangkat tertinggi pada jalur jabatan Anda.",
    "Pegawai ini sudah berada di {pangkat}, pangkat tertinggi pada jalur jabatannya.",
)
JALUR_MANUAL: Final = Kalimat(
    "Syarat kenaikan pangkat untuk jabatan atau kedudukan hukum Anda diperiksa BKPSDM secara manual.",
    "Syarat kenaikan pangkat untuk jabatan atau kedudukan hukum pegawai ini diperiksa secara manual.",
)
TANYA_JALUR: Final = Kalimat(
    "Tanyakan kepada BKPSDM bila Anda memerlukan penjelasan.",
    "Periksa syaratnya di luar sistem sebelum mengusulkan.",
)
BELUM_PNS: Final = Kalimat(
    "Kenaikan pangkat berlaku setelah Anda diangkat menjadi PNS.",
    "Kenaikan pangkat berlaku setelah pegawai ini diangkat menjadi PNS.",
)
