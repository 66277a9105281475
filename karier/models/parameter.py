"""What an instansi has set where the regulation leaves it a choice."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib import kata
from karier.querysets import ParameterQuerySet


class ParameterInstansi(models.Model):
    """One row of the rule files (`kode/tabel/nama`) as an instansi has set it, from one day on.

    Counts until the next row of the same entry. `nilai` null: back to what the regulation says. Written
    only by `services.parameter`, and never changed once a run has used it.
    """

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="parameter"
    )
    entri = models.CharField(max_length=100)
    nilai = models.JSONField(null=True, help_text="Kosong: kembali ke nilai menurut peraturan.")
    berlaku_mulai = models.DateField()
    dasar = models.CharField(max_length=200, help_text="Dokumen yang menetapkannya.")
    ditetapkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ditetapkan_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = ParameterQuerySet.as_manager()

    class Meta:
        verbose_name = "parameter instansi"
        verbose_name_plural = "parameter instansi"
        ordering = ["entri", "-berlaku_mulai"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "entri", "berlaku_mulai"], name="parameter_mulai_unik"
            ),
            models.CheckConstraint(
                condition=~Q(dasar=""),
                name="parameter_berdasar",
                violation_error_message="Tuliskan dokumen yang menetapkan parameter ini.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entri} mulai {kata.tanggal(self.berlaku_mulai)}"
