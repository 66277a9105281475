"""Declared completeness of a register: an empty register means "none" only inside it."""

from functools import partial

from django.conf import settings
from django.db import models
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.pilihan import choices_of
from pegawai.enums import Register
from pegawai.querysets import MilikInstansiQuerySet


class CakupanData(models.Model):
    """For example: "Daftar hukuman disiplin lengkap per 1 November 2026", by a named officer, expiring."""

    instansi = models.ForeignKey("pegawai.Instansi", on_delete=models.PROTECT, related_name="cakupan")
    register = models.CharField(max_length=30, choices=partial(choices_of, Register))
    mulai = models.DateField(help_text="Data lengkap sejak tanggal ini.")
    sampai = models.DateField(help_text="Pernyataan berlaku sampai tanggal ini; sesudahnya perlu diperbarui.")
    sumber = models.CharField(max_length=200, help_text="Dokumen atau berkas yang menjadi dasar pernyataan.")
    dinyatakan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dinyatakan_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = MilikInstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "cakupan data"
        verbose_name_plural = "cakupan data"
        ordering = ["-dinyatakan_pada", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sampai__gte=models.F("mulai")),
                name="cakupan_tanggal_urut",
                violation_error_message="Tanggal akhir harus sesudah tanggal mulai.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_register_display()} {kata.tanggal(self.mulai)} s.d. {kata.tanggal(self.sampai)}"
