"""Two ratings make the predikat of a year; the predikat is derived, never typed."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import Predikat, Rating, StatusPenilaian, SumberPenilaian
from kinerja.querysets import PenilaianQuerySet


class Penilaian(models.Model):
    """The yearly appraisal of one person. Imported ones carry their source; ratings may be unknown there."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="penilaian"
    )
    tahun = models.PositiveSmallIntegerField()
    penilai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    rating_hasil = models.PositiveSmallIntegerField(
        "rating hasil kerja", choices=partial(choices_of, Rating), null=True, blank=True
    )
    rating_perilaku = models.PositiveSmallIntegerField(
        "rating perilaku kerja", choices=partial(choices_of, Rating), null=True, blank=True
    )
    predikat = models.PositiveSmallIntegerField(choices=partial(choices_of, Predikat), editable=False)
    umpan_balik = models.TextField(blank=True, max_length=1000)
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusPenilaian), default=StatusPenilaian.DRAF
    )
    sumber = models.CharField(
        max_length=12, choices=partial(choices_of, SumberPenilaian), default=SumberPenilaian.DI_SINI
    )
    ditetapkan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ditetapkan_pada = models.DateTimeField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=1, editable=False)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = PenilaianQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "penilaian kinerja"
        verbose_name_plural = "penilaian kinerja"
        ordering = ["-tahun", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "tahun"], name="penilaian_tahun_unik"),
            models.CheckConstraint(
                condition=Q(penilai=None) | ~Q(penilai=F("pegawai")),
                name="penilaian_bukan_diri_sendiri",
                violation_error_message="Pegawai tidak dapat menilai dirinya sendiri.",
            ),
            models.CheckConstraint(
                condition=~Q(sumber=SumberPenilaian.DI_SINI)
                | Q(rating_hasil__isnull=False, rating_perilaku__isnull=False),
                name="penilaian_di_sini_dua_rating",
                violation_error_message="Isi rating hasil kerja dan rating perilaku kerja.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tahun}: {self.get_predikat_display()}"
