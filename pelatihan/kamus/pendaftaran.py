"""Sentences about classes and enrolment."""

from __future__ import annotations

from typing import Final

from pelatihan.enums import StatusPendaftaran
from pelatihan.rules.pendaftaran import Halangan, Tahap, Tertahan

#: What is told to whoever cannot come in; what to do about it follows.
HALANGAN: Final[dict[Halangan, tuple[str, str]]] = {
    Halangan.INSTANSI_LAIN: ("Kelas ini untuk pegawai instansi penyelenggaranya.", ""),
    Halangan.TIDAK_BERTUGAS: ("Kelas ini untuk pegawai yang sedang bertugas.", ""),
    Halangan.BELUM_DIBUKA: ("Pendaftaran kelas ini belum dibuka.", "Tunggu sampai dibuka."),
    Halangan.DITUTUP: ("Pendaftaran kelas ini sudah ditutup.", "Pilih angkatan lain."),
    Halangan.DIBATALKAN: ("Kelas ini dibatalkan penyelenggara.", "Pilih angkatan lain."),
    Halangan.LEWAT_BATAS: ("Batas pendaftaran kelas ini sudah lewat.", "Pilih angkatan lain."),
    Halangan.BUKAN_SASARAN: (
        "Pelatihan ini untuk jabatan lain.",
        "Bila Anda memerlukannya, sampaikan kepada pengelola kepegawaian.",
    ),
}

#: Why somebody does not finish with the others in one press.
TERTAHAN: Final[dict[Tertahan, str]] = {
    Tertahan.DIRI: "Hasil Anda sendiri dicatat rekan Anda.",
    Tertahan.TERCATAT: "Hasilnya sudah tercatat: {status}.",
    Tertahan.TANPA_HADIR: "Kehadirannya belum tercatat.",
    Tertahan.SEBAGIAN: "Hadir di {hadir} dari {sesi} sesi. Tentukan hasilnya satu per satu.",
}

TAHAP: Final[dict[Tahap, str]] = {
    Tahap.TERDAFTAR: "Terdaftar",
    Tahap.ATASAN: "Disetujui atasan",
    Tahap.BKPSDM: "Disetujui BKPSDM",
    Tahap.SURAT_TUGAS: "Surat tugas terbit",
    Tahap.HADIR: "Hadir",
    Tahap.SELESAI: "Selesai",
    Tahap.SERTIFIKAT: "Sertifikat",
}

#: The colour of a status.
KELAS: Final[dict[StatusPendaftaran, str]] = {
    StatusPendaftaran.DAFTAR_TUNGGU: "perlu",
    StatusPendaftaran.MENUNGGU_ATASAN: "jalan",
    StatusPendaftaran.MENUNGGU_BKPSDM: "jalan",
    StatusPendaftaran.DISETUJUI: "ok",
    StatusPendaftaran.SURAT_TUGAS: "ok",
    StatusPendaftaran.SELESAI: "ok",
    StatusPendaftaran.TIDAK_LULUS: "perlu",
    StatusPendaftaran.TIDAK_HADIR: "perlu",
    StatusPendaftaran.DITOLAK: "perlu",
    StatusPendaftaran.DIBATALKAN: "",
}

#: A letter was issued, and the class has begun or is over.
BERJALAN: Final = "Kelas sedang berjalan. Hadiri setiap sesi; surat tugas dapat diunduh di bawah."
SUDAH_LEWAT: Final = "Kelas sudah berakhir. Penyelenggara mencatat hasil Anda."
#: What a status means for the person, in one sentence.
ARTI: Final[dict[StatusPendaftaran, str]] = {
    StatusPendaftaran.DAFTAR_TUNGGU: "Kursi sedang penuh. Bila ada yang kosong, urutan pertama naik sendiri.",
    StatusPendaftaran.MENUNGGU_ATASAN: "Kursi Anda dipegang sampai atasan memutuskan.",
    StatusPendaftaran.MENUNGGU_BKPSDM: "Kursi Anda dipegang sampai pengelola kepegawaian memutuskan.",
    StatusPendaftaran.DISETUJUI: "Anda disetujui mengikuti kelas ini. Surat tugas menyusul.",
    StatusPendaftaran.SURAT_TUGAS: "Surat tugas sudah terbit. Unduh dan bawa saat kelas mulai.",
    StatusPendaftaran.SELESAI: "Anda menyelesaikan kelas ini.",
    StatusPendaftaran.TIDAK_LULUS: "Anda mengikuti kelas ini dan belum lulus. Bicarakan langkah berikutnya "
    "dengan penyelenggara.",
    StatusPendaftaran.TIDAK_HADIR: "Anda tercatat tidak hadir. Bila keliru, hubungi penyelenggara.",
    StatusPendaftaran.DITOLAK: "Pendaftaran ini tidak disetujui.",
    StatusPendaftaran.DIBATALKAN: "Pendaftaran ini dibatalkan.",
}
