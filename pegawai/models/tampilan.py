"""Filters of the list of people that somebody wants to find again."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from pegawai.querysets import TampilanQuerySet


class TampilanTersimpan(models.Model):
    """A name for a query string of the list. `instansi` empty: only its owner sees it."""

    pemilik = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, db_index=False, related_name="tampilan"
    )
    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    nama = models.CharField(max_length=60)
    saringan = models.CharField(max_length=500)

    objects = TampilanQuerySet.as_manager()

    class Meta:
        verbose_name = "tampilan tersimpan"
        verbose_name_plural = "tampilan tersimpan"
        ordering = ["nama", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pemilik", "nama"], name="tampilan_nama_unik"),
            models.CheckConstraint(condition=~Q(nama=""), name="tampilan_bernama"),
        ]

    def __str__(self) -> str:
        return self.nama
