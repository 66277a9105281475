"""What one can do next about kenaikan jenjang and a managerial post, and why a decision does not apply."""

from __future__ import annotations

from typing import Final

from karier.kamus.kalimat import Kalimat

PERBAIKAN_SETAHUN: Final = Kalimat(
    "Susun langkah perbaikan bersama atasan agar tahun berikutnya berpredikat Baik.",
    "Pegawai ini dan atasannya menyusun langkah perbaikan agar tahun berikutnya berpredikat Baik.",
)
JENJANG_JABATAN: Final = Kalimat(
    "Minta BKPSDM mencatat jenjang jabatan Anda menurut SK jabatan terakhir.",
    "Catat jenjang jabatan pegawai ini menurut SK jabatan terakhir.",
)
UKOM: Final = Kalimat(
    "Daftar uji kompetensi ke jenjang {tujuan} pada jadwal berikutnya melalui BKPSDM.",
    "Daftarkan pegawai ini pada uji kompetensi ke jenjang {tujuan} berikutnya.",
)
UKOM_LAMA: Final = Kalimat(
    "Daftar uji kompetensi ke jenjang {tujuan} melalui BKPSDM. Bila SK jabatan terakhir Anda hanya "
    "perpindahan dalam jenjang yang sama, minta BKPSDM memeriksa TMT jabatannya.",
    "Daftarkan pegawai ini pada uji kompetensi ke jenjang {tujuan}. Bila SK jabatan terakhirnya hanya "
    "perpindahan dalam jenjang yang sama, periksa TMT jabatannya.",
)
UKOM_REGISTER: Final = Kalimat(
    "Minta BKPSDM memeriksa kelulusan uji kompetensi Anda; daftar ujian belum dinyatakan lengkap.",
    "Periksa kelulusan uji kompetensinya; daftar ujian belum dinyatakan lengkap.",
)
TMT_JABATAN: Final = Kalimat(
    "Minta BKPSDM mencatat TMT jabatan terakhir Anda.",
    "Catat TMT jabatan terakhir pegawai ini.",
)
LOWONGAN: Final = Kalimat(
    "Tanyakan kepada BKPSDM kapan ada lowongan jenjang {tujuan} untuk jabatan Anda.",
    "Periksa peta jabatan: lowongan jenjang {tujuan} untuk jabatan pegawai ini.",
)
CATAT_LOWONGAN: Final = Kalimat(
    "Minta BKPSDM mencatat kebutuhan jabatan jenjang {tujuan} menurut peta jabatan.",
    "Catat kebutuhan jabatan jenjang {tujuan} menurut peta jabatan.",
)
RIWAYAT_JABATAN: Final = Kalimat(
    "Sampaikan semua SK jabatan Anda kepada BKPSDM; riwayat jabatan belum dinyatakan lengkap.",
    "Lengkapi riwayat jabatan pegawai ini, lalu nyatakan lengkap.",
)
BIDANG: Final = Kalimat(
    "Minta BKPSDM memeriksa pengalaman Anda dalam bidang terkait; masanya belum dicatat di sistem.",
    "Periksa pengalaman pegawai ini dalam bidang terkait; masanya belum dicatat di sistem.",
)
BATAS_USIA: Final = Kalimat(
    "Bicarakan pilihan jabatan lain dengan BKPSDM; batas usia pengangkatan ini sudah lewat.",
    "Bicarakan pilihan jabatan lain dengan pegawai ini; batas usia pengangkatannya sudah lewat.",
)
TANGGAL_LAHIR: Final = Kalimat(
    "Minta BKPSDM mencatat tanggal lahir Anda.",
    "Catat tanggal lahir pegawai ini.",
)

# -- the verdict ----------------------------------------------------------------------------------

