"""Senior-junior pairs. Import models from here only."""

from mentoring.models.akhir import AkhirPasangan, Apresiasi, SapaanMentoring, SuratMentoring
from mentoring.models.catatan import CatatanBersama, CatatanPribadi, DenyutMentoring
from mentoring.models.papan import PapanMentoring
from mentoring.models.pasangan import Pasangan
from mentoring.models.permintaan import PermintaanMentor, SaranPasangan
from mentoring.models.pertemuan import Pertemuan, SasaranMentoring
from mentoring.models.profil import KeahlianMentor, ProfilMentor
from mentoring.models.program import KompetensiProgram, ProgramMentoring

__all__ = [
    "AkhirPasangan",
    "Apresiasi",
    "CatatanBersama",
    "CatatanPribadi",
    "DenyutMentoring",
    "KeahlianMentor",
    "KompetensiProgram",
    "PapanMentoring",
    "Pasangan",
    "PermintaanMentor",
    "Pertemuan",
    "ProfilMentor",
    "ProgramMentoring",
    "SapaanMentoring",
    "SaranPasangan",
    "SasaranMentoring",
    "SuratMentoring",
]
