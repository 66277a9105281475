"""That a leader went through the five minutes of a week; nothing about anybody else."""

from django.db import models
from django.utils import timezone

from kinerja.querysets import PribadiQuerySet


class LimaMenit(models.Model):
    """One row per leader and week. `minggu`: its Monday."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.CASCADE, db_index=False, related_name="lima_menit"
    )
    minggu = models.DateField()
    selesai_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = PribadiQuerySet.as_manager()

    class Meta:
        verbose_name = "lima menit pimpinan"
        verbose_name_plural = "lima menit pimpinan"
        ordering = ["-minggu", "pk"]
        constraints = [models.UniqueConstraint(fields=["pegawai", "minggu"], name="lima_menit_sekali")]

    def __str__(self) -> str:
        return f"Minggu {self.minggu}"
