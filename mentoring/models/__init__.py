"""Senior-junior pairs. Import models from here only."""

from mentoring.models.pasangan import Pasangan
from mentoring.models.profil import KeahlianMentor, ProfilMentor

__all__ = ["KeahlianMentor", "Pasangan", "ProfilMentor"]
