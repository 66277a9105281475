"""What the two write down. Every text is encrypted, nothing here has a history or a page at the desk."""

from functools import partial

from django.db import models
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from mentoring.enums import Rasa
from mentoring.models.pasangan import Pasangan
from mentoring.querysets import DenyutQuerySet, MilikBerduaQuerySet, PenulisQuerySet


class CatatanDasar(models.Model):
    """A text of one of the two about their pair; `kunci` keeps a second click from writing it twice."""

    pasangan = models.ForeignKey(Pasangan, on_delete=models.PROTECT, db_index=False, related_name="%(class)s")
    penulis = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    sandi = models.TextField(editable=False)
    kunci = models.UUIDField(editable=False)
    pada = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True
        ordering = ["-pada", "-pk"]

    def __str__(self) -> str:
        return f"Catatan nomor {self.pk}"


class CatatanBersama(CatatanDasar):
    """Read by both."""

    objects = MilikBerduaQuerySet.as_manager()

    class Meta(CatatanDasar.Meta):
        verbose_name = "catatan bersama mentoring"
        verbose_name_plural = "catatan bersama mentoring"
        indexes = [models.Index(fields=["pasangan", "pada"], name="catatan_bersama")]
        constraints = [
            models.UniqueConstraint(fields=["kunci", "penulis"], name="catatan_bersama_sekali"),
        ]


class CatatanPribadi(CatatanDasar):
    """Read by who wrote it, and by nobody else."""

    objects = PenulisQuerySet.as_manager()

    class Meta(CatatanDasar.Meta):
        verbose_name = "catatan pribadi mentoring"
        verbose_name_plural = "catatan pribadi mentoring"
        indexes = [models.Index(fields=["pasangan", "penulis", "pada"], name="catatan_pribadi")]
        constraints = [
            models.UniqueConstraint(fields=["kunci", "penulis"], name="catatan_pribadi_sekali"),
        ]


class DenyutMentoring(models.Model):
    """Two questions, answered by one of the two. `minta_disapa` is the one thing that HR is told of it."""

    pasangan = models.ForeignKey(Pasangan, on_delete=models.PROTECT, db_index=False, related_name="denyut")
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    berguna = models.PositiveSmallIntegerField(choices=partial(choices_of, Rasa))
    mudah = models.PositiveSmallIntegerField(choices=partial(choices_of, Rasa))
    minta_disapa = models.BooleanField(default=False)
    pada = models.DateField()

    objects = DenyutQuerySet.as_manager()

    class Meta:
        verbose_name = "denyut mentoring"
        verbose_name_plural = "denyut mentoring"
        ordering = ["-pada", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["pasangan", "pegawai", "pada"], name="denyut_sekali_sehari"),
        ]

    def __str__(self) -> str:
        return f"Denyut nomor {self.pk}"
