"""Words of the training domain: labels of its enums. What has sentences of its own has its own module."""

from typing import Any, Final

from pelatihan import enums as e
from pelatihan.kamus.katalog import LABEL_KATALOG, explain_program

__all__ = ["LABEL", "explain_program"]

LABEL: Final[dict[type, dict[Any, str]]] = {
    **LABEL_KATALOG,
    e.StatusMandiri: {
        e.StatusMandiri.DRAF: "Draf",
        e.StatusMandiri.DIKIRIM: "Menunggu atasan",
        e.StatusMandiri.DIKEMBALIKAN: "Dikembalikan atasan",
        e.StatusMandiri.DIKONFIRMASI: "Dikonfirmasi atasan",
    },
    e.StatusAngkatan: {
        e.StatusAngkatan.DISIAPKAN: "Disiapkan",
        e.StatusAngkatan.DIBUKA: "Dibuka",
        e.StatusAngkatan.DITUTUP: "Ditutup",
        e.StatusAngkatan.SELESAI: "Selesai",
        e.StatusAngkatan.DIBATALKAN: "Dibatalkan penyelenggara",
    },
    e.StatusPendaftaran: {
        e.StatusPendaftaran.DAFTAR_TUNGGU: "Daftar tunggu",
        e.StatusPendaftaran.MENUNGGU_ATASAN: "Menunggu atasan",
        e.StatusPendaftaran.MENUNGGU_BKPSDM: "Menunggu BKPSDM",
        e.StatusPendaftaran.DISETUJUI: "Disetujui",
        e.StatusPendaftaran.SURAT_TUGAS: "Surat tugas terbit",
        e.StatusPendaftaran.SELESAI: "Selesai",
        e.StatusPendaftaran.TIDAK_LULUS: "Belum lulus",
        e.StatusPendaftaran.TIDAK_HADIR: "Tidak hadir",
        e.StatusPendaftaran.DITOLAK: "Tidak disetujui",
        e.StatusPendaftaran.DIBATALKAN: "Dibatalkan",
    },
    e.CaraHadir: {
        e.CaraHadir.KODE: "Kode sesi",
        e.CaraHadir.PENYELENGGARA: "Dicatat penyelenggara",
    },
    e.SumberDana: {
        e.SumberDana.APBD: "APBD",
        e.SumberDana.DAK: "Dana alokasi khusus",
        e.SumberDana.APBN: "APBN",
        e.SumberDana.BLUD: "BLUD",
        e.SumberDana.MITRA: "Mitra",
        e.SumberDana.HIBAH: "Hibah",
    },
    e.JenisMutasi: {
        e.JenisMutasi.KOMITMEN: "Komitmen",
        e.JenisMutasi.LEPAS: "Komitmen dilepas",
        e.JenisMutasi.REALISASI: "Realisasi",
        e.JenisMutasi.UBAH_PAGU: "Pagu diubah",
    },
    e.StatusRencana: {e.StatusRencana.DRAF: "Draf", e.StatusRencana.DITETAPKAN: "Ditetapkan"},
    e.StatusSkenario: {
        e.StatusSkenario.MENUNGGU: "Sedang dihitung",
        e.StatusSkenario.DIHITUNG: "Dihitung",
        e.StatusSkenario.TIDAK_MUNGKIN: "Tidak mungkin dipenuhi",
        e.StatusSkenario.DIPAKAI: "Dipakai",
    },
    e.TahapKuis: {e.TahapKuis.PRA: "Sebelum pelatihan", e.TahapKuis.PASCA: "Sesudah pelatihan"},
    e.StatusKegiatan: {
        e.StatusKegiatan.MENUNGGU_KONFIRMASI: "Menunggu konfirmasi pegawai",
        e.StatusKegiatan.MENUNGGU: "Menunggu diperiksa",
        e.StatusKegiatan.DITERIMA: "Diterima",
        e.StatusKegiatan.FOTO_ULANG: "Perlu foto ulang",
        e.StatusKegiatan.DITOLAK: "Tidak diterima",
        e.StatusKegiatan.DITARIK: "Ditarik",
    },
    e.Ragam: {
        e.Ragam.PENUGASAN: "Belajar dari penugasan",
        e.Ragam.SOSIAL: "Belajar dari orang lain",
        e.Ragam.PELATIHAN: "Pelatihan",
    },
    e.BentukBerkas: {
        e.BentukBerkas.DIKLAT: "Diklat struktural (diklat)",
        e.BentukBerkas.KURSUS: "Kursus dan lainnya (kursus)",
    },
}
