"""Labels of the closed lists, and names of requirements."""

from enum import Enum
from typing import Any, Final

from karier import enums as e
from karier.kamus.kalimat import Pembaca
from karier.kamus.lima_menit import LABEL as LABEL_LIMA_MENIT
from karier.kamus.pantau import DIMENSI
from karier.kamus.pantau import JUDUL as JUDUL_PANTAU
from karier.kamus.rencana import LABEL_RENCANA

LABEL: Final[dict[type[Enum], dict[Any, str]]] = {
    e.JalurKarier: {
        e.JalurKarier.PANGKAT: "Naik pangkat",
        e.JalurKarier.JENJANG: "Naik jenjang",
        e.JalurKarier.PINDAH: "Pindah jabatan",
        e.JalurKarier.MANAJERIAL: "Jabatan manajerial",
        e.JalurKarier.KONTRAK: "Perjanjian kerja",
        e.JalurKarier.PENGEMBANGAN: "Pengembangan kompetensi",
    },
    e.JenisLangkah: {
        e.JenisLangkah.JENJANG: "Naik jenjang",
        e.JenisLangkah.MANAJERIAL: "Ke jabatan manajerial",
        e.JenisLangkah.PINDAH: "Pindah jabatan",
    },
    e.JenisPenugasan: {
        e.JenisPenugasan.KHUSUS: "Penugasan khusus",
        e.JenisPenugasan.DETASERING: "Detasering",
        e.JenisPenugasan.TIM_PROYEK: "Tim proyek",
    },
    e.StatusPenugasan: {
        e.StatusPenugasan.DIBUKA: "Dibuka",
        e.StatusPenugasan.SELESAI: "Selesai",
        e.StatusPenugasan.DIBATALKAN: "Dibatalkan",
    },
    e.StatusPesertaPenugasan: {
        e.StatusPesertaPenugasan.MENUNGGU: "Menunggu atasan",
        e.StatusPesertaPenugasan.BERJALAN: "Berjalan",
        e.StatusPesertaPenugasan.TIDAK_DILEPAS: "Belum dapat dilepas",
        e.StatusPesertaPenugasan.MUNDUR: "Mengundurkan diri",
        e.StatusPesertaPenugasan.SELESAI: "Selesai",
        e.StatusPesertaPenugasan.TIDAK_SELESAI: "Tidak diselesaikan",
    },
    e.JalurPangkat: {
        e.JalurPangkat.TIDAK_BERLAKU: "Tidak berlaku",
        e.JalurPangkat.REGULER: "Kenaikan pangkat reguler",
        e.JalurPangkat.JABATAN_FUNGSIONAL: "Kenaikan pangkat jabatan fungsional",
        e.JalurPangkat.STRUKTURAL: "Kenaikan pangkat pilihan struktural",
        e.JalurPangkat.PENYESUAIAN_IJAZAH: "Kenaikan pangkat penyesuaian ijazah",
        e.JalurPangkat.BELUM_DIHITUNG: "Jalur ini belum dihitung sistem",
    },
    e.JenisPutusan: {
        e.JenisPutusan.KENAIKAN_PANGKAT: "Kenaikan pangkat",
        e.JenisPutusan.PENYESUAIAN_IJAZAH: "Kenaikan pangkat penyesuaian ijazah",
        e.JenisPutusan.KENAIKAN_JENJANG: "Kenaikan jenjang",
        e.JenisPutusan.KESIAPAN_JABATAN: "Kesiapan jabatan manajerial",
        e.JenisPutusan.KGB: "Kenaikan gaji berkala",
        e.JenisPutusan.SATYALANCANA: "Satyalancana Karya Satya",
    },
    e.StatusRun: {
        e.StatusRun.BERJALAN: "Berjalan",
        e.StatusRun.SELESAI: "Selesai",
        e.StatusRun.SELESAI_DENGAN_KARANTINA: "Selesai, ada data yang perlu diperiksa",
        e.StatusRun.DIBATALKAN: "Dibatalkan",
    },
    e.StatusPotongan: {
        e.StatusPotongan.ANTRE: "Menunggu giliran",
        e.StatusPotongan.SELESAI: "Selesai",
        e.StatusPotongan.DIBELAH: "Dibagi dua untuk mencari data yang perlu diperiksa",
        e.StatusPotongan.KARANTINA: "Data perlu diperiksa",
    },
    e.JenisRekomendasi: {
        e.JenisRekomendasi.KENAIKAN_PANGKAT: "Usul kenaikan pangkat",
        e.JenisRekomendasi.PENGEMBANGAN: "Pengembangan kompetensi",
    },
    e.StatusRekomendasi: {
        e.StatusRekomendasi.MENUNGGU: "Menunggu keputusan",
        e.StatusRekomendasi.DITETAPKAN: "Ditetapkan sebagai usulan",
        e.StatusRekomendasi.TERLAKSANA: "Terlaksana, SK pangkatnya sudah tercatat",
        e.StatusRekomendasi.DITUNDA: "Ditunda",
        e.StatusRekomendasi.DITOLAK: "Ditolak dengan alasan",
        e.StatusRekomendasi.GUGUR: "Gugur",
    },
    e.StatusPeringatan: {
        e.StatusPeringatan.TERBUKA: "Dapat terlambat",
        e.StatusPeringatan.TERSELAMATKAN: "Terselamatkan",
        e.StatusPeringatan.TERLEWAT: "Terlewat",
        e.StatusPeringatan.NAIK: "Sudah naik pangkat",
        e.StatusPeringatan.GUGUR: "Tidak lagi dalam jangkauan",
    },
    e.JenisKeputusan: {
        e.JenisKeputusan.TETAPKAN: "Tetapkan sebagai usulan",
        e.JenisKeputusan.TUNDA: "Tunda",
        e.JenisKeputusan.TOLAK: "Tolak dengan alasan",
        e.JenisKeputusan.URUNGKAN: "Urungkan",
    },
    e.SubjekTinjau: {
        e.SubjekTinjau.KENAIKAN_PANGKAT: "Kenaikan pangkat",
        e.SubjekTinjau.PENYESUAIAN_IJAZAH: "Penyesuaian ijazah",
        e.SubjekTinjau.KENAIKAN_JENJANG: "Kenaikan jenjang",
        e.SubjekTinjau.KESIAPAN_JABATAN: "Kesiapan jabatan",
        e.SubjekTinjau.KGB: "Kenaikan gaji berkala",
        e.SubjekTinjau.SATYALANCANA: "Satyalancana Karya Satya",
        e.SubjekTinjau.PENGEMBANGAN: "Saran pengembangan",
        e.SubjekTinjau.KOTAK_TALENTA: "Kotak peta talenta",
    },
    e.PeranKomite: {
        e.PeranKomite.KETUA: "Ketua",
        e.PeranKomite.ANGGOTA: "Anggota",
        e.PeranKomite.SEKRETARIAT: "Sekretariat (tanpa suara)",
    },
    e.JenisPenetapan: {
        e.JenisPenetapan.SETUJU: "Sesuai usulan hitungan",
        e.JenisPenetapan.LAIN: "Kotak lain, dengan alasan",
        e.JenisPenetapan.URUNGKAN: "Diurungkan",
    },
    e.Keyakinan: {
        e.Keyakinan.KUAT: "Datanya kuat",
        e.Keyakinan.CUKUP: "Datanya cukup",
        e.Keyakinan.TERBATAS: "Datanya terbatas",
    },
    e.KesiapanSuksesi: {
        e.KesiapanSuksesi.SEKARANG: "Siap sekarang",
        e.KesiapanSuksesi.SATU_DUA: "1 sampai 2 tahun",
        e.KesiapanSuksesi.TIGA_LIMA: "3 sampai 5 tahun",
        e.KesiapanSuksesi.BELUM_DINILAI: "Belum dapat dinilai",
    },
    e.AsalKandidat: {
        e.AsalKandidat.KRS: "Kelompok rencana suksesi",
        e.AsalKandidat.TAMBAHAN: "Ditambahkan dengan alasan",
    },
    e.StatusTinjau: {
        e.StatusTinjau.MENUNGGU: "Menunggu jawaban",
        e.StatusTinjau.DIJAWAB: "Dijawab",
        e.StatusTinjau.DIBATALKAN: "Dibatalkan",
    },
    e.HasilTinjau: {
        e.HasilTinjau.TETAP: "Hasilnya sudah sesuai",
        e.HasilTinjau.DATA: "Datanya perlu diperbaiki dahulu",
        e.HasilTinjau.PUTUSAN: "Akan diputuskan ulang oleh pejabat",
    },
    e.AlasanPenjelasan: {
        e.AlasanPenjelasan.SYARAT: "Masih ada syarat yang belum terpenuhi",
        e.AlasanPenjelasan.DATA: "Data perlu diperiksa atau dilengkapi lebih dahulu",
        e.AlasanPenjelasan.WAKTU: "Belum waktunya",
        e.AlasanPenjelasan.DIKEMBALIKAN: "Usul dikembalikan BKN karena berkas perlu diperbaiki (BTS)",
        e.AlasanPenjelasan.TIDAK_MEMENUHI: "Usul dinyatakan tidak memenuhi syarat oleh BKN (TMS)",
    },
    e.StatusUsul: {
        e.StatusUsul.DIUSULKAN: "Sudah diusulkan",
        e.StatusUsul.BTS: "Dikembalikan BKN – berkas perlu diperbaiki (BTS)",
        e.StatusUsul.TMS: "Tidak memenuhi syarat (TMS)",
        e.StatusUsul.SK_TERBIT: "SK terbit",
        e.StatusUsul.DIURUNGKAN: "Diurungkan",
    },
    e.AkibatBerkas: {
        e.AkibatBerkas.BTS: "Berisiko dikembalikan (BTS)",
        e.AkibatBerkas.TMS: "Berisiko tidak memenuhi syarat (TMS)",
        e.AkibatBerkas.PERIKSA: "Periksa berkasnya",
    },
    e.Pelaku: {
        e.Pelaku.PEGAWAI: "Pegawai",
        e.Pelaku.ATASAN: "Atasan penilai",
        e.Pelaku.BKPSDM: "BKPSDM",
        e.Pelaku.BKN: "BKN",
        e.Pelaku.WAKTU: "Menunggu waktu",
    },
    e.Kerahasiaan: {
        e.Kerahasiaan.UMUM: "Umum",
        e.Kerahasiaan.KHUSUS: "Khusus",
    },
    e.JenisUnit: {
        e.JenisUnit.KANTOR: "Kantor",
        e.JenisUnit.SEKOLAH: "Sekolah",
        e.JenisUnit.KESEHATAN: "Layanan kesehatan",
        e.JenisUnit.KEWILAYAHAN: "Kecamatan dan kelurahan",
    },
    e.UkuranDampak: {
        e.UkuranDampak.PREDIKAT: "Predikat tahun berikutnya",
        e.UkuranDampak.KOMPETENSI: "Level kompetensi pada asesmen tahun berikutnya",
        e.UkuranDampak.JP: "JP tahun berikutnya",
    },
    e.SebabTanpaAngka: {
        e.SebabTanpaAngka.KURANG_ORANG: "Terlalu sedikit orang",
        e.SebabTanpaAngka.SERAGAM: "Tidak ada perbedaan yang dapat ditimbang",
    },
    e.KeputusanPelatihan: {
        e.KeputusanPelatihan.GILIRAN_JP: "Giliran belajar",
        e.KeputusanPelatihan.TERPENCIL: "Unit terpencil",
        e.KeputusanPelatihan.PAGU: "Sisa pagu",
        e.KeputusanPelatihan.CATAT_PAGU: "Pencatatan pagu",
        e.KeputusanPelatihan.UKUR_BELAJAR: "Pengukuran hasil belajar",
        e.KeputusanPelatihan.CELAH: "Celah kompetensi",
        e.KeputusanPelatihan.UNDI_GILIRAN: "Undian giliran",
        e.KeputusanPelatihan.TERUSKAN: "Program diteruskan",
        e.KeputusanPelatihan.TINJAU_PROGRAM: "Program ditinjau",
    },
    **LABEL_LIMA_MENIT,
    e.UkuranPantau: JUDUL_PANTAU,
    e.DimensiSetara: DIMENSI,
    **LABEL_RENCANA,
}

