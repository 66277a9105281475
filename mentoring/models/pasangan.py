"""A mentoring pair, from proposal to the end."""

from functools import partial

from django.db import models
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from mentoring.enums import StatusPasangan
from mentoring.querysets import AKTIF, PasanganQuerySet
from pegawai.enums import KompetensiMansoskul


class Pasangan(models.Model):
    """`mentor_pegawai` repeats mentor.pegawai so that the database itself refuses mentoring oneself."""

    mentor = models.ForeignKey("mentoring.ProfilMentor", on_delete=models.PROTECT, related_name="pasangan")
    mentor_pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, related_name="+", editable=False
    )
    mentee = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="dibimbing")
    kompetensi = models.CharField(max_length=30, choices=partial(choices_of, KompetensiMansoskul))
    status = models.CharField(
        max_length=16, choices=partial(choices_of, StatusPasangan), default=StatusPasangan.DIUSULKAN
    )
    mulai = models.DateField(null=True, blank=True)
    selesai = models.DateField(null=True, blank=True)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = PasanganQuerySet.as_manager()

    class Meta:
        verbose_name = "pasangan mentoring"
        verbose_name_plural = "pasangan mentoring"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(mentor_pegawai=models.F("mentee")),
                name="pasangan_bukan_diri_sendiri",
                violation_error_message="Seseorang tidak dapat menjadi mentor bagi dirinya sendiri.",
            ),
            models.UniqueConstraint(
                fields=["mentee", "kompetensi"],
                condition=Q(status__in=[s.value for s in AKTIF]),
                name="pasangan_aktif_unik",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kompetensi_display()}: {self.get_status_display()}"
