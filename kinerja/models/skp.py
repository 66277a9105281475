"""SKP: what a person plans for a year or the rest of it, and what they and their atasan agreed."""

from __future__ import annotations

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.pilihan import choices_of
from kinerja.enums import AspekIndikator, JenisHasilKerja, PendekatanSKP, StatusSKP
from kinerja.querysets import (
    HasilKerjaQuerySet,
    MilikHasilKerjaQuerySet,
    SKPQuerySet,
)

#: Longest text that a field takes.
RHK_TERPANJANG = 500
IKI_TERPANJANG = 300


class SKP(models.Model):
    """One segment of a year. A change of post or atasan in the year begins another.

    `versi` is of the whole plan: every change of its rows counts it up. `dikirim_pada` is the last time
    it was sent; until it is there, nobody but the person reads the rows. `penilai` None: the atasan is
    not recorded, which stops sending and not drafting. `jabatan` is the post of the segment.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="skp"
    )
    tahun = models.PositiveSmallIntegerField()
    mulai = models.DateField()
    sampai = models.DateField()
    penilai = models.ForeignKey(
        "pegawai.Pegawai",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="atasan penilai",
    )
    jabatan = models.ForeignKey(
        "pegawai.Jabatan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    pendekatan = models.CharField(
        max_length=12, choices=partial(choices_of, PendekatanSKP), default=PendekatanSKP.KUALITATIF
    )
    status = models.CharField(max_length=12, choices=partial(choices_of, StatusSKP), default=StatusSKP.DRAF)
    dikirim_pada = models.DateTimeField(null=True, blank=True, editable=False)
    disepakati_pada = models.DateTimeField(null=True, blank=True, editable=False)
    disepakati_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    catatan = models.CharField(
        max_length=1000, blank=True, help_text="Catatan atasan ketika SKP dikembalikan."
    )
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)
    diubah_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = SKPQuerySet.as_manager()

    class Meta:
        verbose_name = "SKP"
        verbose_name_plural = "SKP"
        ordering = ["-mulai", "pk"]
        indexes = [models.Index(fields=["tahun", "status"], name="skp_tahun_status")]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "mulai"],
                name="skp_mulai_unik",
                violation_error_message="SKP dengan tanggal mulai ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(sampai__gte=F("mulai"), mulai__year=F("tahun"), sampai__year=F("tahun")),
                name="skp_urut",
                violation_error_message="SKP berakhir sesudah mulai dan dalam tahun yang sama.",
            ),
            models.CheckConstraint(
                condition=Q(penilai=None) | ~Q(penilai=F("pegawai")),
                name="skp_bukan_diri_sendiri",
                violation_error_message="Pegawai tidak dapat menyepakati SKP-nya sendiri.",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusSKP.DISEPAKATI)
                | Q(penilai__isnull=False, disepakati_pada__isnull=False),
                name="skp_disepakati_lengkap",
                violation_error_message="SKP yang disepakati mencatat penilai dan waktunya.",
            ),
        ]

    def __str__(self) -> str:
        return f"SKP {self.tahun} ({kata.tanggal(self.mulai)} sampai {kata.tanggal(self.sampai)})"


class HasilKerja(models.Model):
    """One row of the plan. `induk` is the leader's row it supports; `induk_teks` what stands there instead.

    With neither the row waits for the plan of the atasan, which stops nothing.
    """

    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, related_name="hasil_kerja")
    jenis = models.CharField(
        max_length=8, choices=partial(choices_of, JenisHasilKerja), default=JenisHasilKerja.UTAMA
    )
    urutan = models.PositiveSmallIntegerField(default=1)
    rhk = models.CharField("rencana hasil kerja", max_length=RHK_TERPANJANG)
    induk = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="pendukung",
        verbose_name="RHK pimpinan",
    )
    induk_teks = models.CharField("RHK pimpinan (ditulis)", max_length=RHK_TERPANJANG, blank=True)
    perspektif = models.ForeignKey(
        "kinerja.PerspektifJPT", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = HasilKerjaQuerySet.as_manager()

    class Meta:
        verbose_name = "hasil kerja"
        verbose_name_plural = "hasil kerja"
        ordering = ["-jenis", "urutan", "pk"]

    def __str__(self) -> str:
        return self.rhk

    @property
    def menunggu_atasan(self) -> bool:
        """Whether it is not yet said which row of the leader it supports."""
        return self.jenis == JenisHasilKerja.UTAMA and self.induk_id is None and not self.induk_teks


class Indikator(models.Model):
    """One IKI with its target in words; `target_angka` and `satuan` where it can be counted.

    `aspek` only in an SKP with pendekatan kuantitatif, else empty.
    """

    hasil_kerja = models.ForeignKey(HasilKerja, on_delete=models.CASCADE, related_name="indikator")
    urutan = models.PositiveSmallIntegerField(default=1)
    iki = models.CharField("indikator kinerja individu", max_length=IKI_TERPANJANG)
    aspek = models.CharField(max_length=12, choices=partial(choices_of, AspekIndikator), blank=True)
    target = models.CharField(max_length=IKI_TERPANJANG, blank=True)
    target_angka = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    satuan = models.CharField(max_length=40, blank=True)

    objects = MilikHasilKerjaQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikator"
        ordering = ["urutan", "pk"]

    def __str__(self) -> str:
        return self.iki
