"""Who takes part: one status, and every step that led to it."""

from decimal import Decimal
from functools import partial

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib.db.tambah_saja import TambahSaja
from asn_karier.lib.pilihan import choices_of
from pelatihan.enums import CaraHadir, StatusPendaftaran
from pelatihan.models.angkatan import Angkatan, SesiAngkatan
from pelatihan.querysets import (
    LangkahQuerySet,
    MilikPendaftaranQuerySet,
    PendaftaranQuerySet,
    SuratTugasQuerySet,
)


def nilai_field(nama: str) -> "models.DecimalField[Decimal | None, Decimal | None]":
    """A mark of 0-100; null: none was given."""
    return models.DecimalField(
        nama,
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )


class SuratTugas(models.Model):
    """The letter that sends a class. Its people are the enrolments that point here."""

    angkatan = models.ForeignKey(
        Angkatan, on_delete=models.PROTECT, db_index=False, related_name="surat_tugas"
    )
    nomor = models.CharField(max_length=80)
    tanggal = models.DateField()
    penanda_tangan = models.ForeignKey(
        "pegawai.PejabatPenandaTangan", on_delete=models.PROTECT, related_name="+"
    )
    dibuat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = SuratTugasQuerySet.as_manager()

    class Meta:
        verbose_name = "surat tugas"
        verbose_name_plural = "surat tugas"
        ordering = ["-tanggal", "pk"]
        constraints = [models.UniqueConstraint(fields=["angkatan", "nomor"], name="surat_tugas_unik")]

    def __str__(self) -> str:
        return self.nomor


class Pendaftaran(models.Model):
    """One person in one class. `urut` is the order of application: the waiting list goes by it.

    `komitmen`: rupiah taken from the pagu of the class for this person; 0 before the approval and after
    it was given back. `versi` counts every step.
    """

    angkatan = models.ForeignKey(
        Angkatan, on_delete=models.PROTECT, db_index=False, related_name="pendaftaran"
    )
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="pendaftaran")
    urut = models.PositiveIntegerField(editable=False)
    status = models.CharField(max_length=16, choices=partial(choices_of, StatusPendaftaran))
    alasan = models.CharField("alasan mengikuti", max_length=300, blank=True)
    komitmen = models.PositiveIntegerField(default=0, editable=False)
    surat_tugas = models.ForeignKey(
        SuratTugas, on_delete=models.PROTECT, null=True, blank=True, related_name="pendaftaran"
    )
    nilai_pra = nilai_field("nilai sebelum")
    nilai_pasca = nilai_field("nilai sesudah")
    diajukan_pada = models.DateTimeField(default=timezone.now)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = PendaftaranQuerySet.as_manager()

    class Meta:
        verbose_name = "pendaftaran"
        verbose_name_plural = "pendaftaran"
        ordering = ["angkatan", "urut"]
        constraints = [
            models.UniqueConstraint(fields=["angkatan", "pegawai"], name="pendaftaran_unik"),
            models.UniqueConstraint(fields=["angkatan", "urut"], name="pendaftaran_urut_unik"),
        ]
        indexes = [
            models.Index(
                fields=["angkatan", "urut"],
                condition=Q(status=StatusPendaftaran.DAFTAR_TUNGGU),
                name="pendaftaran_tunggu",
            ),
        ]

    def __str__(self) -> str:
        return f"Pendaftaran nomor {self.urut}"


class LangkahPendaftaran(TambahSaja):
    """One step: from which status to which, by whom and why. `oleh` None: the waiting list moved up."""

    pendaftaran = models.ForeignKey(Pendaftaran, on_delete=models.PROTECT, related_name="langkah")
    dari = models.CharField(max_length=16, blank=True, choices=partial(choices_of, StatusPendaftaran))
    ke = models.CharField(max_length=16, choices=partial(choices_of, StatusPendaftaran))
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    alasan = models.CharField(max_length=300, blank=True)
    pada = models.DateTimeField(default=timezone.now)

    objects = LangkahQuerySet.as_manager()

    class Meta:
        verbose_name = "langkah pendaftaran"
        verbose_name_plural = "langkah pendaftaran"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.get_ke_display()


class Kehadiran(models.Model):
    """Somebody was there."""

    pendaftaran = models.ForeignKey(
        Pendaftaran, on_delete=models.PROTECT, db_index=False, related_name="kehadiran"
    )
    sesi = models.ForeignKey(SesiAngkatan, on_delete=models.PROTECT, related_name="kehadiran")
    cara = models.CharField(max_length=14, choices=partial(choices_of, CaraHadir))
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=timezone.now)

    objects = MilikPendaftaranQuerySet.as_manager()

    class Meta:
        verbose_name = "kehadiran"
        verbose_name_plural = "kehadiran"
        ordering = ["sesi", "pk"]
        constraints = [models.UniqueConstraint(fields=["pendaftaran", "sesi"], name="kehadiran_unik")]

    def __str__(self) -> str:
        return self.get_cara_display()
