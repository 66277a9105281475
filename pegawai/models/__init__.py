"""People, organisation, positions, accounts. Import models from here only."""

from pegawai.models.akses import AksesPegawai
from pegawai.models.akun import Pengguna, Peran, PercobaanMasuk
from pegawai.models.cakupan import CakupanData
from pegawai.models.impor import BarisImpor, Impor
from pegawai.models.jabatan import Jabatan, StandarKompetensi
from pegawai.models.kompetensi import AsesmenKompetensi, NilaiMansoskul
from pegawai.models.organisasi import Instansi, UnitKerja
from pegawai.models.pegawai import Pegawai
from pegawai.models.riwayat import (
    HasilUjian,
    HukumanDisiplin,
    PengembanganKompetensi,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)

__all__ = [
    "AksesPegawai",
    "AsesmenKompetensi",
    "BarisImpor",
    "CakupanData",
    "HasilUjian",
    "HukumanDisiplin",
    "Impor",
    "Instansi",
    "Jabatan",
    "NilaiMansoskul",
    "Pegawai",
    "PengembanganKompetensi",
    "Pengguna",
    "Peran",
    "PercobaanMasuk",
    "RiwayatJabatan",
    "RiwayatPangkat",
    "RiwayatPendidikan",
    "StandarKompetensi",
    "UnitKerja",
]
