"""Who waits for a class of a programme that has none."""

from django.db import models
from django.utils import timezone

from pelatihan.querysets import MinatQuerySet


class MinatPelatihan(models.Model):
    """Somebody wants to know when a class opens. Theirs alone: HR reads how many, nobody reads who."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="minat_pelatihan"
    )
    pelatihan = models.ForeignKey("pelatihan.Pelatihan", on_delete=models.CASCADE, related_name="minat")
    dicatat_pada = models.DateTimeField(default=timezone.now)

    objects = MinatQuerySet.as_manager()

    class Meta:
        verbose_name = "minat pelatihan"
        verbose_name_plural = "minat pelatihan"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["pegawai", "pelatihan"], name="minat_unik")]

    def __str__(self) -> str:
        return f"Minat nomor {self.pk}"
