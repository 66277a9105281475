"""One-time codes for a password, and requests to take away a lost second factor."""

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from asn_karier.lib.pilihan import choices_of
from pegawai.enums import AkhirKode, CaraKenal, JenisKode, StatusPermintaan
from pegawai.querysets import MilikPegawaiQuerySet


class KodeAktivasi(models.Model):
    """A code that its owner types once to choose a password. Only its keyed hash is kept."""

    pengguna = models.ForeignKey("pegawai.Pengguna", on_delete=models.CASCADE, related_name="kode")
    jenis = models.CharField(max_length=12, choices=partial(choices_of, JenisKode))
    sidik = models.CharField(max_length=64, editable=False)
    #: Slips of one press of the button: pressing twice prints the same people again.
    cetakan = models.UUIDField(null=True, editable=False)
    #: Whoever uses it also types the whole NIK, which the officer who handed it out does not see.
    perlu_nik = models.BooleanField(default=False)
    cara = models.CharField(
        "cara mengenali", max_length=16, blank=True, choices=partial(choices_of, CaraKenal)
    )
    catatan = models.CharField(max_length=120, blank=True)
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    dibuat_pada = models.DateTimeField(default=timezone.now)
    berlaku_sampai = models.DateTimeField()
    gagal = models.PositiveSmallIntegerField(default=0)
    akhir = models.CharField(
        max_length=12, choices=partial(choices_of, AkhirKode), default=AkhirKode.TERBUKA, blank=True
    )
    ditutup_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "kode sekali pakai"
        verbose_name_plural = "kode sekali pakai"
        constraints = [
            models.UniqueConstraint(
                fields=["pengguna"], condition=Q(ditutup_pada=None), name="kode_satu_terbuka"
            ),
            models.CheckConstraint(
                condition=Q(ditutup_pada=None, akhir="") | Q(ditutup_pada__isnull=False) & ~Q(akhir=""),
                name="kode_akhir_bersebab",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}, {self.get_akhir_display()}"


class PermintaanFaktor(models.Model):
    """A lost second factor: asked by one officer who saw the person, decided by another (HR)."""

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="permintaan_faktor")
    cara = models.CharField("cara mengenali", max_length=16, choices=partial(choices_of, CaraKenal))
    catatan = models.CharField(max_length=120)
    status = models.CharField(
        max_length=12, choices=partial(choices_of, StatusPermintaan), default=StatusPermintaan.MENUNGGU
    )
    diminta_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    diminta_pada = models.DateTimeField(default=timezone.now)
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    diputus_pada = models.DateTimeField(null=True, blank=True)
    alasan = models.CharField(max_length=120, blank=True)

    objects = MilikPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "permintaan lepas verifikasi dua langkah"
        verbose_name_plural = "permintaan lepas verifikasi dua langkah"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai"],
                condition=Q(status=StatusPermintaan.MENUNGGU),
                name="permintaan_faktor_satu",
            ),
            models.CheckConstraint(
                condition=Q(diputus_oleh=None) | ~Q(diputus_oleh=F("diminta_oleh")),
                name="permintaan_faktor_dua_petugas",
                violation_error_message="Permintaan ini harus diputus oleh petugas lain.",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusPermintaan.MENUNGGU, diputus_oleh=None, diputus_pada=None)
                | ~Q(status=StatusPermintaan.MENUNGGU)
                & Q(diputus_oleh__isnull=False, diputus_pada__isnull=False),
                name="permintaan_faktor_putusan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}, {self.get_status_display().lower()}"
