"""Programs of agencies that read over REST, and how often they may ask."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from oauth2_provider.models import AbstractApplication

from pegawai.enums import CakupanApi
from pegawai.querysets import MilikInstansiQuerySet


class KlienApi(AbstractApplication):
    """One program of one instansi, or of one unit with everything below it.

    `user` is its own account, which nobody can sign in to: scope, trail and limits know one kind of actor.
    The secret is kept as a hash. After a rotation the old one works until `rahasia_lama_sampai`.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="klien", verbose_name="akun"
    )
    instansi = models.ForeignKey(
        "pegawai.Instansi", on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    unit = models.ForeignKey(
        "pegawai.UnitKerja",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Kosong: seluruh instansi.",
    )
    cakupan = models.CharField(max_length=200, help_text="Yang boleh dibaca, dipisahkan spasi.")
    kontak_nama = models.CharField("narahubung", max_length=120)
    kontak = models.CharField("nomor HP atau surel narahubung", max_length=120)
    aktif = models.BooleanField(default=True)
    berlaku_sampai = models.DateTimeField(null=True, blank=True, help_text="Kosong: tanpa batas waktu.")
    rahasia_dibuat_pada = models.DateTimeField("kunci rahasia dibuat pada", default=timezone.now)
    rahasia_lama = models.CharField(max_length=255, blank=True, editable=False)
    rahasia_lama_sampai = models.DateTimeField(
        "kunci rahasia lama berlaku sampai", null=True, blank=True, editable=False
    )
    terakhir_dipakai = models.DateTimeField(null=True, blank=True, editable=False)

    objects = MilikInstansiQuerySet.as_manager()

    class Meta:
        verbose_name = "aplikasi"
        verbose_name_plural = "aplikasi"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "name"],
                condition=Q(aktif=True),
                name="klien_nama_unik",
                violation_error_message="Aplikasi dengan nama ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=~Q(cakupan__contains=CakupanApi.DISIPLIN.value) | Q(unit=None),
                name="klien_disiplin_seluruh_instansi",
                violation_error_message="Data disiplin hanya untuk aplikasi seluruh instansi.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def daftar_cakupan(self) -> frozenset[str]:
        return frozenset(self.cakupan.split())

    def hidup(self, at: datetime) -> bool:
        """Whether it may read at this moment."""
        return self.aktif and (self.berlaku_sampai is None or at < self.berlaku_sampai)

    def is_usable(self, request: object) -> bool:
        """What django-oauth-toolkit asks before it gives out a token."""
        return self.hidup(timezone.now())


class LajuApi(models.Model):
    """Requests in one window of time, counted in the database: for every process the same."""

    kunci = models.CharField(max_length=64, unique=True)
    awal = models.DateTimeField(db_index=True)
    banyak = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "laju permintaan"
        verbose_name_plural = "laju permintaan"

    def __str__(self) -> str:
        return f"{self.banyak} sejak {self.awal:%H:%M}"
