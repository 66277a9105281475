"""People, organisation, positions, accounts. Import models from here only."""

from pegawai.models.akses import AksesPegawai
from pegawai.models.akun import Pengguna, Peran, PercobaanMasuk
from pegawai.models.cakupan import CakupanData
from pegawai.models.impor import BarisImpor, Impor, TulisanImpor
from pegawai.models.jabatan import Jabatan, KebutuhanJabatan, StandarKompetensi
from pegawai.models.kompetensi import AsesmenKompetensi, NilaiMansoskul
from pegawai.models.organisasi import Instansi, UnitKerja
from pegawai.models.pegawai import Pegawai
from pegawai.models.riwayat import (
    Catatan,
    HasilUjian,
    HukumanDisiplin,
    PengembanganKompetensi,
    Penghargaan,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)

__all__ = [
    "AksesPegawai",
    "AsesmenKompetensi",
    "BarisImpor",
    "CakupanData",
    "Catatan",
    "HasilUjian",
    "HukumanDisiplin",
    "Impor",
    "Instansi",
    "Jabatan",
    "KebutuhanJabatan",
    "NilaiMansoskul",
    "Pegawai",
    "PengembanganKompetensi",
    "Pengguna",
    "Penghargaan",
    "Peran",
    "PercobaanMasuk",
    "RiwayatJabatan",
    "RiwayatPangkat",
    "RiwayatPendidikan",
    "StandarKompetensi",
    "TulisanImpor",
    "UnitKerja",
]
