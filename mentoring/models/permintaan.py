"""Who waits for a mentor, and the mentors that are suggested to them."""

from functools import partial

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from mentoring.enums import AsalPermintaan, StatusPermintaan
from mentoring.querysets import PermintaanQuerySet, SaranQuerySet
from pegawai.models.kompetensi import SatuKompetensi

TERBUKA = models.Q(status=StatusPermintaan.MENUNGGU.value)


class PermintaanMentor(SatuKompetensi):
    """One competency in which a person waits for a mentor; one at a time.

    `level_wajib` is what the post asked for when it was written; who waits longest counts from
    `dicatat_pada`.
    """

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="permintaan_mentor")
    program = models.ForeignKey(
        "mentoring.ProgramMentoring",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="permintaan",
    )
    asal = models.CharField(max_length=10, choices=partial(choices_of, AsalPermintaan))
    level_sekarang = models.PositiveSmallIntegerField(null=True, blank=True)
    level_wajib = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])
    status = models.CharField(
        max_length=10, choices=partial(choices_of, StatusPermintaan), default=StatusPermintaan.MENUNGGU
    )
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dicatat_pada = models.DateTimeField(default=timezone.now)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = PermintaanQuerySet.as_manager()

    class Meta(SatuKompetensi.Meta):
        verbose_name = "permintaan mentor"
        verbose_name_plural = "permintaan mentor"
        ordering = ["dicatat_pada", "pk"]
        constraints = [
            *SatuKompetensi.Meta.constraints,
            models.UniqueConstraint(
                fields=["pegawai"],
                condition=TERBUKA,
                name="permintaan_mentor_satu",
                violation_error_message="Orang ini sudah menunggu mentor.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama_kompetensi}: {self.get_status_display()}"


class SaranPasangan(models.Model):
    """A suggested mentor. `urutan` 1 comes from the best assignment of all who wait, or is none.

    `butir` are the parts of the score by code, `fakta` what their sentences need.
    """

    permintaan = models.ForeignKey(
        PermintaanMentor, on_delete=models.CASCADE, db_index=False, related_name="saran"
    )
    mentor = models.ForeignKey("mentoring.ProfilMentor", on_delete=models.CASCADE, related_name="saran")
    urutan = models.PositiveSmallIntegerField()
    skor = models.PositiveSmallIntegerField()
    butir = models.JSONField(default=list)
    fakta = models.JSONField(default=dict)

    objects = SaranQuerySet.as_manager()

    class Meta:
        verbose_name = "saran pasangan"
        verbose_name_plural = "saran pasangan"
        ordering = ["urutan", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["permintaan", "urutan"], name="saran_pasangan_urut"),
            models.UniqueConstraint(fields=["permintaan", "mentor"], name="saran_pasangan_mentor"),
            models.CheckConstraint(
                condition=models.Q(urutan__range=(1, 3)), name="saran_pasangan_paling_banyak_tiga"
            ),
        ]

    def __str__(self) -> str:
        return f"Saran {self.urutan}"
