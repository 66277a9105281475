"""Directions by a leader, and how far each recipient is."""

from functools import partial

from django.db import models
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from kinerja.enums import SasaranArahan, StatusArahan
from kinerja.querysets import ArahanQuerySet, PenerimaArahanQuerySet


class Arahan(models.Model):
    """What a leader asks for, until the end of `tenggat` on the clock of each recipient's unit."""

    pemberi = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="+")
    sasaran = models.CharField("untuk", max_length=10, choices=partial(choices_of, SasaranArahan))
    unit = models.ForeignKey(
        "pegawai.UnitKerja", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    judul = models.CharField(max_length=120)
    isi = models.TextField(max_length=1000, blank=True)
    tenggat = models.DateField()
    kunci = models.UUIDField(editable=False)
    dikirim_pada = models.DateTimeField(default=timezone.now)
    dibatalkan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    alasan_batal = models.CharField(max_length=200, blank=True)

    objects = ArahanQuerySet.as_manager()

    class Meta:
        verbose_name = "arahan pimpinan"
        verbose_name_plural = "arahan pimpinan"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["pemberi", "dikirim_pada"], name="arahan_pemberi")]
        constraints = [
            models.UniqueConstraint(fields=["kunci", "pemberi"], name="arahan_sekali"),
            models.CheckConstraint(
                condition=Q(sasaran=SasaranArahan.UNIT, unit__isnull=False)
                | (~Q(sasaran=SasaranArahan.UNIT) & Q(unit=None)),
                name="arahan_unit_menurut_sasaran",
            ),
            models.CheckConstraint(
                condition=Q(dibatalkan_pada=None) | ~Q(alasan_batal=""), name="arahan_batal_beralasan"
            ),
        ]

    def __str__(self) -> str:
        return self.judul


class PenerimaArahan(models.Model):
    """One recipient: whether they read it, and how far they are in their own words."""

    arahan = models.ForeignKey(Arahan, on_delete=models.PROTECT, db_index=False, related_name="penerima")
    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, db_index=False, related_name="arahan"
    )
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusArahan), default=StatusArahan.BELUM_DIMULAI
    )
    catatan = models.CharField(max_length=300, blank=True)
    dibaca_pada = models.DateTimeField(null=True, blank=True, editable=False)
    dilaporkan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = PenerimaArahanQuerySet.as_manager()

    class Meta:
        verbose_name = "penerima arahan"
        verbose_name_plural = "penerima arahan"
        ordering = ["pk"]
        indexes = [models.Index(fields=["pegawai", "status"], name="penerima_arahan_pegawai")]
        constraints = [
            models.UniqueConstraint(fields=["arahan", "pegawai"], name="penerima_arahan_unik"),
            models.CheckConstraint(
                condition=~Q(status=StatusArahan.TIDAK_DAPAT) | ~Q(catatan=""),
                name="penerima_arahan_beralasan",
                violation_error_message="Tuliskan alasan arahan tidak dapat dijalankan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.arahan}: {self.get_status_display()}"
