"""The HR door of people and places. Importing this package registers its pages."""

from pegawai.admin import akun, impor, jejak, laporan, organisasi, pegawai, riwayat, wewenang

__all__ = ["akun", "impor", "jejak", "laporan", "organisasi", "pegawai", "riwayat", "wewenang"]
