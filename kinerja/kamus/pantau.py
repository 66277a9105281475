"""Words of the page on which HR follows a cycle."""

from enum import Enum
from typing import Any, Final

from kinerja import enums as e

LABEL_PANTAU: Final[dict[type[Enum], dict[Any, str]]] = {
    e.TahapPegawai: {
        e.TahapPegawai.BELUM: "Belum mulai",
        e.TahapPegawai.SEBAGIAN: "Sebagian",
        e.TahapPegawai.TERKIRIM: "Terkirim",
        e.TahapPegawai.DINILAI: "Dinilai",
        e.TahapPegawai.SELESAI: "Selesai",
    },
    e.Sangkut: {
        e.Sangkut.DATA: "Data atasan penilai",
        e.Sangkut.BELUM_MENGISI: "Pegawai belum mengirim",
        e.Sangkut.ATASAN: "Atasan belum menilai",
        e.Sangkut.PENGUMUMAN: "Menunggu penetapan",
        e.Sangkut.IMPOR: "Belum ada pada impor e-Kinerja",
    },
}

#: How a stage is marked: the class of static/asn.css.
KELAS_TAHAP: Final = {
    e.TahapPegawai.BELUM: "",
    e.TahapPegawai.SEBAGIAN: "jalan",
    e.TahapPegawai.TERKIRIM: "jalan",
    e.TahapPegawai.DINILAI: "perlu",
    e.TahapPegawai.SELESAI: "ok",
}
