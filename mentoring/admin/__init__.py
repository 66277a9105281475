"""The HR door of mentoring. Imported for what it registers."""

from asn_karier.lib.views import daftarkan_menu
from mentoring.admin import pasangan, profil, program

__all__ = ["pasangan", "profil", "program"]

daftarkan_menu(
    "Pengembangan", "Mentoring", "admin:mentoring_saran", boleh=lambda w: w.instansi_penuh and w.mengelola
)
daftarkan_menu("Pengembangan", "Mentor", "admin:mentoring_profilmentor_changelist")
daftarkan_menu("Pengembangan", "Pasangan mentoring", "admin:mentoring_pasangan_changelist")
daftarkan_menu(
    "Pengembangan",
    "Program mentoring",
    "admin:mentoring_programmentoring_changelist",
    boleh=lambda w: w.instansi_penuh,
)
