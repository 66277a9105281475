"""Who holds programmes for a government, and by which agreement."""

from functools import partial

from django.db import models

from asn_karier.lib.pilihan import choices_of
from pegawai.querysets import MilikInstansiQuerySet
from pelatihan.enums import JenisMitra
from pelatihan.querysets import MilikMitraQuerySet


class Mitra(models.Model):
    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="mitra"
    )
    nama = models.CharField(max_length=150)
    jenis = models.CharField(max_length=14, choices=partial(choices_of, JenisMitra))
    kontak = models.CharField(max_length=200, blank=True)
    aktif = models.BooleanField(default=True)

    objects = MilikInstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "mitra"
        verbose_name_plural = "mitra"
        ordering = ["nama", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "nama"],
                name="mitra_unik",
                violation_error_message="Mitra ini sudah dicatat. Ubah catatan yang ada.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class PerjanjianMitra(models.Model):
    """An agreement with its validity; `kursi_gratis`: seats that the partner gives for nothing, in all."""

    mitra = models.ForeignKey(Mitra, on_delete=models.PROTECT, db_index=False, related_name="perjanjian")
    nomor = models.CharField(max_length=80)
    tentang = models.CharField(max_length=200, blank=True)
    mulai = models.DateField()
    sampai = models.DateField()
    kursi_gratis = models.PositiveSmallIntegerField(default=0)

    objects = MilikMitraQuerySet.as_manager()

    class Meta:
        verbose_name = "perjanjian mitra"
        verbose_name_plural = "perjanjian mitra"
        ordering = ["-mulai", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["mitra", "nomor"], name="perjanjian_mitra_unik"),
            models.CheckConstraint(
                condition=models.Q(sampai__gte=models.F("mulai")),
                name="perjanjian_mitra_urut",
                violation_error_message="Tanggal akhir harus sesudah tanggal mulai.",
            ),
        ]

    def __str__(self) -> str:
        return self.nomor
