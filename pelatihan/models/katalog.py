"""What can be followed, and which competency it closes up to which level."""

from functools import partial

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from asn_karier.lib.pilihan import choices_of
from pegawai.enums import BentukPengembangan, KompetensiMansoskul
from pelatihan.enums import Metode
from pelatihan.querysets import PelatihanQuerySet


class Pelatihan(models.Model):
    kode = models.SlugField(max_length=60, unique=True)
    nama = models.CharField(max_length=200)
    bentuk = models.PositiveSmallIntegerField(choices=partial(choices_of, BentukPengembangan))
    metode = models.CharField(max_length=12, choices=partial(choices_of, Metode))
    jp = models.PositiveSmallIntegerField("jam pelajaran (JP)")
    biaya = models.PositiveIntegerField("biaya per peserta (rupiah)", default=0)
    penyelenggara = models.CharField(max_length=150, blank=True)
    ukuran_mb = models.PositiveSmallIntegerField("ukuran materi (MB)", null=True, blank=True)
    aktif = models.BooleanField(default=True)

    objects = PelatihanQuerySet.as_manager()

    class Meta:
        verbose_name = "pelatihan"
        verbose_name_plural = "pelatihan"
        ordering = ["nama", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(jp__gte=1),
                name="pelatihan_jp_positif",
                violation_error_message="Pelatihan bernilai sedikitnya 1 JP.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class KompetensiPelatihan(models.Model):
    """After this programme a participant can reach `level` of `kompetensi`."""

    pelatihan = models.ForeignKey(
        "pelatihan.Pelatihan", on_delete=models.CASCADE, db_index=False, related_name="kompetensi"
    )
    kompetensi = models.CharField(max_length=30, choices=partial(choices_of, KompetensiMansoskul))
    level = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])

    class Meta:
        verbose_name = "kompetensi pelatihan"
        verbose_name_plural = "kompetensi pelatihan"
        constraints = [
            models.UniqueConstraint(fields=["pelatihan", "kompetensi"], name="kompetensi_pelatihan_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kompetensi_display()} sampai level {self.level}"
