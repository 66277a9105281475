"""The committee of talent: who has a voice about boxes, by which letter, from when to when."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.pilihan import choices_of
from karier.enums import PeranKomite
from karier.querysets import AnggotaQuerySet, KomiteQuerySet


class KomiteTalenta(models.Model):
    """Named by a letter of the instansi. Written by services.komite."""

    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    nomor_sk = models.CharField("nomor SK", max_length=80)
    tanggal_sk = models.DateField("tanggal SK")
    mulai = models.DateField()
    sampai = models.DateField("sampai dengan")
    dibuat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = KomiteQuerySet.as_manager()

    class Meta:
        verbose_name = "komite talenta"
        verbose_name_plural = "komite talenta"
        ordering = ["-mulai", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "nomor_sk"], name="komite_sk_unik"),
            models.CheckConstraint(
                condition=Q(sampai__gte=F("mulai")),
                name="komite_rentang",
                violation_error_message="Tanggal selesai sama dengan atau sesudah tanggal mulai.",
            ),
        ]

    def __str__(self) -> str:
        return f"Komite talenta, SK {self.nomor_sk} tanggal {kata.tanggal(self.tanggal_sk)}"


class AnggotaKomite(models.Model):
    """One duty. `sampai` None: as long as the committee. `penunjuk`: nobody names themself."""

    komite = models.ForeignKey(
        KomiteTalenta, on_delete=models.PROTECT, db_index=False, related_name="anggota"
    )
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    peran = models.CharField(max_length=12, choices=partial(choices_of, PeranKomite))
    mulai = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    penunjuk = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = AnggotaQuerySet.as_manager()

    class Meta:
        verbose_name = "anggota komite talenta"
        verbose_name_plural = "anggota komite talenta"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["komite", "pegawai"], condition=Q(sampai=None), name="komite_anggota_sekali"
            ),
            models.CheckConstraint(
                condition=Q(penunjuk=None) | ~Q(penunjuk=F("pegawai")),
                name="komite_bukan_diri_sendiri",
                violation_error_message="Anda tidak dapat menunjuk diri Anda sendiri.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_peran_display()} mulai {kata.tanggal(self.mulai)}"
