"""Levels of the nine managerial and socio-cultural competencies, one row each (PermenPANRB 38/2017)."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from asn_karier.lib import kata
from pegawai.querysets import MilikPegawaiQuerySet


def level_field(nama: str) -> "models.PositiveSmallIntegerField[int | None, int | None]":
    """Level 1-5; null is not assessed, never zero."""
    return models.PositiveSmallIntegerField(
        nama, null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )


class NilaiMansoskul(models.Model):
    """The nine levels in official order. Fields are named as in `enums.KompetensiMansoskul`."""

    integritas = level_field("Integritas")
    kerja_sama = level_field("Kerja Sama")
    komunikasi = level_field("Komunikasi")
    orientasi_hasil = level_field("Orientasi pada Hasil")
    pelayanan_publik = level_field("Pelayanan Publik")
    pengembangan_diri = level_field("Pengembangan Diri dan Orang Lain")
    mengelola_perubahan = level_field("Mengelola Perubahan")
    pengambilan_keputusan = level_field("Pengambilan Keputusan")
    perekat_bangsa = level_field("Perekat Bangsa")

    class Meta:
        abstract = True


class AsesmenKompetensi(NilaiMansoskul):
    """Result of one assessment of one person (PerBKN 26/2019)."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="asesmen"
    )
    tanggal = models.DateField()
    sumber = models.CharField(max_length=120, blank=True)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = MilikPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "asesmen kompetensi"
        verbose_name_plural = "asesmen kompetensi"
        ordering = ["-tanggal", "pk"]
        constraints = [models.UniqueConstraint(fields=["pegawai", "tanggal"], name="asesmen_unik")]

    def __str__(self) -> str:
        return f"Asesmen {kata.tanggal(self.tanggal)}"
