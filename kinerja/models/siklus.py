"""The yearly appraisal cycle of an instansi."""

from functools import partial

from django.conf import settings
from django.db import models
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import StatusSiklus
from kinerja.querysets import SiklusQuerySet


class SiklusPenilaian(models.Model):
    """One assessment year. Opening is refused until the data check of this cycle has been seen.

    `batas_penilaian` is what leaders are asked to keep; what ends the rating is HR closing the cycle.
    """

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="siklus"
    )
    tahun = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=100)
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusSiklus), default=StatusSiklus.DISIAPKAN
    )
    batas_penilaian = models.DateField(
        help_text="Hari semua penilaian diharapkan selesai. Sesudahnya atasan masih dapat menilai sampai "
        "siklus ditutup."
    )
    diperiksa_pada = models.DateTimeField(null=True, blank=True, editable=False)
    dibuka_pada = models.DateTimeField(null=True, blank=True, editable=False)
    ditutup_pada = models.DateTimeField(null=True, blank=True, editable=False)
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = SiklusQuerySet.as_manager()

    class Meta:
        verbose_name = "siklus penilaian"
        verbose_name_plural = "siklus penilaian"
        ordering = ["-tahun", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun"],
                name="siklus_tahun_unik",
                violation_error_message="Siklus tahunan untuk tahun ini sudah ada.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama
