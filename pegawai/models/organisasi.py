"""Governments and their organisation tree."""

from functools import partial

from django.db import models
from django.db.models import Q

from asn_karier.lib.pilihan import choices_of
from pegawai.enums import JenisInstansi
from pegawai.querysets import LEBAR_SEGMEN, InstansiQuerySet, UnitKerjaQuerySet


class Instansi(models.Model):
    """A regional government: the tenant. Words that differ per region are columns, not code."""

    kode = models.SlugField(max_length=40, unique=True, help_text="Kode pendek, misalnya batanghari.")
    nama = models.CharField(max_length=150)
    jenis = models.CharField(
        max_length=12, choices=partial(choices_of, JenisInstansi), default=JenisInstansi.KABUPATEN
    )
    zona_waktu = models.CharField(max_length=40, default="Asia/Jakarta")
    pengelola = models.CharField(
        "nama pengelola kepegawaian", max_length=40, default="BKPSDM", help_text="BKPSDM, BKD, atau BKPP."
    )
    bantuan = models.CharField(
        max_length=200,
        blank=True,
        help_text="Kontak bantuan di kaki setiap halaman, misalnya nomor WhatsApp dan jam layanan.",
    )

    uji_coba = models.BooleanField(
        "instansi uji coba",
        default=False,
        editable=False,
        help_text="Isinya orang rekaan, untuk mencoba REST. Tidak pernah memuat data nyata.",
    )

    objects = InstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "instansi"
        verbose_name_plural = "instansi"
        ordering = ["nama"]

    def __str__(self) -> str:
        return self.nama


class UnitKerja(models.Model):
    """A node of the tree. `jalur` is a materialised path of six-digit segments, kept by services.unit."""

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="unit"
    )
    siasn_id = models.CharField("ID unor SIASN", max_length=36)
    nama = models.CharField(max_length=250)
    induk = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="anak")
    jalur = models.CharField(max_length=120, editable=False)
    terpencil = models.BooleanField(
        default=False, help_text="Unit jauh atau jaringan lemah: pelatihan daring didahulukan."
    )

    objects = UnitKerjaQuerySet.as_manager()

    class Meta:
        verbose_name = "unit kerja"
        verbose_name_plural = "unit kerja"
        ordering = ["jalur"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "siasn_id"], name="unit_siasn_unik"),
            models.UniqueConstraint(fields=["instansi", "jalur"], name="unit_jalur_unik"),
            models.CheckConstraint(
                condition=Q(induk=None) | ~Q(induk=models.F("id")),
                name="unit_bukan_induk_sendiri",
                violation_error_message="Unit tidak dapat menjadi induk bagi dirinya sendiri.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def kedalaman(self) -> int:
        """0 for the root."""
        return len(self.jalur) // LEBAR_SEGMEN - 1
