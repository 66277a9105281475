"""What happens around an announced result: it is read, and it is answered."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib.db.tambah_saja import TambahSaja
from kinerja.enums import JenisHasil
from kinerja.querysets import TanggapanHasilQuerySet
from pegawai.querysets import PihakQuerySet


class TentangHasil(models.Model):
    """A row about one result: of a year or of a period, as it stood at `versi_hasil`.

    `pegawai` stands here too, for who may see it and for constraints about oneself.
    """

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    penilaian = models.ForeignKey(
        "kinerja.Penilaian", on_delete=models.PROTECT, null=True, blank=True, related_name="%(class)s"
    )
    evaluasi = models.ForeignKey(
        "kinerja.EvaluasiPeriodik", on_delete=models.PROTECT, null=True, blank=True, related_name="%(class)s"
    )
    versi_hasil = models.PositiveIntegerField()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(penilaian=None, evaluasi__isnull=False)
                | Q(penilaian__isnull=False, evaluasi=None),
                name="%(class)s_satu_hasil",
            ),
        ]

    @property
    def hasil(self) -> Any:
        """The appraisal itself, as it stands now."""
        return self.penilaian if self.penilaian_id else self.evaluasi

    @property
    def jenis_hasil(self) -> JenisHasil:
        return JenisHasil.TAHUNAN if self.penilaian_id else JenisHasil.PERIODIK


class TandaBaca(TentangHasil):
    """*Saya sudah membaca*: a receipt, not agreement. Once for each version of a result."""

    penilaian = models.ForeignKey(
        "kinerja.Penilaian",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="tanda_baca",
    )
    evaluasi = models.ForeignKey(
        "kinerja.EvaluasiPeriodik",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="tanda_baca",
    )
    pada = models.DateTimeField(default=timezone.now)

    objects = PihakQuerySet.as_manager()

    class Meta(TentangHasil.Meta):
        verbose_name = "tanda baca hasil"
        verbose_name_plural = "tanda baca hasil"
        ordering = ["-pk"]
        constraints = [
            *TentangHasil.Meta.constraints,
            models.UniqueConstraint(fields=["penilaian", "versi_hasil"], name="tandabaca_penilaian_sekali"),
            models.UniqueConstraint(fields=["evaluasi", "versi_hasil"], name="tandabaca_evaluasi_sekali"),
        ]

    def __str__(self) -> str:
        return f"Dibaca {self.pada:%d-%m-%Y}"


class Tanggapan(TambahSaja, TentangHasil):
    """One answer in the thread below a result, of the person or the atasan. Append-only."""

    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    isi = models.TextField(max_length=1000)
    pada = models.DateTimeField(default=timezone.now)

    objects = TanggapanHasilQuerySet.as_manager()

    class Meta(TentangHasil.Meta):
        verbose_name = "tanggapan hasil penilaian"
        verbose_name_plural = "tanggapan hasil penilaian"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Tanggapan nomor {self.pk}"
