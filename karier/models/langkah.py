"""Ladders of one government: which post may follow which, as HR keeps them."""

from functools import partial

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from asn_karier.lib.pilihan import choices_of
from karier.enums import JenisLangkah
from karier.querysets import LangkahQuerySet


class LangkahKarier(models.Model):
    """From one post to another. The law decides about the step; `kriteria` says what this government adds.

    `sumber`: out of what the row was derived; empty when HR wrote it.
    """

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="langkah_karier"
    )
    dari = models.ForeignKey(
        "pegawai.Jabatan", on_delete=models.PROTECT, related_name="+", verbose_name="dari jabatan"
    )
    ke = models.ForeignKey(
        "pegawai.Jabatan", on_delete=models.PROTECT, related_name="+", verbose_name="ke jabatan"
    )
    jenis = models.CharField("jenis langkah", max_length=12, choices=partial(choices_of, JenisLangkah))
    kriteria = models.TextField(
        "kriteria tambahan instansi",
        max_length=1000,
        blank=True,
        help_text="Yang diminta di luar peraturan, misalnya pengalaman lapangan. Semua pegawai membacanya.",
    )
    bulan = models.PositiveSmallIntegerField(
        "waktu yang lazim (bulan)",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(480)],
        help_text="Kosongkan bila cukup dari peraturan dan catatan.",
    )
    dipakai = models.BooleanField(default=True, help_text="Hapus centang bila langkah ini tidak ditawarkan.")
    sumber = models.CharField(max_length=120, blank=True, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = LangkahQuerySet.as_manager()

    class Meta:
        verbose_name = "langkah karier"
        verbose_name_plural = "jenjang karier"
        ordering = ["dari__nama", "ke__nama", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "dari", "ke"],
                name="langkah_unik",
                violation_error_message="Langkah antara kedua jabatan ini sudah ada. Ubah yang ada.",
            ),
            models.CheckConstraint(
                condition=~Q(dari=F("ke")),
                name="langkah_berpindah",
                violation_error_message="Jabatan asal dan tujuan tidak boleh sama.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dari} ke {self.ke}"
