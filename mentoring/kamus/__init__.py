"""Words of the mentoring domain: labels of its enums, and why a mentor is suggested."""

from typing import Any

from mentoring.enums import (
    AlasanBelum,
    AsalPermintaan,
    CaraBertemu,
    SasaranProgram,
    StatusMentor,
    StatusPasangan,
    StatusPermintaan,
)
from mentoring.kamus import hidup

LABEL: dict[type, dict[Any, str]] = {
    StatusPasangan: {
        StatusPasangan.DIUSULKAN: "Diusulkan",
        StatusPasangan.DIPILIH_MENTEE: "Menunggu jawaban mentor",
        StatusPasangan.BELUM_DITERIMA: "Mentor belum dapat menerima",
        StatusPasangan.LEWAT_WAKTU: "Tidak dijawab sampai batas waktu",
        StatusPasangan.DILEPAS: "Dilepas untuk pilihan lain",
        StatusPasangan.BERJALAN: "Berjalan",
        StatusPasangan.SELESAI: "Selesai",
        StatusPasangan.TIDAK_BERLANJUT: "Tidak berlanjut",
    },
    StatusMentor: {
        StatusMentor.DIUNDANG: "Diundang, belum menjawab",
        StatusMentor.AKTIF: "Bersedia",
        StatusMentor.ISTIRAHAT: "Istirahat",
        StatusMentor.MENOLAK: "Belum bersedia",
    },
    StatusPermintaan: {
        StatusPermintaan.MENUNGGU: "Menunggu mentor",
        StatusPermintaan.TERJAWAB: "Sudah bermentor",
        StatusPermintaan.DITARIK: "Ditarik",
    },
    AsalPermintaan: {
        AsalPermintaan.DIRI: "Meminta sendiri",
        AsalPermintaan.PROGRAM: "Dimasukkan ke program",
        AsalPermintaan.CELAH: "Celah pada perhitungan terakhir",
        AsalPermintaan.USULAN: "Diusulkan bersama mentor tertentu",
    },
    CaraBertemu: {
        CaraBertemu.TATAP_MUKA: "tatap muka",
        CaraBertemu.TELEPON: "telepon",
        CaraBertemu.WHATSAPP: "WhatsApp",
        CaraBertemu.VIDEO: "panggilan video",
    },
    SasaranProgram: {
        SasaranProgram.SEMUA: "Semua pegawai",
        SasaranProgram.PNS: "PNS",
        SasaranProgram.PPPK: "PPPK",
        SasaranProgram.TERPENCIL: "Pegawai di unit terpencil",
    },
    AlasanBelum: {
        AlasanBelum.WAKTU: "Waktu saya sedang penuh",
        AlasanBelum.TUGAS: "Saya segera pindah tugas atau purnatugas",
        AlasanBelum.KEAHLIAN: "Ada yang lebih menguasai hal ini",
        AlasanBelum.JARAK: "Sulit bertemu atau dihubungi",
        AlasanBelum.LAIN: "Alasan lain",
    },
    **hidup.LABEL,
}
