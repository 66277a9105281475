"""Files that HR has, read with bounded memory and without trust. Import from here only."""

from pegawai.services.berkas.bentuk import Buku, Lembar, Nilai
from pegawai.services.berkas.buku import buka_buku
from pegawai.services.berkas.gerbang import Jenis, bukan_json, kenali, periksa_ukuran
from pegawai.services.berkas.isian import Isian
from pegawai.services.berkas.pindai import huruf_kolom, nomor_kolom
from pegawai.services.berkas.tabel import Skema, Tabel, baku, temukan_tabel
from pegawai.services.berkas.urutan_tanggal import PengawasTanggal

__all__ = [
    "Buku",
    "Isian",
    "Jenis",
    "Lembar",
    "Nilai",
    "PengawasTanggal",
    "Skema",
    "Tabel",
    "baku",
    "buka_buku",
    "bukan_json",
    "huruf_kolom",
    "kenali",
    "nomor_kolom",
    "periksa_ukuran",
    "temukan_tabel",
]