#: Who has to do something, as each reader calls them.
PELAKU_TEKS: Final[dict[Pembaca, dict[e.Pelaku, str]]] = {
    Pembaca.PEGAWAI: {
        e.Pelaku.PEGAWAI: "Anda",
        e.Pelaku.ATASAN: "Atasan penilai Anda",
        e.Pelaku.BKPSDM: "BKPSDM",
        e.Pelaku.BKN: "BKN",
        e.Pelaku.WAKTU: "Tidak ada yang perlu dilakukan selain menunggu",
    },
    Pembaca.PENGELOLA: LABEL[e.Pelaku],
}

JUDUL: Final[dict[str, str]] = {
    "data_kepegawaian": "Data kepegawaian",
    "data_jabatan": "SK jabatan",
    "data_golongan": "SK pangkat terakhir",
    "kedudukan_hukum": "Kedudukan hukum",
    "puncak": "Pangkat tertinggi",
    "masa_pangkat": "Masa dalam pangkat",
    "predikat_2_tahun": "Predikat kinerja dua tahun",
    "jenjang_memuat_pangkat": "Pangkat dalam jenjang jabatan",
    "angka_kredit": "Angka kredit",
    "pangkat_tertinggi": "Pangkat tertinggi menurut ijazah",
    "ujian_dinas": "Ujian dinas",
    "hukuman_disiplin": "Tidak menjalani hukuman disiplin",
    "pemeriksaan_disiplin": "Tidak dalam pemeriksaan disiplin",
    "belum_bup": "Belum mencapai batas usia pensiun",
    "pangkat_dalam_rentang_jabatan": "Pangkat sesuai jabatan",
    "jabatan_memuat_pangkat": "Pangkat berikut dalam rentang jabatan",
    "masa_jabatan": "Masa dalam jabatan",
    "ijazah": "Golongan awal ijazah",
    "upkp": "Ujian penyesuaian kenaikan pangkat",
    "masa_kerja": "Masa kerja golongan",
    "predikat_kgb": "Predikat penilaian terakhir",
    "tabel_gaji": "Masa kerja dalam tabel gaji",
    "masa_kerja_satya": "Masa kerja sejak CPNS",
    "tidak_pernah_hukuman": "Tidak pernah dihukum disiplin sedang atau berat",
    "tidak_pernah_cltn": "Tidak pernah cuti di luar tanggungan negara",
    "ak_kumulatif_jenjang": "Angka kredit kumulatif",
    "predikat_1_tahun": "Predikat kinerja tahun terakhir",
    "uji_kompetensi": "Uji kompetensi",
    "kebutuhan_jabatan": "Kebutuhan jabatan",
    "pendidikan_pengawas": "Pendidikan untuk pengawas",
    "pendidikan": "Pendidikan",
    "pengalaman_jabatan": "Pengalaman jabatan",
    "pengalaman_bidang": "Pengalaman dalam bidang terkait",
    "usia": "Batas usia",
}
