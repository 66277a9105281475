"""Who offers to mentor, in what, for how many."""

from functools import partial

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from mentoring.enums import CaraBertemu, StatusMentor
from mentoring.querysets import ProfilMentorQuerySet
from pegawai.models.kompetensi import SatuKompetensi, once_each

PALING_BANYAK = 10


class ProfilMentor(models.Model):
    """Written by the person. `bersedia_pada`: their own yes; an invitation of HR alone opens nothing."""

    pegawai = models.OneToOneField("pegawai.Pegawai", on_delete=models.PROTECT, related_name="profil_mentor")
    status = models.CharField(
        max_length=10, choices=partial(choices_of, StatusMentor), default=StatusMentor.DIUNDANG
    )
    kapasitas = models.PositiveSmallIntegerField(
        default=2, validators=[MinValueValidator(1), MaxValueValidator(PALING_BANYAK)]
    )
    tatap_muka = models.BooleanField("tatap muka", default=True)
    telepon = models.BooleanField(default=True)
    whatsapp = models.BooleanField("WhatsApp", default=True)
    video = models.BooleanField("panggilan video", default=False)
    senang_membantu = models.CharField("senang membantu dalam hal", max_length=300, blank=True)
    diundang_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    diundang_pada = models.DateTimeField(null=True, blank=True)
    bersedia_pada = models.DateTimeField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=0, editable=False)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = ProfilMentorQuerySet.as_manager()

    class Meta:
        verbose_name = "profil mentor"
        verbose_name_plural = "profil mentor"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status=StatusMentor.AKTIF.value) | models.Q(bersedia_pada__isnull=False),
                name="profil_mentor_atas_kesediaan",
                violation_error_message="Profil aktif hanya atas kesediaan mentornya sendiri.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pegawai)

    @property
    def jarak_jauh(self) -> bool:
        """Whether somebody far away reaches them."""
        return self.telepon or self.whatsapp or self.video

    @property
    def cara(self) -> list[CaraBertemu]:
        return [c for c in CaraBertemu if getattr(self, c.value)]


class KeahlianMentor(SatuKompetensi):
    """`level` is what the records said when the mentor offered it."""

    profil = models.ForeignKey("mentoring.ProfilMentor", on_delete=models.CASCADE, related_name="keahlian")
    level = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])

    class Meta(SatuKompetensi.Meta):
        verbose_name = "keahlian mentor"
        verbose_name_plural = "keahlian mentor"
        ordering = ["pk"]
        constraints = [
            *SatuKompetensi.Meta.constraints,
            *once_each("profil", name="keahlian_mentor"),
        ]

    def __str__(self) -> str:
        return f"{self.nama_kompetensi} level {self.level}"
