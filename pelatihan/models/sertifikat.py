"""Certificates that prove themselves: a compact payload and its Ed25519 signature."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone

from pegawai.querysets import MilikPegawaiQuerySet
from pelatihan.models.peserta import Pendaftaran


class Sertifikat(models.Model):
    """One certificate. `muatan` is what was signed, letter by letter, and what its QR carries.

    A revoked one stays: the public page says that it was revoked, and since when. Another may take its place.
    `jp_semula`: the line of the ledger that it took over (same name and last day), which comes back when it
    is revoked; None: there was none.
    """

    nomor = models.CharField(max_length=40, unique=True, editable=False)
    pendaftaran = models.ForeignKey(Pendaftaran, on_delete=models.PROTECT, related_name="sertifikat")
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="sertifikat")
    judul = models.CharField(max_length=200)
    jp = models.PositiveSmallIntegerField("jam pelajaran (JP)")
    tanggal = models.DateField()
    penanda_tangan = models.ForeignKey(
        "pegawai.PejabatPenandaTangan", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    muatan = models.TextField(editable=False)
    tanda_tangan = models.CharField(max_length=100, editable=False)
    kunci = models.CharField("id kunci", max_length=16, editable=False)
    jp_semula = models.JSONField(null=True, blank=True, editable=False, encoder=DjangoJSONEncoder)
    diterbitkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    diterbitkan_pada = models.DateTimeField(default=timezone.now, editable=False)
    dicabut_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dicabut_pada = models.DateTimeField(null=True, blank=True)
    alasan_cabut = models.CharField(max_length=300, blank=True)

    objects = MilikPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "sertifikat"
        verbose_name_plural = "sertifikat"
        ordering = ["-tanggal", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pendaftaran"], condition=Q(dicabut_pada=None), name="sertifikat_berlaku_satu"
            ),
            models.CheckConstraint(
                condition=Q(dicabut_pada=None, dicabut_oleh=None, alasan_cabut="")
                | Q(~Q(alasan_cabut=""), dicabut_pada__isnull=False, dicabut_oleh__isnull=False),
                name="sertifikat_cabut_lengkap",
                violation_error_message="Tuliskan alasan pencabutan.",
            ),
        ]

    def __str__(self) -> str:
        return self.nomor
