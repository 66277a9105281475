"""What HR keeps so that nobody starts from an empty page: perspectives of JPT, a library per jabatan."""

from __future__ import annotations

from functools import partial

from django.db import models

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import AspekIndikator
from kinerja.querysets import MilikInstansiQuerySet


class PerspektifJPT(models.Model):
    """A perspective of the SKP of JPT. `instansi` None: for every instansi that has none of its own."""

    instansi = models.ForeignKey(
        "pegawai.Instansi",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        db_index=False,
        related_name="perspektif_jpt",
    )
    nama = models.CharField(max_length=80)
    urutan = models.PositiveSmallIntegerField(default=1)

    objects = MilikInstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "perspektif JPT"
        verbose_name_plural = "perspektif JPT"
        ordering = ["urutan", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "nama"],
                name="perspektif_unik",
                nulls_distinct=False,
                violation_error_message="Perspektif ini sudah ada.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class PustakaKinerja(models.Model):
    """One RHK with one indicator that suits the holders of a jabatan; several rows of one RHK make one."""

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.CASCADE, db_index=False, related_name="pustaka_kinerja"
    )
    jabatan = models.ForeignKey("pegawai.Jabatan", on_delete=models.PROTECT, related_name="+")
    rhk = models.CharField("rencana hasil kerja", max_length=500)
    iki = models.CharField("indikator kinerja individu", max_length=300)
    aspek = models.CharField(
        max_length=12,
        choices=partial(choices_of, AspekIndikator),
        blank=True,
        help_text="Dipakai dalam SKP dengan pendekatan kuantitatif.",
    )
    target = models.CharField(max_length=300)
    satuan = models.CharField(max_length=40, blank=True)

    objects = MilikInstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "pustaka kinerja"
        verbose_name_plural = "pustaka kinerja"
        ordering = ["jabatan__nama", "pk"]
        indexes = [models.Index(fields=["instansi", "jabatan"], name="pustaka_jabatan")]

    def __str__(self) -> str:
        return self.rhk
