"""What a person says is wrong in their records, and what became of it."""

from datetime import datetime
from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from pegawai.enums import CaraKonfirmasi, PemilikData, StatusUsulan
from pegawai.querysets import UsulanQuerySet

TERBUKA = (StatusUsulan.MENUNGGU_KONFIRMASI, StatusUsulan.MENUNGGU, StatusUsulan.MENUNGGU_BKN)


class UsulanPerubahan(models.Model):
    """One row of the records and what should stand there instead; the record itself waits for a decision.

    `rekam` names a kind of record in the closed register (services.usulan_rekam), `objek_id` its row (0:
    the person themself, or a row that is missing). `lama` and `usul` hold the columns that differ, as
    JSON values. `pegawai` and `pemutus` stand here so that the database refuses deciding about oneself.
    """

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="usulan_perubahan")
    rekam = models.CharField("catatan", max_length=20)
    objek_id = models.BigIntegerField(default=0)
    lama = models.JSONField(default=dict)
    usul = models.JSONField(default=dict)
    alasan = models.CharField(max_length=500, blank=True)
    bukti = models.ForeignKey(
        "pegawai.Bukti", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    pemilik = models.CharField("yang berwenang", max_length=8, choices=partial(choices_of, PemilikData))
    status = models.CharField(
        max_length=20, choices=partial(choices_of, StatusUsulan), default=StatusUsulan.MENUNGGU
    )
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    cara = models.CharField(
        "konfirmasi",
        max_length=8,
        choices=partial(choices_of, CaraKonfirmasi),
        default=CaraKonfirmasi.SENDIRI,
    )
    kertas = models.ForeignKey(
        "pegawai.Bukti",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Lembar yang ditandatangani pegawai, bila diisikan orang lain.",
    )
    kode_sidik = models.CharField(max_length=64, blank=True, editable=False)
    kode_sampai = models.DateTimeField(null=True, blank=True, editable=False)
    kode_gagal = models.PositiveSmallIntegerField(default=0, editable=False)
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)
    #: When the clock of UU 27/2022 began: at once, or when the person confirmed what another entered.
    masuk_pada = models.DateTimeField(null=True, blank=True, editable=False)
    tenggat = models.DateTimeField(null=True, blank=True, editable=False)
    catatan = models.CharField(max_length=500, blank=True, help_text="Dapat dibaca pegawai.")
    diputuskan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    pemutus = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    diputuskan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)

    objects = UsulanQuerySet.as_manager()

    class Meta:
        verbose_name = "usul perbaikan data"
        verbose_name_plural = "usul perbaikan data"
        ordering = ["tenggat", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "rekam", "objek_id"],
                condition=Q(status__in=[s.value for s in TERBUKA]),
                name="usulan_satu_terbuka",
            ),
            models.CheckConstraint(
                condition=Q(pemutus=None) | ~Q(pemutus=F("pegawai")),
                name="usulan_bukan_diri_sendiri",
                violation_error_message="Anda tidak dapat memutuskan usul tentang data Anda sendiri.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["tenggat"],
                condition=Q(status=StatusUsulan.MENUNGGU.value),
                name="usulan_menunggu",
            ),
        ]

    def __str__(self) -> str:
        return f"Usul perbaikan nomor {self.pk}"

    @property
    def tenggat_berjalan(self) -> datetime | None:
        """Until when HR has to act; None while nobody waits for HR."""
        return self.tenggat if self.status == StatusUsulan.MENUNGGU else None

    @property
    def diisikan(self) -> bool:
        """Whether somebody else entered it for the person."""
        return self.cara != CaraKonfirmasi.SENDIRI
