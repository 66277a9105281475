"""Plain words of Indonesian that matter when people are masked in a text."""

from __future__ import annotations

from typing import Final

#: What people are addressed by: the word after it is mostly a name.
_SAPAAN: Final = """
abang bang bapak bidan bp bpk bu daeng dr drg hajah haji hj ibu kak kakak kang mantri mas mba mbak
ners pak saudara saudari sdr sdri suster teh uda uni ustad ustadz ustadzah
"""
#: Words that follow a form of address without being a name, and names that are plain words too.
_BIASA: Final = """
ada adalah agak agar akan anak antre antri apa atas atau bagian bagus baik banyak bapak bayi belum
bersih besar biasa bidan bintang bisa bu bukan bulan bumi bunga buruk cahaya camat cepat cinta dan
dari daun dengan desa di diri dokter dua embun fajar galak guru haji hamil hari harus ibu indah
informasi ini itu jadi jaga jam jelas juga jumat kabupaten kalau kami kamis kantor karena kasih
kasir ke kecamatan kecil keluarga kelurahan kepada kepala kerja kota kurang lama lambat lancar
lansia laut layanan lebih loket lulus lurah maaf mahal malam mantri masih masyarakat matahari mau
melati mentari mohon muda mudah mulia murah nya nyaman obat orang orangnya pada pagi pak pasien
pegawai pelayan pelayanan penjaga perawat periksa perlu petugas polisi polos puas puskesmas putih
rabu ramah rapi resepsionis rumah sabar sabtu saja sakit salah sama sangat sari satpam satu saya
sehat sekali selasa semoga semua senang senin setia siang sopan sore sudah suka sulit sungguh surat
suster tadi tanpa teliti tepat teras terima tertib terus tetap tidak tinggi tolong tua tugas tunggu
umum untuk usaha waktu warga yang yth
"""

SAPAAN: Final = frozenset(_SAPAAN.split())
BIASA: Final = frozenset(_BIASA.split())
