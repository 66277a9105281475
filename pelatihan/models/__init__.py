"""Training from the need to the effect. Import models from here only."""

from pelatihan.models.akpk import ButirMandiri, PenilaianMandiri
from pelatihan.models.alokasi import SkenarioAlokasi, UsulanAlokasi
from pelatihan.models.anggaran import MutasiAnggaran, Pagu
from pelatihan.models.angkatan import Angkatan, Narasumber, SesiAngkatan
from pelatihan.models.evaluasi import PerilakuPasca, ReaksiPeserta
from pelatihan.models.jp import KegiatanMandiri
from pelatihan.models.katalog import KompetensiPelatihan, Pelatihan, SasaranPelatihan
from pelatihan.models.materi import KemajuanMateri, Materi, PengerjaanKuis, SoalKuis
from pelatihan.models.minat import MinatPelatihan
from pelatihan.models.mitra import Mitra, PerjanjianMitra
from pelatihan.models.peserta import Kehadiran, LangkahPendaftaran, Pendaftaran, SuratTugas
from pelatihan.models.rencana import ButirRencana, Hcdp, RencanaTahunan, SasaranHcdp
from pelatihan.models.sertifikat import Sertifikat

__all__ = [
    "Angkatan",
    "ButirMandiri",
    "ButirRencana",
    "Hcdp",
    "KegiatanMandiri",
    "Kehadiran",
    "KemajuanMateri",
    "KompetensiPelatihan",
    "LangkahPendaftaran",
    "Materi",
    "MinatPelatihan",
    "Mitra",
    "MutasiAnggaran",
    "Narasumber",
    "Pagu",
    "Pelatihan",
    "Pendaftaran",
    "PengerjaanKuis",
    "PenilaianMandiri",
    "PerilakuPasca",
    "PerjanjianMitra",
    "ReaksiPeserta",
    "RencanaTahunan",
    "SasaranHcdp",
    "SasaranPelatihan",
    "Sertifikat",
    "SesiAngkatan",
    "SkenarioAlokasi",
    "SoalKuis",
    "SuratTugas",
    "UsulanAlokasi",
]
