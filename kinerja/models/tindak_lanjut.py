"""What the atasan has said to a proposal that follows an appraisal."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import Q

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import JenisTindakLanjut, Predikat, StatusTindakLanjut
from kinerja.models.hasil import TentangHasil
from pegawai.querysets import PihakQuerySet


class TindakLanjut(TentangHasil):
    """One proposal that the atasan started or did not; without a row it is still a proposal (DIUSULKAN).

    `predikat` is the one it was proposed for. `catatan`: why it is not done, or how it ended.
    """

    jenis = models.CharField(max_length=12, choices=partial(choices_of, JenisTindakLanjut))
    status = models.CharField(max_length=12, choices=partial(choices_of, StatusTindakLanjut))
    predikat = models.PositiveSmallIntegerField(choices=partial(choices_of, Predikat))
    mulai = models.DateField(null=True, blank=True)
    catatan = models.CharField(max_length=500, blank=True, help_text="Dapat dibaca pegawai.")
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()
    selesai_pada = models.DateTimeField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=1, editable=False)

    penilaian = models.ForeignKey(
        "kinerja.Penilaian",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="tindak_lanjut",
    )
    evaluasi = models.ForeignKey(
        "kinerja.EvaluasiPeriodik",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="tindak_lanjut",
    )

    objects = PihakQuerySet.as_manager()

    class Meta(TentangHasil.Meta):
        verbose_name = "tindak lanjut"
        verbose_name_plural = "tindak lanjut"
        ordering = ["-pk"]
        constraints = [
            *TentangHasil.Meta.constraints,
            models.UniqueConstraint(fields=["penilaian", "jenis"], name="tindak_lanjut_penilaian_unik"),
            models.UniqueConstraint(fields=["evaluasi", "jenis"], name="tindak_lanjut_evaluasi_unik"),
            models.CheckConstraint(
                condition=~Q(status=StatusTindakLanjut.DIUSULKAN)
                & (Q(status=StatusTindakLanjut.TIDAK_DIJALANKAN) | Q(mulai__isnull=False)),
                name="tindak_lanjut_bertanggal",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusTindakLanjut.DIMULAI) | ~Q(catatan=""),
                name="tindak_lanjut_bercatatan",
                violation_error_message="Tuliskan alasan atau catatannya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.get_status_display().lower()}"
