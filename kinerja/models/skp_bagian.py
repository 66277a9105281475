"""The other parts of an SKP: expected behaviour, lampiran, the dialogue, and every agreed text."""

from __future__ import annotations

from functools import partial

from django.conf import settings
from django.db import models
from django.utils import timezone

from asn_karier.lib.db.tambah_saja import TambahSaja
from asn_karier.lib.pilihan import choices_of
from kinerja.enums import JenisDialog, JenisLampiran, NilaiBerakhlak
from kinerja.models.skp import SKP
from kinerja.querysets import MilikSKPQuerySet


class EkspektasiPerilaku(models.Model):
    """What the leader expects beyond the guide of one value; `oleh` proposed or wrote it."""

    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, db_index=False, related_name="ekspektasi")
    nilai = models.CharField(max_length=24, choices=partial(choices_of, NilaiBerakhlak))
    ekspektasi = models.CharField("ekspektasi khusus pimpinan", max_length=500, blank=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )

    objects = MilikSKPQuerySet.as_manager()

    class Meta:
        verbose_name = "ekspektasi perilaku"
        verbose_name_plural = "ekspektasi perilaku"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["skp", "nilai"], name="ekspektasi_nilai_unik")]

    def __str__(self) -> str:
        return self.get_nilai_display()


class LampiranSKP(models.Model):
    """One line of resources, of accountability, or of consequences."""

    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, related_name="lampiran")
    jenis = models.CharField(max_length=20, choices=partial(choices_of, JenisLampiran))
    isi = models.CharField(max_length=500)

    objects = MilikSKPQuerySet.as_manager()

    class Meta:
        verbose_name = "lampiran SKP"
        verbose_name_plural = "lampiran SKP"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.isi


class CatatanDialog(TambahSaja):
    """One step or word of the agreement dialogue."""

    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="dialog")
    jenis = models.CharField(
        max_length=12, choices=partial(choices_of, JenisDialog), default=JenisDialog.CATATAN
    )
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    pada = models.DateTimeField(default=timezone.now)
    isi = models.CharField(max_length=1000, blank=True)

    objects = MilikSKPQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan dialog"
        verbose_name_plural = "catatan dialog"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.get_jenis_display()


class NaskahSKP(TambahSaja):
    """The whole text of an SKP as it was agreed the `ke`-th time; what changes later does not reach it."""

    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, db_index=False, related_name="naskah")
    ke = models.PositiveSmallIntegerField()
    isi = models.JSONField()
    penilai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+", db_index=False)
    disepakati_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    disepakati_pada = models.DateTimeField(default=timezone.now)

    objects = MilikSKPQuerySet.as_manager()

    class Meta:
        verbose_name = "naskah SKP"
        verbose_name_plural = "naskah SKP"
        ordering = ["-ke"]
        constraints = [models.UniqueConstraint(fields=["skp", "ke"], name="naskah_ke_unik")]

    def __str__(self) -> str:
        return f"Kesepakatan ke-{self.ke}"
