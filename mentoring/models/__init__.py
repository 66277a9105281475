"""Senior-junior pairs. Import models from here only."""

from mentoring.models.papan import PapanMentoring
from mentoring.models.pasangan import Pasangan
from mentoring.models.permintaan import PermintaanMentor, SaranPasangan
from mentoring.models.profil import KeahlianMentor, ProfilMentor
from mentoring.models.program import KompetensiProgram, ProgramMentoring

__all__ = [
    "KeahlianMentor",
    "KompetensiProgram",
    "PapanMentoring",
    "Pasangan",
    "PermintaanMentor",
    "ProfilMentor",
    "ProgramMentoring",
    "SaranPasangan",
]
