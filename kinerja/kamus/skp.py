"""Words of the plan (SKP): its lists, the values BerAKHLAK and what they ask for."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from kinerja import enums as e

LABEL_SKP: Final[dict[type[Enum], dict[Any, str]]] = {
    e.PendekatanSKP: {
        e.PendekatanSKP.KUANTITATIF: "Kuantitatif (setiap indikator memakai aspek)",
        e.PendekatanSKP.KUALITATIF: "Kualitatif (tanpa aspek)",
    },
    e.StatusSKP: {
        e.StatusSKP.DRAF: "Draf",
        e.StatusSKP.DIKIRIM: "Dikirim, menunggu atasan",
        e.StatusSKP.DIKEMBALIKAN: "Dikembalikan, perlu diperbaiki",
        e.StatusSKP.DISEPAKATI: "Disepakati",
    },
    e.JenisHasilKerja: {
        e.JenisHasilKerja.UTAMA: "Utama",
        e.JenisHasilKerja.TAMBAHAN: "Tambahan",
    },
    e.AspekIndikator: {
        e.AspekIndikator.KUANTITAS: "Kuantitas",
        e.AspekIndikator.KUALITAS: "Kualitas",
        e.AspekIndikator.WAKTU: "Waktu",
        e.AspekIndikator.BIAYA: "Biaya",
    },
    e.NilaiBerakhlak: {
        e.NilaiBerakhlak.BERORIENTASI_PELAYANAN: "Berorientasi Pelayanan",
        e.NilaiBerakhlak.AKUNTABEL: "Akuntabel",
        e.NilaiBerakhlak.KOMPETEN: "Kompeten",
        e.NilaiBerakhlak.HARMONIS: "Harmonis",
        e.NilaiBerakhlak.LOYAL: "Loyal",
        e.NilaiBerakhlak.ADAPTIF: "Adaptif",
        e.NilaiBerakhlak.KOLABORATIF: "Kolaboratif",
    },
    e.JenisLampiran: {
        e.JenisLampiran.DUKUNGAN: "Dukungan sumber daya",
        e.JenisLampiran.PERTANGGUNGJAWABAN: "Skema pertanggungjawaban",
        e.JenisLampiran.KONSEKUENSI: "Konsekuensi",
    },
    e.JenisDialog: {
        e.JenisDialog.CATATAN: "Catatan",
        e.JenisDialog.KIRIM: "Dikirim ke atasan",
        e.JenisDialog.KEMBALIKAN: "Dikembalikan dengan catatan",
        e.JenisDialog.SETUJUI: "Disepakati",
        e.JenisDialog.BUKA: "Dibuka untuk dibahas lagi",
    },
    e.AwalSKP: {
        e.AwalSKP.TAHUN_LALU: "Salin dari SKP tahun lalu",
        e.AwalSKP.PUSTAKA: "Mulai dari pustaka jabatan",
        e.AwalSKP.KOSONG: "Mulai dari kosong",
    },
}

KELAS_STATUS: Final[Mapping[e.StatusSKP, str]] = {
    e.StatusSKP.DRAF: "jalan",
    e.StatusSKP.DIKIRIM: "jalan",
    e.StatusSKP.DIKEMBALIKAN: "perlu",
    e.StatusSKP.DISEPAKATI: "ok",
}

#: Panduan perilaku: 21 behaviours, in our own words (aturan 2.2).
PANDUAN_PERILAKU: Final[Mapping[e.NilaiBerakhlak, tuple[str, str, str]]] = {
    e.NilaiBerakhlak.BERORIENTASI_PELAYANAN: (
        "Mengenali kebutuhan masyarakat dan memenuhinya",
        "Melayani dengan ramah, cepat, memberi jalan keluar, dan dapat diandalkan",
        "Memperbaiki cara kerja terus-menerus",
    ),
    e.NilaiBerakhlak.AKUNTABEL: (
        "Bekerja jujur, cermat, disiplin, bertanggung jawab, dan menjaga integritas",
        "Memakai barang dan uang negara secara bertanggung jawab, tepat guna, dan hemat",
        "Tidak menyalahgunakan kewenangan jabatan",
    ),
    e.NilaiBerakhlak.KOMPETEN: (
        "Meningkatkan kemampuan diri mengikuti perubahan",
        "Membantu orang lain belajar",
        "Menyelesaikan tugas dengan mutu terbaik",
    ),
    e.NilaiBerakhlak.HARMONIS: (
        "Menghargai setiap orang, apa pun latar belakangnya",
        "Ringan tangan menolong sesama",
        "Membangun suasana kerja yang nyaman",
    ),
    e.NilaiBerakhlak.LOYAL: (
        "Memegang Pancasila dan UUD 1945, setia kepada NKRI dan pemerintah yang sah",
        "Menjaga nama baik ASN, pimpinan, instansi, dan negara",
        "Menyimpan rahasia jabatan dan rahasia negara",
    ),
    e.NilaiBerakhlak.ADAPTIF: (
        "Cepat menyesuaikan diri ketika keadaan berubah",
        "Terus berinovasi dan mengembangkan kreativitas",
        "Bertindak proaktif, tidak menunggu disuruh",
    ),
    e.NilaiBerakhlak.KOLABORATIF: (
        "Memberi ruang kepada berbagai pihak untuk ikut menyumbang",
        "Terbuka bekerja sama agar hasilnya lebih bernilai",
        "Menggerakkan pemakaian bersama berbagai sumber daya",
    ),
}


PETUNJUK_LAMPIRAN: Final[Mapping[e.JenisLampiran, str]] = {
    e.JenisLampiran.DUKUNGAN: (
        "Yang Anda perlukan: orang, anggaran, alat, data, kewenangan. Satu baris satu hal."
    ),
    e.JenisLampiran.PERTANGGUNGJAWABAN: (
        "Kapan, kepada siapa, dan dalam bentuk apa Anda melapor. Satu baris satu hal."
    ),
    e.JenisLampiran.KONSEKUENSI: "Yang mengikuti bila hasil tercapai atau tidak. Satu baris satu hal.",
}

#: One sentence under the mark, for the person whose plan it is.
ARTI_STATUS: Final[Mapping[e.StatusSKP, str]] = {
    e.StatusSKP.DRAF: "Hanya Anda yang membaca draf ini sampai Anda mengirimnya.",
    e.StatusSKP.DIKIRIM: "Atasan penilai sedang meninjau. Tarik dahulu bila perlu mengubahnya.",
    e.StatusSKP.DIKEMBALIKAN: "Perbaiki menurut catatan atasan, lalu kirim lagi.",
    e.StatusSKP.DISEPAKATI: "Anda dan atasan penilai sudah menyepakati SKP ini.",
}
#: The same once a draft was sent before, and for everybody who is not the person.
ARTI_DRAF_LAMA: Final = "SKP ini sedang diubah. Atasan penilai tetap dapat membacanya."
ARTI_BAGI_LAIN: Final[Mapping[e.StatusSKP, str]] = {
    e.StatusSKP.DRAF: "Pegawai sedang mengubah SKP ini.",
    e.StatusSKP.DIKIRIM: "Menunggu atasan penilai.",
    e.StatusSKP.DIKEMBALIKAN: "Menunggu perbaikan dari pegawai.",
    e.StatusSKP.DISEPAKATI: "Sudah disepakati pegawai dan atasan penilai.",
}
ARTI_BAGI_PENILAI: Final = "Menunggu jawaban Anda."