USUL_JENJANG: Final = Kalimat(
    "Tanyakan kepada BKPSDM kapan usul kenaikan jenjang Anda dikirim.",
    "Usulkan kenaikan jenjang pegawai ini kepada pejabat yang berwenang.",
)
SELEKSI: Final = Kalimat(
    "Tanyakan jadwal seleksi kepada BKPSDM.",
    "Pertimbangkan pegawai ini dalam seleksi berikutnya.",
)
USUL_KGB: Final = Kalimat(
    "Tidak ada yang perlu Anda lakukan; BKPSDM menyiapkan pemberitahuannya.",
    "Siapkan pemberitahuan kenaikan gaji berkalanya.",
)
TUNGGU_KGB: Final = Kalimat(
    "Tidak ada yang perlu Anda lakukan; BKPSDM menyiapkan pemberitahuannya paling lambat {tanggal}.",
    "Siapkan pemberitahuan kenaikan gaji berkalanya paling lambat {tanggal}.",
)
PERIKSA_KGB: Final = Kalimat(
    "Tidak ada yang perlu Anda lakukan selain bertanya kepada BKPSDM tentang {hal}.",
    "Periksa dahulu {hal} sebelum menyiapkan pemberitahuan kenaikan gaji berkalanya.",
)
USUL_SATYALANCANA: Final = Kalimat(
    "Tanyakan kepada BKPSDM kapan usul Satyalancana Anda dikirim.",
    "Masukkan pegawai ini dalam usul Satyalancana berikutnya.",
)

# -- why a decision does not apply ------------------------------------------------------------------

BELUM_ADA: Final = Kalimat(
    "Perhitungan yang ditampilkan dibuat sebelum bagian ini dihitung sistem; hasil Anda ada pada "
    "perhitungan berikutnya.",
    "Perhitungan yang ditampilkan dibuat sebelum bagian ini dihitung sistem; jalankan perhitungan baru.",
)
BELUM_PNS: Final = Kalimat(
    "{nama} berlaku setelah Anda diangkat menjadi PNS.",
    "{nama} berlaku setelah pegawai ini diangkat menjadi PNS.",
)
KEDUDUKAN_LAIN: Final = Kalimat(
    "{nama} untuk kedudukan hukum Anda, {kedudukan}, diperiksa BKPSDM secara manual.",
    "{nama} untuk kedudukan hukum pegawai ini, {kedudukan}, diperiksa secara manual.",
)
BUKAN_JF: Final = Kalimat(
    "Kenaikan jenjang berlaku bagi PNS dalam jabatan fungsional; jabatan Anda bukan jabatan fungsional.",
    "Kenaikan jenjang berlaku bagi PNS dalam jabatan fungsional; jabatan pegawai ini bukan jabatan "
    "fungsional.",
)
JENJANG_TERTINGGI: Final = Kalimat(
    "Anda sudah berada di jenjang {jenjang}, jenjang tertinggi dalam kategorinya.",
    "Pegawai ini sudah berada di jenjang {jenjang}, jenjang tertinggi dalam kategorinya.",
)
JABATAN_BELUM_DIHITUNG: Final = Kalimat(
    "Syarat jabatan manajerial di atas jenjang Anda ({jenjang}) belum terverifikasi, jadi belum dihitung "
    "sistem.",
    "Syarat jabatan manajerial di atas jenjang pegawai ini ({jenjang}) belum terverifikasi, jadi belum "
    "dihitung sistem.",
)
IJAZAH_TIDAK_MEMBUKA: Final = Kalimat(
    "Ijazah Anda tidak membuka kenaikan pangkat penyesuaian ijazah dari golongan sekarang.",
    "Ijazah pegawai ini tidak membuka kenaikan pangkat penyesuaian ijazah dari golongan sekarang.",
)
SATYALANCANA_LENGKAP: Final = Kalimat(
    "Anda sudah memiliki Satyalancana Karya Satya XXX tahun, yang tertinggi.",
    "Pegawai ini sudah memiliki Satyalancana Karya Satya XXX tahun, yang tertinggi.",
)
TAK_DIHITUNG: Final = Kalimat(
    "Tidak ada {nama} yang dihitung untuk Anda saat ini.",
    "Tidak ada {nama} yang dihitung untuk pegawai ini saat ini.",
)
