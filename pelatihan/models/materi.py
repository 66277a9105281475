"""What participants read and answer: text first, files second, the same light quiz before and after."""

from functools import partial

from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from pelatihan.enums import TahapKuis
from pelatihan.models.katalog import Pelatihan
from pelatihan.models.peserta import Pendaftaran
from pelatihan.querysets import MilikPelatihanQuerySet, MilikPendaftaranQuerySet, SoalQuerySet


class Materi(models.Model):
    """One lesson. `isi` is text that every phone shows; `berkas` is what may be downloaded besides."""

    pelatihan = models.ForeignKey(Pelatihan, on_delete=models.CASCADE, db_index=False, related_name="materi")
    urut = models.PositiveSmallIntegerField()
    judul = models.CharField(max_length=150)
    isi = models.TextField(max_length=40_000, blank=True)
    berkas = models.FileField(
        upload_to="materi/",
        blank=True,
        validators=[FileExtensionValidator(["pdf", "txt", "mp3", "mp4", "zip", "epub"])],
    )
    ukuran = models.PositiveBigIntegerField("ukuran berkas (byte)", default=0, editable=False)

    objects = MilikPelatihanQuerySet.as_manager()

    class Meta:
        verbose_name = "materi"
        verbose_name_plural = "materi"
        ordering = ["pelatihan", "urut"]
        constraints = [models.UniqueConstraint(fields=["pelatihan", "urut"], name="materi_unik")]

    def __str__(self) -> str:
        return self.judul


class SoalKuis(models.Model):
    """One question of the quiz of a programme, one right answer among two to five."""

    pelatihan = models.ForeignKey(Pelatihan, on_delete=models.CASCADE, db_index=False, related_name="soal")
    urut = models.PositiveSmallIntegerField()
    pertanyaan = models.CharField(max_length=500)
    pilihan = models.JSONField(help_text="Dua sampai lima pilihan.")
    jawaban = models.PositiveSmallIntegerField("nomor pilihan yang benar")

    objects = SoalQuerySet.as_manager()

    class Meta:
        verbose_name = "soal kuis"
        verbose_name_plural = "soal kuis"
        ordering = ["pelatihan", "urut"]
        constraints = [models.UniqueConstraint(fields=["pelatihan", "urut"], name="soal_kuis_unik")]

    def __str__(self) -> str:
        return self.pertanyaan


class KemajuanMateri(models.Model):
    """A lesson was read to the end."""

    pendaftaran = models.ForeignKey(
        Pendaftaran, on_delete=models.CASCADE, db_index=False, related_name="kemajuan"
    )
    materi = models.ForeignKey(Materi, on_delete=models.CASCADE, related_name="kemajuan")
    pada = models.DateTimeField(default=timezone.now)

    objects = MilikPendaftaranQuerySet.as_manager()

    class Meta:
        verbose_name = "kemajuan materi"
        verbose_name_plural = "kemajuan materi"
        constraints = [models.UniqueConstraint(fields=["pendaftaran", "materi"], name="kemajuan_unik")]

    def __str__(self) -> str:
        return str(self.materi)


class PengerjaanKuis(models.Model):
    """The answers of one participant before or after the class, given once; `soal` as it was asked."""

    pendaftaran = models.ForeignKey(
        Pendaftaran, on_delete=models.PROTECT, db_index=False, related_name="kuis"
    )
    tahap = models.CharField(max_length=5, choices=partial(choices_of, TahapKuis))
    soal = models.JSONField()
    jawaban = models.JSONField()
    benar = models.PositiveSmallIntegerField()
    banyak = models.PositiveSmallIntegerField()
    pada = models.DateTimeField(default=timezone.now)

    objects = MilikPendaftaranQuerySet.as_manager()

    class Meta:
        verbose_name = "pengerjaan kuis"
        verbose_name_plural = "pengerjaan kuis"
        constraints = [
            models.UniqueConstraint(fields=["pendaftaran", "tahap"], name="pengerjaan_kuis_unik"),
            models.CheckConstraint(
                condition=models.Q(benar__lte=models.F("banyak"), banyak__gte=1), name="kuis_benar_wajar"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_tahap_display()}: {self.benar} dari {self.banyak}"
