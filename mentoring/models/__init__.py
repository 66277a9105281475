"""Senior-junior pairs. Import models from here only."""

from mentoring.models.akhir import AkhirPasangan, Apresiasi, SapaanMentoring, SuratMentoring
from mentoring.models.catatan import CatatanBersama, CatatanPribadi, DenyutMentoring
from mentoring.models.pasangan import Pasangan
from mentoring.models.pertemuan import Pertemuan, SasaranMentoring
from mentoring.models.profil import KeahlianMentor, ProfilMentor

__all__ = [
    "AkhirPasangan",
    "Apresiasi",
    "CatatanBersama",
    "CatatanPribadi",
    "DenyutMentoring",
    "KeahlianMentor",
    "Pasangan",
    "Pertemuan",
    "ProfilMentor",
    "SapaanMentoring",
    "SasaranMentoring",
    "SuratMentoring",
]
