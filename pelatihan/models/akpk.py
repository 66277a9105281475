"""AKPK: what people think they need, confirmed by who leads them."""

from functools import partial

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from asn_karier.lib.pilihan import choices_of
from pegawai.models.kompetensi import SatuKompetensi, once_each
from pegawai.querysets import PihakQuerySet
from pelatihan.enums import StatusMandiri
from pelatihan.querysets import MilikMandiriQuerySet


class PenilaianMandiri(models.Model):
    """One self-assessment of a year against the standard of one jabatan."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="penilaian_mandiri"
    )
    tahun = models.PositiveSmallIntegerField()
    jabatan = models.ForeignKey("pegawai.Jabatan", on_delete=models.PROTECT, related_name="+")
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusMandiri), default=StatusMandiri.DRAF
    )
    dikirim_pada = models.DateTimeField(null=True, blank=True)
    dikonfirmasi_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dikonfirmasi_pada = models.DateTimeField(null=True, blank=True)
    catatan = models.CharField("catatan atasan", max_length=500, blank=True)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = PihakQuerySet.as_manager()

    class Meta:
        verbose_name = "penilaian mandiri"
        verbose_name_plural = "penilaian mandiri"
        ordering = ["-tahun", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "tahun", "jabatan"], name="penilaian_mandiri_unik"),
        ]

    def __str__(self) -> str:
        return f"Penilaian mandiri {self.tahun}"


class ButirMandiri(SatuKompetensi):
    """One competency: what the jabatan asks for, what the person says, what the atasan confirms."""

    penilaian = models.ForeignKey(PenilaianMandiri, on_delete=models.CASCADE, related_name="butir")
    wajib = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])
    level_diri = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(0), MaxValueValidator(5)]
    )
    contoh = models.CharField("contoh pekerjaan", max_length=300, blank=True)
    level_atasan = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(0), MaxValueValidator(5)]
    )

    objects = MilikMandiriQuerySet.as_manager()

    class Meta(SatuKompetensi.Meta):
        verbose_name = "butir penilaian mandiri"
        verbose_name_plural = "butir penilaian mandiri"
        ordering = ["penilaian", "pk"]
        constraints = [
            *SatuKompetensi.Meta.constraints,
            *once_each("penilaian", name="butir_mandiri"),
        ]

    def __str__(self) -> str:
        return self.nama_kompetensi
