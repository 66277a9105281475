"""Who offers to mentor, in what, for how many."""

from functools import partial

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from asn_karier.lib.pilihan import choices_of
from mentoring.querysets import ProfilMentorQuerySet
from pegawai.enums import KompetensiMansoskul


class ProfilMentor(models.Model):
    pegawai = models.OneToOneField("pegawai.Pegawai", on_delete=models.PROTECT, related_name="profil_mentor")
    kapasitas = models.PositiveSmallIntegerField(default=2, validators=[MaxValueValidator(10)])
    jarak_jauh = models.BooleanField(default=True, help_text="Bersedia lewat telepon atau pertemuan daring.")
    aktif = models.BooleanField(default=True)

    objects = ProfilMentorQuerySet.as_manager()

    class Meta:
        verbose_name = "profil mentor"
        verbose_name_plural = "profil mentor"
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.pegawai)


class KeahlianMentor(models.Model):
    profil = models.ForeignKey(
        "mentoring.ProfilMentor", on_delete=models.CASCADE, db_index=False, related_name="keahlian"
    )
    kompetensi = models.CharField(max_length=30, choices=partial(choices_of, KompetensiMansoskul))
    level = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])

    class Meta:
        verbose_name = "keahlian mentor"
        verbose_name_plural = "keahlian mentor"
        constraints = [
            models.UniqueConstraint(fields=["profil", "kompetensi"], name="keahlian_mentor_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kompetensi_display()} level {self.level}"
