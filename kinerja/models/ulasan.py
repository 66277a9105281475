"""Services that citizens may rate, and their reviews."""

from functools import partial
from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import get_random_string

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import JawabanUlasan, StatusKiriman
from kinerja.models.warga import KirimanWarga, syarat_kiriman
from kinerja.querysets import LayananQuerySet, UlasanQuerySet

#: Without letters and digits that look alike; ten of them are not guessed.
HURUF_KODE: Final = "abcdefghjkmnpqrstuvwxyz23456789"


def kode_acak() -> str:
    """The address on a QR code."""
    return get_random_string(10, HURUF_KODE)


class LayananPublik(models.Model):
    """A service of a unit, at one counter where the unit tells them apart. Its unit stays what it is."""

    unit = models.ForeignKey(
        "pegawai.UnitKerja", on_delete=models.PROTECT, db_index=False, related_name="layanan_publik"
    )
    nama = models.CharField("nama layanan", max_length=100, help_text="Misalnya Pendaftaran pasien.")
    loket = models.CharField(max_length=40, blank=True, help_text="Kosongkan bila hanya satu.")
    kode = models.CharField(max_length=12, unique=True, default=kode_acak, editable=False)
    aktif = models.BooleanField("menerima ulasan", default=True)
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = LayananQuerySet.as_manager()

    class Meta:
        verbose_name = "layanan publik"
        verbose_name_plural = "layanan publik"
        ordering = ["unit", "nama", "loket", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "nama", "loket"],
                name="layanan_publik_unik",
                violation_error_message="Layanan ini sudah ada pada unit itu.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.nama}, {self.loket}" if self.loket else self.nama


class Ulasan(KirimanWarga):
    """One answer in four words. It counts whatever becomes of the words beside it, and never changes."""

    layanan = models.ForeignKey(
        LayananPublik, on_delete=models.PROTECT, db_index=False, related_name="ulasan"
    )
    jawaban = models.PositiveSmallIntegerField(choices=partial(choices_of, JawabanUlasan))
    tema = models.JSONField(default=list, blank=True)
    terima_kasih = models.BooleanField(default=False, help_text="Diteruskan kepada unit.")

    objects = UlasanQuerySet.as_manager()

    class Meta:
        verbose_name = "ulasan warga"
        verbose_name_plural = "ulasan warga"
        ordering = ["hari", "pk"]
        indexes = [
            models.Index(fields=["layanan", "hari"], name="ulasan_layanan_hari"),
            models.Index(fields=["status", "hari"], name="ulasan_status_hari"),
        ]
        constraints = [
            *syarat_kiriman("ulasan"),
            models.CheckConstraint(
                condition=Q(jawaban__range=(1, 4)),
                name="ulasan_empat_jawaban",
                violation_error_message="Pilih satu dari empat jawaban.",
            ),
            models.CheckConstraint(
                condition=Q(terima_kasih=False) | Q(status=StatusKiriman.TAMPIL),
                name="ulasan_terima_kasih_diperiksa",
                violation_error_message="Ucapan diteruskan sesudah diperiksa.",
            ),
        ]
