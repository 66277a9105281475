"""Words of a leader's home: the team at a glance, and why somebody is worth a talk."""

from __future__ import annotations

from enum import Enum
from typing import Any, Final

from kinerja import enums as e
from kinerja.rules.perlu_bicara import Alasan

LABEL_PIMPINAN: Final[dict[type[Enum], dict[Any, str]]] = {
    e.AlasanBicara: {
        e.AlasanBicara.KEBERATAN: "Keberatan menunggu keterangan",
        e.AlasanBicara.TINDAK_LANJUT: "Tindak lanjut belum ditanggapi",
        e.AlasanBicara.TANGGAPAN: "Tanggapan belum dijawab",
        e.AlasanBicara.REALISASI_DIKEMBALIKAN: "Realisasi dikembalikan",
        e.AlasanBicara.REALISASI_LEWAT: "Realisasi lewat batas",
        e.AlasanBicara.ARAHAN_LEWAT: "Arahan lewat batas",
        e.AlasanBicara.TANPA_REFLEKSI: "Belum menulis refleksi diri",
        e.AlasanBicara.TANPA_UMPAN_BALIK: "Belum mendapat umpan balik",
    },
    e.HitunganTim: {
        e.HitunganTim.REALISASI: "realisasi terkirim",
        e.HitunganTim.DINILAI: "dinilai",
        e.HitunganTim.UMPAN_BALIK: "mendapat umpan balik Anda dalam 30 hari",
        e.HitunganTim.JP: "PNS memenuhi jam pelajaran (JP)",
    },
}
#: Of whom it is not so, in the same words.
BELUM: Final = {
    e.HitunganTim.REALISASI: "realisasi belum terkirim",
    e.HitunganTim.DINILAI: "belum dinilai",
    e.HitunganTim.UMPAN_BALIK: "belum mendapat umpan balik Anda dalam 30 hari",
    e.HitunganTim.JP: "PNS belum memenuhi jam pelajaran (JP)",
}
_SATU: Final = {
    e.AlasanBicara.KEBERATAN: "Keberatan atas penilaian Anda menunggu keterangan Anda.",
    e.AlasanBicara.TINDAK_LANJUT: "Hasilnya di bawah Baik, dan usul tindak lanjut belum Anda tanggapi.",
    e.AlasanBicara.TANGGAPAN: "Satu tanggapannya belum Anda jawab.",
    e.AlasanBicara.REALISASI_DIKEMBALIKAN: "Realisasi yang dikembalikan belum dikirim lagi.",
    e.AlasanBicara.REALISASI_LEWAT: "Realisasi belum dikirim dan batasnya sudah lewat.",
    e.AlasanBicara.ARAHAN_LEWAT: "Satu arahan Anda lewat batas.",
    e.AlasanBicara.TANPA_REFLEKSI: "Refleksi diri belum ditulis dan batasnya sudah lewat.",
}
_BANYAK: Final = {
    e.AlasanBicara.KEBERATAN: "{n} keberatan atas penilaian Anda menunggu keterangan Anda.",
    e.AlasanBicara.TINDAK_LANJUT: "{n} hasilnya di bawah Baik, dan usul tindak lanjut belum Anda tanggapi.",
    e.AlasanBicara.TANGGAPAN: "{n} tanggapannya belum Anda jawab.",
    e.AlasanBicara.REALISASI_DIKEMBALIKAN: "{n} realisasi yang dikembalikan belum dikirim lagi.",
    e.AlasanBicara.REALISASI_LEWAT: "{n} realisasi belum dikirim dan batasnya sudah lewat.",
    e.AlasanBicara.ARAHAN_LEWAT: "{n} arahan Anda lewat batas.",
    e.AlasanBicara.TANPA_REFLEKSI: "Refleksi diri {n} siklus belum ditulis dan batasnya sudah lewat.",
}


def kalimat_bicara(alasan: Alasan) -> str:
    """One reason as a sentence to the leader."""
    if alasan.kode is e.AlasanBicara.TANPA_UMPAN_BALIK:
        if not alasan.jumlah:
            return "Belum ada umpan balik tertulis dari Anda."
        return f"Umpan balik terakhir dari Anda {alasan.jumlah} hari lalu."
    pola = _SATU if alasan.jumlah == 1 else _BANYAK
    return pola[alasan.kode].format(n=alasan.jumlah)
