"""Accounts, roles with scope, and sign-in attempts."""

from functools import partial
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from pegawai.enums import JenisPeran


class PenggunaManager(BaseUserManager["Pengguna"]):
    def create_user(self, username: str, password: str | None = None, **lain: Any) -> "Pengguna":
        pengguna = self.model(username=username, **lain)
        pengguna.set_password(password)
        pengguna.save(using=self._db)
        return pengguna

    def create_superuser(self, username: str, password: str | None = None, **lain: Any) -> "Pengguna":
        return self.create_user(username, password, is_staff=True, is_superuser=True, **lain)


class Pengguna(AbstractBaseUser, PermissionsMixin):
    """An account. A person signs in with the NIP; staff without a NIP have a chosen name."""

    username = models.CharField("NIP atau nama akun", max_length=60, unique=True)
    nama = models.CharField(max_length=120, blank=True)
    email = models.EmailField("surel", blank=True)
    pegawai = models.OneToOneField(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="akun"
    )
    is_active = models.BooleanField("aktif", default=True)
    is_staff = models.BooleanField("dapat membuka halaman pengelola", default=False)
    dibuat_pada = models.DateTimeField(default=timezone.now, editable=False)

    objects = PenggunaManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        ordering = ["username"]

    def __str__(self) -> str:
        return self.nama or self.username

    def get_full_name(self) -> str:
        return str(self)


class Peran(models.Model):
    """A role inside a scope: a whole instansi, or one unit with everything below it."""

    pengguna = models.ForeignKey("pegawai.Pengguna", on_delete=models.CASCADE, related_name="peran")
    jenis = models.CharField(max_length=20, choices=partial(choices_of, JenisPeran))
    instansi = models.ForeignKey("pegawai.Instansi", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(
        "pegawai.UnitKerja",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Kosong: seluruh instansi.",
    )
    mulai = models.DateField(default=timezone.localdate)
    sampai = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "peran"
        verbose_name_plural = "peran"
        constraints = [
            models.CheckConstraint(
                condition=Q(sampai=None) | Q(sampai__gte=models.F("mulai")),
                name="peran_tanggal_urut",
                violation_error_message="Tanggal akhir peran harus sesudah tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=~Q(jenis=JenisPeran.OPERATOR_UNIT) | Q(unit__isnull=False),
                name="peran_operator_berunit",
                violation_error_message="Operator unit harus menyebut unitnya.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_jenis_display()


class PercobaanMasuk(models.Model):
    """Failed sign-ins per hashed name. In the database, so that a cache flush unlocks nobody."""

    kunci = models.CharField(max_length=64, unique=True)
    gagal = models.PositiveSmallIntegerField(default=0)
    terakhir = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "percobaan masuk"
        verbose_name_plural = "percobaan masuk"

    def __str__(self) -> str:
        return f"{self.gagal} kali, terakhir {self.terakhir:%d-%m-%Y %H:%M}"
