"""Assignments inside the government, and who takes part. Two yeses: the person's and the atasan's."""

from functools import partial

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.pilihan import choices_of
from karier.enums import JenisPenugasan, StatusPenugasan, StatusPesertaPenugasan
from karier.querysets import PenugasanQuerySet, PesertaPenugasanQuerySet
from pegawai.models.kompetensi import SatuKompetensi, once_each

TEMPAT_TERBANYAK = 50


class Penugasan(models.Model):
    """What is to be done, where, for how long, for how many. `penawar`: the leader who offers it, or None.

    `terisi` is moved by `services.penugasan` alone. `hasil` and `dampak` are written when it ends: what came
    out, and what it changed for citizens.
    """

    instansi = models.ForeignKey("pegawai.Instansi", on_delete=models.PROTECT, related_name="penugasan")
    unit = models.ForeignKey(
        "pegawai.UnitKerja", on_delete=models.PROTECT, related_name="+", verbose_name="unit kerja"
    )
    jenis = models.CharField(max_length=12, choices=partial(choices_of, JenisPenugasan))
    nama = models.CharField("nama penugasan", max_length=150)
    uraian = models.TextField("yang dikerjakan", max_length=1500)
    mulai = models.DateField()
    selesai = models.DateField()
    jam_per_minggu = models.PositiveSmallIntegerField(
        "jam setiap minggu", validators=[MinValueValidator(1), MaxValueValidator(40)]
    )
    tempat = models.PositiveSmallIntegerField(
        "banyak tempat", default=1, validators=[MinValueValidator(1), MaxValueValidator(TEMPAT_TERBANYAK)]
    )
    terisi = models.PositiveSmallIntegerField(default=0, editable=False)
    bersedia_sampai = models.DateField("kesediaan ditunggu sampai")
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusPenugasan), default=StatusPenugasan.DIBUKA,
        editable=False,
    )  # fmt: skip
    hasil = models.TextField("hasil", max_length=1500, blank=True, editable=False)
    dampak = models.TextField("dampak bagi warga", max_length=1500, blank=True, editable=False)
    penawar = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="+"
    )
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = PenugasanQuerySet.as_manager()

    class Meta:
        verbose_name = "penugasan"
        verbose_name_plural = "penugasan"
        ordering = ["-mulai", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__gte=F("mulai")),
                name="penugasan_urut",
                violation_error_message="Hari terakhir harus sama dengan atau sesudah hari mulai.",
            ),
            models.UniqueConstraint(
                fields=["instansi", "nama", "mulai"],
                condition=Q(status=StatusPenugasan.DIBUKA.value),
                name="penugasan_unik",
                violation_error_message="Penugasan dengan nama dan hari mulai ini sudah ditawarkan.",
            ),
            models.CheckConstraint(
                condition=Q(terisi__lte=F("tempat")),
                name="penugasan_tempat_cukup",
                violation_error_message="Tempat yang sudah terisi lebih banyak daripada tempat yang ada.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def clean(self) -> None:
        if self.mulai and self.bersedia_sampai and self.bersedia_sampai > self.mulai:
            raise ValidationError({"bersedia_sampai": "Isi hari paling lambat sama dengan hari mulai"})

    @property
    def waktu(self) -> str:
        """'31 Desember 2026–1 Maret 2027'."""
        return kata.rentang(self.mulai, self.selesai)

    @property
    def sisa(self) -> int:
        return self.tempat - self.terisi


class KompetensiPenugasan(SatuKompetensi):
    """A competency that the work builds, up to `level`."""

    penugasan = models.ForeignKey("karier.Penugasan", on_delete=models.CASCADE, related_name="kompetensi")
    level = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])

    class Meta(SatuKompetensi.Meta):
        verbose_name = "kompetensi yang dibangun"
        verbose_name_plural = "kompetensi yang dibangun"
        constraints = [
            *SatuKompetensi.Meta.constraints,
            *once_each("penugasan", name="kompetensi_penugasan"),
        ]

    def __str__(self) -> str:
        return f"{self.nama_kompetensi} sampai level {self.level}"


class PesertaPenugasan(models.Model):
    """One person in one assignment. `alasan`: why the atasan could not release them; the person reads it."""

    penugasan = models.ForeignKey(
        "karier.Penugasan", on_delete=models.PROTECT, db_index=False, related_name="peserta"
    )
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="penugasan_diikuti")
    status = models.CharField(
        max_length=14,
        choices=partial(choices_of, StatusPesertaPenugasan),
        default=StatusPesertaPenugasan.MENUNGGU,
    )
    alasan = models.CharField(max_length=300, blank=True)
    bersedia_pada = models.DateTimeField(default=timezone.now)
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    diputus_pada = models.DateTimeField(null=True, blank=True)
    jp = models.PositiveSmallIntegerField("JP yang dicatat", null=True, blank=True)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = PesertaPenugasanQuerySet.as_manager()

    class Meta:
        verbose_name = "peserta penugasan"
        verbose_name_plural = "peserta penugasan"
        ordering = ["-bersedia_pada", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["penugasan", "pegawai"], name="peserta_penugasan_unik"),
        ]

    def __str__(self) -> str:
        return f"Peserta nomor {self.pk}"
