"""Posts that somebody is interested in: a sealed list of their own, and what they chose to share."""

from django.db import models
from django.utils import timezone

from karier.querysets import MinatDibagikanQuerySet


class MinatJabatan(models.Model):
    """The private list of one person, sealed. It has no relation to anybody and no door of its own.

    `kunci` is a keyed hash of the owner, so that neither a query nor a look into the table tells whose list
    it is; `isi` is as long for one post as for twenty. Read and written by `services.minat_jabatan` alone.
    """

    kunci = models.CharField(max_length=64, primary_key=True)
    isi = models.TextField()

    class Meta:
        verbose_name = "minat jabatan"
        verbose_name_plural = "minat jabatan"

    def __str__(self) -> str:
        return "Minat jabatan"


class MinatDibagikan(models.Model):
    """One post whose interest the person shares with atasan, HR and the committee of talent.

    The row goes when it is taken back.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.CASCADE, db_index=False, related_name="minat_dibagikan"
    )
    jabatan = models.ForeignKey("pegawai.Jabatan", on_delete=models.CASCADE, related_name="+")
    dibagikan_pada = models.DateTimeField(default=timezone.now)

    objects = MinatDibagikanQuerySet.as_manager()

    class Meta:
        verbose_name = "minat jabatan yang dibagikan"
        verbose_name_plural = "minat jabatan yang dibagikan"
        ordering = ["-dibagikan_pada", "pk"]
        constraints = [models.UniqueConstraint(fields=["pegawai", "jabatan"], name="minat_dibagikan_unik")]

    def __str__(self) -> str:
        return f"Minat nomor {self.pk}"
