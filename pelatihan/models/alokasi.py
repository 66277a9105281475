"""Who goes to what: a computed proposal that HR compares, edits and adopts."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from pegawai.querysets import MilikInstansiQuerySet
from pelatihan.enums import StatusSkenario
from pelatihan.querysets import MilikSkenarioQuerySet


class SkenarioAlokasi(models.Model):
    """One computation: its limits (`batas`), what it reached (`ringkasan`), which constraint refused it."""

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="skenario_alokasi"
    )
    tahun = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=120)
    batas = models.JSONField(default=dict)
    ringkasan = models.JSONField(default=dict, editable=False)
    status = models.CharField(max_length=14, choices=partial(choices_of, StatusSkenario))
    dibuat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)
    dipakai_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dipakai_pada = models.DateTimeField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = MilikInstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "skenario alokasi"
        verbose_name_plural = "skenario alokasi"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    status=StatusSkenario.DIPAKAI, dipakai_oleh__isnull=False, dipakai_pada__isnull=False
                )
                | Q(~Q(status=StatusSkenario.DIPAKAI), dipakai_pada=None),
                name="skenario_dipakai_lengkap",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class UsulanAlokasi(models.Model):
    """One person for one class: proposed or not, and why in codes that `kamus` turns into words."""

    skenario = models.ForeignKey(
        SkenarioAlokasi, on_delete=models.CASCADE, db_index=False, related_name="usulan"
    )
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    angkatan = models.ForeignKey("pelatihan.Angkatan", on_delete=models.PROTECT, related_name="+")
    dipilih = models.BooleanField()
    manfaat = models.PositiveIntegerField(help_text="Bobot celah yang ditutup.")
    alasan = models.JSONField(default=list)
    diubah_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = MilikSkenarioQuerySet.as_manager()

    class Meta:
        verbose_name = "usulan alokasi"
        verbose_name_plural = "usulan alokasi"
        ordering = ["skenario", "-dipilih", "-manfaat", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["skenario", "pegawai", "angkatan"], name="usulan_alokasi_unik"),
        ]

    def __str__(self) -> str:
        return f"Usulan nomor {self.pk}"
