"""What one can do next about kenaikan gaji berkala and Satyalancana, as said to the person and to HR."""

from __future__ import annotations

from typing import Final

from karier.kamus.kalimat import Kalimat

KEDUDUKAN_KGB: Final = Kalimat(
    "Minta BKPSDM memeriksa hak KGB Anda: pengaruh kedudukan hukum ini belum terverifikasi.",
    "Periksa hak KGB pegawai ini: pengaruh kedudukan hukum ini belum terverifikasi.",
)
MASA_KERJA: Final = Kalimat(
    "Sampaikan kepada BKPSDM SK pangkat terakhir, dengan TMT dan masa kerja golongannya, agar dicatat.",
    "Catat golongan, TMT, dan masa kerja golongan pada SK pangkat terakhir pegawai ini.",
)
LANGKAH_PERKIRAAN: Final = Kalimat(
    "Minta BKPSDM memeriksa SK KGB terakhir Anda: langkah masa kerja golongan {golongan} belum "
    "terverifikasi, perkiraan KGB berikut {tanggal}.",
    "Periksa SK KGB terakhir pegawai ini: langkah masa kerja golongan {golongan} belum terverifikasi, "
    "perkiraan KGB berikut {tanggal}.",
)
PERBAIKAN_KGB: Final = Kalimat(
    "Susun langkah perbaikan bersama atasan. KGB ditunda, setiap kali paling lama {lama}; penilaian "
    "berikutnya dihitung mulai {tanggal}.",
    "Pegawai ini dan atasannya menyusun langkah perbaikan. KGB ditunda, setiap kali paling lama {lama}; "
    "penilaian berikutnya dihitung mulai {tanggal}.",
)
HUKUMAN_KGB: Final = Kalimat(
    "Tunggu sampai hukuman selesai pada {tanggal}; KGB yang jatuh sebelumnya ditunda.",
    "Tunda KGB yang jatuh sampai hukuman selesai pada {tanggal}, lalu nilai lagi.",
)
TABEL_GAJI: Final = Kalimat(
    "Tanyakan kepada BKPSDM apakah tabel gaji masih memuat masa kerja ini.",
    "Periksa tabel gaji: masa kerja ini mungkin sudah melewati barisnya yang terakhir.",
)
PENSIUN_KGB: Final = Kalimat(
    "Tidak ada KGB lagi bila Anda sudah pensiun pada tanggal itu; tanyakan kepada BKPSDM.",
    "Periksa tanggal pensiunnya: KGB ini jatuh sesudah batas usia pensiun.",
)
TMT_CPNS: Final = Kalimat(
    "Sampaikan SK CPNS kepada BKPSDM agar TMT-nya dicatat.",
    "Catat TMT CPNS menurut SK CPNS pegawai ini.",
)
MENUNGGU_MASA_KERJA: Final = Kalimat(
    "Menunggu sampai {tanggal}, saat masa kerja Anda genap {tahun} tahun.",
    "Menunggu sampai {tanggal}, saat masa kerja pegawai ini genap {tahun} tahun.",
)
HUKUMAN_SELESAI: Final = Kalimat(
    "Minta BKPSDM memutuskan: hukuman sedang atau berat sudah selesai, dan sumber aturan berbeda tentang "
    "akibatnya (tidak dapat lagi, atau masa kerja dihitung ulang).",
    "Putuskan bersama pejabat yang berwenang: hukuman sedang atau berat sudah selesai, dan sumber aturan "
    "berbeda tentang akibatnya (tidak dapat lagi, atau masa kerja dihitung ulang).",
)
HUKUMAN_BERJALAN: Final = Kalimat(
    "Satyalancana tidak dapat diusulkan selama hukuman dijalani.",
    "Jangan usulkan selama hukuman dijalani; sesudahnya diputuskan pejabat yang berwenang.",
)
REGISTER_SEJAK: Final = Kalimat(
    "BKPSDM perlu menyatakan daftar hukuman disiplin lengkap sejak {tanggal}.",
    "Nyatakan daftar hukuman disiplin lengkap sejak {tanggal}.",
)
CLTN: Final = Kalimat(
    "Satyalancana diberikan bila tidak pernah CLTN; bila catatan ini keliru, minta BKPSDM memperbaikinya.",
    "Satyalancana diberikan bila tidak pernah CLTN; bila catatan ini keliru, perbaiki.",
)
RIWAYAT_CLTN: Final = Kalimat(
    "Minta BKPSDM menyatakan riwayat CLTN Anda lengkap.",
    "Nyatakan riwayat CLTN pegawai ini lengkap.",
)
