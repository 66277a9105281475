"""Succession of critical posts: read by the committee of talent alone (querysets.SuksesiQuerySet)."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.db.tambah_saja import TambahSaja
from asn_karier.lib.pilihan import choices_of
from karier.enums import AsalKandidat
from karier.querysets import SuksesiQuerySet


class JabatanKritikal(models.Model):
    """A post of one unit that must not stand empty, and why."""

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    jabatan = models.ForeignKey("pegawai.Jabatan", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("pegawai.UnitKerja", on_delete=models.PROTECT, related_name="+")
    alasan = models.CharField("mengapa kritikal", max_length=500)
    aktif = models.BooleanField(default=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = SuksesiQuerySet.as_manager()

    class Meta:
        verbose_name = "jabatan kritikal"
        verbose_name_plural = "jabatan kritikal"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "jabatan", "unit"], name="kritikal_sekali"),
        ]

    def __str__(self) -> str:
        return f"{self.jabatan}, {self.unit}"


class KandidatSuksesi(models.Model):
    """Somebody considered for a post. Taken out with a reason, never removed."""

    kritikal = models.ForeignKey(
        JabatanKritikal, on_delete=models.PROTECT, db_index=False, related_name="kandidat"
    )
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    asal = models.CharField(max_length=10, choices=partial(choices_of, AsalKandidat))
    alasan = models.CharField(max_length=500)
    rencana = models.CharField("rencana penyiapan", max_length=500, blank=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=timezone.now, editable=False)
    dilepas_pada = models.DateTimeField(null=True, blank=True, editable=False)
    alasan_lepas = models.CharField(max_length=500, blank=True)
    versi = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "kandidat suksesi"
        verbose_name_plural = "kandidat suksesi"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kritikal", "pegawai"],
                condition=Q(dilepas_pada=None),
                name="kandidat_sekali",
            ),
        ]

    def __str__(self) -> str:
        return f"Kandidat {self.kritikal_id}/{self.pegawai_id}"


class RencanaSuksesi(TambahSaja):
    """What the committee established about one post on one day: readiness and gaps as they then were."""

    kritikal = models.ForeignKey(
        JabatanKritikal, on_delete=models.PROTECT, db_index=False, related_name="rencana"
    )
    urutan = models.PositiveSmallIntegerField()
    kandidat = models.JSONField(help_text="Urutan, kesiapan, dan celah pada hari penetapan.")
    nomor_berita = models.CharField("nomor berita acara", max_length=80)
    alasan = models.CharField(max_length=1000)
    pemutus = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "rencana suksesi"
        verbose_name_plural = "rencana suksesi"
        ordering = ["-urutan"]
        constraints = [
            models.UniqueConstraint(fields=["kritikal", "urutan"], name="rencana_suksesi_urutan"),
            models.CheckConstraint(
                condition=~Q(alasan="") & ~Q(nomor_berita=""),
                name="rencana_suksesi_beralasan",
                violation_error_message="Tuliskan alasan dan nomor berita acara.",
            ),
        ]

    def __str__(self) -> str:
        return f"Rencana suksesi {kata.tanggal(timezone.localdate(self.pada))}"
