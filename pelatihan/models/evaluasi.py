"""Did it help? Reaction and behaviour (levels 1 and 3); learning stands on the quiz, results in karier."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from pelatihan.models.peserta import Pendaftaran
from pelatihan.querysets import MilikPendaftaranQuerySet, MilikSendiriQuerySet


def skala(nama: str) -> "models.PositiveSmallIntegerField[int, int]":
    """1 (sama sekali tidak) to 5 (sangat)."""
    return models.PositiveSmallIntegerField(nama, validators=[MinValueValidator(1), MaxValueValidator(5)])


class ReaksiPeserta(models.Model):
    """Level 1: what a participant thinks of the class. Others read numbers and words without a name."""

    pendaftaran = models.OneToOneField(Pendaftaran, on_delete=models.PROTECT, related_name="reaksi")
    manfaat = skala("bermanfaat bagi pekerjaan saya")
    materi = skala("materinya jelas")
    pengajar = skala("narasumbernya membantu")
    penyelenggaraan = skala("penyelenggaraannya baik")
    saran = models.TextField(max_length=1000, blank=True)
    pada = models.DateTimeField(default=timezone.now)

    objects = MilikSendiriQuerySet.as_manager()

    class Meta:
        verbose_name = "umpan balik peserta"
        verbose_name_plural = "umpan balik peserta"

    def __str__(self) -> str:
        return f"Umpan balik nomor {self.pk}"


class PerilakuPasca(models.Model):
    """Level 3: what the atasan sees of it at work three months later."""

    pendaftaran = models.OneToOneField(Pendaftaran, on_delete=models.PROTECT, related_name="perilaku")
    diterapkan = skala("diterapkan dalam pekerjaan")
    contoh = models.CharField(max_length=500)
    hambatan = models.CharField(max_length=500, blank=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=timezone.now)

    objects = MilikPendaftaranQuerySet.as_manager()

    class Meta:
        verbose_name = "penerapan di tempat kerja"
        verbose_name_plural = "penerapan di tempat kerja"

    def __str__(self) -> str:
        return f"Penerapan nomor {self.pk}"
