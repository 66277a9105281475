"""Whether the suggestions of one government still say what its facts say."""

from django.db import models
from django.utils import timezone


class PapanMentoring(models.Model):
    """`perubahan` counts what would change suggestions; `dihitung` is the count they were made from."""

    instansi = models.OneToOneField(
        "pegawai.Instansi", on_delete=models.PROTECT, related_name="papan_mentoring"
    )
    perubahan = models.PositiveIntegerField(default=0)
    dihitung = models.PositiveIntegerField(default=0)
    dihitung_pada = models.DateTimeField(null=True, blank=True)
    #: How many waited, places, who got a first suggestion, the sum of points, what greedy would have reached.
    ringkasan = models.JSONField(default=dict, blank=True)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = "papan mentoring"
        verbose_name_plural = "papan mentoring"

    def __str__(self) -> str:
        return f"Papan mentoring {self.instansi_id}"

    @property
    def usang(self) -> bool:
        return self.perubahan != self.dihitung
