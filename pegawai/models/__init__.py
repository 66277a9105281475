"""People, organisation, positions, accounts. Import models from here only."""

from pegawai.models.akses import AksesPegawai
from pegawai.models.akun import Pengguna, Peran, PercobaanMasuk
from pegawai.models.atasan import PenugasanPlt, RiwayatAtasan
from pegawai.models.bukti import Bukti
from pegawai.models.cakupan import CakupanData
from pegawai.models.impor import BarisImpor, Impor, Pencocokan, TulisanImpor
from pegawai.models.jabatan import Jabatan, KebutuhanJabatan, PetaJabatan, StandarKompetensi
from pegawai.models.klien import KlienApi, LajuApi
from pegawai.models.kode import KodeAktivasi, PermintaanFaktor
from pegawai.models.kompetensi import (
    AsesmenKompetensi,
    KenaikanKompetensi,
    KompetensiTeknis,
    LevelTeknis,
    NilaiMansoskul,
    SatuKompetensi,
    StandarTeknis,
)
from pegawai.models.organisasi import Instansi, PejabatPenandaTangan, UnitKerja
from pegawai.models.pegawai import Pegawai
from pegawai.models.perubahan import Perubahan
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
from pegawai.models.surat import PenerbitanKGB, SuratKGB
from pegawai.models.tampilan import TampilanTersimpan
from pegawai.models.ujian import JadwalUjian, PesertaUjian
from pegawai.models.usulan import UsulanPerubahan

__all__ = [
    "AksesPegawai",
    "AsesmenKompetensi",
    "BarisImpor",
    "Bukti",
    "CakupanData",
    "Catatan",
    "HasilUjian",
    "HukumanDisiplin",
    "Impor",
    "Instansi",
    "Jabatan",
    "JadwalUjian",
    "KebutuhanJabatan",
    "KenaikanKompetensi",
    "KlienApi",
    "KodeAktivasi",
    "KompetensiTeknis",
    "LajuApi",
    "LevelTeknis",
    "NilaiMansoskul",
    "Pegawai",
    "PejabatPenandaTangan",
    "Pencocokan",
    "PenerbitanKGB",
    "PengembanganKompetensi",
    "Pengguna",
    "Penghargaan",
    "PenugasanPlt",
    "Peran",
    "PercobaanMasuk",
    "PermintaanFaktor",
    "Perubahan",
    "PesertaUjian",
    "PetaJabatan",
    "RiwayatAtasan",
    "RiwayatJabatan",
    "RiwayatPangkat",
    "RiwayatPendidikan",
    "SatuKompetensi",
    "StandarKompetensi",
    "StandarTeknis",
    "SuratKGB",
    "TampilanTersimpan",
    "TulisanImpor",
    "UnitKerja",
    "UsulanPerubahan",
]
